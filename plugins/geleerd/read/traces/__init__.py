"""Facts about people that images and documents carry beside what they show."""
