#!/bin/bash
# SPDX-License-Identifier: MIT
# docs: the example, the manuals and the README agree with the program.
set -eu -o pipefail
BUILD=${BUILD:-build}
feedmill=$(realpath "$BUILD/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "docs: $*"
	failures=$((failures + 1))
}

if ! command -v mandoc >/dev/null; then
	echo 'mandoc is missing'
	exit 77
fi

# Whether a line of a file equals the words, or contains them.
has_line() { grep -Fxq -- "$2" "$1"; }
has_text() { grep -Fq -- "$2" "$1"; }

# Fails if a pattern no longer finds its table.
at_least() { # FILE N WHAT
	[ "$(wc -l <"$1")" -ge "$2" ] || fail "found too few $3"
}

# Collects every key, option, command, token and name from its definition.
collect() {
	sed -n 's/^KEY("\([^"]*\)".*/\1/p' src/config/keys.h >"$tmp/keys"
	at_least "$tmp/keys" 25 keys
	sed -n 's/^\t\[OPTION_[A-Z_]*\] = {[^"]*"\([a-z-]*\)".*/\1/p' \
	    src/cli/option_table.c >"$tmp/options"
	at_least "$tmp/options" 20 options
	sed -n 's/^\t\.name = "\([a-z]*\)",$/\1/p' src/cli/cmd_*.c \
	    >"$tmp/commands"
	at_least "$tmp/commands" 7 commands
	sed -n 's/^\t{"\([a-z_]*\)", \(put_\|NULL\).*/\1/p' src/post/permalink/permalink_tokens.c \
	    >"$tmp/tokens"
	at_least "$tmp/tokens" 20 tokens
	sed -n '/names\[FIELD_COUNT\]/,/^};/p' src/post/read/field.c |
	    grep -o '"[A-Za-z_-]*"' | tr -d '"' >"$tmp/names"
	at_least "$tmp/names" 15 'names of front matter'
	sed -n 's/^DIAG(.*"\([a-z0-9-]*\)",$/\1/p' $(find src -name "*_codes.h") \
	    >"$tmp/codes"
	at_least "$tmp/codes" 30 codes
	# A row of the rules may have a line break after its level.
	tr -d '\n\t' <src/validate/tables/feed_rules.h | grep -o \
	    'RULE([A-Z0-9_]*, *DIAG_[A-Z]*, *"[a-z0-9-]*"' |
	    sed 's/.*"\(.*\)"/\1/' >"$tmp/rules"
	at_least "$tmp/rules" 100 rules
}

# Formats the manuals for a wide terminal, without overstrikes.
render() {
	local page

	for page in feedmill.1 feedmill-validate.1 feedmill.yaml.5; do
		mandoc -T ascii -O width=500 "$BUILD/man/$page" |
		    sed 's/.\x08//g' >"$tmp/$page"
		at_least "$tmp/$page" 100 "lines in $page"
	done
	"$feedmill" --help >"$tmp/help"
}

# Prints the keys of config.example as keys.h writes them; a key that is
# commented out with "# " counts too.
example_keys() {
	awk '{
		line = $0
		match(line, /^ */)
		depth = RLENGTH / 2
		line = substr(line, RLENGTH + 1)
		if (sub(/^# /, "", line) && match(line, /^ */)) {
			depth += RLENGTH / 2
			line = substr(line, RLENGTH + 1)
		}
		if (sub(/^- /, "", line)) # an item of a list
			part[depth++] = "*"
		if (!match(line, /^[a-z_-]+:/))
			next
		part[depth] = substr(line, 1, RLENGTH - 1)
		path = part[0]
		for (i = 1; i <= depth; i++)
			path = path "." part[i]
		print path
		if (sub(/^posts\.collections\.[a-z_]+\./,
		    "posts.collections.*.", path) ||
		    sub(/^feeds\.taxonomies\.[a-z_]+\./,
		    "feeds.taxonomies.*.", path) ||
		    sub(/^languages\.[a-z-]+\./, "languages.*.", path))
			print path
	}' config.example
}

check_keys() {
	local key

	example_keys >"$tmp/example-keys"
	while read -r key; do
		has_line "$tmp/example-keys" "$key" ||
		    fail "config.example does not name $key"
		grep -Eq "^ +${key//[.*]/[.*]}\$" "$tmp/feedmill.yaml.5" ||
		    fail "feedmill.yaml(5) does not have $key"
	done <"$tmp/keys"
}

# The config is still valid after any one key is uncommented.
check_example() {
	local line status copy=$tmp/example

	mkdir "$copy"
	cp -R tests "$copy"
	grep -En '^ *# [a-z_]+: ' config.example | cut -d: -f1 >"$tmp/lines"
	at_least "$tmp/lines" 5 'keys that are commented out'
	for line in '' $(cat "$tmp/lines"); do
		sed "${line:+${line}s/# //}" config.example \
		    >"$copy/feedmill.yaml"
		status=0
		"$feedmill" -C "$copy" check >"$tmp/out" 2>&1 || status=$?
		[ $status -gt 1 ] || continue
		fail "config.example${line:+ with line $line uncommented}:"
		cat "$tmp/out"
	done
}

# Prints the options with a row in a text, without those that all commands have.
option_rows() { # FILE
	sed -nE 's/^ +(-[a-zA-Z], )?--([a-z-]+)( .*)?$/\2/p' "$1" |
	    grep -vxE 'directory|quiet|verbose|version|help' | sort
}

