"""What images tell beside the picture: PNG, JPEG and WebP, and what stands in them."""
