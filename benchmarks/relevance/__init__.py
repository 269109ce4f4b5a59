"""How well readers find what they need: judged queries through real search pages in a real browser."""
