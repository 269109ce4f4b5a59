"""What somebody meant, as lines to put in the place of theirs."""
