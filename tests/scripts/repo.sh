#!/bin/bash
# SPDX-License-Identifier: MIT
# repo: the committed feeds are those that the program writes, and no file is
# large.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
failures=0

fail() {
	echo "repo: $*"
	failures=$((failures + 1))
}

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	echo 'not a git checkout'
	exit 77
fi

if [ -n "$(git ls-files feeds)" ]; then
	"$BUILD/feedmill" -c config.example || fail "exit status $?"
	status=$(git status --porcelain feeds)
	[ -z "$status" ] || fail "a rebuild changes feeds:" $'\n'"$status"
else
	fail 'feeds is not committed'
fi

# The rules of .editorconfig, for all files except those whose bytes are
# compared. shellcheck disable=SC2016 # perl's variables
wrong=$(git ls-files -z ':!tests/cases' ':!tests/sites' ':!feeds' \
    ':!tests/blog' ':!bench/sites' ':!tests/agreement/*.tsv' \
    ':!tests/fuzz/finds' |
    xargs -0 perl -ne 'print "$ARGV:$.: ", /\r$/ ? "a carriage return" :
	/[ \t]$/ ? "blanks at the end" : "no line feed", "\n"
	if /[ \t\r]$/ || !/\n$/; close ARGV if eof')
[ -z "$wrong" ] || fail "not as .editorconfig has it:" $'\n'"$wrong"

git ls-files -z | while IFS= read -r -d '' f; do
	[ ! -f "$f" ] || [ "$(stat -c %s "$f")" -le 1000000 ] ||
	    echo "repo: $f has more than 1 MB"
done >"${TEST_TMP:-/tmp}/repo-large.$$"
if [ -s "${TEST_TMP:-/tmp}/repo-large.$$" ]; then
	cat "${TEST_TMP:-/tmp}/repo-large.$$"
	failures=$((failures + 1))
fi
rm "${TEST_TMP:-/tmp}/repo-large.$$"
exit $((failures > 0))
