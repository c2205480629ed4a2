#!/bin/bash
# SPDX-License-Identifier: MIT
# ledger: a blog changes its scheme of addresses several times, and no id
# changes. The ledgers of two branches that add posts can be merged.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "ledger: $*"
	failures=$((failures + 1))
}

feedmill() {
	"$BUILD/feedmill" -q --now 2024-06-01T00:00:00Z "$@"
}

config() { # URL POSTS...
	cat >feedmill.yaml <<-END
	site: {url: "$1", title: Blog}
	posts: {folders: [content], ${*:2}}
	ids: {ledger: feedmill.ids}
	feeds: {limit: 0}
	END
}

# Prints the number of each post, which never changes, and its id.
known() {
	sed -n -e 's|.*<id>\(.*\)</id>|\1|; T end; h; :end' \
	    -e 's|.*number \([0-9]*\)\..*|\1|; T; G; s|\n| |; p' \
	    feeds/index.atom | sort -n
}

mkdir -p "$tmp/site/content/post"
cd "$tmp/site"
for i in $(seq 40); do
	printf -- '---\ntitle: Post %d\ndate: 2024-01-%02d\nwp: %d\n---\nThe text of number %d.\n' \
	    "$i" $((1 + i % 28)) $((1000 + i)) "$i" >content/post/p"$i".md
done

# This post has an id in an unusual form.
sed -i '2i guid: "http://OLD.example.net:80/?p=%7e7"' content/post/p7.md
config https://blog.example.org/ 'id: "{guid}"'
feedmill
known >"$tmp/first"
cp feedmill.ids "$tmp/first.ids"
[ "$(wc -l <"$tmp/first")" = 40 ] || fail 'the feed does not have 40 posts'
grep -qx '7 http://OLD.example.net:80/?p=%7e7' "$tmp/first" ||
    fail 'an imported id changes'

# Publishes the changes, and compares the ids.
check() { # WHAT
	feedmill || fail "$1: exit status $?"
	known >"$tmp/now"
	diff "$tmp/first" "$tmp/now" >"$tmp/diff" ||
	    fail "$1: ids move: $(head -n 4 "$tmp/diff")"
	cut -f 1 feedmill.ids >"$tmp/ids"
	cut -f 1 "$tmp/first.ids" | diff - "$tmp/ids" >/dev/null ||
	    fail "$1: the ledger has other ids"
}

moves() { # TEXT
	grep -qF -- "$1" feeds/index.atom || fail "no post is at $1"
}

config https://blog.example.org/ 'id: "{guid}", permalink: /:year/:slugorfilename/'
check 'another permalink'
moves https://blog.example.org/2024/p1/
config https://www.example.com/log/ 'permalink: /:year/:month/:slugorfilename/'
check 'another host, and no pattern for ids'
moves https://www.example.com/log/2024/01/p1/
config https://www.example.com/log/ 'id: "https://old.example.org/?p={wp}"'
check 'a pattern that gives other ids'
sed -i 's/^title: Post/title: Another/; s/^date: 2024/date: 2023/' \
    content/post/*.md
check 'other titles and dates'
mkdir content/archive
mv content/post/p[1-5].md content/archive
check 'files in another folder, known by their bytes'
moves https://www.example.com/log/archive/p1/
sleep 0.1
feedmill
rm -rf .feedmill
sed -i '2i url: /post/kept/' content/post/p9.md
check 'an address of its own'
rm -rf .feedmill
check 'without a state'
# From now on the ids are made from the addresses, as in the ledger.
config https://blog.example.org/
check 'back again'
rm -rf .feedmill
mv content/post/p20.md content/post/renamed.md
sed -i '2i slug: p20' content/post/renamed.md
check 'renamed with its address, without a state'
grep -q 'post/renamed.md' feedmill.ids || fail 'the file is not in its line'

# ---- a post that goes and returns ----

mv content/post/p30.md "$tmp"
feedmill
grep -q 'p30.md	gone=2024-06-01T00:00:00Z' feedmill.ids ||
    fail 'a post that is gone has no date'
cp feedmill.ids "$tmp/gone.ids"
"$BUILD/feedmill" -q --now 2024-07-01T00:00:00Z
cmp feedmill.ids "$tmp/gone.ids" || fail 'the date moves with the clock'
mv "$tmp/p30.md" content/post
check 'a post that returns'
! grep -q gone= feedmill.ids || fail 'a post is gone that is there'

# ---- branches ----

# The published feeds may be those of another branch, so new ids are accepted.
add() { # NAME NUMBER
	printf -- '---\ntitle: New\ndate: 2024-05-01\n---\nThe text of number %d.\n' \
	    "$2" >content/post/"$1".md
	feedmill --accept-new-ids
}

if command -v git >/dev/null; then
	cp feedmill.ids "$tmp/base"
	add p11a 41
	cp feedmill.ids "$tmp/ours"
	rm content/post/p11a.md
	cp "$tmp/base" feedmill.ids
	add p31a 42
	git merge-file -p "$tmp/ours" "$tmp/base" feedmill.ids >"$tmp/merged" ||
	    fail 'branches that add posts do not merge'
	cp "$tmp/merged" feedmill.ids
	add p11a 41
	cmp "$tmp/merged" feedmill.ids || fail 'what was merged is not kept'
	# A conflict is resolved by removing its markers and keeping both sides.
	cp "$tmp/base" feedmill.ids
	add p11b 43
	git merge-file -p feedmill.ids "$tmp/base" "$tmp/ours" \
	    >"$tmp/conflict" && fail 'two lines in one place merge'
	cp "$tmp/conflict" feedmill.ids
	status=0
	feedmill 2>"$tmp/err" || status=$?
	[ $status = 2 ] || fail "a conflict: exit status $status"
	grep -q 'ledger-conflict' "$tmp/err" || fail 'no word of the conflict'
	cmp "$tmp/conflict" feedmill.ids || fail 'a conflict is written over'
	sed -i '/^[<=>]\{7\}/d' feedmill.ids
	feedmill || fail "after a conflict: exit status $?"
fi

# ---- runs that write nothing ----

add p50 50
cp feedmill.ids "$tmp/before.ids"
rm content/post/p50.md
feedmill check
feedmill -n >/dev/null
"$BUILD/feedmill" list --now 2024-06-01T00:00:00Z >/dev/null
cmp feedmill.ids "$tmp/before.ids" || fail 'a run that writes nothing writes'

exit $((failures > 0))
