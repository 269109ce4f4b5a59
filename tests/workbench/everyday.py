"""What people write, and what they mean: one list for Python and for the scripts."""

import yaml

from tests.workbench.building import ROOT

EVERYDAY = yaml.load((ROOT / "tests" / "read" / "everyday" / "cases.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
