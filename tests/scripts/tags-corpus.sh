#!/bin/bash
# SPDX-License-Identifier: MIT
# tags-corpus: builds real blogs, in the folder that FEEDMILL_CORPUS names. No
# entry contains a tag of a generator outside of code. No word of a post is
# lost: the entry has all words of an entry that is built without the tags.
set -eu -o pipefail
BUILD=$(realpath "${BUILD:-build}")
here=$(realpath "$(dirname "$0")")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

if [ ! -d "${FEEDMILL_CORPUS:-}" ]; then
	echo 'FEEDMILL_CORPUS names no folder'
	exit 77
fi
corpus=$(realpath "$FEEDMILL_CORPUS")

build() { # FOLDER DIALECT [PERMALINK]
	cat >"$1/feedmill.yaml" <<-END
	site: {url: "https://blog.example.org/", title: Blog}
	posts:
	  folders: [blog]
	  dialect: $2
	  permalink: ${3:-}
	feeds: {limit: 0, formats: [atom], taxonomies: {}}
	END
	"$BUILD/feedmill" -q -C "$1"
}

check() { # FOLDER DIALECT [PERMALINK]
	local dir=$tmp/${1//\//-}

	[ -d "$corpus/$1" ] || return 0
	mkdir -p "$dir/with" "$dir/without"
	cp -R "$corpus/$1" "$dir/with/blog"
	cp -R "$corpus/$1" "$dir/without/blog"
	chmod -R u+w "$dir"
	python3 "$here/../tags.py" strip "$2" "$dir/without/blog"
	build "$dir/with" "$2" "${3:-}" &&
	    build "$dir/without" "$2" "${3:-}" &&
	    python3 "$here/../tags.py" compare \
	    "$dir"/{with,without}/feeds/index.atom || {
		echo "tags-corpus: $1"
		failures=$((failures + 1))
	}
}

check 18f/posts jekyll
check letsencrypt/post hugo /:year/:month/:day/:slug/
check ruby-news/en jekyll
check ruby-news/ja jekyll
check seed hugo
check rust-blog/content zola
exit $((failures > 0))
