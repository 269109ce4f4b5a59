"""What a PDF tells beside its pages: what stands around its objects, in them, and in their streams."""
