# Two commands for a new machine: `make site` and `make test`. Nothing is needed but Python (3.11 or newer), git and make.
PYTHON ?= python3
MINUTES ?= 30
BIN := .venv/bin
# A browser on a busy machine may answer later than a test waits. What failed is tried once more, alone and in sight; what fails again has failed.
ONCE_MORE = echo "Once more, one after the other, what failed:" && $(BIN)/python -m pytest -n 0 -v --last-failed --last-failed-no-failures none
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test test-all check bench bench-full relevance spec trust sbom same pictures clean requirements
.DELETE_ON_ERROR:

site: .venv/site.ready ## build the site into site/, strictly, and follow its links
	$(BIN)/mkdocs build --strict
	$(BIN)/geleerd links site

serve: .venv/site.ready ## write with live reload: http://127.0.0.1:8000/
	$(BIN)/mkdocs serve --livereload

test: .venv/dev.ready ## tests, those in a browser too, without what is long by nature
	@sh .ci/browser
	$(BIN)/python -m pytest || { test $$? = 1 && $(ONCE_MORE); }

test-all: .venv/dev.ready ## every test: fresh environments, programs of others, processes that are killed
	@sh .ci/browser all
	$(BIN)/python -m pytest --long || { test $$? = 1 && $(ONCE_MORE) --long; }

check: .venv/dev.ready ## all linters
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@mkdir -p .cache
	@$(BIN)/python .github/scripts/names_in_templates.py > .cache/names_in_templates.py
	$(BIN)/vulture plugins/geleerd .cache/names_in_templates.py
	$(BIN)/geleerd check

bench: .venv/dev.ready ## speed beside Material for MkDocs and Hugo, in ten minutes, into benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

bench-full: .venv/dev.ready ## the same at three sizes beside seven generators, in some hours on a quiet machine
	$(BIN)/python -m benchmarks --full

relevance: .venv/dev.ready site ## how well readers find, beside Material and plain Pagefind, and what a query costs
	$(BIN)/python -m benchmarks.relevance

spec: .venv/dev.ready ## how many examples of a specification look as it says: make spec SPEC=<a spec.txt of CommonMark or GitHub>
	@test -n "$(SPEC)" || { echo "Which specification is this to be compared with? make spec SPEC=<file>"; exit 2; }
	$(BIN)/python -m benchmarks.commonmark $(SPEC)

trust: .venv/dev.ready ## what is too long for the tests: hostile input, killed builds, growing input, fuzzing; make trust PART=fuzz MINUTES=10
	@sh .ci/browser
	@test -n "$(filter-out fuzz,$(PART))" || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.txt
	MINUTES=$(MINUTES) $(BIN)/python -m benchmarks.trust $(PART)

sbom: .venv/dev.ready ## what comes along, as CycloneDX in build/sbom.json, and its licences in build/licences.md
	$(BIN)/python .github/scripts/sbom.py

same: .venv/dev.ready ## nothing a user sees differs from another commit: make same BASE=<commit>
	@test -n "$(BASE)" || { echo "Which commit is this to be compared with? make same BASE=<commit>"; exit 2; }
	$(BIN)/python -m benchmarks.same $(BASE) $(HEAD)

pictures: .venv/dev.ready site ## take the pictures of the README and the guide again
	$(BIN)/python .github/scripts/pictures.py

requirements: .venv/dev.ready ## renew the pinned versions, with hashes and without index addresses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
	  pyproject.toml requirements.in -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
	  pyproject.toml requirements.in --group dev -o requirements-dev.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet \
	  --group pyproject.toml:fuzz -o requirements-fuzz.txt

clean: ## remove what was built and installed
	rm -rf .venv site .site.* build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@echo "1/3  .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "This Python cannot make a virtual environment; on Debian: apt-get install python3-venv"; rm -rf .venv; exit 1; }

.venv/site.ready: .venv/bin/python requirements.txt pyproject.toml
	@echo "2/3  packages (pinned, with hashes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@echo "3/3  geleerd"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.ready: .venv/site.ready requirements-dev.txt
	@echo "     packages for tests and linters"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
