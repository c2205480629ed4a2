#!/bin/bash
# SPDX-License-Identifier: MIT
# hub: hubs are told of all feeds that have changed and of no others, also when
# hubs fail. The hubs are on the loopback interface; no network is needed.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
failures=0

fail() {
	echo "hub: $*"
	failures=$((failures + 1))
}

# The server ends when this end of its pipe is closed.
mkfifo "$tmp/pipe"
: >"$tmp/log"
python3 tests/hub.py "$tmp/port" "$tmp/log" "$tmp/hook" <"$tmp/pipe" &
exec 3>"$tmp/pipe"
for _ in $(seq 300); do
	[ ! -s "$tmp/port" ] || break
	sleep 0.1
done
hub=http://127.0.0.1:$(<"$tmp/port")

# ---- a site, its messages and the requests that hubs get ----

post() { # NAME TAG TEXT
	printf -- '---\ntitle: %s\ndate: 2024-01-02\ntags: [%s]\n---\n%s\n' \
	    "$1" "$2" "$3" >"$tmp/site/posts/$1.md"
}

# Makes a new site with these hubs and settings of feeds.ping. Retries do not
# wait, so that the test is quick.
site() { # HUBS [PING]
	rm -rf "$tmp/site"
	mkdir -p "$tmp/site/posts"
	cat >"$tmp/site/feedmill.yaml" <<-END
	site:
	  url: https://blog.example.org/
	  title: Blog
	posts:
	  folders: [posts]
	feeds:
	  hub: $1
	  ping: {wait: 0, seconds: 3600, ${2:-retries: 2}}
	END
	post a x One
	: >"$tmp/log"
}

# Runs feedmill, and keeps its messages and exit status in $tmp/said.
run() { # ARGUMENT...
	local status=0 now=(--now 2024-06-01)

	[[ " $* " != *' ping '* ]] || now=()
	"$feedmill" -C "$tmp/site" "${now[@]}" "$@" >"$tmp/out" 2>&1 ||
	    status=$?
	sed -nE "s|$hub|HUB|g; /^feedmill: +[0-9.]+ ms/d; /^[^ ]/p" \
	    "$tmp/out" >"$tmp/said"
	echo "$status" >>"$tmp/said"
}

said() { # WHAT EXPECTED
	printf '%s\n' "$2" | diff -u --label "expected: $1" \
	    --label "said: $1" - "$tmp/said" || fail "$1"
}

# Compares the requests since the last call: the path and topics of each.
heard() { # WHAT EXPECTED
	sed -E 's/^([A-Z]+ [^ ]+) [0-9]+ ?/\1 /; s/ hub.mode=publish/ /
	    s/&hub.url=https%3A%2F%2Fblog.example.org%2Ffeeds%2F/ /g; s/ +/ /g
	    s/%2F/\//g; s/ $//' "$tmp/log" >"$tmp/heard"
	: >"$tmp/log"
	printf '%s' "${2:+$2$'\n'}" | diff -u --label "expected: $1" \
	    --label "heard: $1" - "$tmp/heard" || fail "$1"
}

# Compares the files that hubs must still be told of.
owed() { # WHAT EXPECTED
	[ ! -e "$tmp/site/.feedmill/state.db.pings" ] ||
	    sed '1d; s|.*/||' "$tmp/site/.feedmill/state.db.pings" |
	    paste -sd' ' >"$tmp/owed"
	[ "$(<"$tmp/owed")" = "$2" ] ||
	    fail "$1: owed are $(<"$tmp/owed"), expected $2"
}

all='index.atom index.rss x.atom x.rss'
failed() { # HUB FEEDS WHY
	echo "feedmill.yaml:7:8: warning: hub 'HUB$1' was not told of $2:" \
	    "$3 [ping-failed]"
}

# ---- only feeds that have changed ----

site "$hub/good"
run build
said 'a build alone' 0
heard 'a build alone' ''
owed 'a build alone' "$all"
run ping -n
said 'a dry ping' "HUB/good https://blog.example.org/feeds/index.atom
HUB/good https://blog.example.org/feeds/index.rss
HUB/good https://blog.example.org/feeds/tags/x.atom
HUB/good https://blog.example.org/feeds/tags/x.rss
0"
heard 'a dry ping' ''
run ping
said 'the first ping' 0
[ "$(head -n 1 "$tmp/log")" = "POST /good 1 hub.mode=publish&hub.url=\
https%3A%2F%2Fblog.example.org%2Ffeeds%2Findex.atom" ] ||
    fail "the form is $(head -n 1 "$tmp/log")"
