"""What may tell who somebody is: in texts, in files, and between the lines."""
