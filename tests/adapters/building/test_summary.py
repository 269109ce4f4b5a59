"""What a build says at its end."""

import pytest

from geleerd.adapters.building.summary import redirects_sentences
from geleerd.locale.catalogue import catalogue
from geleerd.written.redirect_limits import LONGEST_REDIRECT, MOST_REDIRECTS

LINE = "/l/{}/ /lessen/x/ 301\n"
FITS = "# van de redactie\n\n" + "".join(map(LINE.format, range(MOST_REDIRECTS)))


@pytest.mark.parametrize(("language", "words"), [("nl", "daar staat een pagina die doorstuurt"), ("en", "a page there leads on")])
@pytest.mark.parametrize(("more", "figure"), [(LINE.format("y"), MOST_REDIRECTS + 1), ("/" + "x" * LONGEST_REDIRECT, LONGEST_REDIRECT + 1)])
def test_redirects_that_not_every_host_reads_are_said(tmp_path, language, words, more, figure):
    file = tmp_path / "_redirects"
    assert [*redirects_sentences(tmp_path, catalogue(language))] == []
    file.write_text(FITS)
    assert [*redirects_sentences(tmp_path, catalogue(language))] == []
    file.write_text(FITS + more)
    (said,) = redirects_sentences(tmp_path, catalogue(language))
    assert words in said
    assert str(figure) in said
