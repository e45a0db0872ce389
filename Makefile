# Weir: build, test and measure. `make setup run-sample` on a fresh machine, then `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD = $(SWIFT) build -c release --static-swift-stdlib
WEIR = .build/release/weir
# What is linted and formatted.
SOURCES = Package.swift Sources Tests Benchmarks

# apt packages that the build needs: ICU's and xxHash's headers, and what reads XML and JSON.
PACKAGES = libicu-dev libxxhash-dev libexpat1-dev libjansson-dev
# What bench-check counts with: valgrind, and strip.
CHECK_PACKAGES = valgrind binutils
BENCH = .build/release/weir-bench
# Inputs of the benchmarks and runs that are not kept. BENCH_OPTIONS="--output Benchmarks/Runs/DATE-NAME" keeps one;
# --threshold, --runs and the like go there too.
BENCH_DATA = .build/bench
BENCH_OPTIONS ?=
LIST_OPTIONS = $(foreach list,$(wildcard $(BENCH_DATA)/lists/*00.csv $(BENCH_DATA)/lists/whole.csv),--list $(list))
SHARED_LISTS = $(or $(WEIR_SHARED),../shared/data)/lists

.DEFAULT_GOAL := build
.PHONY: setup bench-setup build bench-build install run-sample test test-shared test-long lint format check clean
.PHONY: bench bench-data bench-lists bench-scale bench-stages bench-check bench-keep

# Standard output is the sample's hits alone, so whatever else a target prints goes to standard error.
define install-packages
@missing=; for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  echo "installing$$missing" >&2; \
  { $$sudo apt-get update && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y $$missing; } >&2; \
fi
endef

setup:
	$(call install-packages,$(PACKAGES))

bench-setup:
	$(call install-packages,$(CHECK_PACKAGES))

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

bench-build: build
	@$(BUILD) --product weir-bench >&2

# Generated files with all names distinct and with 30 % new ones, and lists of growing size: of the shared data where it
# is, else of made-up names.
bench-data: bench-build
	mkdir -p $(BENCH_DATA)
	$(BENCH) generate --records 250000 --distinct 1 > $(BENCH_DATA)/distinct.csv
	$(BENCH) generate --records 1000000 --distinct 0.3 > $(BENCH_DATA)/zipf.csv
	if [ -d $(SHARED_LISTS) ]; then \
	  $(BENCH) lists --output $(BENCH_DATA)/lists \
	    --list $(SHARED_LISTS)/bis-entity-list/entity_list_in_weir_format.csv \
	    --sdn $(SHARED_LISTS)/ofac/sdn-2024-05-03.csv --alt $(SHARED_LISTS)/ofac/alt-2024-01.csv; \
	else \
	  $(BENCH) lists --output $(BENCH_DATA)/lists; \
	fi

# The short set, some minutes: the reader alone, and the command end to end on the built-in list and a large one.
bench: bench-data
	$(BENCH) parse $(BENCH_DATA)/distinct.csv
	$(BENCH) screen $(BENCH_DATA)/distinct.csv $(BENCH_DATA)/zipf.csv --seconds 2 --output $(BENCH_DATA)/run \
	  --list built-in --list $(BENCH_DATA)/lists/5000.csv $(BENCH_OPTIONS)

# All sizes of list.
bench-lists: bench-data
	$(BENCH) screen $(BENCH_DATA)/distinct.csv $(BENCH_DATA)/zipf.csv --output $(BENCH_DATA)/run-lists \
	  --list built-in $(LIST_OPTIONS) $(BENCH_OPTIONS)

# The cost of a name by the size of the list, and memory by the number of records.
bench-scale: bench-data
	$(BENCH) scale $(BENCH_DATA)/zipf.csv --output $(BENCH_DATA)/run-scale \
	  $(LIST_OPTIONS) $(BENCH_OPTIONS)

# What each stage takes: reading, index, screening, and matching by script.
bench-stages: bench-data
	$(BENCH) stages $(BENCH_DATA)/distinct.csv $(BENCH_DATA)/zipf.csv --output $(BENCH_DATA)/run-stages \
	  --list built-in --list $(BENCH_DATA)/lists/5000.csv $(BENCH_OPTIONS)

# Instructions and allocations a name, counted under valgrind, against Benchmarks/kept-figures.csv; no clock.
bench-check: bench-setup bench-build
	$(BENCH) check

# Keeps what bench-check counts now.
bench-keep: bench-setup bench-build
	$(BENCH) check --keep yes

check: lint test

clean:
	rm -rf .build
