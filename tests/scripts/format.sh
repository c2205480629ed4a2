#!/bin/bash
# SPDX-License-Identifier: MIT
# format: a format that only this test registers works in every step: feedmill
# builds, rebuilds, guards, prunes and lists it. The program consists of the
# objects of the library with another table of formats (tests/format); no other
# line knows the format.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${BUILD:-build}/tests/format/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "format: $*"
	failures=$((failures + 1))
}

# Runs the program and compares its exit status and part of what it prints.
feedmill() { # STATUS TEXT ARGS...
	local want=$1 text=$2 status=0

	shift 2
	"$program" --now 2024-06-01T00:00:00Z "$@" >"$tmp/out" 2>&1 ||
	    status=$?
	[ $status = "$want" ] && grep -qF -- "$text" "$tmp/out" ||
	    fail "$* ends with $status, expected $want and '$text':" \
	    "$(<"$tmp/out")"
}

holds() { # FILE TEXT
	grep -qF -- "$2" "$1" || fail "$1 lacks '$2'"
}

settings() { # YAML...
	printf '%s\n' 'site: {url: "https://example.org/", title: Example}' \
	    'posts: {folders: [posts], permalink: "/:slug/"}' "$@" \
	    >feedmill.yaml
	sleep 0.1 # a tick of the clock of files
}

write_post() { # NAME DAY TAG TEXT
	printf -- '---\ntitle: Post %s\ndate: 2024-01-%s\ntags: [%s]\n---\n%s\n' \
	    "$1" "$2" "$3" "$4" >"posts/$1.md"
	sleep 0.1
}

mkdir -p "$tmp/site/posts"
cd "$tmp/site"
for i in 1 2 3 4 5; do
	write_post "p$i" "1$i" 'all' "Text $i."
done
write_post other 20 rare 'Entry: this is no name, but text.'

# The config offers the rows of the table.
settings 'feeds: {formats: [plane]}'
feedmill 2 "expected some of atom, rss, json, plain"

# Built: together with another format and with all lists of feeds.
settings 'feeds: {formats: [plain, atom], index: true, opml: true,' \
    '  links: true, compress: [gz], archive: true, tombstones: 30d}' \
    'ids: {ledger: ids.txt}'
feedmill 0 'files written, 0 unchanged' -v
! grep -E 'error|warning' "$tmp/out" || fail 'a run that is well complains'
holds feeds/index.txt 'Feed: Example'
holds feeds/index.txt 'Entry: https://example.org/post-other/'
holds feeds/index.txt '  <p>Entry: this is no name'
holds feeds/tags/rare.txt 'Title: Post other'
[ "$(grep -c '^Entry: ' feeds/index.txt)" = 6 ] || fail 'not six entries'
[ "$(tail -n 1 feeds/index.txt)" = 'End.' ] || fail 'the tail is missing'
gunzip -c feeds/index.txt.gz | cmp - feeds/index.txt || fail 'gz differs'
holds feeds/index.html 'Plain text'
holds feeds/links.html 'type="text/plain"'
# A list with one address for each feed has the format that every reader reads.
holds feeds/feeds.opml 'xmlUrl="https://example.org/feeds/index.atom"'
[ -e feeds/archive/1.txt ] || fail 'there is no archive'
"$program" list --json >"$tmp/list.json"
holds "$tmp/list.json" '"format": "plain"'

# Nothing new; one post changed.
cp -a feeds "$tmp/before"
feedmill 0 '0 entries rendered' --stats
diff -r "$tmp/before" feeds || fail 'a run with nothing new writes'
[ ! feeds/index.txt -nt "$tmp/before/index.txt" ] || fail 'a time changed'
write_post p3 13 all 'Another text.'
feedmill 0 '6 entries rendered' --stats
holds feeds/index.txt 'Another text.'
holds feeds/tags/all.txt 'Another text.'
cmp feeds/tags/rare.txt "$tmp/before/tags/rare.txt" ||
    fail 'a feed without the post changed'

# Guarded: with other ids nothing is published.
settings 'feeds: {formats: [plain], tombstones: off}'
rm -rf .feedmill
sed -i 's/^Entry: .*p[1-4].*/&old/' feeds/index.txt
cp feeds/index.txt "$tmp/index.txt"
feedmill 4 "its id in feeds/index.txt is 'https://example.org/post-p4/old'"
cmp feeds/index.txt "$tmp/index.txt" || fail 'the guard let a feed through'
# A flood of old posts is refused too.
printf 'Feed: x\n\nEntry: a\nPublished: %s\n\nEntry: b\nPublished: %s\n\nEnd.\n' \
    2024-01-30T00:00:00Z 2024-01-01T00:00:00Z >feeds/index.txt
