"""What images and documents tell about people beside what they show."""
