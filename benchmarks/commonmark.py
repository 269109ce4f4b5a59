"""How many examples of a specification look on the site as it says: `make spec SPEC=spec.txt`.

It reads any specification in CommonMark's format. Each example goes through the whole door of a body: the parser, the links, the sanitiser.
Its expected HTML goes through the sanitiser too. Compared are trees, without the targets of links and images; a first-level heading counts
as a second-level one, since a page has its own title. Exceptions have a reason in `commonmark_exceptions.yml`.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from geleerd import catalogue
from geleerd.model.documents import Body, Document
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.places.addresses import Addresses
from geleerd.texts.bodies import TextWriter, words_of
from geleerd.texts.body_links import LinkTable
from geleerd.texts.safe_html import safe_html
from tests.workbench.html_trees import tree

FENCE = "`" * 32
EXCEPTIONS = Path(__file__).with_name("commonmark_exceptions.yml")
WORDS = catalogue("nl")
WRITER = TextWriter(LinkTable({}, {}, frozenset(), {}, frozenset(), {}, Addresses(WORDS, "content")), words_of(WORDS))


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a specification, with its number in it."""

    number: int
    markdown: str
    html: str


def examples(specification: str) -> Iterator[Example]:
    """The examples, between a line of 32 backticks with the word `example` and a line of 32 backticks; a line with a dot parts the two."""
    number, inside, parts = 0, False, [""]
    for line in specification.splitlines(keepends=True):
        if not inside and line.startswith(f"{FENCE} example"):
            inside, parts, number = True, [""], number + 1
        elif inside and line.rstrip() == FENCE:
            inside = False
            yield Example(number, *(part.replace("→", "\t") for part in parts[:2]))
        elif inside and line == ".\n" and len(parts) == 1:
            parts.append("")
        elif inside:
            parts[-1] += line


def looks_as_it_says(example: Example) -> bool:
    """Whether the site shows an example as the specification has it."""
    if example.html == "<IGNORE>\n":
        return True
    expected = re.sub(r"(</?)h1\b", r"\1h2", example.html)
    shown = WRITER.body(Document(SourcePath("lessons/x.md"), {}, {}, Body(example.markdown)), Address("tips/x/")).html
    return tree(shown) == tree(safe_html(expected, lambda _tag, _written: None).html)


def version_of(specification: str) -> str:
    """The title, version and number of examples of a specification, as the exceptions name it: drafts keep the version of a release."""
    told = dict(re.findall(r"^(title|version): *'?([^'\n]*?)'?$", specification, re.MULTILINE)[:2])
    return f"{told.get('title', '')} {told.get('version', '')}, {sum(1 for _ in examples(specification))} examples".strip()


def report(specification: str, exceptions: Mapping[int, str]) -> tuple[str, bool]:
    """What to tell, and whether nothing failed but what has a reason, and every reason is still needed."""
    found = list(examples(specification))
    failed = {example.number for example in found if not looks_as_it_says(example)}
    wrong = sorted(failed - exceptions.keys())
    lines = [f"{len(found) - len(failed)} of {len(found)} examples; {len(failed & exceptions.keys())} exceptions with a reason"]
    lines += [f"  {number}: {exceptions[number]}" for number in sorted(failed & exceptions.keys())]
    lines += [f"example {number} fails" for number in wrong]
    lines += [f"exception {number} is no longer needed" for number in sorted(exceptions.keys() - failed)]
    return "\n".join(lines), not wrong and exceptions.keys() <= failed


def main() -> None:
    """Measure the specification in the file of the first argument."""
    specification = Path(sys.argv[1]).read_text(encoding="utf-8")
    version = version_of(specification)
    said, is_right = report(specification, yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8")).get(version, {}))
    print(f"{version}: {said}")
    sys.exit(not is_right)


if __name__ == "__main__":
    main()
