# Everything runs from a fresh clone with Python 3.11 and make: no root, no compiler, no system package.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check --retries 10 install --no-compile
HASHED := --no-deps --require-hashes -r
STAMP  := $(VENV)/.installed
# Twice the two cores of a small machine: many tests wait for browsers, services and time.
TEST_PROCESSES ?= 4

# Of 22,000 modules installed few are used: these are compiled at their first use, wherever the environment
# would have it otherwise (the demo and the tests start many processes).
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help install demo test browser torture samples assets lock clean

help:
	@echo 'make demo     install into .venv and run the main job on the shipped samples'
	@echo 'make test     linters, types, import contracts and tests'
	@echo 'make install  install into .venv only'
	@echo 'make torture  10,000 files while everything is killed at random (hours)'
	@echo 'make samples  draw the samples again'
	@echo 'make assets   third-party files of the console again, from npm'
	@echo 'make lock     resolve requirements/lock.txt again'

install: $(STAMP)

# The OpenCV of the lock wants libGL.so.1; where a machine lacks it, the headless build goes over it.
$(STAMP): requirements/lock.txt requirements/headless.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo 'Python 3.11 is needed: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'Installing into $(VENV) (about 1.5 GB, some minutes) ...'
	$(PIP) $(HASHED) requirements/lock.txt
	$(BIN)/python -c 'import cv2' 2>/dev/null || $(PIP) --force-reinstall $(HASHED) requirements/headless.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP)
	$(BIN)/menshen demo --report report

# The types are checked beside the tests: alone they would keep one core for a minute.
test: $(STAMP) browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@$(BIN)/mypy & types=$$!; \
	  $(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile --no-loadscope-reorder; tests=$$?; \
	  wait $$types && exit $$tests

# The pages are tried in the system's Chromium; where there is none and it cannot be installed, those tests skip.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get install -qq -y chromium >/dev/null; } \
	  || echo 'NO CHROMIUM HERE: THE BROWSER TESTS WILL BE SKIPPED (apt-get install chromium)' >&2

torture: $(STAMP)
	cd tests && ../$(BIN)/python -m torture --files 10000 --database sqlite
	cd tests && ../$(BIN)/python -m torture --files 10000 --database postgres

samples: $(STAMP)
	$(BIN)/python -m samples

assets: $(STAMP)
	$(BIN)/python -m api.console.vendoring

lock: $(STAMP)
	$(PIP) uv
	$(BIN)/uv pip compile --quiet --python $(BIN)/python pyproject.toml --group dev \
	  --generate-hashes --no-emit-index-url --no-header --output-file requirements/lock.txt

clean:
	rm -rf $(VENV) report
