from geleerd.commonmark.prose import prose_lines


def test_every_line_has_its_words_without_code_html_and_targets():
    text = "# Kop\n\nZie [hier](a.md)  \nen `daar`, <b>ja</b>.\n\n- een\n  - *twee*\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n"
    lines = {number: " ".join(words.split()) for number, words in prose_lines(text)}
    assert lines == {0: "Kop", 2: "Zie hier", 3: "en , ja .", 5: "een", 6: "twee", 12: "ab", 14: "cd"}


def test_a_text_that_nobody_could_read_has_no_lines():
    assert prose_lines("> " * 5_000 + "x") == ()
