# Every command a contributor needs. Each does its own set-up; nothing has to be done before.
# `make help` lists them. Add words for the program behind one with ARGS="...".
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV ?= .venv
PYTHON ?=
ARGS ?=
# Tests run in as many processes as there are cores; PROCESSES=0 runs them in one, for a debugger.
PROCESSES ?= auto
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check --no-input install --progress-bar off
# A stamp is younger than the lock it stands for as long as the lock has not changed since.
RUN_STAMP := $(VENV)/.run
DEV_STAMP := $(VENV)/.dev
MODELS_STAMP := $(VENV)/.models
# A language model for the demonstration, as provider:model, such as MODEL=ollama:llama3.2.
MODEL ?=

.PHONY: help demo test check restore-drill format docs lock wheel image-test clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN_STAMP) $(if $(MODEL),$(MODELS_STAMP)) ## Start everything on this machine with a sample mailbox (Ctrl+C ends it)
	@$(VENV)/bin/foi-assistant demo $(if $(MODEL),--model $(MODEL)) $(ARGS)

test: $(DEV_STAMP) ## Run all tests, then show how many branches they took
	@$(PY) -m pytest --numprocesses $(PROCESSES) --maxprocesses 4 --cov --cov-report=term --cov-report=json:.coverage.json $(ARGS)
	@if [ -z "$(ARGS)" ]; then $(PY) scripts/branch_coverage.py .coverage.json; fi

check: $(DEV_STAMP) ## Check format, lint, types, who imports whom, house rules and docs
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	@# mypy loads the settings, which refuse names that are not theirs.
	env -u FOI_TESTS_REQUIRE_ALL -u FOI_TEST_POSTGRESQL_URL $(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(PY) scripts/house_rules.py
	$(PY) -m pytest --quiet tests/architecture tests/docs

restore-drill: $(DEV_STAMP) ## Destroy an installation under load, restore it, and show what came of it
	@$(PY) -m tests.e2e.restore_drill $(ARGS)

format: $(DEV_STAMP) ## Put all code into the house format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

docs: $(DEV_STAMP) ## Write the parts of the docs that the code knows best
	$(PY) -m scripts.docs_tables
	$(PY) -m scripts.worked_letter

lock: $(DEV_STAMP) ## Resolve the dependencies anew and write requirements/*.txt
	@$(PIP) uv
	sh scripts/lock.sh $(PY)

wheel: $(DEV_STAMP) ## Build the package into dist/
	$(PY) -m build --wheel --no-isolation

image-test: ## Build the image with buildah and try what is inside (root; takes minutes)
	python3 scripts/try_image.py $(ARGS)

clean: ## Remove what was built and installed here; data/ stays
	rm -rf $(VENV) dist build htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache \
		.hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment whose Python has gone (moved, upgraded) is made anew, stamps and all.
$(PY):
	@sh scripts/make_venv.sh $(VENV) $(PYTHON)

$(RUN_STAMP): requirements/base.txt requirements/build.txt pyproject.toml | $(PY)
	@echo "Installing the locked dependencies into $(VENV) (about a minute, once) ..." >&2
	@$(PIP) --require-hashes -r requirements/base.txt -r requirements/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(MODELS_STAMP): requirements/models.txt | $(RUN_STAMP)
	@echo "Installing what speaks with language models into $(VENV) (about a minute, once) ..." >&2
	@$(PIP) --require-hashes -r requirements/models.txt
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml | $(PY)
	@echo "Installing the locked dependencies and tools into $(VENV) (one to two minutes, once) ..." >&2
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN_STAMP) $(MODELS_STAMP)
