"""Forms, schemas and snippets that help people contribute, made from the declarations."""
