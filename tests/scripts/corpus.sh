#!/bin/bash
# SPDX-License-Identifier: MIT
# corpus: builds real blogs, in the folder that FEEDMILL_CORPUS names. Each post
# is read as expected/*.json says. The feeds are well-formed XML or valid JSON
# feeds.
set -eu -o pipefail
BUILD=$(realpath "${BUILD:-build}")
here=$(realpath "$(dirname "$0")")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "corpus: $*"
	failures=$((failures + 1))
}

if [ ! -d "${FEEDMILL_CORPUS:-}" ]; then
	echo 'FEEDMILL_CORPUS names no folder'
	exit 77
fi
corpus=$(realpath "$FEEDMILL_CORPUS")

# Drafts and posts with a date in the future count as posts here.
check() { # NAME FOLDER BELOW DIALECT [PERMALINK]
	local limit status

	mkdir "$tmp/$1"
	cd "$tmp/$1"
	ln -s "$corpus/$2" blog
	cat >feedmill.yaml <<-END
	site: {url: "https://$1.example.org/", title: $1}
	posts:
	  folders: [blog]
	  dialect: $4
	  permalink: ${5:-}
	  drafts: true
	  future: true
	feeds: {formats: [atom, rss, json]}
	END
	status=0
	"$BUILD/feedmill" list --json >list.json || status=$?
	[ $status = 0 ] || fail "$1: list: exit status $status"
	python3 "$here/../compare_posts.py" "$corpus/expected/$1.json" \
	    list.json "blog$3" || fail "$1: other posts than expected"
	for limit in 0 20; do
		status=0
		"$BUILD/feedmill" -q --set feeds.limit=$limit || status=$?
		[ $status = 0 ] || fail "$1: limit $limit: exit status $status"
		find feeds -type f ! -name '*.json' -print0 |
		    xargs -0 xmllint --noout --nonet --huge ||
		    fail "$1: limit $limit: not well-formed"
		python3 "$here/../jsonfeed.py" feeds ||
		    fail "$1: limit $limit: not what JSON Feed says"
	done
}

check 18f 18f/posts '' jekyll
check letsencrypt letsencrypt/post '' hugo /:year/:month/:day/:slug/
check ruby-news-en ruby-news/en /_posts jekyll
check ruby-news-ja ruby-news/ja /_posts jekyll
check rust-blog rust-blog/content '' zola
exit $((failures > 0))
