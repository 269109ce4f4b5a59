"""Meetings for calendars."""
