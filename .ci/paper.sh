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

# Four cards with as much as a quarter of a page takes are a page.
for paper in a4 letter; do
	for file in "$long"/quarter.*.json; do
		name=$(basename "$file" .json)
		for n in 2 3 4; do cp "$file" "$long/copy$n.json"; done
		sheet 1 "cards-$name-$paper" cards "$file" "$long"/copy?.json --paper "$paper"
	done
done

# A workshop with the longest title and place.
title=$(printf 'Insignias abiertas %.0s' 1 2 3 4 5 6)
"$program" workshop new --title "$title" --place "$title" --date 2026-09-28 --issuer-name "Biblioteca de la Ribera" >/dev/null
for paper in a4 letter; do
	for lang in en es; do
		sheet 1 "canvas-workshop-$lang-$paper" canvas --workshop "$title" --paper "$paper" --lang "$lang"
	done
done
for kind in badge flyer cards booklet; do
	sheet 0 "$kind-oneword" "$kind" "$long/oneword.en.json"
done

# What a workshop takes home has pages of its own.
for lang in en es; do
	for name in bike-repair-buddy map-curious meal-crew-member reading-circle; do
		"$program" --lang "$lang" new --sample "$name" >/dev/null
	done
done
"$program" import "$long/longest.es.json" >/dev/null
for lang in en es; do
	"$program" --lang "$lang" takehome "$out/takehome-$lang" --force >/dev/null 2>&1
	while read -r file; do sheets+=("$file"); done < <(find "$out/takehome-$lang" -name '*.html' | sort)
done

# What the check is for, it finds.
broken() {
	sed "s|</main>|$2</main>|" "$out/canvas-en-a4.html" >"$room/$1.html"
	if (cd "$room" && node check.mjs "$1.html=1" >"$room/log" 2>&1) || ! grep -q "$3" "$room/log"; then
		echo "FAILED: the check lets pass: $1"
		cat "$room/log"
		exit 1
	fi
}
broken script '<script>1</script>' 'has a <script>'
broken request '<img src="missing.png" alt=""/>' 'asks for'
broken link '<a href="https://example.org">x</a>' 'has href'
broken contrast '<p style="color:#ccc">Who is it for?</p>' 'axe color-contrast (serious)'
broken clipped '<p style="height:.5em;overflow:hidden">One<br/>two<br/>three</p>' 'over the edge'
broken wide '<p style="white-space:nowrap">'"$(printf 'wide %.0s' {1..90})"'</p>' 'over the page'
broken pages '<p style="break-before:page">Another page</p>' '2 pages, should be 1'

(cd "$room" && node check.mjs ${2:+--pdf "$out"} "${sheets[@]}")
