"""The pages of what networks do together: their learning agendas, what they yield, and how they hang together."""
