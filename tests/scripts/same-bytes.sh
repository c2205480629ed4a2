#!/bin/bash
# SPDX-License-Identifier: MIT
# same-bytes: the feeds depend only on the posts and the config. A second run
# opens no file for writing.
set -eu -o pipefail
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "same-bytes: $*"
	failures=$((failures + 1))
}

feedmill() {
	"$BUILD/feedmill" --now 2024-06-01T00:00:00Z "$@"
}

# Writes posts whose order could depend on chance: with the same date, with
# dates without a zone, with spellings of one term, with terms of the same slug.
write_posts() { # FOLDER
	local i tags=(Linux linux LINUX 'C#' 'C++' c été Été xen '日本')

	mkdir -p "$1/posts/deep"
	cat >"$1/feedmill.yaml" <<-END
	site: {url: "https://blog.example.org/", title: Bücher & more,
	  timezone: America/Denver}
	posts: {folders: [posts], permalink: "/:year/:monthname/:slug/"}
	feeds: {limit: 15}
	END
	for i in $(seq -w 1 80); do
		cat >"$1/posts/$([ "$((10#$i % 3))" = 0 ] || echo deep/)$i.md" <<-END
		---
		title: "Post $i — \"İstanbul\" & I"
		date: 2024-0$((10#$i % 3 + 1))-1$((10#$i % 7)) 0$((10#$i % 3)):30
		tags: ["${tags[10#$i % 10]}", "${tags[10#$i % 7]}"]
		categories: [Kategorie $((10#$i % 2))]
		---
		Text "$i" -- with a [link](/x) and ~~some~~ <b>HTML</b>. 1,234.5

		| a | b |
		|---|---|
		| 1 | $i |

		Note[^1].

		[^1]: Number $i.
		END
	done
}

same() { # FOLDER WHAT
	diff -r "$tmp/a/feeds" "$1" >"$tmp/diff" || {
		fail "other bytes with $2:"
		head -n 20 "$tmp/diff"
	}
}

write_posts "$tmp/a"
(cd "$tmp/a" && feedmill -j 1)
for jobs in 2 7; do
	(cd "$tmp/a" && feedmill -j $jobs -o "$tmp/out-j$jobs")
	same "$tmp/out-j$jobs" "-j $jobs"
done

n=0
for zone in Asia/Tokyo America/St_Johns :/nowhere; do
	for locale in C C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 ar_EG.UTF-8 xx_XX; do
		n=$((n + 1))
		(cd "$tmp/a" && env TZ=$zone LC_ALL=$locale LANGUAGE=tr \
		    "$BUILD/feedmill" --now 2024-06-01T00:00:00Z \
		    -o "$tmp/out-$n")
		same "$tmp/out-$n" "TZ=$zone LC_ALL=$locale"
		rm -r "$tmp/out-$n"
	done
done

# A folder may be listed in the order in which its files were created.
mkdir -p "$tmp/b/posts/deep"
(cd "$tmp/a" && find posts -name '*.md' | shuf) | while read -r f; do
	cp "$tmp/a/$f" "$tmp/b/$f"
done
cp "$tmp/a/feedmill.yaml" "$tmp/b"
(cd "$tmp/b" && feedmill)
same "$tmp/b/feeds" 'a shuffled folder'

# From another folder, with another spelling of the path of the config.
(cd / && feedmill -c "$tmp/a/../a/feedmill.yaml" -o "$tmp/out-c")
same "$tmp/out-c" 'an absolute config'

(cd "$tmp/a" && feedmill -v >"$tmp/said")
grep -q ' 0 files written' "$tmp/said" || fail "a second run: $(<"$tmp/said")"
find "$tmp/a/feeds" -printf '%p %i %T@\n' | sort >"$tmp/before"
(cd "$tmp/a" && feedmill)
find "$tmp/a/feeds" -printf '%p %i %T@\n' | sort | cmp - "$tmp/before" ||
    fail 'a second run touched files'

# The leak sanitizer does not work under strace.
if strace -o /dev/null true 2>/dev/null; then
	(cd "$tmp/a" && ASAN_OPTIONS=detect_leaks=0 strace -f -o "$tmp/trace" \
	    -e trace=%file,write,ftruncate,fsync,syncfs,fchmod \
	    "$BUILD/feedmill" --now 2024-06-01T00:00:00Z)
	if grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC' "$tmp/trace" |
	    grep -v '"/\(dev\|proc\|sys\)/'; then
		fail 'a second run opened a file for writing'
	fi
	if grep -E '(rename|unlink|mkdir|rmdir|link|symlink|chmod|utimens|truncate|syncfs|fsync)(at)?2?\(' \
	    "$tmp/trace" | grep -v 'readlink'; then
		fail 'a second run changed the disk'
	fi
	grep -q 'open' "$tmp/trace" || fail 'strace saw nothing'
else
	echo 'same-bytes: no strace, the second run was not watched'
fi
exit $((failures > 0))
