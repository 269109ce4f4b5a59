"""The pages that a site has one of, such as the home page, the agenda and the search page."""
