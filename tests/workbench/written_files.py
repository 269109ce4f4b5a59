"""What an item can hold when it is written, for both programs that write it: ours and the script of the form."""

import json

from hypothesis import strategies as st

from tests.workbench.building import ROOT

CASES = json.loads((ROOT / "tests/contribute/item_file.json").read_text(encoding="utf-8"))

HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\r\n\t \x00\x85\u202e\u2028\ufeff\u0301-:#'\"\\|>&*!%@`{}[],~nN=abc")), max_size=40
)
WORDS = st.sampled_from(
    ["no", "yes", "null", "true", "2022", "2022-01-01", "een-slug", "---", "- a", "? b", "...", "|-", "a: b", "\n\u0301", "\u2028\u0307"]
)
TEXTS = st.one_of(HOSTILE, WORDS, st.lists(st.one_of(HOSTILE, WORDS), min_size=2, max_size=3).map("\n".join))
SCALARS = st.one_of(TEXTS, st.integers(), st.booleans(), st.none())
KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True).filter(lambda key: key not in {"n", "y", "null"})
MAPPINGS = st.dictionaries(KEYS, st.one_of(SCALARS, st.lists(SCALARS, max_size=3)), max_size=3)
FIELDS = st.dictionaries(KEYS, st.one_of(SCALARS, st.lists(SCALARS, max_size=4), MAPPINGS, st.lists(MAPPINGS, max_size=3)), max_size=5)
