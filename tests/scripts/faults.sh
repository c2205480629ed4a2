#!/bin/bash
# SPDX-License-Identifier: MIT
# faults: an error of the system is never content. It is reported, what is
# published stays, and the next run does what this one could not.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
FEEDMILL=$(realpath "${BUILD:-build}/feedmill")
if ! strace -o /dev/null true 2>/dev/null; then
	echo 'faults: no strace'
	exit 77
fi
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
# The leak sanitizer does not work under strace. One process and one thread, so
# that calls come in the same order each time.
export ASAN_OPTIONS=detect_leaks=0 FEEDMILL_ISOLATION=off
failures=0

fail() {
	echo "faults: $site: $*"
	failures=$((failures + 1))
}

feedmill() {
	"$FEEDMILL" -j1 --now 2024-06-01T00:00:00Z "$@"
}

# Makes a blog of three posts and builds it.
make_blog() { # NAME [LINE OF THE CONFIG...]
	local i

	site=$1
	shift
	mkdir -p "$tmp/$site/posts/sub"
	cd "$tmp/$site"
	printf '%s\n' 'site: {url: "https://blog.example.org/", title: T}' \
	    'posts: {folders: [posts]}' "$@" >feedmill.yaml
	for i in 1 sub/2 3; do
		printf -- '---\ntitle: P%s\ndate: 2024-01-0%s\n---\nText.\n' \
		    "${i#*/}" "${i#*/}" >"posts/$i.md"
	done
	feedmill || fail "the first build: exit status $?"
	cp -R feeds before
}

# Runs once more, with errors in calls that concern a path, or in all.
run_with() { # CALL PATH|all ERROR STATUS [WHICH]
	local path=(-P "$2")

	[ "$2" != all ] || path=()
	status=0
	strace -qq -o /dev/null "${path[@]}" -e trace="$1" \
	    -e inject="$1:error=$3:when=${5:-1}" "$FEEDMILL" -j1 \
	    --now 2024-06-01T00:00:00Z >"$tmp/out" 2>&1 || status=$?
	[ "$status" = "$4" ] ||
	    fail "$1 $2 $3: exit status $status: $(<"$tmp/out")"
}

says() { # TEXT
	grep -qF -- "$1" "$tmp/out" || fail "expected '$1': $(<"$tmp/out")"
}

is_as_before() {
	diff -r before feeds || fail 'the feeds changed'
}

# Keeps a copy of the feeds for is_as_before.
keep_feeds() {
	rm -rf before
	cp -R feeds before
}

# Runs feedmill until its files are staged.
kill_staged() {
	(strace -qq -o /dev/null -e inject=syncfs:signal=KILL "$FEEDMILL" \
	    -j1 --now 2024-06-01T00:00:00Z || :) 2>/dev/null
}

next_run() {
	feedmill >"$tmp/out" 2>&1 || fail "the next run: exit status $?"
}

# The next run is a run like any other.
comes_right() {
	next_run
	[ ! -s "$tmp/out" ] || fail "the next run: $(<"$tmp/out")"
	rm -rf "$tmp/clean"
	feedmill -o "$tmp/clean" --set posts.state=none \
	    --set ids.ledger=none --set feeds.url=https://blog.example.org/feeds/
	diff -r "$tmp/clean" feeds || fail 'the next run left other feeds'
}

# ---- posts ----

# A folder that cannot be read to its end.
make_blog folder 'ids: {ledger: feedmill.ids}' \
    'feeds: {prune: true, tombstones: 30d}'
rm posts/3.md
for folder in posts posts/sub; do
	run_with getdents64 "$folder" EIO 3 1+
	says "$folder: error: Input/output error [file-unreadable]"
	is_as_before
	[ -e feedmill.ids ] && ! grep -q gone= feedmill.ids ||
	    fail 'the ledger has posts that are gone'
done
for error in EIO EACCES EMFILE ENOMEM ESTALE ELOOP; do
	run_with openat posts/sub $error 3
	says 'posts/sub: error: '
	is_as_before
done

# A post that cannot be read once. Its entry stays; the next run reads it.
make_blog post
for error in EIO EACCES EMFILE ENFILE ENOMEM ESTALE ENOENT; do
	touch posts/sub/2.md
	printf 'More.\n' >>posts/3.md
	run_with openat posts/sub/2.md $error 1
	says 'posts/sub/2.md: error: '
	says "its entry 'https://blog.example.org/sub/2/' may be of a post that"
	is_as_before
	comes_right
	keep_feeds
