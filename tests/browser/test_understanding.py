"""What the search understands of a question, with words that the test gives it."""

import pytest

from geleerd.find.pagefind.index import index_files
from tests.workbench.search_files import document
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

WORDS = {
    "draagvlak": [3, "draagvlak"],
    "gedrag": [5, "drag gedrag"],
    "vlak": [2, "vlak vlakken"],
    "vervel": [2, "vervelen vervelend"],
    "leernetwerk": [9, "leernetwerk leernetwerken"],
    "leer": [40, "leer leren"],
    "netwerk": [50, "netwerk netwerken"],
    "groep": [30, "groep groepen"],
    "indeel": [1, "indeling indelen"],
    "steed": [4, "steeds"],
    "praat": [6, "praten praat"],
    "ken": [8, "kennen"],
    "kennismak": [7, "kennismaken"],
    "meedo": [5, "meedoen meedoet"],
    "zorg": [9000, "zorg"],
    "hulp": [8000, "hulp"],
}
FACTS = {
    "items": 100,
    "synonyms": [["kennismak", "leer ken"]],
    "stop": ["de", "doet", "eraan", "het", "mee", "niet", "te", "weinig"],
    "faint": ["steeds"],
    "idle": ["de hele tijd"],
    "negations": ["niet"],
    "particles": ["te", "in", "mee"],
    "spelled": "d",
    "accents": {"groepen": "gróépen"},
    "linking": ["s"],
    "longest": 60,
    "mark": "q",
}


def files() -> dict[str, dict]:
    found: dict[str, dict] = {}
    for term, (count, forms) in WORDS.items():
        for form in forms.split():
            held = found.setdefault(form[:2], {}).setdefault(term, [count, ""])
            held[1] = f"{held[1]} {form}".strip()
    return found


