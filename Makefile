# Weir: build, test and measure. `make setup run-sample` on a fresh machine, then `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD = $(SWIFT) build -c release --static-swift-stdlib
WEIR = .build/release/weir
# What is linted and formatted.
SOURCES = Package.swift Sources Tests Benchmarks

# apt packages that the build needs: ICU's headers.
PACKAGES = libicu-dev

.DEFAULT_GOAL := build
.PHONY: setup build install run-sample test test-shared test-long lint format bench check clean

# Standard output is the sample's hits alone, so whatever else a target prints goes to standard error.
setup:
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing$$missing" >&2; \
	  { $$sudo apt-get update && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y $$missing; } >&2; \
	fi

build:
	@$(BUILD) --product weir >&2

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(WEIR) $(DESTDIR)$(PREFIX)/bin/weir
	$(WEIR) man > $(DESTDIR)$(PREFIX)/share/man/man1/weir.1

run-sample: build
	@$(WEIR) screen Data/sample-shipments.csv

# The tests need nothing outside the project; those on the shared data say that they were skipped where it is not.
test:
	$(SWIFT) test

# The checks on real lists and customs files; they fail where those are missing.
test-shared:
	@test -d "$${WEIR_SHARED:-../shared/data}" || { \
	  echo "test-shared: no $${WEIR_SHARED:-../shared/data}; set WEIR_SHARED to the folder of the shared data" >&2; \
	  exit 1; }
	$(SWIFT) test --filter '/shared'

# Everything that a normal run samples: all names, all mutants. Optimised, it takes some minutes.
test-long:
	WEIR_LONG_TESTS=1 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/long --filter Lossless

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

# The parser and the command end to end on a million generated records.
bench: build
	$(BUILD) --product weir-bench >&2
	.build/release/weir-bench generate > .build/generated.csv
	.build/release/weir-bench parse .build/generated.csv
	.build/release/weir-bench screen .build/generated.csv

check: lint test

clean:
	rm -rf .build