done
run_with read posts/1.md EIO 0
touch posts/1.md
run_with read posts/1.md EIO 1
comes_right

# The same while it is rendered.
make_blog rendered
printf 'More.\n' >>posts/3.md
run_with openat posts/sub/2.md EIO 1
says 'posts/sub/2.md: error: Input/output error'
is_as_before
comes_right

# A folder of media that the system cannot look at does not count as missing:
# without it, entries would lose the size and type of their files.
make_blog media
echo 'media: {folder: img}' >>feedmill.yaml
mkdir img
printf 'x' >img/a.png
printf '![](/img/../a.png)\n' >>posts/3.md
feedmill || fail "with a picture: exit status $?"
keep_feeds
printf 'More.\n' >>posts/3.md
run_with newfstatat img EIO 3
says 'img: error: Input/output error [file-unreadable]'
is_as_before
comes_right

# A data file that the system cannot look at does not count as missing.
make_blog data
sed -i 's/folders/dialect: eleventy, folders/' feedmill.yaml
printf '{"tags": ["x"]}' >posts/posts.json
rm -r feeds
feedmill || fail "with a data file: exit status $?"
keep_feeds
printf 'More.\n' >>posts/3.md
run_with access,faccessat,openat posts/posts.json EIO 2 1+
says 'posts/posts.json: error: '
is_as_before
comes_right

# ---- publishing ----

# An old feed that cannot be read is not compared, so it is not replaced, in any
# of its forms; the others are.
make_blog compared 'feeds: {compress: gz}'
for call in openat read newfstatat; do
	printf 'More.\n' >>posts/3.md
	# Only the guard names the whole path.
	run_with $call feeds/index.atom EIO 1
	says 'feeds/index.atom: warning: stays as it is, since it cannot be read: Input/output error [feed-kept]'
	cmp -s before/index.atom feeds/index.atom || fail "$call: index.atom changed"
	cmp -s before/index.atom.gz feeds/index.atom.gz ||
	    fail "$call: index.atom.gz changed"
	! cmp -s before/index.rss feeds/index.rss || fail 'index.rss stays'
	next_run
	! cmp -s before/index.atom feeds/index.atom || fail 'index.atom stays'
	keep_feeds
done

# A page of the archive that became full, and could not be renamed, is made by
# the next run: pages that are full are never written again otherwise.
make_blog archive 'ids: {ledger: feedmill.ids}' \
    'feeds: {archive: true, archive_size: 2}'
sleep 0.1
printf -- '---\ntitle: P4\ndate: 2024-01-04\n---\nText.\n' >posts/4.md
run_with renameat all EIO 1
says 'feeds/archive/2.atom: error: cannot rename: Input/output error'
next_run
feedmill -o clean --set posts.state=none \
    --set feeds.url=https://blog.example.org/feeds/ ||
    fail "clean: exit status $?"
diff -r clean feeds || fail 'the archive is not as that of a clean build'

# A file that cannot be renamed stays; the others, and the ledger, are published.
make_blog renames 'ids: {ledger: feedmill.ids}'
cp feedmill.ids ids.before
printf -- '---\ntitle: P4\ndate: 2024-01-04\n---\nText.\n' >posts/4.md
run_with renameat all EIO 1 2
says 'feeds/index.rss: error: cannot rename: Input/output error [write-incomplete]'
cmp -s before/index.rss feeds/index.rss || fail 'index.rss changed'
grep -q '>P4<' feeds/index.atom || fail 'index.atom is not published'
grep -q '/4/' feedmill.ids || fail 'the ledger lacks a published post'
comes_right

# None can be: nothing is published.
make_blog none 'ids: {ledger: feedmill.ids}'
cp feedmill.ids ids.before
printf 'More.\n' >>posts/3.md
rm posts/1.md
for call in renameat syncfs flock; do
	run_with $call all ENOLCK 3 1+
	says 'No locks available [write-failed]'
	is_as_before
	cmp ids.before feedmill.ids || fail 'the ledger changed'
done
comes_right

# The folder cannot be written to the disk after the renames.
make_blog folder-sync
printf 'More.\n' >>posts/3.md
sleep 0.1
run_with fsync feeds EIO 1
says 'feeds: error: cannot write the folder to the disk: Input/output error'
comes_right

# A folder of feeds, or a feed, that cannot be read while old feeds are searched
# for: none is removed, and the next run searches again.
make_blog prune 'feeds: {prune: true, index: true}'
mkdir feeds/other
for i in 1 2 3; do
	[ ! -e "posts/$i.md" ] || sed -i "s/^date:/tags: [t$i]\n&/" "posts/$i.md"
