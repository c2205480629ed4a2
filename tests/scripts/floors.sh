#!/bin/bash
# SPDX-License-Identifier: MIT
# floors: the house is built as docs/ARCHITECTURE.md draws it.
#
# A folder of src includes its own headers and those of the floors below it; the
# rooms of base and of validate are floors too. A foreign library is included by
# one module, and by no header. A .c includes its own header first. No two files
# have the same name, no folder has too many files, no comment marks work that
# is left, and no character is looked for in a set by strchr. Code outside
# src/generators asks a generator for its properties and does not compare its
# name.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
failures=0

fail() {
	echo "floors: $*"
	failures=$((failures + 1))
}

# From the ground up.
floors=(base/core base/process base/text base/data base/time base/web base/image
	validate/tables validate/reading validate/types validate/vocabularies
	validate/engine generators config post
	content/codes content/html content/markdown content/links content/tags
	content/entry feed publish
	build/codes build/store build/site build/memory build/guard
	build/witness build/run build/adopt cli)
# Files in one folder: a list that a reader can survey.
MOST_FILES=30

# Prints the number of the floor of a path below src.
level() { # PATH
	local i

	for i in "${!floors[@]}"; do
		if [[ $1 == "${floors[i]}"/* ]]; then
			echo "$i"
			return
		fi
	done
	echo none
}

check_includes() { # FILE
	local own target there

	own=$(level "${1#src/}")
	[ "$own" != none ] || fail "$1 is on no floor"
	while read -r target; do
		target=${target#*\"}
		target=${target%\"*}
		there=$(level "$target")
		if [ ! -e "src/$target" ]; then
			fail "$1 includes $target, which is not a path below src"
		elif [ "$there" = none ] || [ "$there" -gt "$own" ]; then
			fail "$1 includes $target, which is on a floor above it"
		fi
	done < <(grep '^#include "' "$1")
}

check_own_header() { # FILE
	local header first

	[[ $1 == *.c ]] || return 0
	header=${1%.c}.h
	[ -e "$header" ] || return 0
	first=$(grep -m 1 '^#include' "$1")
	[ "$first" = "#include \"${header#src/}\"" ] ||
	    fail "$1 does not include $header first"
}

mapfile -t sources < <(find src -name '*.[ch]' -o -name '*.cpp' | sort)
[ ${#sources[@]} -gt 100 ] || fail 'found too few files'
for f in "${sources[@]}"; do
	check_includes "$f"
	check_own_header "$f"
done

twice=$(printf '%s\n' "${sources[@]##*/}" | sort | uniq -d)
[ -z "$twice" ] || fail "a name is there twice: ${twice//$'\n'/ }"
while read -r count folder; do
	[ "$count" -le $MOST_FILES ] ||
	    fail "$folder has $count files, more than $MOST_FILES"
done < <(printf '%s\n' "${sources[@]%/*}" | sort | uniq -c)

# A module here is one file.
libraries=(libxml/ yaml.h uuid/ cmark-gfm gumbo.h idn2.h jansson.h toml++/ sqlite3.h
	curl/ zlib.h brotli/ unicode/ utf8proc.h dlfcn.h)
for library in "${libraries[@]}"; do
	# An extension of cmark-gfm is a module of its own.
	users=$(grep -lF "#include <$library" -r src include |
	    grep -v '_extension\.c$' || :)
	[ "$(wc -w <<<"$users")" -le 1 ] ||
	    fail "<$library> is included by ${users//$'\n'/ }"
	[[ $users != *.h ]] || fail "<$library> is included by the header $users"
done

# Comments and the help texts of keys.h may name generators. base/text may too:
# its algorithms have the names of the programs that they come from.
mapfile -t names < <(grep -oP '^\tROW\(\K\w+' src/generators/generators.h |
    grep -v plain)
[ ${#names[@]} -gt 7 ] || fail 'found too few generators'
names+=(11ty)
forms=$(printf '%s|' "${names[@]}" "${names[@]^}" "${names[@]^^}")
mapfile -t users < <(grep -lE "${forms%|}" "${sources[@]}" |
    grep -v '^src/generators/\|^src/base/text/\|^src/config/keys\.h')
for f in "${users[@]}"; do
	if cc -fpreprocessed -dD -E -P "$f" 2>/dev/null |
	    sed -E 's/\b(SLUG|LETTERS)_\w+//g; s/^#include.*//' |
	    grep -P "(?<![A-Za-z])(${forms%|})(?![a-z])"; then
		fail "$f asks for a generator by its name"
	fi
done

# Texts can hold a NUL, which strchr finds at the end of each set.
if grep -n 'strchr("' -r src; then
	fail 'use char_is_one_of: strchr finds a NUL in every set'
fi
if grep -nE '\b(TODO|FIXME|XXX|HACK)\b' -r src include man Makefile; then
	fail 'something is left to do'
fi
for f in "${sources[@]}" include/*.h tests/unit/*.[ch]; do
	head -n 1 "$f" | grep -q 'SPDX-License-Identifier: MIT' ||
	    fail "$f does not begin with its license"
done
exit $((failures > 0))
