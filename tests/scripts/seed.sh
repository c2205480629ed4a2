#!/bin/bash
# SPDX-License-Identifier: MIT
# seed: the feeds of the first post that feedmill was written for. It is taken
# from FEEDMILL_CORPUS; without that, a post of the same form is used.
set -eu -o pipefail
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "seed: $*"
	failures=$((failures + 1))
}

has() { # FILE TEXT
	grep -qF -- "$2" "$tmp/feeds/$1" || fail "$1 has no: $2"
}

mkdir "$tmp/posts"
name=2008-07-01-citrix-hyper-v-and-the-future-of-xenserver.md
seed=${FEEDMILL_CORPUS:-}/seed/$name
if [ -f "$seed" ]; then
	cp "$seed" "$tmp/posts"
else
	cat >"$tmp/posts/$name" <<-'END'
	---
	author: slowe
	categories: Musing
	comments: true
	date: 2008-07-01T20:54:15Z
	slug: citrix-hyper-v-and-the-future-of-xenserver
	tags:
	- Citrix
	- HyperV
	- Microsoft
	- Virtualization
	- Xen
	title: Citrix, Hyper-V, and the Future of XenServer
	url: /2008/07/01/citrix-hyper-v-and-the-future-of-xenserver/
	wordpress_id: 753
	---

	Yesterday somebody wrote [a "post"](http://virtualizationreview.com/blogs/weblog.aspx?blog=2331).

	>This is a lazy blockquote,
	it goes on here.

	So, dropping it---or any variant of it---is far-fetched.
	END
fi
cat >"$tmp/feedmill.yaml" <<'END'
site: {url: "https://blog.scottlowe.org/", title: The weblog}
posts: {folders: [posts]}
END
cd "$tmp"
"$BUILD/feedmill"

post=https://blog.scottlowe.org/2008/07/01/citrix-hyper-v-and-the-future-of-xenserver/
for feed in index categories/musing tags/citrix tags/hyperv tags/microsoft \
    tags/virtualization tags/xen; do
	for format in atom rss; do
		f=$feed.$format
		[ -f "feeds/$f" ] || { fail "no $f"; continue; }
		has $f '<title>Citrix, Hyper-V, and the Future of XenServer</title>'
		has $f '&lt;blockquote&gt;'
		has $f '—or any'
		has $f 'http://virtualizationreview.com/blogs/weblog.aspx?blog=2331'
	done
	has $feed.atom "<id>$post</id>"
	has $feed.atom '<published>2008-07-01T20:54:15Z</published>'
	has $feed.rss "<guid isPermaLink=\"true\">$post</guid>"
	has $feed.rss '<pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate>'
	has $feed.rss "<link>$post</link>"
	has $feed.rss '<dc:creator>slowe</dc:creator>'
done
[ "$(find feeds -type f | wc -l)" = 14 ] || fail "other feeds: $(find feeds)"

"$BUILD/feedmill" --accept-new-ids \
    --set 'posts.id="https://blog.scottlowe.org/?p={wordpress_id}"'
has index.atom '<id>https://blog.scottlowe.org/?p=753</id>'
has tags/xen.rss \
    '<guid isPermaLink="false">https://blog.scottlowe.org/?p=753</guid>'
has tags/xen.rss "<link>$post</link>"
! command -v xmllint >/dev/null || xmllint --noout --nonet feeds/*.* feeds/*/*
exit $((failures > 0))