[ "$(awk '{ print $3 }' "$tmp/log" | sort -u)" = 1 ] ||
    fail 'a connection for each request'
heard 'the first ping' "POST /good index.atom
POST /good index.rss
POST /good tags/x.atom
POST /good tags/x.rss"
owed 'the first ping' ''
run ping -v
said 'the second ping' $'feedmill: 0 pings, 0 still to do\n0'
run build --ping
said 'a build without changes' 0
post b y Two
run build -n --ping
run check --ping
heard 'nothing to tell' ''
run build --ping
said 'a new post' 0
heard 'a new post' "POST /good index.atom
POST /good index.rss
POST /good tags/y.atom
POST /good tags/y.rss"
rm -rf "$tmp/site/.feedmill"
run build --ping
heard 'the state deleted' ''

# With another config the state is written anew, but the list of pending pings
# stays.
post b y Three
run build
run build --set feeds.limit=30
owed 'another config' 'index.atom index.rss y.atom y.rss'
run build --set feeds.taxonomies='{}'
owed 'feeds that are no more' 'index.atom index.rss'
run build --set "feeds.hub=[$hub/accepted, $hub/good]" --ping -v
said 'another hub too' "feedmill: 3 feeds of 2 posts: 6 files written, \
0 unchanged, 12 pings
0"
[ "$(wc -l <"$tmp/log")" = 12 ] || fail 'both hubs are told of all feeds'
run build --set "feeds.hub=$hub/none"
owed 'hubs that are no more' "index.atom index.rss x.atom x.rss y.atom y.rss"
run build --set "feeds.hub=$hub/none" --set posts.state=none --ping
said 'no state, nothing new' 0
post b y Four
: >"$tmp/log"
run build --set "feeds.hub=$hub/none" --set posts.state=none --ping
said 'no state' 0
heard 'no state' "POST /none index.atom
POST /none index.rss
POST /none tags/y.atom
POST /none tags/y.rss"

site "$hub/good" 'topics: 3'
run build --ping
heard 'three at once' "POST /good index.atom index.rss tags/x.atom
POST /good tags/x.rss"

# If a feed changes during its ping, the hub must be told again. Another run may
# build during a ping.
site "$hub/hook" 'topics: 100'
cat >"$tmp/hook" <<END
#!/bin/sh
printf -- '---\ntitle: b\ndate: 2024-01-03\n---\nTwo\n' \
    >'$tmp/site/posts/b.md'
'$feedmill' -C '$tmp/site' --now 2024-06-01 >'$tmp/hooked' 2>&1
END
chmod +x "$tmp/hook"
run build --ping
said 'changed meanwhile' 0
[ ! -s "$tmp/hooked" ] || fail "meanwhile: $(<"$tmp/hooked")"
owed 'changed meanwhile' 'index.atom index.rss'
heard 'changed meanwhile' \
    'POST /hook index.atom index.rss tags/x.atom tags/x.rss'

# The pending pings are stored before the first file is renamed. So if the run
# is killed, the next run tells the hubs, although it finds the feeds unchanged.
site "$hub/good"
if strace -o /dev/null true 2>/dev/null; then
	ASAN_OPTIONS=detect_leaks=0 strace -f -o /dev/null \
	    -e inject=renameat:signal=KILL:when=2 "$feedmill" -C "$tmp/site" \
	    --now 2024-06-01 >"$tmp/out" 2>&1 || :
	owed 'killed' "$all"
	[ -e "$tmp/site/feeds/index.atom" ] || fail 'killed too early'
	[ ! -e "$tmp/site/feeds/tags/x.rss" ] || fail 'killed too late'
	run build --ping
	said 'after a kill' 0
	[ "$(grep -c index.atom "$tmp/log")" = 1 ] || fail 'not told of it'
else
	echo 'hub: no strace, no run was killed'
fi

# ---- hubs that fail ----

site "$hub/once"
run build --ping
said '500, then 204' 0
heard '500, then 204' "POST /once index.atom
POST /once index.atom
POST /once index.rss
POST /once tags/x.atom
POST /once tags/x.rss"
owed '500, then 204' ''

