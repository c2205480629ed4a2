#!/bin/bash
# SPDX-License-Identifier: MIT
# fuzz: what fuzzing found stays fixed, and inputs that differ from that by a few
# mistakes, the same ones each time, hold what the targets assert.
# FEEDMILL_FUZZ_TIMES says how many of these.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
times=${FEEDMILL_FUZZ_TIMES:-200}
log=${TEST_TMP:-/tmp}/fuzz.$$
trap 'rm -f "$log"' EXIT
failures=0

for folder in tests/fuzz/finds/*/; do
	target=${folder%/}
	target=${target##*/}
	[ -e "tests/fuzz/fuzz_$target.c" ] || {
		echo "fuzz: $folder is of no target"
		failures=$((failures + 1))
	}
	"$BUILD/tests/fuzz/replay" -n "$times" "$target" "$folder"* \
	    >"$log" 2>&1 || {
		echo "fuzz: $target: exit status $?"
		tail -n 20 "$log"
		failures=$((failures + 1))
	}
done
for target in tests/fuzz/fuzz_*.c; do
	name=${target##*/fuzz_}
	[ -d "tests/fuzz/finds/${name%.c}" ] || {
		echo "fuzz: $target has no finds"
		failures=$((failures + 1))
	}
done
[ "$failures" = 0 ]
