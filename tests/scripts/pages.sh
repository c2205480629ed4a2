#!/bin/bash
# SPDX-License-Identifier: MIT
# pages: with content.source: pages the text of an entry is that of the page
# that the generator wrote. Hugo, Jekyll and Pelican build their sites of
# tests/sites here, if they are installed.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
feedmill=$(realpath "$BUILD/feedmill")
sites=$PWD/tests/sites
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC
failures=0 skipped=()

run_hugo() { hugo --quiet; }
run_jekyll() { JEKYLL_ENV=production jekyll build -q --disable-disk-cache; }
run_pelican() { pelican -q content -s publishconf.py -o output; }

fail() {
	echo "pages: $*"
	failures=$((failures + 1))
}

# Copies a site, builds it with its generator, and writes a config with init.
prepare() { # NAME
	cp -R "$sites/$1" "$tmp/$1"
	(cd "$tmp/$1" && "run_$1") >"$tmp/out" 2>&1 || {
		fail "$1 does not build its site:"
		cat "$tmp/out"
		return 1
	}
	"$feedmill" -C "$tmp/$1" init >"$tmp/out" 2>&1 || {
		fail "$1: init fails:"
		cat "$tmp/out"
		return 1
	}
}

# SELECT is content.select; empty: the default. ELEMENT is the same part in the
# form of pages.py.
check() { # NAME PAGES SITE COUNT ELEMENT SELECT
	local feeds=$tmp/feeds n set=(--set content.source=pages
	    --set "content.pages=$2" --set feeds.limit=0)

	[ -z "$6" ] || set+=(--set "content.select='$6'")
	rm -rf "$feeds"
	"$feedmill" -C "$tmp/$1" --now 2024-06-01 -o "$feeds" "${set[@]}" \
	    >"$tmp/out" 2>&1 || {
		fail "$1: exit status $? with '$6':"
		cat "$tmp/out"
		return
	}
	n=$(python3 "$sites/pages.py" "$feeds" "$tmp/$1/$2" "$3" "$5") || {
		fail "$1 with '$6': $n"
		return
	}
	[ "$n" -ge "$4" ] || fail "$1 with '$6': only $n posts"
}

# If a page is missing, only its post is left out.
check_missing() { # NAME PAGES PAGE
	local feeds=$tmp/missing status=0

	rm "$tmp/$1/$2/$3"
	"$feedmill" -C "$tmp/$1" --now 2024-06-01 -o "$feeds" --set \
	    content.source=pages --set "content.pages=$2" >"$tmp/out" 2>&1 ||
	    status=$?
	[ $status = 1 ] || fail "$1 without $3: exit status $status"
	grep -q "error: its page .*$3.* is not there" "$tmp/out" || {
		fail "$1 without $3 says:"
		cat "$tmp/out"
	}
}

hugo_site() {
	local url=https://hugo.example.org/log/

	check hugo public $url 4 article ''
	check hugo public $url 4 article 'body > article'
	check_missing hugo public 2023/01/first-light/index.html
}
jekyll_site() {
	local url=https://bob.example.org/walks/

	check jekyll _site $url 4 div.post-content ''
	check jekyll _site $url 4 article 'main > *, article'
	check_missing jekyll _site map/2021/own.html
}
pelican_site() {
	local url=https://cleo.example.org/

	check pelican output $url 4 div.entry-content ''
	check pelican output $url 4 section '[id=content]'
	check_missing pelican output bread.html
}

for name in hugo jekyll pelican; do
	if ! command -v "$name" >/dev/null; then
		skipped+=("$name")
	elif prepare "$name"; then
		"${name}_site"
	fi
done
[ $failures = 0 ] || exit 1
if [ ${#skipped[@]} != 0 ]; then
	echo "SKIP: not installed: ${skipped[*]}; the others pass"
	exit 77
fi
