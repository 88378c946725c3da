# Every command of this project. Each sets up what it needs; `make help` lists them.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   ?= site
PORT   ?= 8000

# The theme announces its end of life at every build; the pins in requirements.in say what we do about it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve test check fix question build site sheets decks zip diagrams search-eval vendor bench audit vulnerabilities zensical lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/serve.stamp ## set up, and serve the live site on http://127.0.0.1:8000
	@$(BIN)/python scripts/serve.py $(PORT)

test: $(VENV)/test.stamp ## set up, and run everything that must hold
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/validate.py
	@$(BIN)/python scripts/check_samples.py
	@$(BIN)/ruff check --quiet scripts tests
	@$(BIN)/pytest

check: $(VENV)/test.stamp ## check the pages and every sample in them (seconds, no browser)
	@$(BIN)/python scripts/check_samples.py; samples=$$?; $(BIN)/python scripts/validate.py && exit $$samples

fix: $(VENV)/test.stamp ## mend in the pages what can be mended mechanically
	@$(BIN)/python scripts/validate.py --fix

question: $(VENV)/test.stamp ## begin a question [TOPIC=security/iam TITLE="..." TYPE= LEVEL= ID= AFTER=]
	@$(BIN)/python scripts/new_question.py "$$TOPIC" "$$TITLE" --type "$$TYPE" --level "$$LEVEL" --id "$$ID" --after "$$AFTER"

build: $(VENV)/serve.stamp ## build the site into site/, refusing warnings
	@$(BIN)/python scripts/build_site.py --site $(SITE)

site: $(VENV)/test.stamp ## all that is published: the site with its sheets, its decks and a zip for the file system
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/build_site.py --site $(SITE) --downloads --sheets

sheets: $(VENV)/test.stamp ## build the site, and print its study sheets into site/pdf/ [TOPIC=security/iam]
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/build_site.py --site $(SITE) --sheets $(TOPIC)

decks: $(VENV)/test.stamp ## write Anki decks into site/decks/ [TOPIC=security/iam]
	@$(BIN)/python scripts/make_decks.py --site $(SITE) $(TOPIC)

zip: $(VENV)/test.stamp ## write the site for the file system into site/aloud.zip
	@$(BIN)/python scripts/make_zip.py --site $(SITE)

diagrams: $(VENV)/test.stamp node_modules/.package-lock.json ## draw new and changed diagrams, delete unused ones
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/draw_diagrams.py

search-eval: $(VENV)/test.stamp build ## type queries into the built site's search box, and the theme's [QUERIES=file]
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/search_eval.py --site $(SITE) $(QUERIES)

vendor: node_modules/.package-lock.json ## bundle the libraries that the site serves, from package.json
	@for part in search study; do \
	  node_modules/.bin/esbuild scripts/$$part/vendor/sources/*.mjs --bundle --minify --format=iife \
	    --log-level=warning --outdir=scripts/$$part/vendor; \
	  for package in $$(grep -ho 'from ".*"' scripts/$$part/vendor/sources/*.mjs | cut -d '"' -f 2); do \
	    echo "$$package $$(node -p "require('./node_modules/$$package/package.json').version")"; echo; \
	    cat node_modules/$$package/[lL][iI][cC][eE][nN][sS][eE]*; echo; done > scripts/$$part/vendor/LICENSES.txt; \
	done

bench: $(VENV)/test.stamp node_modules/.package-lock.json build ## measure, ours beside others, onto the page of the benchmarks [ONLY=build,search]
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python scripts/benchmarks/report.py --site $(SITE) $(if $(ONLY),--only $(ONLY))

audit: $(VENV)/test.stamp node_modules/.package-lock.json ## audit the published site: HTML, structured data, Lighthouse; and formatting
	@$(BIN)/python scripts/browser.py
	@$(BIN)/pytest tests/audits
	@$(BIN)/python scripts/audit.py

vulnerabilities: $(VENV)/test.stamp node_modules/.package-lock.json ## ask for known vulnerabilities of all that the locks name (needs a network)
	@$(BIN)/python scripts/audit.py vulnerabilities

zensical: $(VENV)/test.stamp ## build the same site with Zensical, the successor of MkDocs, into site-zensical/
	@$(BIN)/python scripts/make_zensical.py

lock: $(VENV)/test.stamp ## renew the locks from requirements.in and requirements-test.in
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --output-file requirements.txt requirements.in
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --output-file requirements-test.txt requirements-test.in

clean: ## remove everything that was made
	rm -rf $(VENV) site .site.new site-zensical .site-zensical.new node_modules .pytest_cache .ruff_cache

# --- Set-up ---------------------------------------------------------------------
# A stamp is written last, so an interrupted installation is done again.

no_packages = { echo "The packages of $(1) could not be installed, for the reason above: look at the network, and run this again."; exit 2; }

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed, and '$(PYTHON)' is not: run 'make PYTHON=python3.12 ...'"; exit 2; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "No virtual environment could be made: on Debian and Ubuntu, install python3-venv"; exit 2; }

$(VENV)/serve.stamp: requirements.txt | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt || \
	  $(call no_packages,requirements.txt)
	@$(MAKE) --no-print-directory $(VENV)/path.stamp
	@touch $@

$(VENV)/test.stamp: requirements-test.txt | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt || \
	  $(call no_packages,requirements-test.txt)
	@$(MAKE) --no-print-directory $(VENV)/path.stamp
	@touch $@ $(VENV)/serve.stamp

# Puts scripts/ on the path of the environment, so that MkDocs finds our Markdown extensions however it is started.
$(VENV)/path.stamp:
	@$(BIN)/python -c 'import pathlib, sysconfig; \
	  pathlib.Path(sysconfig.get_path("purelib"), "aloud.pth").write_text(str(pathlib.Path("scripts").resolve()))'
	@touch $@

node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed, and not here: install Node.js"; exit 2; }
	@npm ci --no-audit --no-fund || $(call no_packages,package-lock.json)
