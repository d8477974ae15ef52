# make run    sets everything up and opens bcst
# make test   sets everything up and passes the tests
# On Windows without make: the PowerShell lines are in README.md.

VENV ?= .venv
PYTEST_ARGS ?= -n 2 --dist worksteal
UV ?= 0.13.9

ifeq ($(OS),Windows_NT)
    PYTHON ?= py
    BIN := $(VENV)/Scripts
    EXE := .exe
else
    PYTHON ?= python3
    BIN := $(VENV)/bin
    EXE :=
endif
PY := $(BIN)/python$(EXE)

export MAKECMDGOALS
export PYTHONUTF8 := 1
# Keep bytecode: each process of the tests would else compile all of bcst again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help set-up run test check lock bench torture screenshots clean

help:
	@echo make run: set up and open bcst
	@echo make test: set up and run the tests
	@echo make check: lint, types, import contracts and interview scripts
	@echo make bench, make torture, make screenshots: measure, try to break, draw
	@echo make torture ALL=1: every test in its longest form
	@echo make lock: pin the dependencies afresh, UPGRADE=--upgrade for newer ones
	@echo make clean: remove what was built or cached, ALL=--all for $(VENV) too

# Cheap when nothing has changed: tools/environment.py compares a digest and returns.
set-up:
	@$(PYTHON) tools/set_up.py $(VENV)

run: set-up
	@$(BIN)/bcst$(EXE)

test: set-up
	$(PY) -m pytest $(PYTEST_ARGS)

check: set-up
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(BIN)/lint-imports$(EXE)
	$(PY) -m bcst_tui scripts check

bench: set-up
	$(PY) -m tests.bench

torture: export BCST_TORTURE := $(if $(ALL),all,some)
torture: set-up
	$(PY) -m pytest $(PYTEST_ARGS) $(if $(ALL),tests,tests/torture)

screenshots: set-up
	$(PY) -m tools.screenshots

lock: set-up
	$(PY) -m pip install --quiet uv==$(UV)
	$(BIN)/uv$(EXE) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev $(UPGRADE) pyproject.toml -o requirements.lock

clean:
	$(PYTHON) tools/clean.py $(ALL)
