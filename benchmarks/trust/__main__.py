"""`python -m benchmarks.trust [part…]`: run the parts, all of them when none is named. It ends with 1 when one of them found a fault."""

import importlib
import sys

PARTS: tuple[str, ...] = ("reproducible", "load", "kills", "hostile", "growth", "expressions", "script_expressions", "fuzz")
"""The modules beside this one. Each has `run()`, which prints its figures and returns its faults, one line each."""


def main(named: list[str]) -> int:
    """Run the named parts and print their faults; 1 if there are any."""
    if unknown := sorted(set(named) - set(PARTS)):
        print(f"There is no part {', '.join(unknown)}. There are: {', '.join(PARTS)}")
        return 2
    faults = [f"{part}: {fault}" for part in named or PARTS for fault in importlib.import_module(f"benchmarks.trust.{part}").run()]
    print("\n".join(faults) or "No faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
