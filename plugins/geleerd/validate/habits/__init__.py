"""Marks of other programs, which readers would see as typed: each with the lines to write instead."""
