"""What a build says at its end."""

import pytest

from geleerd.adapters.building.summary import redirects_sentences
from geleerd.locale.catalogue import catalogue
from geleerd.written.redirect_limits import CLOUDFLARE, GITLAB

LINE = "/l/{:05}/ /lessen/x/ 301\n"


def lines(count: int) -> str:
    return "# van de redactie\n\n" + "".join(map(LINE.format, range(count)))


CASES = [
    (lines(GITLAB.count), []),
    (lines(GITLAB.count + 1), ["GitLab Pages"]),
    (lines(10) + f"/{'x' * 900}\n" * 80, ["GitLab Pages"]),
    (lines(CLOUDFLARE.count), ["GitLab Pages"]),
    (lines(CLOUDFLARE.count + 1), ["GitLab Pages", "Cloudflare Pages"]),
    (f"/{'x' * CLOUDFLARE.longest}", ["Cloudflare Pages"]),
]


@pytest.mark.parametrize(("language", "words"), [("nl", "daar staat een pagina die doorstuurt"), ("en", "a page there leads on")])
@pytest.mark.parametrize(("text", "hosts"), CASES)
def test_redirects_that_not_every_host_reads_are_said(tmp_path, language, words, text, hosts):
    file = tmp_path / "_redirects"
    assert [*redirects_sentences(tmp_path, catalogue(language))] == []
    file.write_text(text)
    said = [*redirects_sentences(tmp_path, catalogue(language))]
    assert [sentence.partition(" leest" if language == "nl" else " does")[0] for sentence in said] == hosts
    assert all(words in sentence for sentence in said)
    count = sum(line.startswith("/") for line in text.splitlines())
    assert all(f"{count})" in sentence for sentence in said)
