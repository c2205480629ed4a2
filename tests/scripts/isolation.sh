#!/bin/bash
# SPDX-License-Identifier: MIT
# isolation: a post that crashes a library, or takes too long or too much
# memory, costs that post. All others are published, and the next run says the
# same without another try.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
FEEDMILL=$(realpath "${BUILD:-build}/feedmill")
if [ "${FEEDMILL_ISOLATION:-on}" = off ]; then
	echo 'isolation: FEEDMILL_ISOLATION is off'
	exit 77
fi
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
failures=0

fail() {
	echo "isolation: $*"
	failures=$((failures + 1))
}

# Makes a blog of a sound post and one with the text of standard input.
make_blog() { # NAME
	mkdir -p "$1/posts"
	cat >"$1/posts/bomb.md"
	printf -- '---\ntitle: Sound\ndate: 2024-01-01\n---\nSound.\n' \
	    >"$1/posts/sound.md"
	cat >"$1/feedmill.yaml" <<-END
	site: {url: "https://blog.example.org/", title: T}
	posts: {folders: [posts], dialect: hugo}
	END
}

# Builds twice; the second run must say the same and render nothing.
expect() { # NAME TEXT OF THE MESSAGE
	local i

	for i in 1 2; do
		status=0
		"$FEEDMILL" -C "$1" --now 2026-01-01 >"$1/out" 2>&1 || status=$?
		[ "$status" = 1 ] || fail "$1: run $i: exit status $status"
		grep -qF "posts/bomb.md: error: $2" "$1/out" ||
		    fail "$1: run $i: $(cat "$1/out")"
		grep -q '<title>Sound</title>' "$1/feeds/index.rss" ||
		    fail "$1: run $i: the sound post is missing"
	done
	"$FEEDMILL" -C "$1" --now 2026-01-01 --stats >"$1/out" 2>&1 || :
	grep -q ' 0 entries rendered' "$1/out" || fail "$1: rendered again"
}

front=$'---\ntitle: Bomb\ndate: 2024-01-02\n---\n'

{ printf %s "$front"; echo '<table><svg><select><desc><select></table>'; } |
    make_blog assertion
expect assertion 'rendering it ended with SIGABRT'

{ printf %s "$front"; printf 'a@%.0s' {1..400000}; echo; } |
    make_blog time
expect time 'rendering it took more than 1 s of CPU time (limits.seconds)'

{ printf %s "$front"; printf '<b>x</b>\n\n%.0s' {1..9000}; } |
    make_blog memory
echo 'limits: {memory: 16}' >>memory/feedmill.yaml
expect memory 'rendering it took more than 16 MB of memory (limits.memory)'

{ printf -- '---\ntitle: Bomb\ndate: 2024-01-02\nmap:\n'
	printf "  ? k%d\n  : $(printf 'v%.0s' {1..150})\n" {1..90000}; printf -- '---\nx\n'; } |
    make_blog front
echo 'limits: {memory: 16}' >>front/feedmill.yaml
expect front 'parsing the front matter it took more than 16 MB of memory'

# Workers that are killed from outside: their posts are tried again.
make_blog killed <<<$'---\ntitle: Bomb\ndate: 2024-01-02\n---\ntext'
for i in {1..3000}; do
	printf -- '---\ntitle: P%d\ndate: 2023-01-01\ntags: [a%d]\n---\n%d\n' \
	    "$i" "$((i % 100))" "$i" >"killed/posts/$i.md"
done
"$FEEDMILL" -C killed --now 2026-01-01 --set feeds.limit=0 -o "$tmp/want"
rm -rf killed/.feedmill
"$FEEDMILL" -C killed --now 2026-01-01 --set feeds.limit=0 -o "$tmp/got" &
pid=$!
killed=0
while kill -0 "$pid" 2>/dev/null && [ "$killed" -lt 3 ]; do
	! pkill -KILL -P "$pid" || killed=$((killed + 1))
	sleep 0.01
done
[ "$killed" -gt 0 ] || fail 'killed: no process was killed'
wait "$pid" || fail "killed: exit status $?"
diff -r "$tmp/want" "$tmp/got" || fail 'killed: other feeds'

# validate: a document that takes too much is not valid, and those beside it
# are judged all the same.
mkdir feeds
{ echo '<rss version="2.0"><channel><title>T</title><link>http://e.org/</link>'
	echo '<description>D</description>'
	printf '<item><title>%d</title></item>\n' {1..400000}
	echo '</channel></rss>'; } >feeds/big.rss
head -n 3 feeds/big.rss | sed '$s,$,</channel></rss>,' >feeds/small.rss
"$FEEDMILL" validate -q feeds || fail 'a sound document is too costly'
status=0
"$FEEDMILL" validate feeds --max-memory 4 >out 2>&1 || status=$?
[ "$status" = 1 ] || fail "validate: exit status $status"
for line in 'feeds/small.rss: RSS 2.0, 1 entry: valid' \
    'feeds/big.rss: error: judging it took more than 4 MB of memory'; do
	grep -qF "$line" out || fail "validate: $(cat out)"
done
# A document on which the judge dies twice, whatever the reason.
"$FEEDMILL" validate feeds -j1 >out 2>&1 &
pid=$!
while kill -0 "$pid" 2>/dev/null; do
	pkill -SEGV -P "$pid" || :
	sleep 0.01
done
status=0
wait "$pid" || status=$?
[ "$status" = 1 ] || fail "judge-crashed: exit status $status"
grep -q 'error: judging it ended with SIGSEGV \[judge-crashed\]' out ||
    fail "judge-crashed: $(cat out)"
"$FEEDMILL" validate -q feeds --max-memory 4 --ignore document-too-costly ||
    fail 'document-too-costly cannot be ignored'

# A converter may not write, nor remove a file.
mkdir -p convert/posts
cat >convert/feedmill.yaml <<'END'
site: {url: "https://blog.example.org/", title: T}
posts: {folders: [posts], dialect: plain}
content: {convert: {adoc: 'sh -c "echo x > new; rm posts/d.md; cat"'}}
END
printf '= Title\n2024-01-01\n:revdate: 2024-01-01\n\nText.\n' >convert/posts/a.adoc
printf -- '---\ntitle: D\ndate: 2024-01-01\n---\nD.\n' >convert/posts/d.md
"$FEEDMILL" -C convert || fail "convert: exit status $?"
grep -q '<title>Title</title>' convert/feeds/index.atom || fail 'convert: no post'
[ ! -e convert/new ] || fail 'a converter wrote a file'
[ -e convert/posts/d.md ] || fail 'a converter removed a file'

[ "$failures" = 0 ]