@pytest.fixture
def page(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("zoeken/")
        held = {f"words-{beginning}.json": words for beginning, words in files().items()}
        held["spelled-d.json"] = "de draagvlag drie"
        held["lexicon.json"] = FACTS | {"files": sorted(files())}

        def answer(route):
            name = route.request.url.rpartition("/")[2]
            route.fulfill(json=held[name]) if name in held else route.fulfill(status=404, body="")

        page.route("**/told/**", answer)
        yield page


def understood(page, question: str) -> dict:
    script = """async (question) => {
        const { Lexicon } = await import("/assets/scripts/search/lexicon.js");
        const { understand } = await import("/assets/scripts/search/query.js");
        return understand(question, await Lexicon.load(new URL("/told/", location.href)));
    }"""
    return page.evaluate(script, question)


def ways(page, question: str) -> list[list[str]]:
    return [["+".join(way["stems"]) for way in concept["ways"]] for concept in understood(page, question)["concepts"]]


def test_a_word_one_step_from_a_word_of_the_site_is_misspelt_before_it_is_a_compound(page):
    found = understood(page, "te weinig dragvlak")
    assert found["corrected"] == "te weinig draagvlak"
    assert found["concepts"][0]["ways"][0]["stems"] == ["draagvlak"]


def test_a_word_of_the_language_is_never_taken_for_another(page):
    found = understood(page, "draagvlag")
    assert found["corrected"] == ""
    assert "draagvlak" not in {stem for concept in found["concepts"] for way in concept["ways"] for stem in way["stems"]}


def test_what_could_be_meant_is_spelled_as_items_spell_it_and_looks_like_what_was_asked(page):
    assert understood(page, "groeepen")["corrected"] == "gróépen"
    script = """async (word) => {
        const { Lexicon } = await import("/assets/scripts/search/lexicon.js");
        return (await Lexicon.load(new URL("/told/", location.href))).alike(word);
    }"""
    assert page.evaluate(script, "kennismakelaar") == ["kennismaken"]
    assert page.evaluate(script, "leernetwerkbijeenkomsten") == ["leernetwerk", "leer"]  # its beginnings
    assert page.evaluate(script, "kennissenkringen") == []


def test_what_stands_before_a_form_in_a_compound_could_be_a_word(page):
    script = """async ([form, word]) => (await import("/assets/scripts/search/excerpt.js")).matcher([form])(word)"""
    compounds = [("groep", "groepsleider"), ("groep", "leergroepen"), ("leren", "lerende"), ("leren", "samenleren")]
    others = [("ouden", "houden"), ("meent", "gemeenten"), ("elfde", "dezelfde")]
    assert [pair for pair in (*compounds, *others) if page.evaluate(script, list(pair))] == compounds


def test_a_compound_that_nobody_wrote_is_its_parts(page):
    assert ways(page, "groepsindeling")[0] == ["groep+indeel"]
    assert understood(page, "groepsindeling")["corrected"] == ""


def test_iets_vervelends_is_vervelend(page):
    found = understood(page, "vervelends")
    assert found["concepts"][0]["ways"][0]["stems"] == ["vervel"]
    assert found["corrected"] == ""


def test_neighbours_that_are_one_word_of_the_site_are_also_asked_as_that_word(page):
    assert ["leernetwerk"] in [found[:1] for found in ways(page, "leer netwerk")]
    assert ["leernetwerk"] not in [found[:1] for found in ways(page, "leer het netwerk")]


def test_a_verb_whose_first_part_stands_apart_is_also_asked_as_one_word_and_small_words_alone_are_nothing(page):
    for question in ("delen we dat in", "delen het in, steeds", "in te delen"):
        assert any("indeel" in said for said in ways(page, question)), question
    assert understood(page, "de het te")["isSmall"]
    assert understood(page, "praten de hele tijd")["concepts"] == understood(page, "praten")["concepts"]


def meant_by(page, question: str, known: list[str]) -> list[str]:
    """The words whose vectors make that of a question, where these words have one."""
    script = """async ([question, known]) => {
        const { Lexicon } = await import("/assets/scripts/search/lexicon.js");
        const { Meaning } = await import("/assets/scripts/search/meaning.js");
        const lexicon = await Lexicon.load(new URL("/told/", location.href));
        lexicon.meaning = { dimensions: 1, beginnings: [] };
        const meaning = new Meaning(new URL("/told/", location.href), lexicon);
        const found = [];
        meaning.row = async (word) => known.includes(word) && found.push(word) && { weight: 1, numbers: [1] };
        await meaning.vector(question);
        return found.sort();
    }"""
    return page.evaluate(script, [question, known])


def test_a_verb_that_stands_apart_is_one_word_of_many_and_means_what_the_whole_verb_means(page):
    known = ["de", "doet", "groep", "mee", "meedoen"]
    assert understood(page, "de groep doet niet mee")["count"] == 2
    assert meant_by(page, "de groep doet niet mee", known) == ["de", "doet", "groep", "mee", "meedoen"]  # which has a vector
    assert meant_by(page, "wat doet de groep", known) == ["de", "doet", "groep"]


def test_a_word_that_says_little_weighs_little_but_is_asked(page):
    weights = [concept["weight"] for concept in understood(page, "steeds praten eraan")["concepts"]]
    assert weights == [pytest.approx(0.2), 1]
    assert ways(page, "steeds") == [["steed"]]


def test_a_result_that_says_it_in_other_words_alone_tells_which(page):
    script = """async ([question, marks]) => {
        const { Lexicon } = await import("/assets/scripts/search/lexicon.js");
        const { understand } = await import("/assets/scripts/search/query.js");
        const { alsoCalled } = await import("/assets/scripts/search/also.js");
        return alsoCalled(marks, (await understand(question, await Lexicon.load(new URL("/told/", location.href)))).also, marks.join(" ")) ?? null;
    }"""
    assert page.evaluate(script, ["Léren kennnen", ["Kennismaken"]]) == {
        "asked": "léren kennen",
        "said": "kennismaken",
    }  # as it is spelled, or should be
    assert page.evaluate(script, ["leren te kennen", ["Kennismaken"]])["asked"] == "leren te kennen"
    assert page.evaluate(script, ["leren kennen", ["Kennismaken"]]) == {"asked": "leren kennen", "said": "kennismaken"}
    assert page.evaluate(script, ["leren kennen", ["Kennismaken", "kennen"]]) is None  # it also says what was asked
    assert page.evaluate(script, ["kennismaken", ["Leren", "kennen"]]) is None  # "kennen" begins alike
    assert page.evaluate(script, ["groep", ["groepen"]]) is None


def test_a_phrase_of_the_glossary_is_one_concept(page):
    concepts = understood(page, "leren kennen")["concepts"]
    assert [["+".join(way["stems"]) for way in concept["ways"]] for concept in concepts] == [["leer+ken", "kennismak"]]
    assert ways(page, "kennismaken") == [["kennismak", "leer+ken"]]


def test_words_that_nearly_every_item_of_a_large_site_says_are_not_asked_beside_rarer_ones(page):
    assert ways(page, "zorg hulp groep") == [["hulp"], ["groep"]]
    assert ways(page, "zorg") == [["zorg"]]
    assert "zorg" in understood(page, "zorg hulp groep")["matches"]  # it is still marked


def saying(page, held: dict[str, list[int]]) -> tuple[bool, list[int]]:
    """Whether items say the whole of a concept of two parts, and which do, where the index holds these items by term."""
    script = """async (held) => {
        const { Engine } = await import("/assets/scripts/search/engine.js");
        const terms = async (term) => [[term, held[term].map((page) => [page, 24])]];
        const engine = new Engine({ pages: Array(5).fill(["", 9]), length: 9, newest: [], terms }, "");
        const { found, isWhole } = await engine.saying({ ways: [{ terms: ["a", "b"], stems: [], sure: 0.7 }] });
        return [isWhole, [...found.keys()].sort()];
    }"""
    return tuple(page.evaluate(script, held))


def test_either_part_of_a_compound_finds_only_when_no_item_has_both(page):
    assert saying(page, {"a": [1, 2], "b": [2, 3]}) == (True, [2])
    assert saying(page, {"a": [1], "b": [3]}) == (False, [1, 3])


def test_a_phrase_is_looked_for_in_all_items_that_hold_its_words_and_not_across_two_texts(page):
    script = """async () => {
        const { Lexicon } = await import("/assets/scripts/search/lexicon.js");
        const { withPhrases } = await import("/assets/scripts/search/fitting.js");
        const lexicon = await Lexicon.load(new URL("/told/", location.href));
        const texts = (id) => (id === 90 ? { title: "Over", names: "lef | de groep praat" } : { title: "De groep", summary: "Praat samen." });
        const read = [];
        const all = Array.from({ length: 99 }, (_, id) => ({ id, result: { data: async () => read.push(id) && { meta: texts(id) } } }));
        const holding = new Map(all.filter(({ id }) => id > 30).map(({ id }) => [id, 1]));
        const { found, isSaid } = await withPhrases("“groep praat”", { found: all.slice(0, 10), less: all.slice(10) }, lexicon, { term: async () => holding });
        return [found.map(({ id }) => id), isSaid, read.length];
    }"""
    assert page.evaluate(script) == [[90], True, 68]


def test_the_page_reads_what_the_build_writes_of_an_index(page):
    pages = range(300)  # numbers of one, two and three bytes, in one chunk and in others
    documents = [
        document(f"{at:03}/", {"eenq": (24,) * (1 + at % 30), "eend\u00e9q": (25, 240)}, facets={"type": ("tip",)}) for at in pages[::-1]
    ]
    documents += [
        document("999/", {f"{letter * 90}q": (72,) for letter in "abcdef"} | {"eenq": (1,)}, "2026-01-02", facets={"type": ("les",)})
    ]
    held = {file.path.rpartition("/")[2]: file.content for file in index_files(documents, "nl")}
    page.route("**/told/**", lambda route: route.fulfill(body=held[route.request.url.rpartition("/")[2]]))
    script = """async () => {
        const { Index } = await import("/assets/scripts/search/index.js");
        const { Engine } = await import("/assets/scripts/search/engine.js");
        const index = await Index.load(new URL("/told/", location.href));
        const engine = new Engine(index, new URL("https://example.org/kennis/"));
        const [ids, scores] = [[...await engine.having("type", "les")], await engine.term("eenq")];
        return { een: await index.terms("een"), ids, none: [...await engine.having("type", "vraag")].length, shown: await engine.items[7].data(),
            newest: engine.newest.map(({ id }) => id), best: [...scores].sort((a, b) => b[1] - a[1])[0][0], held: (await index.terms("a".repeat(90))).length };
    }"""
    found = page.evaluate(script)
    assert dict(found["een"]) == {
        "eend\u00e9q": [[at, 265] for at in pages],
        "eenq": [*([at, 24 * (1 + at % 30)] for at in pages), [300, 1]],
    }
    assert (found["ids"], found["none"], found["newest"], found["held"]) == ([300], 0, [300], 1)
    assert found["best"] % 30 == 29  # the most occurrences
    assert found["shown"] == {"url": "https://example.org/kennis/007/", "meta": {"title": "007/"}}
