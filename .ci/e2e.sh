#!/usr/bin/env bash
# Copyright 2026 The Insignia Authors
# SPDX-License-Identifier: Apache-2.0
#
# The whole program in a real terminal, as a person meets it.
#
#   .ci/e2e.sh [PROGRAM] [SCENARIO…]
#
# Every function called scenario_… below is a scenario. It runs in a folder of
# its own ($room), with its own store, and fails on the first thing that does
# not come. Nothing sleeps: sees and gone poll.
set -Eeuo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
shelf=$(mktemp -d)
socket=insignia-e2e-$$
server() { tmux -L "$socket" -f "$shelf/tmux.conf" "$@"; }
trap 'server kill-server 2>/dev/null || true; rm -rf "$shelf"' EXIT

export LC_ALL=C.UTF-8
unset NO_COLOR COLORTERM TMUX XDG_DATA_HOME INSIGNIA_STORE
cat >"$shelf/tmux.conf" <<'CONF'
set -g default-terminal "tmux-256color"
set -sg escape-time 10
set -g status off
set -g default-shell /bin/sh
CONF
server new-session -d -s spare "exec sleep 3600" # a server without sessions ends

# start NAME COLS ROWS COMMAND…: a terminal of that size that runs the command
# and then shows its exit code, as "[exit 0]".
start() {
	local name=$1 cols=$2 rows=$3
	shift 3
	current=$name
	printf '#!/bin/sh\ncd %q\n%s\necho "[exit $?]"\nexec sleep 3600\n' "$room" "$(printf '%q ' "$@")" >"$room/$name.sh"
	server new-session -d -s "$name" -x "$cols" -y "$rows" \
		-e HOME="$room" -e INSIGNIA_STORE="$room/insignia.db" "sh '$room/$name.sh'"
}

# keys KEY…: keys by the names tmux has for them: Enter, Escape, PPage, F1, C-c.
keys() { server send-keys -t "=$current:" "$@"; }

# type TEXT: the text, a key a character.
type() { server send-keys -t "=$current:" -l -- "$1"; }

# resize COLS ROWS
resize() { server resize-window -t "=$current:" -x "$1" -y "$2"; }

# screen: what the terminal shows.
screen() { server capture-pane -t "=$current:" -p; }

# sees TEXT: waits until the screen shows the text on one line.
sees() {
	local end=$((SECONDS + 10))
	while ! screen | grep -qF -- "$1"; do
		((SECONDS < end)) || fail "no \"$1\" within ten seconds"
		sleep 0.05
	done
}

# gone TEXT: waits until the screen no longer shows it.
gone() {
	local end=$((SECONDS + 10))
	while screen | grep -qF -- "$1"; do
		((SECONDS < end)) || fail "\"$1\" is still there after ten seconds"
		sleep 0.05
	done
}

# finish [CODE]: waits for the program's own end with that exit code.
finish() {
	sees "[exit ${1:-0}]"
	server kill-session -t "=$current"
}

fail() {
	echo "FAILED: $scenario: $1. The screen:" >&2
	screen | sed 's/^/  | /' >&2
	exit 1
}

# Starting, seeing the first question, leaving: the first ctrl+C says that all
# is saved, the second leaves, and the terminal is as it was.
scenario_first_screen() {
	start first 80 24 "$program"
	sees "What badge are you making?"
	sees "goes on"
	resize 40 12
	gone "Earner"
	sees "Skill"
	resize 120 40
	sees "What badge are you making?"
	keys C-c
	sees "Everything is saved"
	keys C-c
	finish 0
}

# A whole badge, answered, drawn, exported and checked, on the smallest screen.
scenario_whole_badge() {
	start badge 40 12 "$program"
	sees "What kind of badge is it?"
	keys Down Enter
	type "Map Curious"
	keys Enter
	sees "Who is it for?"
	type "Library visitors who use a phone map daily"
	keys Enter
	sees "Which organisation issues it?"
	type "Riverside Library"
	keys Enter
	type "https://library.example"
	keys Enter
	type "hello@library.example"
	keys Enter
	sees "Why would they want it?"
	type "The bench I added is on everyone's phone"
	keys Enter
	sees "What must they do, step by step?"
	type "Added or corrected one real place on OpenStreetMap"
	keys Enter
	type "Wrote two sentences on what was missing before"
	keys Enter Enter
	type "Link to the changeset and the note"
	keys Enter
	sees "Shape"
	keys NPage
	sees "Where next?"
	type "Open Data Curious"
	keys Enter Enter
	sees "What it says to a stranger"
	keys Enter
	keys Enter
	sees "Your files are in"
	keys C-c
	sees "Everything is saved"
	keys C-c
	finish 0
	[ -s "$room/map-curious/badge.json" ] || fail "no badge.json"
	[ -s "$room/map-curious/badge.svg" ] || fail "no badge.svg"
	"$program" check "$room/map-curious/badge.json" >/dev/null || fail "the exported badge is not valid"
}

# Two programs on one store: what one types, the other finds.
scenario_two_windows() {
	start one 80 24 "$program"
	sees "What badge are you making?"
	keys Enter
	type "Tea Host"
	keys Enter
	sees "saved"
	start two 80 24 "$program"
	sees "Your badges"
	sees "Tea Host"
	keys C-c C-c
	finish 0
	current=one
	keys C-c
	sees "Everything is saved"
	keys C-c
	finish 0
}

program=${1:-}
shift || true
if [ -z "$program" ]; then
	program=$shelf/insignia
	(cd "$root" && go build -o "$program" .)
fi
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
scenarios=("$@")
if [ ${#scenarios[@]} -eq 0 ]; then
	mapfile -t scenarios < <(declare -F | awk '$3 ~ /^scenario_/ {print $3}')
fi
for scenario in "${scenarios[@]}"; do
	room=$shelf/$scenario
	mkdir "$room"
	current=
	"$scenario"
	echo "ok  $scenario"
done
