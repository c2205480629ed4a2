#!/bin/bash
# SPDX-License-Identifier: MIT
# http: feeds and the headers that they are served with are fetched and
# validated. The server is on the loopback interface; no network is needed.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
failures=0

# The server ends when this end of its pipe is closed.
mkfifo "$tmp/pipe"
python3 tests/http_server.py "$tmp/port" <"$tmp/pipe" &
exec 3>"$tmp/pipe"
for _ in $(seq 100); do
	[ ! -s "$tmp/port" ] || break
	sleep 0.1
done
site=http://127.0.0.1:$(<"$tmp/port")

# Compares what is reported about an address, notes too, and the exit status.
check() { # PATH STATUS EXPECTED
	local status=0

	"$feedmill" validate -v --now 2024-06-01 --timeout 2 "$site$1" \
	    >"$tmp/out" 2>&1 || status=$?
	sed -n "s|$site|SITE|g; s|sends [0-9]* bytes|sends N bytes|
	    s|^SITE[^: ]*: \([a-z]*: .*\[\)|\1|p" "$tmp/out" |
	    grep -v ': valid' >"$tmp/got" || :
	printf '%s' "$3" >"$tmp/want"
	if [ $status != "$2" ]; then
		echo "http: $1: exit status $status, expected $2"
		failures=$((failures + 1))
	fi
	diff -u --label "expected of $1" --label "said of $1" "$tmp/want" \
	    "$tmp/got" || failures=$((failures + 1))
}

check /atom.xml 0 ''
check /moved 0 "note: the address redirects to 'SITE/atom.xml', 1 time, \
permanently [http-redirect] feed rule 22
"
check /found 0 "note: the address redirects to 'SITE/atom.xml', 1 time, \
temporarily [http-redirect] feed rule 22
"
check /loop 2 "error: cannot fetch it: number of redirects hit maximum \
amount [fetch-failed]
"
check /file 2 "error: cannot fetch it: unsupported protocol [fetch-failed]
"
check /ftp 2 "error: cannot fetch it: unsupported protocol [fetch-failed]
"
check /missing 2 "error: cannot fetch it: the server answers with status 404, \
expected 200 [fetch-failed]
"
check /no-validator 0 "warning: the media type is 'text/plain', expected \
application/rss+xml [http-media-type] RFC 4287 7
warning: the server sends neither ETag nor Last-Modified [http-no-validator] \
feed rule 40
"
check /no-304 0 "warning: a second request with the Last-Modified of the \
first got everything again, expected status 304 [http-no-304] feed rule 40
"
check /large 0 "note: the media type is 'text/xml', expected \
application/atom+xml [http-general-type] RFC 4287 7
warning: a second request with the ETag of the first got everything again, \
expected status 304 [http-no-304] feed rule 40
note: the server sends N bytes uncompressed [http-uncompressed] feed rule 40
"
check /gzip 0 "warning: the server sends no Content-Type [http-media-type] \
RFC 4287 7
warning: a second request with the ETag of the first got everything again, \
expected status 304 [http-no-304] feed rule 40
"
check /endless 1 "error: the document has more than 67108864 bytes \
[document-too-large] feed rule 39
"
check /slow 2 "error: cannot fetch it: timeout was reached [fetch-failed]
"

# Some findings have a place in the document: a charset that differs from that
# of HTTP, a self link with another address, an HTML page in place of a feed.
said() { # PATH TEXT
	{ "$feedmill" validate --timeout 2 "$site$1" 2>&1 || :; } |
	    sed "s|$site|SITE|g" | grep -F "$2" >/dev/null || {
		echo "http: of $1 it is not said: $2"
		failures=$((failures + 1))
	}
}
said /charset "SITE/charset:1:31: warning: the declaration says 'utf-8', \
HTTP says 'ISO-8859-1' [encoding-mismatch]"
said /gzip "SITE/gzip:5:24: warning: <link> href 'SITE/atom.xml' is not \
where the feed was found, 'SITE/gzip' [other-self]"
said /page "it links to the feed '/atom.xml' [html-page]"

# Empty files with the names of the library, so that it cannot be loaded.
mkdir "$tmp/none"
touch "$tmp/none/libcurl.so.4" "$tmp/none/libcurl-gnutls.so.4" \
    "$tmp/none/libcurl-nss.so.4"
LD_LIBRARY_PATH=$tmp/none
export LD_LIBRARY_PATH
check /atom.xml 2 "error: cannot load libcurl: install the package libcurl4 \
[library-missing]
"
unset LD_LIBRARY_PATH

exec 3>&-
wait
exit $((failures > 0))