done
feedmill || fail "feeds of tags: exit status $?"
cannot_search() { # PATH CALL [PATH OF THE CALL [WHICH]]
	run_with "$2" "${3:-$1}" EIO 1 "${4:-1}"
	says "$1: error: cannot be searched for old feeds, so none is removed: Input/output error [file-unreadable]"
	[ -e feeds/tags/t1.atom ] || fail "$1: a feed is removed"
}
sed -i '/^tags/d' posts/1.md
cannot_search feeds getdents64
cannot_search feeds/other openat other
cannot_search feeds/other getdents64
cannot_search feeds/tags/t1.rss openat t1.rss
cannot_search feeds/tags/t1.rss read
cannot_search feeds/tags/t1.atom read feeds/tags/t1.atom 2
run_with unlinkat feeds/tags EIO 1
says 'feeds/tags/t1.atom: error: cannot remove: Input/output error [write-incomplete]'
feedmill -q || fail "the next run: exit status $?"
[ ! -e feeds/tags/t1.atom ] || fail 'the next run does not remove the feed'
# A folder that feedmill may not read holds none of its feeds.
sed -i '/^tags/d' posts/3.md
run_with openat other EACCES 0
[ ! -e feeds/tags/t3.atom ] || fail 'a folder of others keeps a feed'
printf 'More.\n' >>posts/3.md
rm -f feeds/index.html
printf '<!-- feedmill -->' >feeds/index.html
run_with openat index.html EIO 3
says 'feeds/index.html: error: cannot read the file: Input/output error [write-failed]'

# The list of what was written cannot be read or written: that is a note, nothing
# is removed, and the next run writes it.
make_blog files 'feeds: {prune: true}'
sed -i 's/^date:/tags: [t]\n&/' posts/1.md
feedmill || fail "a feed of a tag: exit status $?"
sed -i '/^tags/d' posts/1.md
list=.feedmill/state.db.files
cp $list list.before
run_with openat $list EIO 0
run_with flock $list ENOLCK 0
run_with read $list EIO 0
[ -e feeds/tags/t.atom ] || fail 'a feed of no list is removed'
cmp list.before $list || fail 'the list changed'
run_with fsync "$PWD/.feedmill/.state.db.files.feedmill-new" ENOSPC 0
cmp list.before $list || fail 'the list changed'
[ ! -e feeds/tags/t.atom ] || fail 'a feed stays'
feedmill -q || fail "the next run: exit status $?"
[ "$(grep -c atom $list)" = 1 ] || fail 'the list is not as the feeds are'

# The list of pings cannot be written: the hub would never be told.
make_blog pings 'feeds: {hub: "http://127.0.0.1:9/hub"}'
echo 'feedmill-pings 99' >.feedmill/state.db.pings
printf 'More.\n' >>posts/3.md
run_with rename all ENOSPC 3
says 'state.db.pings: error: cannot write it: No space left on device'
is_as_before
comes_right
[ "$(grep -c http .feedmill/state.db.pings)" = 2 ] || fail 'no ping is owed'

# A run that is killed while it stages files, and an edit that is taken back.
make_blog killed
cp -p posts/3.md 3.md
printf 'More.\n' >>posts/3.md
kill_staged
[ -e feeds/.index.atom.feedmill-new ] || fail 'nothing was staged'
n_staged=$(find feeds -name '.*feedmill-new' | wc -l)
[ "$n_staged" = 3 ] || fail "$n_staged staged files"
cp -p 3.md posts/3.md
comes_right

# A run is killed after it staged the ledger and the lists, and the edit is
# undone. The next run removes the temporary files.
make_blog strays 'ids: {ledger: feedmill.ids}' \
    'feeds: {hub: "http://127.0.0.1:9/hub"}'
cp -p posts/3.md 3.md
printf 'More.\n' >>posts/3.md
echo >>feedmill.ids
kill_staged
cp -p 3.md posts/3.md
for file in .feedmill/.state.db.pings .feedmill/.state.db.files; do
	printf half >$file.feedmill-new
done
[ -e .feedmill.ids.feedmill-new ] || fail 'no ledger was staged'
comes_right
strays=$(find . -name '*feedmill-new')
[ -z "$strays" ] || fail "left: $strays"
# Nothing else is new, and all files are older than a tick of the clock.
sleep 0.1
feedmill
for stray in .feedmill.ids.feedmill-new feeds/..feedmill-new; do
	printf half >$stray
	comes_right
	[ ! -e $stray ] || fail "left: $stray"
done

[ "$failures" = 0 ]
