# Two commands: `make run` reads articles and serves the app; `make test` checks everything.
#
#   make run                     the sample articles in corpus/, into footnote.db
#   make run ARTICLES=folder     your own articles, into articles.db; QUESTION="…" asks yours first
#   make test                    formatting, lint, types, tests
#
# PYTHON names another interpreter (3.11 or newer): make run PYTHON=python3.13

PYTHON ?= python3
ARTICLES ?= corpus
QUESTION ?= $(if $(filter corpus,$(ARTICLES)),What is the population of Fresno?)
DB ?= $(if $(filter corpus,$(ARTICLES)),footnote.db,articles.db)

VENV := .venv
BIN := $(VENV)/bin
KB := $(BIN)/kb
INSTALL := PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
SOURCES := extract kb app tests

# For the shell, so that no quotation mark in them ends a word.
export ARTICLES QUESTION
run: export KB_DB := $(DB)

.PHONY: run articles test check format lint types tests docs lock clean

run: articles $(VENV)/installed
	@echo "Reading $$ARTICLES into $$KB_DB"
	@$(KB) add "$$ARTICLES" || test $$? -eq 1
	@echo
	@$(KB) ask "$$QUESTION" || true
	@echo
	@$(KB) serve

articles:
	@test -e "$$ARTICLES" || { \
	  echo "There is no folder '$$ARTICLES' here. Name yours: make run ARTICLES=path/to/folder" >&2; exit 1; }

test: $(VENV)/installed-test
	@$(MAKE) --no-print-directory check

check: format lint types tests

format: $(VENV)/installed-test
	$(BIN)/ruff format --check $(SOURCES)

lint: $(VENV)/installed-test
	$(BIN)/ruff check $(SOURCES)

types: $(VENV)/installed-test
	$(BIN)/mypy

tests: $(VENV)/installed-test
	$(BIN)/python -m pytest

docs: $(VENV)/installed-test
	$(BIN)/cog -r README.md app/help/schema.md

lock: $(VENV)/installed-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'
	@{ echo "# The versions that the two commands install; they have wheels for Python 3.11, 3.12 and 3.13."; \
	  echo "# Made by: make lock"; \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --extra test \
	    --no-header --no-annotate pyproject.toml; } > constraints.new && mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) footnote.db footnote.db-* articles.db articles.db-*

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what Footnote needs (a few minutes the first time)"
	@$(INSTALL) . || { echo "The packages could not be installed: see above. Is there a network?" >&2; exit 1; }
	@touch $@

$(VENV)/installed-test: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Footnote and what its tests need (a few minutes the first time)"
	@$(INSTALL) '.[test]' || { echo "The packages could not be installed: see above. Is there a network?" >&2; exit 1; }
	@touch $@ $(VENV)/installed

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Footnote needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "'$(PYTHON)' cannot make an environment. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
