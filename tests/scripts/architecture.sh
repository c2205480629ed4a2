#!/bin/bash
# SPDX-License-Identifier: MIT
# architecture: docs/ARCHITECTURE.md names every folder of src, has the floors
# in their order, and names only functions that exist. citations.sh checks that
# its paths exist.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT

# Prints the names in back quotes in a text that match an extended expression.
names() { # EXPRESSION
	grep -oE "\`$1\`" | tr -d '`()' || :
}

# Whether a function is defined in one of the files: its name begins a line.
defines() { # FUNCTION FILE...
	grep -qE "^$1\\(" "${@:2}"
}

check() { # MAP
	local folder function file line sources

	mapfile -t sources < <(find src -name '*.c')
	while read -r folder; do
		grep -qF "\`$folder\`" "$1" || echo "$folder is not named"
	done < <(find src -mindepth 1 -type d)
	# The floors must have the order of floors.sh.
	while read -r folder; do
		grep -n "^| \`src/$folder\` |" "$1" | cut -d: -f1 || :
	done < <(sed -n '/^floors=(/,/)/p' tests/scripts/floors.sh |
	    sed 's/floors=(//; s/)//' | xargs -n1) >"$tmp/order"
	sort -n -c "$tmp/order" 2>/dev/null ||
	    echo 'the floors are in another order'
	while read -r function; do
		defines "$function" "${sources[@]}" ||
		    echo "there is no function $function()"
	done < <(names '[a-z_]+\(\)' <"$1")
	# If a row names functions and one file, the file defines the functions.
	while read -r line; do
		file=$(names 'src/[a-z_/]+\.c' <<<"$line")
		[ "$(wc -w <<<"$file")" = 1 ] || continue
		while read -r function; do
			[ -e "$file" ] && defines "$function" "$file" ||
			    echo "$function() is not in $file"
		done < <(names '[a-z_]+\(\)' <<<"$line")
	done < <(grep '^|' "$1")
}

broken() { # SED-SCRIPT WORDS
	sed "$1" docs/ARCHITECTURE.md >"$tmp/map"
	check "$tmp/map" >"$tmp/out"
	grep -qF "$2" "$tmp/out" ||
	    { echo "architecture: '$1' is not found"; exit 1; }
}

check docs/ARCHITECTURE.md >"$tmp/out"
if [ -s "$tmp/out" ]; then
	sed 's/^/architecture: /' "$tmp/out"
	exit 1
fi
broken 's,`src/post/ledger`,,' 'src/post/ledger is not named'
broken 's/build_run()/build_walk()/' 'there is no function build_walk()'
broken 's,src/build/run/build.c,src/build/run/entries.c,' \
    'build_run() is not in src/build/run/entries.c'
broken 's,^| `src/cli`,| `cli`,; s,^| `src/config`,| `src/cli`,;
    s,^| `cli`,| `src/config`,' 'the floors are in another order'
