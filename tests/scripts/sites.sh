#!/bin/bash
# SPDX-License-Identifier: MIT
# sites: for each generator there is a small site in tests/sites. init and
# build, with no edit between, give feeds with the same titles, dates, links and
# categories as the feeds of the generator. Hugo, Jekyll and Pelican write their
# feeds here, if they are installed; those of the others are in
# NAME.expected.json. The validator finds no error in the feeds of the
# generators.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
feedmill=$(realpath "$BUILD/feedmill")
sites=$PWD/tests/sites
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC
failures=0 skipped=()

fail() {
	echo "sites: $*"
	failures=$((failures + 1))
}

# The command of each generator, in a copy of its site.
run_hugo() { hugo --quiet; }
run_jekyll() { JEKYLL_ENV=production jekyll build -q --disable-disk-cache; }
run_pelican() { pelican -q content -s publishconf.py -o output; }

declare -A output=([hugo]=public [jekyll]=_site [pelican]=output
	[octopress]=public [zola]=public [eleventy]=_site [hexo]=public
	[astro]=dist [docusaurus]=build [vitepress]=.vitepress/dist)
# Hugo's RSS has no categories, and some of its feeds list terms, not posts.
declare -A leave=(
	[hugo]="--without-categories --ignore tags/index.xml
		categories/index.xml series/index.xml"
)

# Runs init and build, and then build again, which must find nothing to do.
feed() { # NAME COPY
	if ! "$feedmill" -C "$2" init >"$tmp/out" 2>&1 ||
	    ! "$feedmill" -C "$2" --now 2024-06-01 >>"$tmp/out" 2>&1; then
		fail "$1: init and build fail:"
		cat "$tmp/out"
		return 1
	fi
	"$feedmill" -C "$2" --now 2024-06-01 -v build 2>&1 |
	    grep -q ': 0 files written' || fail "$1: a second build writes"
}

compare() { # NAME WANTED COPY
	local options

	read -r -d '' -a options <<<"${leave[$1]:-}" || :
	python3 "$sites/compare.py" "$2" "$3/${output[$1]}" \
	    ${options[@]+"${options[@]}"} >"$tmp/out" || {
		fail "$1:"
		cat "$tmp/out"
	}
}

# Tests a site whose generator is installed, or may be.
real() { # NAME
	local copy=$tmp/$1

	cp -R "$sites/$1" "$copy"
	if ! command -v "$1" >/dev/null; then
		skipped+=("$1")
		feed "$1" "$copy" || :
		return
	fi
	if ! (cd "$copy" && "run_$1") >"$tmp/out" 2>&1; then
		fail "$1 does not build its site:"
		cat "$tmp/out"
		return
	fi
	cp -R "$copy/${output[$1]}" "$tmp/$1.own"
	"$feedmill" validate -q "$tmp/$1.own" >"$tmp/out" 2>&1 || {
		fail "$1: validate has errors on its own feeds:"
		cat "$tmp/out"
	}
	feed "$1" "$copy" && compare "$1" "$tmp/$1.own" "$copy"
}

expected() { # NAME
	cp -R "$sites/$1" "$tmp/$1"
	feed "$1" "$tmp/$1" &&
	    compare "$1" "$sites/$1.expected.json" "$tmp/$1"
}

for name in hugo jekyll pelican; do
	real "$name" || :
done
for name in octopress zola eleventy hexo astro docusaurus vitepress; do
	expected "$name" || :
done
[ $failures = 0 ] || exit 1
if [ ${#skipped[@]} != 0 ]; then
	echo "SKIP: not installed: ${skipped[*]}; the others pass"
	exit 77
fi
