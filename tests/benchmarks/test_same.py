"""What `make same` calls the same is the same, and what differs is named with its place."""

import pytest

from benchmarks.same.compare import MOST, compared, told


@pytest.fixture
def tell(tmp_path):
    def compare(base, head):
        for side, files in (("base", base), ("head", head)):
            for name, content in files.items():
                path = tmp_path / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        return list(told(compared("site", tmp_path / "base", tmp_path / "head")))

    return compare


def test_the_same_files_are_told_in_one_line(tell):
    files = {"index.html": b"<p>Een</p>\n", "a/b.png": b"\x89PNG\xff"}
    assert tell(files, files) == ["site: 2 files the same"]


def test_a_text_that_differs_is_shown_at_the_first_line_and_place_that_differ(tell):
    base = {"a/index.html": b"<p>Een</p>\n" + b"x" * 200 + b"Twee\nDrie\n", "b.html": b""}
    head = {"a/index.html": b"<p>Een</p>\n" + b"x" * 200 + b"twee\nVier\n", "b.html": b""}
    shown = "x" * 40
    assert tell(base, head) == [
        "site: 1 of 2 files differ",
        "  a/index.html: line 2",
        f"    base …'{shown}Twee\\n'",
        f"    head …'{shown}twee\\n'",
    ]


def test_a_text_that_goes_on_and_an_end_of_line_are_differences(tell):
    assert tell({"x.txt": b"een\n"}, {"x.txt": b"een\ntwee"})[1:] == ["  x.txt: line 2", "    base (ends before)", "    head 'twee'"]
    assert tell({"x.txt": b"een\n"}, {"x.txt": b"een\r\n"})[1:] == ["  x.txt: line 1", r"    base 'een\n'", r"    head 'een\r\n'"]


def test_other_bytes_are_counted(tell):
    assert tell({"x.png": b"\x89abc"}, {"x.png": b"\x89abd\xff"})[1] == "  x.png: 4 and 5 bytes, which differ from byte 3"


def test_a_file_on_one_side_only_is_a_difference(tell):
    assert tell({"x.html": b"", "y.html": b""}, {"y.html": b"", "z.html": b""}) == [
        "site: 2 of 3 files differ",
        "  x.html: not in head",
        "  z.html: not in base",
    ]


def test_a_part_that_is_missing_altogether_differs(tell):
    assert tell({"x.html": b""}, {}) == ["site: 1 of 1 files differ", "  x.html: not in head"]


def test_what_many_texts_show_alike_hides_no_other_difference(tell):
    base = {f"{number:03}.html": b"Een\n" for number in range(MOST + 5)} | {"z.html": b"Drie\n"}
    head = {name: content.replace(b"Een", b"een").replace(b"Drie", b"Vier") for name, content in base.items()}
    assert tell(base, head) == [
        f"site: {MOST + 6} of {MOST + 6} files differ",
        f"  000.html: line 1 (so in {MOST + 4} more)",
        r"    base 'Een\n'",
        r"    head 'een\n'",
        "  z.html: line 1",
        r"    base 'Drie\n'",
        r"    head 'Vier\n'",
    ]


def test_many_differences_are_counted_after_the_first(tell):
    lines = tell({f"{number:03}.html": b"" for number in range(MOST + 5)}, {})
    assert len(lines) == 1 + MOST + 1
    assert lines[-1] == "  and 5 more"
