"""ProperDocs, which goes on with MkDocs 1, over the same pages."""

from dataclasses import replace

from benchmarks.generators import stock

GENERATOR = replace(
    stock.GENERATOR,
    key="properdocs",
    name="Material for ProperDocs",
    build=("properdocs", "build", "--quiet", "--config-file", "mkdocs.yml"),
    serve=("properdocs", "serve", "--livereload", "--quiet", "--dev-addr", "127.0.0.1:{port}", "--config-file", "mkdocs.yml"),
)
