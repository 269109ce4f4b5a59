"""One part in XML → what is harmless of it: each element, attribute and text held against what is known to tell nothing."""
