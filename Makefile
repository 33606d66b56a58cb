# Copyright 2026 The Insignia Authors
# SPDX-License-Identifier: Apache-2.0

VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
FUZZTIME ?= 1m

# Packages whose tests keep golden files: those that take the -update flag.
GOLDEN = $(shell go list -f '{{range .TestImports}}{{println $$.ImportPath .}}{{end}}{{range .XTestImports}}{{println $$.ImportPath .}}{{end}}' ./... | awk '$$2 == "insignia/internal/frametest" {print $$1}' | sort -u) ./internal/frametest

.PHONY: build test race lint fuzz bench golden shots dist e2e clean

build: ## the program, in this folder
	go build -trimpath -ldflags '-X main.version=$(VERSION)' -o insignia$(shell go env GOEXE) .

test:
	go test ./...

race:
	go test -race -short ./...

lint:
	@bad=$$(gofmt -l .); if [ -n "$$bad" ]; then echo "gofmt would change:"; echo "$$bad"; exit 1; fi
	go vet ./...
	staticcheck ./...

fuzz: ## every fuzz target for FUZZTIME, one after the other
	@go test -list '^Fuzz' ./... | awk '/^Fuzz/ {n[++i] = $$1} /^ok/ {for (j = 1; j <= i; j++) print $$2, n[j]; i = 0}' | \
	while read -r pkg name; do \
		echo "== $$pkg $$name"; go test "$$pkg" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) || exit 1; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...

golden: ## rewrites golden files; read the difference before you commit it
	go test $(GOLDEN) -update

shots: ## redraws the pictures of the documentation
	go test ./tui -run '^TestShots' -update

dist: ## archives for every system, in dist/
	go run ./internal/dist -o dist -version $(VERSION)

e2e: build
	.ci/e2e.sh ./insignia

clean:
	rm -rf dist insignia insignia.exe
