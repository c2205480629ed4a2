#!/bin/bash
# SPDX-License-Identifier: MIT
# floors: the house is built as it was designed.
#
# A folder of src includes headers of its own and of the floors below it. A
# foreign library is included by one module, and by no header. A .c begins with
# its own header. Nothing is left to do later.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
failures=0

fail() {
	echo "floors: $*"
	failures=$((failures + 1))
}

# From the ground up.
floors=(base config post content feed validate publish build cli)

level() {
	local i

	for i in "${!floors[@]}"; do
		[ "${floors[i]}" != "$1" ] || { echo "$i"; return; }
	done
	echo none
}

check_floors() { # FILE FOLDER
	local own target there line

	own=$(level "$2")
	while read -r line; do
		target=${line#*\"}
		target=${target%\"*}
		[[ $target == ../* ]] || continue
		target=${target#../}
		there=$(level "${target%%/*}")
		if [ "$there" = none ] || [ "$there" -ge "$own" ]; then
			fail "$1 includes $target"
		fi
	done < <(grep '^#include "' "$1")
}

check_own_header() { # FILE
	local header first

	[[ $1 == *.c ]] || return 0
	header=$(basename "${1%.*}").h
	[ -e "${1%.*}.h" ] || return 0
	first=$(grep -m 1 '^#include' "$1")
	[ "$first" = "#include \"$header\"" ] ||
	    fail "$1 does not include $header first"
}

for folder in src/*/; do
	name=$(basename "$folder")
	[ "$(level "$name")" != none ] || fail "$folder has no floor"
	for f in "$folder"*.[ch] "$folder"*.cpp; do
		[ -e "$f" ] || continue
		check_floors "$f" "$name"
		check_own_header "$f"
	done
done

# Module by module: html_tree.c and its folder's html*.c are one each.
libraries=(libxml/ yaml.h cmark-gfm gumbo.h idn2.h jansson.h toml++/ sqlite3.h
	curl/ zlib.h brotli/ unicode/ utf8proc.h dlfcn.h)
for library in "${libraries[@]}"; do
	users=$(grep -lF "#include <$library" -r src include || :)
	[ "$(wc -w <<<"$users")" -le 1 ] ||
	    fail "<$library> is included by ${users//$'\n'/ }"
	[[ $users != *.h ]] || fail "<$library> is included by the header $users"
done

if grep -nE '\b(TODO|FIXME|XXX|HACK)\b' -r src include man Makefile; then
	fail 'something is left to do'
fi
for f in src/*/*.[ch] src/*/*.cpp include/*.h tests/unit/*.[ch]; do
	[ ! -e "$f" ] || head -n 1 "$f" | grep -q 'SPDX-License-Identifier: MIT' ||
	    fail "$f does not begin with its license"
done
exit $((failures > 0))
