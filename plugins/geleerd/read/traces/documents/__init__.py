"""What documents tell beside their pages: PDF, Office Open XML and OpenDocument."""
