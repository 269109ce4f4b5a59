"""The feeds: new items, for people who follow a page."""
