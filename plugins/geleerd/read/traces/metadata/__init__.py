"""What programs and cameras write about a picture, whatever kind of file that stands in."""
