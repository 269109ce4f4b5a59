"""All sentences that people see, in every language of the product."""
