"""The outside world: git, the clock, chance, the network, the search engine, and what is kept between builds."""
