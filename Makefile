# Stateline's commands for people. `make help` lists them.

PREFIX ?= /usr/local
SWIFT ?= swift
# Static on Linux, so that the binary runs where no Swift is installed. macOS has the runtime.
RELEASE_FLAGS := -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
BINARY = $(shell $(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/stateline
DEMO ?= demo
TEST_FLAGS ?=
MUTANTS_FLAGS ?=

.PHONY: help setup build demo test checks mutants bench bless install wheel format lint docs docs-check catalogue clean

help: ## Show this list.
	@awk -F':.*## ' '/^[a-z]+:.*## /{ printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the development packages of libgraphviz and libyaml, if they are missing.
	@Scripts/setup

build: setup ## Build the release binary.
	$(SWIFT) build $(RELEASE_FLAGS) --product stateline

demo: build ## Lint every sample and draw each into a folder.
	@Scripts/demo "$(BINARY)" "$(DEMO)"

test: build ## Run all tests, those over STATELINE_SHARED included if it is set.
	STATELINE_BINARY="$(BINARY)" Scripts/test "$(SWIFT)" $(TEST_FLAGS)

bless: build ## Rewrite the expected outputs of the tests from what the program says now.
	STATELINE_BINARY="$(BINARY)" STATELINE_BLESS=1 Scripts/test "$(SWIFT)" $(TEST_FLAGS)

checks: build ## Check hooks, the wheel, CI files, completions, the manual page, guides and reports.
	@Scripts/checks "$(BINARY)"

mutants: setup ## Study which mutants of the accepted definitions of STATELINE_SHARED are reported.
	$(SWIFT) run mutants --survivors Tests/Mutants/survivors.md $(MUTANTS_FLAGS)

bench: build ## Compare with Python's json.loads, and one run over 1,000 files with 1,000 runs; print the figures.
	@Scripts/bench "$(BINARY)"
	@Scripts/bench-folder "$(BINARY)"

install: build ## Install the binary, its manual page and completions below PREFIX (default /usr/local).
	@for folder in bin share/man/man1 share/bash-completion/completions share/zsh/site-functions \
	  share/fish/vendor_completions.d; do install -d "$(DESTDIR)$(PREFIX)/$$folder" || exit 1; done
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/stateline"
	install -m 644 share/stateline.1 "$(DESTDIR)$(PREFIX)/share/man/man1/stateline.1"
	install -m 644 share/completions/stateline.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/stateline"
	install -m 644 share/completions/_stateline "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stateline"
	install -m 644 share/completions/stateline.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stateline.fish"

wheel: build ## Make a wheel for pip that holds the binary, in the folder dist/.
	@Scripts/wheel "$(BINARY)" dist

format: ## Format all sources.
	$(SWIFT) format -i --configuration .swift-format -r Package.swift Sources Rules Tests

lint: ## Check the format of all sources.
	$(SWIFT) format lint --strict --configuration .swift-format -r Package.swift Sources Rules Tests

docs: build ## Write what is made from the program: pages about rules, the manual page, completions, shown output.
	@Scripts/docs "$(BINARY)"
	@Scripts/refresh-readme "$(BINARY)"
	@Scripts/manual "$(BINARY)"

docs-check: build
	@Scripts/docs "$(BINARY)" --check
	@Scripts/refresh-readme "$(BINARY)" --check
	@Scripts/manual "$(BINARY)" --check

catalogue: ## Write what the AWS API models say from the version of botocore that the script pins.
	@Scripts/catalogue

clean: ## Remove what was built.
	$(SWIFT) package clean
	rm -rf "$(DEMO)" dist
