"""`geleerd digest` as people run it, and where people are told to subscribe."""

import email
import re
import subprocess
from email.policy import SMTP

import pytest

from geleerd.adapters.commands.sharing.digest import DIGEST_FORMATS
from geleerd.adapters.settings.options import subscription_link
from tests.workbench.building import SMALL, Write, built, run

COMMAND = ["geleerd.adapters.commands.cli", "digest"]


def digest(folder, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run([*COMMAND, *words], folder, **environment)


@pytest.mark.parametrize("form", DIGEST_FORMATS)
def test_every_form_has_the_items_and_their_permalinks_the_same_each_time(write: Write, form):
    root = write({})
    result = digest(root, "--since", "2026-11", "--format", form)
    assert result.returncode == 0, result.stderr
    said = email.message_from_string(result.stdout, policy=SMTP).get_body().get_content() if form == "eml" else result.stdout
    assert "Begin klein en laat het groeien" in said
    assert "https://geleerd.example/l/a1b2c3/" in said
    assert "Nieuw in Proef" in said
    assert digest(root, "--since", "2026-11", "--format", form).stdout == result.stdout


def test_the_message_comes_from_the_desk(write: Write):
    config = (SMALL / "mkdocs.yml").read_text().replace("plugins: [geleerd]", "plugins:\n  - geleerd: {desk: redactie@proef.example}")
    message = email.message_from_string(digest(write({"mkdocs.yml": config}), "--since", "2026", "--format", "eml").stdout, policy=SMTP)
    assert (message["From"], message["Subject"], message["Date"]) == ("redactie@proef.example", "Nieuw in Proef", None)


def test_facets_narrow_and_can_be_given_more_than_once(write: Write):
    root = write({})
    wanted = ["--since", "2026", "--format", "text", "--network", "oost", "--network", "noord", "--theme", "borging", "--type", "tip"]
    result = digest(root, *wanted, "--programme", "samen-leren")
    assert result.returncode == 0, result.stderr
    assert "/l/a1b2c3/" in result.stdout
    assert "Alleen: Leernetwerk Oost, Groep Noord, Borging, Tips, Samen leren Tips -" in " ".join(result.stdout.split())
    assert "Samen leren" in result.stdout
    assert "/l/a1b2c3/" not in digest(root, "--since", "2026", "--format", "text", "--type", "lesson").stdout


@pytest.mark.parametrize("form", DIGEST_FORMATS)
def test_nothing_new_is_no_failure_and_is_said(write: Write, form):
    result = digest(write({}), "--since", "2027-01-01", "--format", form)
    assert result.returncode == 0
    message = email.message_from_string(result.stdout, policy=SMTP)
    bodies = [message.get_body([kind]).get_content() for kind in ("plain", "html")] if form == "eml" else [result.stdout]
    for body in bodies:
        assert "Niets nieuws in Proef" in body
        assert "In deze periode is niets toegevoegd. De nieuwste bijdrage is van 21 november 2026." in " ".join(body.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--since", "gisteren"), "“gisteren” is geen datum"),
        (("--since", "2026-13"), "“2026-13” is geen datum"),
        (("--since", "2026", "--until", "2026-02-30"), "“2026-02-30” is geen datum"),
        (("--since", "2026-11-22", "--until", "2026-11-21"), "eindigt (2026-11-21) voordat die begint (2026-11-22)"),
        (("--since", "2026", "--theme", "borgin"), "Thema “borgin” bestaat niet. Bedoelde je “borging”?"),
        (("--since", "2026", "--network", "zzz"), "Netwerk “zzz” bestaat niet. Kies uit: "),
        (("--since", "2026", "--programme", "zzz"), "Programma “zzz” bestaat niet. Kies uit: samen-leren."),
        ((), "Kies een periode: --last-month, of --since"),
        (("--last-month", "--since", "2026"), "Kies een periode"),
        (("--last-month", "--until", "2026"), "Kies een periode"),
        (("--since", "2026", "--type", "les"), "Soort “les” bestaat niet. Bedoelde je “lesson”?"),
    ],
)
def test_what_cannot_be_is_said_in_dutch(write: Write, words, said):
    result = digest(write({}), *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_without_an_address_there_are_no_links_to_make(write: Write):
    result = digest(write({}), "--since", "2026", SITE_URL="/")
    assert result.returncode == 2
    assert "site_url: https://" in result.stderr


def test_the_owners_own_template_of_the_mail_wins(write: Write):
    config = (SMALL / "mkdocs.yml").read_text().replace("name: material,", "name: material, custom_dir: eigen,")
    root = write({"mkdocs.yml": config, "eigen/digest/mail.html": "<p>Eigen: {{ digest.title }}</p>"})
    assert "<p>Eigen: Nieuw in Proef</p>" in digest(root, "--since", "2026").stdout


def test_the_footer_says_where_to_subscribe_when_that_is_known(built_root):
    root = built_root
    assert "Ontvang de nieuwsbrief" not in (root / "site/tips/index.html").read_text()
    config = (root / "mkdocs.yml").read_text()
    place = """https://proef.example/?a=1&b="><script>"""
    (root / "mkdocs.yml").write_text(config.replace("plugins: [geleerd]", f"plugins:\n  - geleerd: {{newsletter: '{place}'}}"))
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    for page in ("tips", "over", "nieuwsbrief"):
        html = (root / f"site/{page}/index.html").read_text()
        assert '<a href="https://proef.example/?a=1&amp;b=&#34;&gt;&lt;script&gt;">Ontvang de nieuwsbrief</a>' in html
        assert '"><script>' not in re.sub(r'<script type="module"', "", html)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("", ""),
        ("https://proef.example/nieuwsbrief?x=1", "https://proef.example/nieuwsbrief?x=1"),
        ("HTTP://proef.example", "HTTP://proef.example"),
        ("nieuws@proef.example", "mailto:nieuws@proef.example"),
        ("mailto:nieuws@proef.example", "mailto:nieuws@proef.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//elders.example", None),
        ("https:///pad", None),
        ("https://proef.example/een twee", None),
        ("nieuws@proef.example?bcc=x@elders.example", None),
        ("nieuwsbrief", None),
    ],
)
def test_only_the_web_and_mailboxes_are_places_to_subscribe(written, link):
    assert subscription_link(written) == link


