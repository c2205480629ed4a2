#!/bin/bash
# SPDX-License-Identifier: MIT
# interrupted: if a run is killed at any time, each published file is the old
# one or the new one, and the next run completes the work.
set -eu -o pipefail
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0
rounds=30

fail() {
	echo "interrupted: $*"
	failures=$((failures + 1))
}

feedmill() {
	"$BUILD/feedmill" --now 2024-06-01T00:00:00Z "$@"
}

write_posts() { # WORD
	local i

	for i in $(seq -w 1 150); do
		cat >"posts/$i.md" <<-END
		---
		title: $1 $i
		date: 2024-01-01 00:$((10#$i % 50 + 10))
		tags: [all, t$((10#$i % 40))]
		---
		$1 text of post $i.
		END
	done
}

mkdir -p "$tmp/site/posts"
cd "$tmp/site"
cat >feedmill.yaml <<'END'
site: {url: "https://blog.example.org/", title: Blog}
posts: {folders: [posts]}
END
write_posts Old
feedmill -o "$tmp/old"
write_posts New
feedmill -o "$tmp/new"
diff -rq "$tmp/old" "$tmp/new" >/dev/null && fail 'nothing changes'

cp -R "$tmp/old" feeds
start=$EPOCHREALTIME
feedmill
micros=$((${EPOCHREALTIME/./} - ${start/./}))

# Kills runs at times spread over the duration of a run, and a little later.
killed=0 mixed=0
for round in $(seq $rounds); do
	rm -rf feeds
	cp -R "$tmp/old" feeds
	"$BUILD/feedmill" --now 2024-06-01T00:00:00Z 2>/dev/null &
	pid=$!
	sleep "$(printf '0.%06d' $((micros * round / rounds % 1000000)))"
	if kill -9 $pid 2>/dev/null; then killed=$((killed + 1)); fi
	wait $pid 2>/dev/null || :
	(cd feeds && find . -type f ! -name '.*') >"$tmp/list"
	[ "$(wc -l <"$tmp/list")" = "$(find "$tmp/old" -type f | wc -l)" ] ||
	    fail "round $round: files are gone or new"
	olds=0
	while read -r f; do
		if cmp -s "feeds/$f" "$tmp/old/$f"; then
			olds=$((olds + 1))
		elif ! cmp -s "feeds/$f" "$tmp/new/$f"; then
			fail "round $round: $f is neither old nor new"
		fi
	done <"$tmp/list"
	if [ $olds != 0 ] && [ $olds -lt "$(wc -l <"$tmp/list")" ]; then
		mixed=$((mixed + 1))
	fi
done
echo "interrupted: $killed of $rounds runs killed, $mixed while renaming"

# A run that is killed while it stages files leaves temporary files. The next
# run that has something to do removes them.
touch posts/001.md
echo half >feeds/.index.atom.feedmill-new
feedmill || fail "the run after: exit status $?"
diff -r "$tmp/new" feeds || fail 'the run after did not make all well'
exit $((failures > 0))
