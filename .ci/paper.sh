#!/usr/bin/env bash
# Copyright 2026 The Insignia Authors
# SPDX-License-Identifier: Apache-2.0
#
# Everything the program prints, in a browser: all samples in both languages,
# the longest answers allowed, nothing at all, on every paper.
#
#   .ci/paper.sh [PROGRAM] [FOLDER]
#
# Sheets and PDFs stay in FOLDER if there is one. Where a browser, Node.js or
# the tools of Poppler are missing it says so and is content.
set -Eeuo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
for tool in "$CHROMIUM" node npm pdftotext pdfinfo; do
	if ! command -v "$tool" >/dev/null; then
		echo "SKIPPED: paper in a browser: there is no $tool"
		exit 0
	fi
done
cp "$root/.ci/axe/package.json" "$root/.ci/axe/check.mjs" "$room/"
if ! (cd "$room" && npm install --silent --no-package-lock --no-audit --no-fund --ignore-scripts); then
	echo "SKIPPED: paper in a browser: axe-core and playwright-core cannot be installed"
	exit 0
fi

program=${1:-}
out=${2:-$room/out}
if [ -z "$program" ]; then
	program=$room/insignia
	(cd "$root" && go build -o "$program" .)
fi
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
mkdir -p "$out" "$room/answers"
out=$(cd "$out" && pwd)
(cd "$root" && go test ./export/print -run '^TestWriteTheLongestAnswers$' -count=1 -longest "$room/answers" >/dev/null)
export INSIGNIA_STORE=$room/insignia.db LC_ALL=C.UTF-8

# sheet PAGES NAME KIND ARGUMENT…: prints one; 0 pages are as many as it needs.
sheets=()
sheet() {
	local pages=$1 name=$2
	shift 2
	"$program" print "$@" -o "$out/$name.html" --force >/dev/null 2>&1 || "$program" print "$@" -o "$out/$name.html" --force
	sheets+=("$out/$name.html$([ "$pages" = 0 ] || echo "=$pages")")
}

samples=$root/designer/sample/badges
long=$room/answers
echo '{"team": "Table 4"}' >"$long/empty.json"
for lang in en es; do
	for paper in a4 a3 letter; do
		sheet 1 "canvas-$lang-$paper" canvas --lang "$lang" --paper "$paper"
	done
	for paper in a4 letter; do
		for file in "$samples"/*."$lang".json; do
			name=$(basename "$file" .json)
			sheet 0 "badge-$name-$paper" badge "$file" --paper "$paper"
			sheet 1 "flyer-$name-$paper" flyer "$file" --paper "$paper"
		done
		sheet 1 "cards-$lang-$paper" cards "$samples"/*."$lang".json --paper "$paper" --lang "$lang"
		sheet 0 "booklet-$lang-$paper" booklet "$samples"/*.json "$long/empty.json" --paper "$paper" --lang "$lang"
		for kind in badge flyer cards booklet; do
			sheet 0 "$kind-longest-$lang-$paper" "$kind" "$long/longest.$lang.json" --paper "$paper" --lang "$lang"
		done
	done
	for kind in badge flyer cards; do
		sheet 0 "$kind-empty-$lang" "$kind" "$long/empty.json" --lang "$lang"
	done
done
for kind in badge flyer cards booklet; do
	sheet 0 "$kind-oneword" "$kind" "$long/oneword.en.json"
done
(cd "$room" && node check.mjs ${2:+--pdf "$out"} "${sheets[@]}")
