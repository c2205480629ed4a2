#!/bin/bash
# SPDX-License-Identifier: MIT
# people: the list of feeds is one file with valid markup, and works in
# Chromium, as do the feeds. For the tests that need it, FEEDMILL_PLAYWRIGHT
# names a folder node_modules with playwright-core.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
base=https://blog.example.org/feeds/
failures=0

fail() {
	echo "people: $*"
	failures=$((failures + 1))
}

"$feedmill" -q -c config.example -o "$tmp/site/feeds" --now 2024-06-01 \
    --set posts.state=none --set feeds.style=true --set feeds.index=true
python3 tests/people.py "$tmp/site/feeds" "$base" || failures=1

CHROMIUM=$(command -v chromium || command -v chromium-browser || :)
export CHROMIUM
if [ -z "$CHROMIUM" ]; then
	[ $failures = 0 ] || exit 1
	echo 'SKIP: no Chromium; the page itself is sound'
	exit 77
fi

# Serves a folder over HTTP until this end of its pipe is closed.
mkfifo "$tmp/pipe"
python3 - "$tmp/site" "$tmp/port" <"$tmp/pipe" 3<&0 <<'END' &
import functools
import http.server
import os
import sys
import threading

class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".html": "text/html; charset=utf-8", ".css": "text/css",
                      ".atom": "application/xml", ".rss": "application/xml"}

    def do_GET(self):
        if self.path == "/favicon.ico":
            self.send_response(200)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *args):
        pass

server = http.server.ThreadingHTTPServer(
    ("127.0.0.1", 0), functools.partial(Handler, directory=sys.argv[1]))
threading.Thread(target=server.serve_forever, daemon=True).start()
with open(sys.argv[2] + ".new", "w") as f:
    f.write(str(server.server_port))
os.rename(sys.argv[2] + ".new", sys.argv[2])
os.read(3, 1)
END
exec 4>"$tmp/pipe"
for _ in $(seq 200); do
	[ ! -s "$tmp/port" ] || break
	sleep 0.1
done
site=http://127.0.0.1:$(<"$tmp/port")

# The policy lets the script run, and Chromium reports nothing.
"$CHROMIUM" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --user-data-dir="$tmp/profile" --enable-logging=stderr --dump-dom \
    "$site/feeds/index.html" >"$tmp/dom" 2>"$tmp/log" || fail 'Chromium fails'
grep -q '<button type="button" aria-label="Copy address: Mail">' "$tmp/dom" ||
    fail 'the script adds no buttons'
! grep CONSOLE "$tmp/log" || fail 'Chromium complains'

if [ -n "${FEEDMILL_PLAYWRIGHT:-}" ]; then
	NODE_PATH=$FEEDMILL_PLAYWRIGHT node tests/people.cjs "$site" ||
	    fail 'not as people expect it'
fi
[ $failures = 0 ] || exit 1
if [ -z "${FEEDMILL_PLAYWRIGHT:-}" ]; then
	echo 'SKIP: no FEEDMILL_PLAYWRIGHT; what needs none passes'
	exit 77
fi
