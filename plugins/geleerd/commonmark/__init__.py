"""Markdown as contributors write it: CommonMark with GitHub's additions. No other room knows the parser."""