site "$hub/down" 'retries: 1, topics: 100'
run build --ping
said 'down' "$(failed /down '4 feeds' 'status 500, expected 2xx')
0"
heard 'down' "POST /down $(echo "$all" | sed 's|x\.|tags/&|g;s|indetags/|inde|g')
POST /down $(echo "$all" | sed 's|x\.|tags/&|g;s|indetags/|inde|g')"
owed 'down' "$all"
run build --ping --strict
said 'down, strict' "$(failed /down '4 feeds' 'status 500, expected 2xx')
1"
run ping -q
said 'down, quiet' 1
post c z Three
run build
run ping
said 'still down' "$(failed /down '6 feeds' 'status 500, expected 2xx')
1"
: >"$tmp/log"
# The address of another hub stands for the same hub that works again.
sed -i "s|/down|/good|" "$tmp/site/feedmill.yaml" \
    "$tmp/site/.feedmill/state.db.pings"
run ping
said 'up again' 0
heard 'up again' "POST /good index.atom index.rss tags/x.atom tags/x.rss \
tags/z.atom tags/z.rss"

# If a hub fails for one feed, it is still told of the other feeds.
site "$hub/no-x"
run build --ping
said 'fails at one' "$(failed /no-x \
    "'https://blog.example.org/feeds/tags/x.atom'" 'status 500, expected 2xx')
0"
owed 'fails at one' 'x.atom'
site "$hub/no-rss"
run build --ping
said 'refuses some' "$(failed /no-rss '2 feeds' 'status 403, expected 2xx')
0"
heard 'refuses some' "POST /no-rss index.atom
POST /no-rss index.rss
POST /no-rss tags/x.atom
POST /no-rss tags/x.rss"
owed 'refuses some' 'index.rss x.rss'

# After three failures in a row, a hub gets no more requests.
site "$hub/down"
run build --ping
said 'given up' "$(failed /down '4 feeds' 'status 500, expected 2xx')
0"
heard 'given up' "POST /down index.atom
POST /down index.atom
POST /down index.atom
POST /down index.rss
POST /down tags/x.atom"

one_request() { # HUB WHY REQUESTS
	local i want=

	site "$hub$1" 'topics: 100, retries: 1'
	run build --ping
	said "$1" "$(failed "$1" '4 feeds' "$2")
0"
	for ((i = 0; i < $3; i++)); do
		want+="${want:+$'\n'}POST $1 index.atom index.rss \
tags/x.atom tags/x.rss"
	done
	heard "$1" "$want"
	owed "$1" "$all"
}

one_request /busy 'status 503, expected 2xx' 1
one_request /soon 'status 429, expected 2xx' 2
one_request /refuses "status 400, expected 2xx (“no”[2J topic)" 1
one_request /no-hub 'status 404, expected 2xx' 1
one_request /endless 'its answer is larger than 64 KiB' 1
one_request /silent 'server returned nothing (no headers, no data)' 2
one_request /half 'transferred a partial file' 2
one_request /loop 'number of redirects hit maximum amount' 12
one_request /file 'unsupported protocol' 2

for path in /moved /found /for-now /for-good; do
	site "$hub$path" 'topics: 100'
	run build --ping
	said "$path" 0
	heard "$path" "POST $path index.atom index.rss tags/x.atom tags/x.rss
POST /good index.atom index.rss tags/x.atom tags/x.rss"
	owed "$path" ''
done
site "$hub/see" 'topics: 100'
run build --ping
said /see 0
heard /see "POST /see index.atom index.rss tags/x.atom tags/x.rss
GET /page"

# If one hub fails, the other hub is still told.
site "[$hub/down, $hub/good]" 'topics: 100, retries: 0'
run build --ping
said 'two hubs' "$(failed /down '4 feeds' 'status 500, expected 2xx' |
    sed 's/7:8/7:9/')
0"
[ "$(grep -c '^POST /good' "$tmp/log")" = 1 ] || fail 'two hubs: the other'
owed 'two hubs' "$all"

# A hub has a time limit.
site "$hub/hang"
sed -i 's/seconds: 3600/seconds: 1/' "$tmp/site/feedmill.yaml"
run build --ping
said 'hangs' "$(failed /hang '4 feeds' 'timeout was reached')
0"
owed 'hangs' "$all"

# Empty files with the names of the library, so that it cannot be loaded.
site "$hub/good" 'topics: 100, retries: 0'
mkdir "$tmp/none"
touch "$tmp/none/libcurl.so.4" "$tmp/none/libcurl-gnutls.so.4" \
    "$tmp/none/libcurl-nss.so.4"
LD_LIBRARY_PATH=$tmp/none run build --ping
said 'no library' "$(failed /good '4 feeds' 'cannot load libcurl: install the package libcurl4')
0"
owed 'no library' "$all"

exec 3>&-
wait
exit $((failures > 0))
