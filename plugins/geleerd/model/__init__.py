"""What a knowledge base consists of: the declarations of every type and field, and the values the stages pass on."""
