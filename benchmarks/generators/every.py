"""Every generator that is compared, in the order of the tables."""

from benchmarks.generators import eleventy, hugo, ours, pelican, properdocs, stock, zensical

GENERATORS = (ours.GENERATOR, ours.BY_ITSELF, *(each.GENERATOR for each in (stock, properdocs, hugo, eleventy, zensical, pelican)))
QUICK = (ours.GENERATOR, ours.BY_ITSELF, stock.GENERATOR, hugo.GENERATOR)
"""Those of the quick run."""
