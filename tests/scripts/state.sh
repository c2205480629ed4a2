#!/bin/bash
# SPDX-License-Identifier: MIT
# state: the state of earlier runs changes only the duration of a run.
# FEEDMILL_SEQUENCES is the number of random blogs.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "state: $*"
	failures=$((failures + 1))
}

python3 tests/state.py "$BUILD/feedmill" "$tmp/random" \
    "${FEEDMILL_SEQUENCES:-30}" "${FEEDMILL_SEED:-1}" || failures=1

# ---- a run that finds nothing new ----

feedmill() {
	"$BUILD/feedmill" --now 2024-06-01T00:00:00Z "$@"
}

site() {
	rm -rf "$tmp/site"
	mkdir -p "$tmp/site/posts"
	cd "$tmp/site"
	cat >feedmill.yaml <<-'END'
	site: {url: "https://blog.example.org/", title: Blog}
	posts: {folders: [posts]}
	feeds: {limit: 2}
	END
	for i in 1 2 3 4 5 6 7 8 9; do
		printf -- '---\ntitle: Post %d\ndate: 2024-01-0%d\ntags: [t%d]\n---\nText.\n' \
		    "$i" "$i" $((i % 3)) >"posts/post$i.md"
	done
	# The files must be older than the resolution of the file system's
	# clock.
	touch -d '2024-02-01 12:00:00.5' posts/*
	sleep 0.1
}

# Prints the posts and feeds that a run opens.
opened() {
	strace -f -e trace=open,openat -o "$tmp/trace" \
	    "$BUILD/feedmill" --now 2024-06-01T00:00:00Z "$@"
	grep -oE '"[^"]*\.(md|atom|rss)[^"]*"' "$tmp/trace" | sort -u
}

site
feedmill
if strace -o /dev/null true 2>/dev/null; then
	opened >"$tmp/opened" || :
	[ ! -s "$tmp/opened" ] ||
	    fail "nothing is new, but opened: $(tr '\n' ' ' <"$tmp/opened")"
	echo 'One line more.' >>posts/post9.md
	sleep 0.1
	opened >"$tmp/opened" || :
	grep -qx '"posts/post1.md"' "$tmp/opened" &&
	    fail 'a post is opened that is as it was, and in no changed feed'
	grep -q 'post9.md' "$tmp/opened" || fail 'the changed post is not read'
	grep -q 't1.atom' "$tmp/opened" && fail 'a feed is opened that is as it was'
fi

# ---- states that cannot be used ----

# A run with a state, in any condition, gives the same feeds as a run without
# one. At most it adds a note.
check_state() { # WHAT
	local status=0 which

	rm -rf "$tmp/clean"
	cp -a "$tmp/site" "$tmp/clean"
	# The list of what the config wrote is no part of the state.
	rm -rf "$tmp/clean/.feedmill/state.db"
	(cd "$tmp/clean" && feedmill -v) >"$tmp/want" 2>&1
	feedmill -v >"$tmp/got" 2>&1 || status=$?
	[ $status = 0 ] || fail "$1: exit status $status"
	diff -r feeds "$tmp/clean/feeds" >/dev/null ||
	    fail "$1: other feeds"
	for which in want got; do
		grep -v -e ' ms' -e 'state.db' -e 'This run takes longer' \
		    -e 'Feeds that the list does not name' "$tmp/$which" \
		    >"$tmp/$which.plain" || :
	done
	diff "$tmp/want.plain" "$tmp/got.plain" || fail "$1: says more"
}

# Posts of unchanged feeds are unpacked only if they are needed: for
# feeds.links_posts, and for a link from one post to another.
site
sed -i 's/limit: 2/limit: 2, links_posts: l.json/
    s/\[posts\]/[posts], dialect: hugo/' feedmill.yaml
feedmill
echo 'One line more.' >>posts/post9.md
sleep 0.1
check_state 'links of posts that were not read'
grep -q '"/[a-z/]*post1/"' feeds/l.json || fail 'no links of an old post'
sed -i '/limit/s/, links_posts: l.json//' feedmill.yaml
feedmill
printf 'See [one]({{< ref "post1.md" >}}).\n' >>posts/post9.md
sleep 0.1
check_state 'a link to a post that was not read'
grep -q 'blog.example.org/[a-z/]*post1/' feeds/index.atom ||
    fail 'no link to an old post'

# The same, and a note must give the reason.
check_note() { # WHAT TEXT
	check_state "$1"
	grep -q "note: .*$2.*\[state-unusable\]" "$tmp/got" ||
	    fail "$1: no note of '$2' in: $(cat "$tmp/got")"
}

db=.feedmill/state.db
site; feedmill
truncate -s 0 $db
check_note empty 'damaged\|version\|not a database'
truncate -s 5000 $db
check_note truncated 'damaged\|malformed\|not a database'
head -c 20000 /dev/urandom >$db
check_note garbage 'not a database'
python3 - <<'END'
import sqlite3
c = sqlite3.connect('.feedmill/state.db')
c.execute('PRAGMA user_version = 99')
c.commit()
END
check_note 'from the future' 'another version'
python3 - <<'END'
import sqlite3
c = sqlite3.connect('.feedmill/state.db')
c.execute("UPDATE chunk SET body = zeroblob(length(body))")
c.commit()
END
echo more >>posts/post3.md
check_note 'bytes that are not its own' damaged
feedmill
echo more >>posts/post3.md
python3 - "$BUILD/feedmill" <<'END' >"$tmp/locked" 2>&1 || fail 'a locked state fails the run'
import sqlite3, subprocess, sys
c = sqlite3.connect('.feedmill/state.db', isolation_level=None)
c.execute('BEGIN EXCLUSIVE')
p = subprocess.run([sys.argv[1], '-v', '--now', '2024-06-01T00:00:00Z'])
sys.exit(p.returncode)
END
grep -q 'locked.*state-unusable' "$tmp/locked" ||
    fail "a locked state is not spoken of: $(cat "$tmp/locked")"
check_state 'after the lock'

# If the state cannot be written, the run does without it.
rm -rf .feedmill
: >.feedmill
echo more >>posts/post4.md
check_note 'a file in its place' 'unable to open'
rm -f .feedmill
feedmill --set posts.state=none
[ ! -e .feedmill ] || fail 'posts.state=none makes a state'
# A file that is not a state is never replaced.
echo precious >precious.db
feedmill -v --set posts.state=precious.db >"$tmp/got" 2>&1
[ "$(cat precious.db)" = precious ] || fail 'a file that is no state is gone'
grep -q 'precious.db: note: ' "$tmp/got" || fail "no word of it: $(cat "$tmp/got")"
[ ! -c /dev/full ] || feedmill --set posts.state=/dev/full
[ ! -e /dev/null ] || [ -c /dev/null ] || fail 'a device is gone'
feedmill --set posts.state=a/b/c.db
[ -e a/b/c.db ] || fail 'posts.state is not made where it says'
(ulimit -f 8; feedmill --set posts.state=small.db -q) 2>/dev/null || :
check_state 'after a disk that was full'

exit $((failures > 0))
