"""How many examples a rule is tried on."""

from hypothesis import HealthCheck, settings

THOROUGH = 100
"""The examples of a rule that asks for no number, when all tests are run."""


def examples(thorough: int) -> settings:
    """Settings for a rule that all tests try on this many examples, and the quick ones on as many less as others."""
    suppressed = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
    return settings(max_examples=thorough * settings.default.max_examples // THOROUGH, suppress_health_check=suppressed)
