"""Every generator that is compared, in the order of the tables."""

from benchmarks.generators import eleventy, hugo, ours, pelican, properdocs, stock, zensical

GENERATORS = tuple(each.GENERATOR for each in (ours, stock, properdocs, hugo, eleventy, zensical, pelican))
QUICK = (ours.GENERATOR, stock.GENERATOR, hugo.GENERATOR)
"""Those of the quick run."""
