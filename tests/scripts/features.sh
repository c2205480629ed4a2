#!/bin/bash
# SPDX-License-Identifier: MIT
# features: each cell of feedmill in the table of docs/features.md names tests
# that exist.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
table=docs/features.md
failures=0

fail() {
	echo "features: $*"
	failures=$((failures + 1))
}

# Whether a path is a test that tests/run runs.
is_test() { # PATH
	case $1 in
	tests/cases/*) [ -d "$1" ] ;;
	tests/unit/test_*.c) [ -f "$1" ] ;;
	tests/scripts/*.sh) [ -x "$1" ] ;;
	*) false ;;
	esac
}

check_row() { # LINE
	local feature cell link links cells

	cells=$(tr -cd '|' <<<"$1" | wc -c)
	IFS='|' read -r _ feature cell _ <<<"$1"
	[ "$cells" -eq 10 ] || fail "'$feature' has $((cells - 1)) cells, not 9"
	links=$(grep -oE '\]\([^)]*\)' <<<"$cell" || :)
	[ -n "$links" ] || fail "'$feature' names no test"
	while IFS= read -r link; do
		link=${link#'](../'}
		is_test "${link%)}" || fail "'$feature': ${link%)} is no test"
	done <<<"$links"
}

rows=0
while IFS= read -r line; do
	rows=$((rows + 1))
	[ "$rows" -le 2 ] || check_row "$line"
done < <(grep '^|' "$table")
[ "$rows" -ge 20 ] || fail "$table has $rows rows"
grep -qF "($table)" README.md || fail "the README does not lead to $table"
exit $((failures > 0))
