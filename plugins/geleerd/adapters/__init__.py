"""The outside world: MkDocs and the command line. No decisions are made here."""
