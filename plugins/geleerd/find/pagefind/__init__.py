"""The files of an index as the browser's half of Pagefind reads them: bytes, made from documents."""
