.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The lock holds the build backend too, so that installing needs nothing more.
$(INSTALLED): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

build: $(INSTALLED) ## Build every topic into build/
	$(BIN)/packager build

test: $(INSTALLED) ## Run the tests
	$(BIN)/python -m pytest

format: $(INSTALLED) ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: $(INSTALLED) ## Check everything: format, lint, types, import contract, tests, office files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test
	$(BIN)/packager check

bench: $(INSTALLED) ## Measure speed and memory, as JSON
	$(BIN)/python -m tests.bench

gallery: build ## Draw contact sheets of decks and pages, compare with those accepted (ACCEPT=1 accepts)
	$(BIN)/python -m tests.gallery $(if $(ACCEPT),--accept)

lock: $(INSTALLED) ## Renew the locks from pyproject.toml (needs uv on the path)
	uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --universal -o requirements.lock
	uv pip compile pyproject.toml --extra cluster --group dev -c requirements.lock --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --universal -o .ci/cluster.lock

.PHONY: help build test format check bench gallery lock
