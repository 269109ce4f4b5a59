"""The measure of the dialect: it reads examples as specifications write them, and tells which look otherwise."""

from benchmarks.commonmark import FENCE, Example, examples, report, version_of

SPECIFICATION = f"""---
title: Eigen proef
version: '1'
...
{FENCE} example
# een→twee
.
<h1>een→twee</h1>
{FENCE}

{FENCE} example anders
![](weg.png) <b
.
<p><img src="x" alt="" /> &lt;b</p>
{FENCE}

{FENCE} example
drie
.
<p>vier</p>
{FENCE}
"""


def test_examples_have_their_number_and_their_tabs():
    assert next(examples(SPECIFICATION)) == Example(1, "# een\ttwee\n", "<h1>een\ttwee</h1>\n")
    assert [example.number for example in examples(SPECIFICATION)] == [1, 2, 3]
    assert version_of(SPECIFICATION) == "Eigen proef 1, 3 examples"


def test_it_tells_what_differs_without_a_reason():
    assert report(SPECIFICATION, {}) == ("2 of 3 examples; 0 exceptions with a reason\nexample 3 fails", False)


def test_an_exception_has_a_reason_and_is_needed():
    assert report(SPECIFICATION, {3: "omdat"}) == ("2 of 3 examples; 1 exceptions with a reason\n  3: omdat", True)
    assert report(SPECIFICATION, {2: "onnodig", 3: "omdat"})[1] is False
