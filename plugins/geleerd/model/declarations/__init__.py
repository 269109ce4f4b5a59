"""THE declarations: every type and field, with the kinds of value a field can have."""
