"""What is kept between builds, beside the site. A build without it gives the same site."""
