"""The code of a field says only what a program must fill in."""

import pytest

from geleerd.read.traces.office.parts.texts import is_plain_field

PLAIN = (
    *(
        ' TOC \\o "1-3" \\h \\z \\t "Kop 1 paars;1" ',
        " PAGEREF _Toc123456 \\h ",
        ' DATE  \\@ "dddd d MMMM yyyy"  \\* MERGEFORMAT ',
        ' STYLEREF  "Kop 1" ',
    ),
    *(
        " SEQ Tabel \\* ARABIC ",
        ' HYPERLINK "https://voorbeeld.nl/over?x=1" ',
        ' HYPERLINK \\l "_Toc12345678" ',
        " FORMTEXT ",
        " FILENAME \\p ",
        "",
    ),
    *(" MERGEFIELD Naam ", ' IF 1 = 1 "ja" "nee" ', ' = "M" "de heer" "mevrouw" '),
    *(
        " =SUM(ABOVE) ",
        ' SYMBOL 183 \\f "Symbol" \\s 10 \\h ',
        ' INDEX \\e " " \\c "2" \\z "1043" ',
        " CITATION Boe20 \\l 1043 ",
        ' SAVEDATE \\@ "dd-MM-yyyy" ',
    ),
)
TELLING = (
    *(
        'USERNAME "Wobke Terlingen"',
        "AUTHOR Wobke",
        'USERINITIALS "de baas"',
        "MERGEFIELD Wobke",
        "DOCVARIABLE naam",
        'INCLUDETEXT "https://voorbeeld.nl/a.docx"',
    ),
    *(
        'HYPERLINK "file:///P:/wobke/a.docx"',
        'HYPERLINK "https://bureau-my.sharepoint.com/personal/wobke/a"',
        'ADDIN ZOTERO_ITEM {"id":1}',
    ),
    *('IF 1 = 2 "ja" "Wobke Terlingen"', 'IF 1 = 2 "ja" "06-12345678"'),
    *('IF 1 = 2 "ja" "vertel het niemand"', 'INCLUDEPICTURE "C:\\\\Users\\\\wobke\\\\a.png"', 'QUOTE "vertel het niemand"'),
)


@pytest.mark.parametrize("code", PLAIN)
def test_a_field_of_a_program_passes(code):
    assert is_plain_field(code)


@pytest.mark.parametrize("code", TELLING)
def test_a_field_that_says_something_does_not(code):
    assert not is_plain_field(code)
