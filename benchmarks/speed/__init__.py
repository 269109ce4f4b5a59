"""How fast sites are built: generators in turn over one corpus, measured, told in tables and drawn."""
