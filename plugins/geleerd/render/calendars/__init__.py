"""The meetings of networks as files for calendars."""