def test_another_place_to_subscribe_stops_the_build_in_words_of_the_site(write: Write):
    config = (SMALL / "mkdocs.yml").read_text().replace("plugins: [geleerd]", "plugins:\n  - geleerd: {newsletter: 'javascript:alert(1)'}")
    result = built(write({"mkdocs.yml": config}))
    assert result.returncode == 1
    assert "“javascript:alert(1)” is geen plek om de nieuwsbrief te ontvangen." in result.stdout + result.stderr


def test_a_theme_is_known_by_its_former_name_too(write: Write):
    theme = (SMALL / "content/themas/borging.md").read_text().replace("\nname:", "\naliases: [/themas/vasthouden/]\nname:", 1)
    root = write({"content/themas/borging.md": theme})
    old, new = (digest(root, "--since", "2026", "--format", "text", "--theme", name) for name in ("vasthouden", "borging"))
    assert old.returncode == 0, old.stderr
    assert old.stdout == new.stdout


def test_the_last_month_is_the_one_that_is_over(write: Write):
    root = write({})
    november = digest(root, "--last-month", SOURCE_DATE_EPOCH="1796083200")  # 1 December 2026
    assert "/l/a1b2c3/" in november.stdout
    assert november.stdout == digest(root, "--since", "2026-11", "--until", "2026-11").stdout
    assert "van 1 oktober 2026 tot en met 31 oktober 2026" in digest(root, "--last-month", "--format", "text").stdout
