"""Makes what is planned: whole documents, feeds and Markdown, each from its job alone."""
