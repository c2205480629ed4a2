#!/bin/bash
# SPDX-License-Identifier: MIT
# migration: the settings of a published blog change. If readers would see its
# posts again as new, the run is refused and writes nothing. All other changes
# are accepted.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0
what=

fail() {
	echo "migration: $what: $*"
	failures=$((failures + 1))
}

feedmill() {
	"$feedmill" --now 2024-06-01T00:00:00Z "$@"
}

post() { # NAME DATE [LINE...]
	local name=$1 date=$2

	shift 2
	printf '%s\n' --- "title: Post $name" "date: $date" 'tags: [all]' \
	    "old: $name" "$@" --- Text. >"posts/$name.md"
}

# Makes thirty posts of January; the feeds have twenty of them.
blog() { # WHAT
	what=$1
	rm -rf "$tmp/blog"
	mkdir -p "$tmp/blog/posts"
	cd "$tmp/blog"
	cat >feedmill.yaml <<-'END'
	site: {url: "http://blog.example.org/", title: Blog}
	posts:
	  folders: [posts]
	  permalink: /:year/:month/:day/:slugorfilename/
	feeds: {limit: 20}
	END
	for i in {01..30}; do
		post "p$i" "2024-01-$i"
	done
	feedmill >"$tmp/out" 2>&1 || fail "the first run: $(cat "$tmp/out")"
	# The files must be older than the resolution of the file system's
	# clock.
	touch -d '2024-02-01 12:00:00.5' posts/* feeds/*.* feeds/*/*
}

# Prints everything that a run could change.
snapshot() {
	find feeds .feedmill ! -type d -printf '%P %i %T@ ' \
	    -exec sha256sum {} \; | LC_ALL=C sort
}

# A run with these arguments must be refused, with a state and without; its
# messages must contain the texts in `named`.
refused() {
	local status how

	snapshot >"$tmp/before"
	for how in build check -n --set=posts.state=none -j1 --strict -q; do
		status=0
		feedmill "$@" $how >"$tmp/out" 2>"$tmp/err" || status=$?
		[ $status = 4 ] || fail "$how: exit status $status"
		[ ! -s "$tmp/out" ] || fail "$how: $(cat "$tmp/out")"
		for text in "${named[@]}"; do
			grep -qF -- "$text" "$tmp/err" ||
			    fail "$how: no '$text' in: $(cat "$tmp/err")"
		done
		snapshot | cmp -s - "$tmp/before" ||
		    fail "$how: something was written"
		[ -z "$(find feeds -name '.*')" ] || fail "$how: left behind"
	done
}

# A run with these arguments must be accepted.
passes() {
	local status=0

	feedmill "$@" >"$tmp/out" 2>&1 || status=$?
	[ $status = 0 ] && [ ! -s "$tmp/out" ] ||
	    fail "exit status $status: $(cat "$tmp/out")"
}

# After one run with --accept-new-ids, the next run needs no such option.
accepted() {
	passes "$@" --accept-new-ids
	snapshot >"$tmp/before"
	passes "$@"
	snapshot | cmp -s - "$tmp/before" || fail 'not the same again'
}

has() { # FILE TEXT
	grep -qF -- "$2" "$1" || fail "$1 has no $2"
}

# ---- refused ----

named=('20 posts' posts.permalink 'feedmill.yaml:4:14' posts/p30.md
    posts/p29.md posts/p28.md 'http://blog.example.org/2024/01/30/p30/'
    'http://blog.example.org/p30/' --accept-new-ids)
blog 'another permalink'
sed -i 's|^  permalink: .*|  permalink: /:slugorfilename/|' feedmill.yaml
refused
accepted
has feeds/index.atom '<id>http://blog.example.org/p30/</id>'
has feeds/tags/all.rss '<guid isPermaLink="true">http://blog.example.org/p30/</guid>'

blog 'another permalink, one new post'
sed -i 's|^  permalink: .*|  permalink: /:slugorfilename/|' feedmill.yaml
post p31 2024-01-31
named=('19 posts' posts.permalink posts/p30.md)
refused

blog 'no permalink'
sed -i '/^  permalink: /d' feedmill.yaml
named=('20 posts' 'posts.permalink is not set')
refused

blog 'another dialect'
named=('20 posts' posts.dialect)
sed -i '/^  permalink: /d' feedmill.yaml
passes --accept-new-ids
refused --set posts.dialect=jekyll

