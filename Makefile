# Every target sets up what it needs first: a virtual environment and the pinned packages.
PYTHON ?= python3
FORMAT ?= text
VENV := .venv
BIN := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
COMPILE := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
WORKERS := -n auto --dist loadgroup
# `make site CARDS=yes` also draws a picture for each page; mkdocs.yml reads the variable.
DRAWING := $(if $(filter yes,$(CARDS)),$(VENV)/.cards)

.PHONY: site test test-all serve check fmt lint benchmark pins clean

site: $(RUNTIME) $(DRAWING)  ## Build the site and print where it is
	@$(BIN) -m generator build

test: $(DEV)  ## Run the tests, one worker for each processor
	@$(BIN) -m pytest -q $(WORKERS) $(ARGS)

test-all: $(DEV)  ## Run every test with more examples and coverage, as CI does
	@$(MAKE) --no-print-directory test ARGS='-m "" --hypothesis-profile=ci --cov --cov-report=term $(ARGS)'

serve: $(RUNTIME) $(DRAWING)  ## Preview the site; edits show within seconds
	@$(BIN) -m generator serve

check: $(RUNTIME) $(DRAWING)  ## Report every problem in notes and sources
	@$(BIN) -m generator check --format $(FORMAT) $(ARGS)

fmt: $(RUNTIME)  ## Make notes canonical
	@$(BIN) -m generator fmt

lint: $(DEV)  ## Check the code: ruff, mypy and import-linter
	@$(BIN) -m ruff check . && $(BIN) -m ruff format --check . && $(BIN) -m mypy && $(VENV)/bin/lint-imports

benchmark: $(DEV)  ## Time the generator against MkDocs on the same pages
	@$(BIN) -m tests.benchmarks.overhead $(ARGS)

pins:  ## Update the pinned dependencies and their hashes (needs uv)
	echo "flit_core>=3.11" | $(COMPILE) - -o requirements-build.txt
	for set in "-o requirements.txt" "--extra dev -o requirements-dev.txt" \
	  "--extra engines -o requirements-engines.txt"; do \
	  $(COMPILE) --no-strip-extras pyproject.toml $$set; \
	done
	printf '%s\n' pip-audit zizmor | $(COMPILE) --no-strip-extras -c requirements.txt - -o requirements-audit.txt
	printf '%s\n' "fonttools>=4.55" "resvg-py>=0.5" | $(COMPILE) -c requirements-dev.txt - -o requirements-cards.txt
	sed -i 's/^lxml\[html-clean\]/lxml/' requirements*.txt  # pip 23.2 fails on this extra, and needs the others

clean:  ## Remove build output, but not the environment
	rm -rf site site.next site.old
	find build/docs -mindepth 1 ! -name .gitignore -delete

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=…")'
	@echo "Making $(VENV) …" && $(PYTHON) -m venv $(VENV) && touch $@

$(RUNTIME): $(VENV)/.made requirements-build.txt requirements.txt pyproject.toml
	@test -e $(DEV) -a ! requirements.txt -nt $(DEV) || $(BIN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-build.txt -r requirements.txt
	@$(BIN) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.cards: $(RUNTIME) requirements-cards.txt
	@$(BIN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-cards.txt
	@touch $@

$(DEV): $(VENV)/.made requirements-build.txt requirements-dev.txt pyproject.toml
	@$(BIN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-build.txt -r requirements-dev.txt
	@$(BIN) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
