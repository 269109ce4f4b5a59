"""The files of an index in the form of Pagefind's: bytes, made from documents."""
