# `make run` and `make test` are all that a fresh machine with a Swift toolchain needs.

SHELL := /bin/bash
.PHONY: run test dependencies bench compare fuzz race format lint docs artifacts

## Installs ICU's headers where they are missing, builds in release mode, and reads the pages in Fixtures/articles.
run: dependencies
	swift build -c release --product zhtext
	"$$(swift build -c release --show-bin-path)/zhtext" analyze Fixtures/articles/*

## The whole test suite. CONFIGURATION=release runs it optimised.
CONFIGURATION ?= debug
test: dependencies
	swift test -c $(CONFIGURATION) $(if $(filter release,$(CONFIGURATION)),-Xswiftc -enable-testing)

dependencies:
	@Scripts/install-dependencies

## Every benchmark; SUBJECT=WordTokenizationBenchmarks runs one.
bench: dependencies
	swift package --package-path Benchmarks benchmark $(if $(SUBJECT),--target $(SUBJECT))

## The comparisons with the peers, in a Python environment made from PyPI.
compare: dependencies
	for program in Benchmarks/Compare/[a-z]*.py; do \
	  case $$program in */common.py) ;; *) Scripts/peers $$program ;; esac || exit 1; \
	done

## Five minutes of libFuzzer over all engines; SECONDS_OF_FUZZING=60 for less.
SECONDS_OF_FUZZING ?= 300
fuzz: dependencies
	Scripts/fuzz $(SECONDS_OF_FUZZING)

## Thread Sanitizer over values of every engine that many threads share.
race: dependencies
	swift test --sanitize=thread --scratch-path .build-race --filter SharedValuesTests

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzzing

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzzing

## Every library's documentation, as DocC archives in .docs.
docs: dependencies
	Scripts/build-documentation

## Compiles the artifacts again from their sources (PyPI is asked for the two that are not in the repository).
artifacts: dependencies
	Scripts/compile-artifacts
