# Everything runs in .venv, made from the pinned constraints; nothing is expected on the machine but Python, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check bench clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "riwaya needs Python 3.11 or newer; set PYTHON=..."; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(STAMP)  ## install, run the demo newsroom and print the path of its report
	$(BIN)/riwaya demo

check: $(STAMP)  ## style, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check  ## style, types and every test
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: $(STAMP)  ## print the measured figures (uses the data folder beside the project where it is present)
	$(BIN)/python -m bench

clean:  ## remove the environment
	rm -rf $(VENV)
