#!/usr/bin/env bash
# Copyright 2026 The Insignia Authors
# SPDX-License-Identifier: Apache-2.0
#
# The packs for issuers, in a browser: whole badges copied from their sheets
# into forms, and the pages as paper is checked. All samples and a few drafts of
# odd shapes, for every platform.
#
#   .ci/copy.sh [FOLDER]
#
# Packs stay in FOLDER if there is one. Where a browser, Node.js or the tools
# of Poppler are missing it says so and is content.
set -Eeuo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
for tool in "$CHROMIUM" node npm pdftotext pdfinfo; do
	if ! command -v "$tool" >/dev/null; then
		echo "SKIPPED: packs in a browser: there is no $tool"
		exit 0
	fi
done
cp "$root"/.ci/axe/{package.json,check.mjs,copy.mjs} "$room/"
if ! (cd "$room" && npm install --silent --no-package-lock --no-audit --no-fund --ignore-scripts); then
	echo "SKIPPED: packs in a browser: axe-core and playwright-core cannot be installed"
	exit 0
fi

out=${1:-$room/out}
mkdir -p "$out"
out=$(cd "$out" && pwd)
(cd "$root" && go test ./export/pack -run '^TestWriteForms$' -count=1 -forms "$out" >/dev/null)

folders=()
pages=()
while read -r form; do
	folder=$(dirname "$form")
	folders+=("$folder")
	case $folder in # on paper one badge in each language, and what is longest
	*/bike-repair-buddy/* | */map-curious/* | */odd-1/oeb) pages+=("$folder/copy.html" "$folder/how-to.html") ;;
	esac
done < <(find "$out" -name form.json | sort)

# What the check is for, it finds.
broken() {
	rm -rf "$room/broken"
	cp -r "${folders[0]}" "$room/broken"
	sed -i "$2" "$room/broken/$3"
	if (cd "$room" && node copy.mjs broken >"$room/log" 2>&1) || ! grep -q "$4" "$room/log"; then
		echo "FAILED: the check lets pass: $1"
		cat "$room/log"
		exit 1
	fi
}
broken "a letter that is missing" '0,/<pre \(.*\)>Bike/s//<pre \1>ike/' copy.html 'click: “Badge name” got'
broken "a box that does not select whole" 's/user-select:all//g' copy.html 'click: '
broken "a box that keys do not reach" 's/ tabindex="0"//' copy.html 'keys: '
broken "a text over the limit" '0,/"limit": [0-9]*/s//"limit": 5/' form.json 'click: '
broken "a picture from elsewhere" 's|src="data:[^"]*"|src="elsewhere.png"|;s/<meta http-equiv[^>]*>//' copy.html 'asks for'

(cd "$room" && node copy.mjs "${folders[@]}")
(cd "$room" && node check.mjs "${pages[@]}")
