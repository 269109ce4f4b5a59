"""1,500 texts of somebody who means harm: every way we know to bring markup, an address, a formula or a line where words belong.

What runs calls `hit`, and what asks another host asks `evil.test`, which leads nowhere (RFC 6761).
"""

from collections.abc import Iterator
from itertools import chain, cycle, islice, product, zip_longest
from pathlib import Path

import yaml

_CALL, _HOST = "hit(1)", "evil.test"
_PARTS = yaml.safe_load((Path(__file__).parent / "texts.yml").read_text(encoding="utf-8"))
_AROUND = _PARTS["around"]


def hostile_texts(count: int = 1500) -> tuple[str, ...]:
    """The texts, each once, of every family in turn."""
    families = (_markup(), _handlers(), _links(), _others())
    return tuple(islice(dict.fromkeys(filter(None, chain.from_iterable(zip_longest(*families)))), count))


def _filled(form: str, scheme: str = "") -> str:
    return form.replace("{s}", scheme).replace("{c}", _CALL).replace("{x}", _HOST)


def _markup() -> Iterator[str]:
    for around, form in product(_AROUND, _PARTS["markup"]):
        yield around.replace("{}", _filled(form))


def _handlers() -> Iterator[str]:
    ways = cycle(product(_PARTS["handlers"], _PARTS["attributes"]))
    for number, (element, (handler, form)) in enumerate(product(_PARTS["elements"].split(), islice(ways, 9))):
        named = form.replace("{h}", handler).replace("{e}", element).replace("{E}", element.upper())
        yield _AROUND[number % 2].replace("{}", _filled(named))


def _links() -> Iterator[str]:
    for scheme, form in product(_PARTS["schemes"], _PARTS["links"]):
        yield _filled(form, _filled(scheme))


def _others() -> Iterator[str]:
    for around, form in product(_AROUND[:4], _PARTS["others"]):
        yield around.replace("{}", _filled(form))
