"""The files that pages need besides HTML."""

from hashlib import sha256

from geleerd.render.theme_files import readers_of_forms

MARKED = "2dc4769dfde29f51c7aca1a539c6407c789c8ea644cf8b7d01ded28a9c1d800b"
"""SHA-256 of `lib/marked.umd.js` in marked 18.0.5, as its makers published it."""


def test_marked_is_the_file_of_its_makers():
    files = {file.path: file.content for file in readers_of_forms()}
    assert sha256(files["assets/scripts/vendor/marked.js"]).hexdigest() == MARKED


def test_the_readers_of_forms_say_whose_they_are():
    for file in readers_of_forms():
        assert b"https://github.com/" in file.content[:300], file.path