feedmill 4 'feeds/index.txt: error: nothing is published: 6 posts' \
    --set ids.flood=5
# So is a file of another program. A feed in another format is compared in its
# own format.
echo '<html>a page</html>' >feeds/index.txt
feedmill 4 'the file is not a feed, and a feed would replace it'
echo '{"items": [{"id": "x", "url": "/post-p1/", "title": "Post p1"}]}' \
    >feeds/index.txt
feedmill 4 "its id in feeds/index.txt is 'x'"
# A file that is cut off is compared up to its end.
head -c 300 "$tmp/before/index.txt" >feeds/index.txt
feedmill 0 'warning: the file that is replaced is cut off here'

# Judged: a wrong entry keeps each of its feeds as it is, in this format only,
# and the lines are those of the document. What is right is published.
cp -a "$tmp/before/." feeds
write_post wrong 21 'rare, all' 'Wrong.'
write_post right 22 new 'Right.'
cp feeds/index.txt feeds/tags/rare.txt "$tmp"
feedmill 1 'posts/wrong.md: error: its entry in index.txt in line 20 would' \
    --set 'feeds.formats=[plain, atom]'
for line in 'index.txt in line 20' 'tags/all.txt in line 12' \
    'tags/rare.txt in line 12'; do
	holds "$tmp/out" "its entry in $line would break a rule: its text begins"
done
[ "$(grep -c 'would break' "$tmp/out")" = 3 ] || fail "$(<"$tmp/out")"
cmp feeds/index.txt "$tmp/index.txt" || fail 'a wrong entry is published'
cmp feeds/tags/rare.txt "$tmp/rare.txt" || fail 'a wrong entry is published'
holds feeds/tags/new.txt 'Title: Post right'
holds feeds/tags/rare.atom 'Post wrong'
rm posts/wrong.md posts/right.md feeds/tags/new.txt
# A post that crashes the judge is left out, in this run and the next ones, and
# its feeds are published without it.
if [ "${FEEDMILL_ISOLATION:-on}" != off ]; then
	write_post pair 20 pair 'A pair.'
	write_post crash 21 'fresh, pair' 'Crash.'
	for run in first current changed; do
		[ "$run" != changed ] || write_post later 22 pair 'Later.'
		feedmill 1 'posts/crash.md: error: judging it ended with SIGABRT' \
		    --set 'feeds.formats=[plain, atom]'
		[ "$(grep -c 'judging' "$tmp/out")" = 1 ] || fail "$(<"$tmp/out")"
		for name in index tags/pair tags/fresh; do
			[ $name = tags/fresh ] ||
			    holds "feeds/$name.txt" 'Title: Post pair'
			[ $name = tags/fresh ] ||
			    holds "feeds/$name.atom" 'Post pair'
			! grep -q 'Post crash' "feeds/$name".* ||
			    fail "$name has a post that cannot be judged"
		done
	done
	holds feeds/tags/pair.txt 'Title: Post later'
	# The post is judged again once it changes.
	write_post crash 21 'fresh, pair' 'Better.'
	feedmill 0 '' --set 'feeds.formats=[plain, atom]'
	holds feeds/tags/fresh.txt 'Title: Post crash'
	rm posts/crash.md posts/pair.md posts/later.md feeds/tags/*.atom \
	    feeds/tags/fresh.txt feeds/tags/pair.txt
	feedmill 0 '' --accept-loss
fi

# Pruned: a feed whose term has no posts is reported, then removed.
write_post other 20 all 'No rare tag.'
feedmill 0 'feeds/tags/rare.txt: warning'
[ -e feeds/tags/rare.txt ] || fail 'a file is removed unasked'
echo 'of somebody else' >feeds/notes.txt
feedmill 0 'feeds/tags/rare.txt: note: removed' -v --set feeds.prune=true
[ ! -e feeds/tags/rare.txt ] || fail 'a stale feed stays'
[ -e feeds/notes.txt ] || fail "somebody else's file is removed"

# The installed program does not know the format.
program=${program%/tests/format/feedmill}/feedmill
feedmill 2 "feeds.formats has 'plain', expected some of atom, rss, json"
exit $((failures > 0))