# Prints the section of feedmill(1) about a command.
section() { # COMMAND
	awk -v name="   $1" '/^   ?[a-z]+$|^[A-Z]/ { is_in = $0 == name }
	    is_in' "$tmp/feedmill.1"
}

check_options() {
	local word

	while read -r word; do
		grep -Eq "^  $word " "$tmp/help" ||
		    fail "--help does not have $word"
		has_text README.md "\`$word\`" ||
		    fail "README.md does not have $word"
		"$feedmill" help "$word" >"$tmp/help-$word"
		section "$word" >"$tmp/section"
		at_least "$tmp/section" 8 "lines on $word in feedmill(1)"
		diff <(option_rows "$tmp/help-$word") \
		    <(option_rows "$tmp/section") ||
		    fail "feedmill(1) has other options of $word"
		diff <(grep -Eo '^ +[0-9]  ' "$tmp/help-$word" | tr -d ' ') \
		    <(grep -Eo '^ +[0-9]  ' "$tmp/section" | tr -d ' ') ||
		    fail "feedmill(1) has other exit statuses of $word"
	done <"$tmp/commands"
	diff <(option_rows "$tmp/help-validate") \
	    <(option_rows "$tmp/feedmill-validate.1" | uniq) ||
	    fail "feedmill-validate(1) has other options"
	while read -r word; do
		grep -Eq "^ +(-., )?--$word( |\$)" "$tmp"/help-* ||
		    fail "no help has --$word"
		grep -Eq "^ +(-., )?--$word( |\$)" "$tmp/feedmill.1" ||
		    fail "feedmill(1) does not have --$word"
	done <"$tmp/options"
}

check_prose() {
	local word

	while read -r word; do
		grep -Eq "^ .*:$word(,|  |\$)" "$tmp/feedmill.yaml.5" ||
		    fail "feedmill.yaml(5) does not have :$word"
	done <"$tmp/tokens"
	while read -r word; do
		grep -Ewq "^ +([A-Za-z_-]+, )*$word(, [A-Za-z_-]+)*(  .*)?" \
		    "$tmp/feedmill.yaml.5" ||
		    fail "feedmill.yaml(5) does not have $word"
	done <"$tmp/names"
	while read -r word; do
		grep -Eq "^ +$word \((note|warning|error)\)" \
		    "$tmp/feedmill.1" ||
		    fail "feedmill(1) does not have $word"
	done <"$tmp/codes"
	while read -r word; do
		grep -Eq "^ +$word \((note|warning|error)\)" \
		    "$tmp/feedmill-validate.1" ||
		    fail "feedmill-validate(1) does not have $word"
	done <"$tmp/rules"
}

check_lint() {
	local page

	for page in feedmill.1 feedmill-validate.1 feedmill.yaml.5; do
		mandoc -T lint -W warning "$BUILD/man/$page" >"$tmp/lint" ||
		    [ ! -s "$tmp/lint" ] || {
			fail "$page:"
			cat "$tmp/lint"
		}
		! grep -n '@[A-Z]*@' "$BUILD/man/$page" ||
		    fail "$page: a marker was left"
	done
}

# Prints the text between ```LANGUAGE and ```.
block() { # LANGUAGE
	sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" README.md | sed '1d;$d'
}

check_readme() {
	local line site=$tmp/site

	[ "$(wc -l <README.md)" -le 100 ] || fail 'README.md is too long'
	for line in 'make deps feeds' 'make deps check'; do
		has_text README.md "$line" || fail "README.md lacks '$line'"
	done
	for line in docs/ARCHITECTURE.md docs/features.md docs/speed.md; do
		has_text README.md "($line)" ||
		    fail "README.md does not lead to $line"
	done
	while IFS= read -r line; do
		has_line tests/blog/content/post/moving-the-mail.md "$line" ||
		    fail "README.md: not in the post: $line"
	done < <(block markdown)
	while IFS= read -r line; do
		has_line feeds/index.atom "$line" ||
		    fail "README.md: not in feeds/index.atom: $line"
	done < <(block xml)
	mkdir -p "$site/content/post"
	block yaml >"$site/feedmill.yaml"
	cp tests/blog/content/post/ping.md "$site/content/post"
	"$feedmill" -C "$site" >"$tmp/out" 2>&1 || fail 'README: the config:'
	if [ -s "$tmp/out" ]; then
		fail 'README: the config is not silent:'
		cat "$tmp/out"
	fi
	for line in index.atom tags/wi-fi.rss; do
		[ -s "$site/public/feeds/$line" ] ||
		    fail "README: the config makes no $line"
	done
}

# The minimal config in the manual works as it is.
check_minimal() {
	local site=$tmp/minimal

	mkdir -p "$site/content/post"
	cp tests/blog/content/post/ping.md "$site/content/post"
	sed -n '/^site:$/,/^\.Ed$/p;/^\.Ed$/q' man/feedmill.yaml.5.in |
	    sed '$d' >"$site/feedmill.yaml"
	"$feedmill" -C "$site" >"$tmp/out" 2>&1 &&
	    [ -s "$site/feeds/index.atom" ] && return
	fail 'feedmill.yaml(5): the minimal config fails:'
	cat "$tmp/out"
}

collect
render
check_keys
check_example
check_options
check_prose
check_lint
check_readme
check_minimal
[ $failures = 0 ]
