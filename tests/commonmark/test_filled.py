"""Pages of the staff say what the settings say."""

import pytest

from geleerd.commonmark.filled import filled
from geleerd.model.frozen import Frozen

WORDS = Frozen({"desk": "post@voorbeeld.example", "wie": "Leernetwerk *Zorg*", "web": "https://voorbeeld.example/a", "leeg": ""})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mail {{ desk }}.", "Mail [post@voorbeeld.example](mailto:post@voorbeeld.example)."),
        ("Van {{wie}}, {{ wie }}.", "Van Leernetwerk *Zorg*, Leernetwerk *Zorg*."),
        ("Zie {{ web }}.", "Zie [https://voorbeeld.example/a](https://voorbeeld.example/a)."),
        ("Bij {{ leeg }}.", "Bij **In te vullen: leeg**."),
        (
            "Een macro: {{ anders }}, {{ page.title }}, {{ desk | upper }}.",
            "Een macro: {{ anders }}, {{ page.title }}, {{ desk | upper }}.",
        ),
        ("Schrijf `{{ desk }}`.", "Schrijf `{{ desk }}`."),
    ],
)
def test_a_name_between_braces_says_its_words(written, said):
    assert filled(written, WORDS, "In te vullen") == said