blog 'other ids'
named=('20 posts' 'posts.id is ' 'set posts.id: "{permalink}"')
refused --set 'posts.id=tag:blog.example.org,2024:{old}'
accepted --set 'posts.id=tag:blog.example.org,2024:{old}'
named=('20 posts' 'posts.id is not set'
    'set posts.id: "tag:blog.example.org,2024:{old}"')
refused

blog https
named=('20 posts' 'site.url is ' 'was '\''http://blog.example.org/'
    'set posts.id: "http://blog.example.org{:path}"')
refused --set site.url=https://blog.example.org/

blog 'two blogs'
mkdir other
for i in {10..20}; do
	printf '%s\n' --- "title: Other $i" "date: 2024-01-${i}T12:00:00Z" --- \
	    >"other/o$i.md"
done
named=('5 posts' 2024-01-30 'ids.flood allows 3' other/o20.md)
refused --set 'posts.folders=[posts, other]'

blog 'drafts, all at once'
for i in 20 21 22 23; do
	post "draft$i" "2024-01-${i}T12:00:00Z" 'draft: true'
done
passes
named=('4 posts' 'ids.flood allows 3' posts/draft23.md)
refused --set posts.drafts=true
accepted --set posts.drafts=true

blog 'an old backup of the posts'
mkdir away
mv posts/p2* away
named=('10 of its 20 entries' '10 without a file' 'guard.loss allows 2'
    http://blog.example.org/2024/01/29/p29/ --accept-loss)
refused
refused --accept-new-ids
passes --accept-loss
mv away/* posts
sed -i 's|^  permalink: .*|  permalink: /:slugorfilename/|' feedmill.yaml
named=(posts.permalink)
refused

blog 'another generator'
cat >feeds/index.rss <<-'END'
	<?xml version="1.0"?>
	<rss version="2.0"><channel><title>Blog</title>
	<item><title>Post p30</title><link>/2024/01/30/p30/</link>
	<guid>p30@hugo</guid><pubDate>Tue, 30 Jan 2024 00:00:00 +0000</pubDate>
	</item></channel></rss>
END
named=('1 post ' posts/p30.md 'p30@hugo')
refused

# ---- not refused ----

blog 'nothing new'
passes

blog 'ids that stay where the address changes'
passes --set site.url=https://blog.example.org/ \
    --set 'posts.id=http://blog.example.org{:path}'
has feeds/index.atom 'href="https://blog.example.org/2024/01/30/p30/"'

blog 'a higher limit'
passes --set feeds.limit=0
has feeds/index.atom p01

blog 'a lower limit, and the old one'
passes --set feeds.limit=5
passes

blog 'deleted posts'
rm posts/p2[2-9].md
named=('8 of its 20 entries' 'guard.loss allows 2' --accept-loss)
refused
passes --set guard.loss=8
has feeds/index.atom p03

blog 'another taxonomy'
passes --set 'feeds.taxonomies={tags: {}, old: {}}'

blog 'a tag that old posts get'
post p99 2024-01-31T00:00:00Z 'categories: [c]'
post p98 2024-01-01T12:00:00Z 'categories: [c]'
passes
for i in {12..20}; do
	post "p$i" "2024-01-$i" 'categories: [c]'
done
passes
has feeds/categories/c.atom p12

blog 'another query'
q='feeds.extra=[{path: x, title: X, where: "path:p1*", limit: 9}]'
passes --set "$q"
passes --set "${q/p1/p2}"
passes --set "${q/p1/p}"

blog 'another title'
sed -i 's/Post p15/Another/' posts/p15.md
passes

blog 'another date'
sed -i 's/2024-01-15/2024-01-16T10:00:00Z/' posts/p15.md
passes

blog 'late drafts'
for i in 12 13 14; do
	post "draft$i" "2024-01-${i}T12:00:00Z"
done
passes

blog 'many new posts'
for i in {10..29}; do
	post "new$i" "2024-02-$i"
done
passes

blog 'other formats'
passes --set 'feeds.formats=[rss]' --set feeds.prune=true
passes --set 'feeds.main.path={atom: index.rss}' --set 'feeds.formats=[atom]' \
    --set 'feeds.taxonomies={}' --set feeds.prune=true
has feeds/index.rss '<entry>'

blog 'another folder'
passes -o moved

blog 'an old backup of the feeds'
cp -a feeds old
post p31 2024-01-31
for i in {10..20}; do
	post "new$i" "2024-02-$i"
done
passes
rm -rf feeds
mv old feeds
passes

blog 'no state'
rm -rf .feedmill
post p31 2024-01-31
passes

exit $((failures > 0))
