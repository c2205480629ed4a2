#!/bin/bash
# SPDX-License-Identifier: MIT
# sample: config.example writes the feeds in feeds/, and these feeds show the
# features of feedmill.
set -eu -o pipefail
BUILD=${BUILD:-build}
feedmill=$BUILD/feedmill
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "sample: $*"
	failures=$((failures + 1))
}

# Builds the feeds again. They do not depend on the time zone, the number of
# threads, or the day of the run, as long as it is before 2099.
rebuild() { # NAME OPTION...
	local out=$tmp/$1

	shift
	"$feedmill" -c config.example -o "$out" "$@" >"$tmp/said" 2>&1 ||
	    fail "exit status $? with $*"
	if [ -s "$tmp/said" ]; then
		fail "not silent with $*:"
		cat "$tmp/said"
	fi
	diff -r feeds "$out" || fail "feeds/ is not what comes with $*"
}

# FILE is below feeds/. It is unescaped once, as feed readers do, so that HTML
# can be written here without escapes. No grep -q: it stops reading, and then
# sed fails.
unescaped() {
	sed "s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&#39;/'/g
	    s/&#x26;/\&/g; s/&amp;/\&/g" "feeds/$1"
}
has() { # FILE TEXT WHAT
	unescaped "$1" | grep -F -- "$2" >/dev/null ||
	    fail "$1 does not show $3: $2"
}
lacks() { # FILE TEXT WHAT
	! unescaped "$1" | grep -F -- "$2" >/dev/null ||
	    fail "$1 shows $3: $2"
}
both() { # TEXT WHAT
	has index.atom "$1" "$2"
	has index.rss "$1" "$2"
}
neither() { # TEXT WHAT
	lacks index.atom "$1" "$2"
	lacks index.rss "$1" "$2"
}

count() { # FILE N
	local n

	n=$(grep -Ec '^ *<(entry|item)>' "feeds/$1") || true
	[ "$n" = "$2" ] || fail "$1 has $n entries and not $2"
}

check_feeds() {
	local f

	for f in index categories/networking categories/operations \
	    categories/programming series/ipv6-at-home tags/mail tags/日本語; do
		[ -s "feeds/$f.atom" ] || fail "no $f.atom"
		[ -s "feeds/$f.rss" ] || fail "no $f.rss"
	done
	count index.atom 10
	count index.rss 10
	# C and c are one term; C# and C++ are other terms. Wi-Fi and Wi Fi are
	# two terms with the same slug.
	count tags/c.atom 2
	count 'tags/c#.atom' 1
	count tags/c++.atom 1
	count tags/wi-fi.rss 1
	count tags/wi-fi-2.rss 1
	count series/ipv6-at-home.rss 2
	has tags/mail.atom "<title>An engineer's log: Mail</title>" 'its title'
	has 'tags/c#.atom' 'rel="self" type="application/atom+xml" href="https://blog.example.org/feeds/tags/c%23.atom"' \
	    'its own address'
}

check_left_out() {
	neither 'What QUIC does' 'a draft'
	neither 'last IPv4 day' 'a future post'
	neither 'Maintenance on Saturday' 'an expired post'
	neither 'syntax highlighter' 'a hidden post'
	neither 'This page has no date' 'a page'
	[ ! -e feeds/tags/quic.atom ] || fail 'a draft made a feed'
}

check_dates() {
	local t

	for t in 2008-11-03T21:40:15Z 2012-03-09T14:05:00Z \
	    2014-09-02T06:00:00Z 2016-05-21T06:00:00Z 2017-01-09T03:15:00Z \
	    2019-11-24T09:30:00Z 2023-06-18T15:40:12Z; do
		has index.atom "<published>$t</published>" 'a date'
	done
	has index.atom '<updated>2012-03-20T22:30:00Z</updated>' lastmod
	has index.atom '<updated>2024-04-12T13:05:30Z</updated>' 'the newest'
	has index.rss '<pubDate>Fri, 09 Mar 2012 14:05:00 +0000</pubDate>' \
	    'a date'
}

check_addresses() {
	has index.atom '<id>https://blog.example.org/?p=214</id>' 'an old id'
	has index.rss \
	    '<guid isPermaLink="false">https://blog.example.org/?p=214</guid>' \
	    'an old id'
	both 'https://blog.example.org/2008/11/03/the-switch-that-dreamt-of-trees/' \
	    'the url of the front matter'
	both 'https://blog.example.org/2014/09/02/why-ping-lies/' 'a slug'
	both 'https://blog.example.org/2024/04/12/ipv6-in-%E6%9D%B1%E4%BA%AC/' \
	    'an address with Japanese in it'
}

check_words() {
	both 'Why ping lies &' 'a title without markup'
	both 'a list that almost covered everything.' 'a summary'
	both 'Bounds first, then bytes.' 'a description'
	both "missing—and ‘missing’ is nearly always" 'smart punctuation'
	both 'おやすみ。🌙' 'Japanese and an emoji'
	has index.atom '<name>Mirko Beispiel</name>' 'an author map'
	has index.rss '<dc:creator>Mirko Beispiel</dc:creator>' \
	    'the second of two authors'
}

check_content() {
	both '<td align="right">31</td>' 'a table'
	both '<li>☑ copy again what has changed</li>' 'a task list'
	both '<del>I will do it tomorrow.</del>' strikethrough
	both '<pre><code class="language-c">struct slice' 'code'
	both '<a href="https://wifi.example.org/tomatoes">' 'an autolink'
	both '<a href="mailto:ada@example.org">' 'a mail address'
	both '<a href="https://blog.example.org/archive/cupboard/">' \
	    'a link from the root'
	both '<a href="https://blog.example.org/2022/02/19/1500-minus-eight/">' \
	    'a relative link'
	both '<a href="https://blog.example.org/2022/02/19/1500-minus-eight/#the-cure">' \
	    'a #fragment link'
	both 'src="https://blog.example.org/2023/06/18/labelling-the-patch-panel/panel.svg"' \
	    'an image of a page bundle'
	both 'https://blog.example.org/2022/02/19/1500-minus-eight/#fn:1' \
	    'a footnote'
	both '<figcaption>The holes' 'a figure'
	both 'https://blog.example.org/img/rack-front-2x.jpg 2x' 'a srcset'
	both '<summary>The arithmetic</summary>' 'details'
	both '<a href="https://video.example.org/embed/smoke-test">' \
	    'an iframe as a link'
	neither '<iframe' 'an iframe'
	neither '<script' 'a script'
	neither 'zoom' 'what a script or an onclick does'
}

rebuild one --now 2024-06-01T00:00:00Z -j1
TZ=Asia/Tokyo rebuild two --now 2098-12-31T23:59:59Z -j2
check_feeds
check_left_out
check_dates
check_addresses
check_words
check_content
[ $failures = 0 ]
