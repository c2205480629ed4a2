#!/bin/bash
# SPDX-License-Identifier: MIT
# citations: the feed rules, dialects, tests, files and headings that the
# source, the manuals and the documents cite exist. Then it breaks citations in
# a copy, and each of these errors must be found.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

check() { # FOLDER
	python3 tests/citations.py "$1" "$BUILD/feedmill" "$BUILD"/man/*.[15]
}

# Breaks a file of a copy, and expects a report with these words.
broken() { # FILE SED-SCRIPT WORDS
	cp "$tmp/copy/$1" "$tmp/kept"
	sed -i "$2" "$tmp/copy/$1"
	if cmp -s "$tmp/kept" "$tmp/copy/$1"; then
		echo "citations: '$2' changes nothing in $1"
		failures=$((failures + 1))
	elif check "$tmp/copy" >"$tmp/out" || ! grep -qF -- "$3" "$tmp/out"
	then
		echo "citations: '$2' in $1: expected '$3', got:"
		cat "$tmp/out"
		failures=$((failures + 1))
	fi
	cp "$tmp/kept" "$tmp/copy/$1"
}

check .
mkdir -p "$tmp/copy/tests" "$tmp/copy/.ci"
cp -R src include man docs bench ./*.md config.example Makefile LICENSE feeds \
    "$tmp/copy"
cp .ci/run "$tmp/copy/.ci"
for f in tests/*; do
	case $f in
	tests/cases|tests/sites) ln -s "$PWD/$f" "$tmp/copy/$f" ;;
	*) cp -R "$f" "$tmp/copy/tests" ;;
	esac
done
check "$tmp/copy"
rules=docs/FEED-RULES.md dialects=docs/DIALECTS.md
broken $rules 's/^### Rule 20: /### Rule 41: /' 'the numbers are'
broken $rules 's/^- \*\*Codes:\*\* `missing-guid`, /- **Codes:** /' \
    'rule 7: codes'
broken $rules 's/`characters-xml`/`no-such-case`/' \
    'there is no test no-such-case'
broken $rules 's/(#encoding)/(#encodings)/' 'no heading #encodings'
broken $dialects 's/^## D5 .*//' 'the numbers are'
broken $dialects 's/^| zola | one term.*//' 'D2: there is no row for zola'
broken include/feedmill.h '1s/$/ feed rule 77/' 'rule 77 is not in'
broken include/feedmill.h '1s/$/ DIALECTS.md, D1 and D17/' 'D 17'
broken include/feedmill.h '1s,$, base/core/none.h,' 'no src/base/core/none.h'
broken include/feedmill.h '1s/$/ RFC4287/' "'RFC4287'"
broken include/feedmill.h '1s,$,: IDEAS in feedmill.yaml(5),' \
    'no heading IDEAS'
broken README.md 's,docs/speed.md,docs/slow.md,' 'docs/slow.md'
broken tests/run '2s,$, docs/NONE.md,' 'there is no docs/NONE.md'
[ $failures = 0 ]
