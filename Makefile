# Needs Python 3.11 or newer, with pip and venv. `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATE ?= $(shell git log -1 --format=%cs 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help test check fix demo score score-record bench bench-book lock clean

help: ## List the targets.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# The environment: pinned packages, each with its hash, then this package itself. Rebuilt when the lock or the project changes.
$(READY): requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "pledgebook needs Python 3.11 or newer; name one: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

test: check ## Check style and types, then run every test.
	$(BIN)/python -m pytest

check: $(READY) ## Style and types only.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(READY) ## Let ruff repair what it can.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

demo: $(READY) ## Keep the seven example documents in a new book and print the brief.
	@rm -rf build/demo && mkdir -p build/demo
	$(BIN)/pledgebook add examples --book build/demo/demo.pledge
	$(BIN)/pledgebook brief AZ UZ --book build/demo/demo.pledge --on 2026-04-01

score: $(READY) ## Hold reader and verdicts against the gold of evaluation/ (and ../shared/gold, where that is).
	$(BIN)/python evaluation/score_reader.py
	$(BIN)/python evaluation/score_judging.py

score-record: $(READY) ## The same, with a line in evaluation/history.csv where the score moved. DATE=2026-01-31 sets its day.
	$(BIN)/python evaluation/score_reader.py --record "$(DATE)"

bench: $(READY) ## Measure speed and memory; nothing passes or fails.
	$(BIN)/python evaluation/bench.py

bench-book: $(READY) ## Measure a book of a million claims; takes some ten minutes and 2 GB. DOCUMENTS=1000 makes a small one.
	$(BIN)/python evaluation/bench_book.py --documents $(or $(DOCUMENTS),50000)

lock: ## Resolve requirements/dev.lock anew from pyproject.toml and requirements/dev.in.
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --no-config --universal --python-version 3.11 --upgrade --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements/dev.lock pyproject.toml requirements/dev.in

clean: ## Remove the environment and all that was built.
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
