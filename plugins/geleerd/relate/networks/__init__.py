"""What networks have between them and within them: their learning agendas, and the questions that they share."""
