from markupsafe import Markup

from geleerd.model.declarations.part_types import Term
from geleerd.model.strings import Address
from geleerd.render.items.explained_terms import explained_terms

TERMS = [
    Term(term="leernetwerk", meaning="Een groep die \\<samen> leert."),
    Term(term="domeinoverstijgend samenwerkingsverband", abbreviation="DSV", meaning="Samen over grenzen."),
    Term(term="R&D", meaning="Onderzoek."),
]
PAGE = Address("tips/x/")


class _OnePage(dict[str, Address]):
    """A glossary on one page."""

    def __missing__(self, anchor: str) -> Address:
        return Address("begrippen/")


GLOSSARY = _OnePage()


def explained(*texts: str) -> list[str]:
    every = explained_terms(TERMS, GLOSSARY)
    return [str(every.on_page(PAGE, map(Markup, texts)).explained_in(text)) for text in texts]


def test_the_first_use_of_a_term_explains_itself_and_later_ones_do_not():
    (html,) = explained("<p>Een leernetwerk. Dat leernetwerk.</p>")
    link = '<a class="term" href="../../begrippen/#leernetwerk" title="Een groep die &lt;samen&gt; leert.">leernetwerk</a>'
    assert html == f"<p>Een {link}. Dat leernetwerk.</p>"


def test_a_term_is_known_at_the_start_of_a_sentence_but_not_inside_a_word():
    first, second = explained("<p>Leernetwerken en meta-leernetwerk.</p>", "<p>Leernetwerk.</p>")
    assert "class=" not in first
    assert ">Leernetwerk</a>" in second


def test_an_abbreviation_says_what_it_stands_for():
    (html,) = explained("<p>De DSV en dsv.</p>")
    assert '<abbr title="domeinoverstijgend samenwerkingsverband">DSV</abbr></a> en dsv.' in html


def test_links_headings_and_code_stay_as_they_are():
    text = "<h2>leernetwerk</h2><a href='x'>leernetwerk <b>leernetwerk</b></a><code>leernetwerk</code>"
    assert explained(text) == [text]


def test_attributes_and_character_references_are_no_text():
    text = '<span title="a > leernetwerk <img src=x>">x</span> &amp;leernetwerk; &lt;DSV&gt;'
    (html,) = explained(text)
    assert html.startswith('<span title="a > leernetwerk <img src=x>">x</span> &amp;')
    assert html.count("<img") == 1


def test_a_letter_that_folds_otherwise_is_left_alone():
    assert explained("<p>lee\u0131 leernetwer\u212a</p>")[0].startswith("<p>lee")


def test_terms_are_a_value_that_explains_the_same_every_time():
    terms = explained_terms(TERMS, GLOSSARY)
    assert terms == explained_terms(TERMS, GLOSSARY)
    assert hash(terms) == hash(explained_terms(TERMS, GLOSSARY))
    text = "<p>Een leernetwerk.</p>"
    assert terms.explained_in(text) == terms.explained_in(text) != text


def test_a_page_holds_only_the_terms_that_its_texts_use():
    every = explained_terms(TERMS, GLOSSARY)
    texts = ["Een Leernetwerk & meer", Markup("<p>De <code>DSV</code> en <a href='#'>R&amp;D</a>.</p>")]
    assert [word.word for word in every.on_page(PAGE, texts).words] == ["leernetwerk"]
    assert every.on_page(PAGE, ["Niets."]).words == ()


def test_another_term_changes_nothing_on_a_page_that_does_not_use_it():
    page = explained_terms(TERMS, GLOSSARY).on_page(PAGE, ["leernetwerk"])
    changed = [TERMS[0], Term(term="verandering", meaning="Iets anders."), TERMS[2]]
    assert explained_terms(changed, GLOSSARY).on_page(PAGE, ["leernetwerk"]) == page


def test_the_terms_of_a_page_explain_what_all_terms_explain_there():
    terms = [Term(term="netwerk", meaning="Mensen."), Term(term="lerend netwerk", abbreviation="LN", meaning="Wie leren."), *TERMS]
    every = explained_terms([*terms, Term(term="ln", meaning="Iets anders.")], GLOSSARY)
    whole = every.on_page(PAGE, [word.word for word in every.words])
    for text in map(Markup, ("<p>Een lerend netwerk, het LN.</p>", "<p>Een <b>lerend</b> Netwerk en ln</p>", "<p>R&amp;D netwerk</p>")):
        assert every.on_page(PAGE, [text]).explained_in(text) == whole.explained_in(text) != text


def test_a_term_leads_to_the_page_of_the_glossary_on_which_it_stands():
    pages = {TERMS[0].anchor: Address("begrippen/"), TERMS[1].anchor: Address("begrippen/pagina/2/")}
    terms = explained_terms(TERMS[:2], pages).on_page(PAGE, ["leernetwerk en DSV"])
    html = terms.explained_in("<p>Een leernetwerk en een DSV.</p>")
    assert 'href="../../begrippen/#leernetwerk"' in html
    assert 'href="../../begrippen/pagina/2/#domeinoverstijgend-samenwerkingsverband"' in html
