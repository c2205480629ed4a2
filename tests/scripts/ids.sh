#!/bin/bash
# SPDX-License-Identifier: MIT
# ids: a blog of 200 posts that comes from WordPress keeps every id, and a feed
# on the web is read with its older pages. The server is on the loopback
# interface.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
failures=0

fail() {
	echo "ids: $*"
	failures=$((failures + 1))
}

# Makes posts with new addresses, the export of the old blog, and a feed with
# one page for each year. Every fifth post has the same title.
mkdir -p "$tmp/web" "$tmp/posts"
cat >"$tmp/make.py" <<'END'
import datetime
import html
import sys
folder = sys.argv[1]
items, years = [], {}
for i in range(200):
    date = datetime.datetime(2010, 1, 1, 8, 30) + datetime.timedelta(days=9 * i, minutes=7 * i)
    title = 'Links' if i % 5 == 0 else f'Note {i}: \u201cC++ & <more>\u201d'
    guid = f'https://old.example/?p={1000 + i}&x=\u00e9'
    link = f'https://old.example/{date:%Y/%m/%d}/note-{i}/'
    with open(f'{folder}/posts/n{i}.md', 'w') as f:
        f.write(f"---\ntitle: '{title}'\ndate: {date:%Y-%m-%dT%H:%M:%SZ}\n---\nText {i}.\n")
    items.append(f'<item><title>{html.escape(title) if i % 2 else "<![CDATA[" + title + "]]>"}</title>'
                 f'<link>{link}</link><pubDate>{date:%a, %d %b %Y %H:%M:%S} +0000</pubDate>'
                 f'<guid isPermaLink="false">{html.escape(guid)}</guid>'
                 f'<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n')
    years.setdefault(date.year, []).append(
        f'<entry><id>{html.escape(guid)}</id><title>{html.escape(title)}</title>'
        f'<link href="{link}"/><updated>{date:%Y-%m-%dT%H:%M:%SZ}</updated></entry>\n')
    print(f'{guid}\tposts/n{i}.md')
with open(f'{folder}/export.xml', 'w') as f:
    f.write('<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n'
            + ''.join(items) + '</channel></rss>\n')
last = max(years)
for year, entries in years.items():
    name = 'feed' if year == last else year
    older = f'<link rel="prev-archive" href="/{year - 1}.xml"/>' if year - 1 in years else ''
    with open(f'{folder}/web/{name}.xml', 'w') as f:
        f.write(f'<feed xmlns="http://www.w3.org/2005/Atom">{older}\n' + ''.join(entries) + '</feed>\n')
END
python3 "$tmp/make.py" "$tmp" | LC_ALL=C sort >"$tmp/want"
cat >"$tmp/feedmill.yaml" <<'END'
site: {url: https://new.example/, title: Moved}
posts: {folders: [posts], dialect: hugo}
ids: {ledger: feedmill.ids}
feeds: {limit: 0}
END

# Whether the ledger and the feeds have every old id, byte for byte.
check() { # WHAT
	grep -v '^#' "$tmp/feedmill.ids" | LC_ALL=C sort |
	    cmp -s - "$tmp/want" || fail "$1: the ledger lacks ids"
	"$feedmill" -C "$tmp" --now 2024-06-01 || fail "$1: status $?"
	sed -n 's|^ *<guid[^>]*>\(.*\)</guid>|\1|p' "$tmp/feeds/index.rss" |
	    sed 's/&amp;/\&/g' | LC_ALL=C sort >"$tmp/guids"
	cut -f 1 "$tmp/want" | LC_ALL=C sort | cmp -s - "$tmp/guids" ||
	    fail "$1: the feed lacks ids"
	rm -r "$tmp/feedmill.ids" "$tmp/feeds" "$tmp/.feedmill"
}

"$feedmill" -q -C "$tmp" ids --from export.xml || fail "export: status $?"
check export


(cd "$tmp/web" && exec python3 - "$tmp/port" <<'END'
import http.server
import sys
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)
with open(sys.argv[1] + '.new', 'w') as f:
    f.write(str(server.server_address[1]))
import os
os.rename(sys.argv[1] + '.new', sys.argv[1])
server.serve_forever()
END
) 2>"$tmp/log" &
server=$!
trap 'kill $server; [ -n "${TEST_TMP:-}" ] || rm -rf "$tmp"' EXIT
for _ in $(seq 100); do
	[ ! -s "$tmp/port" ] || break
	sleep 0.1
done
site=http://127.0.0.1:$(<"$tmp/port")
"$feedmill" -q -C "$tmp" ids --from "$site/feed.xml" || fail "web: status $?"
check web
rm "$tmp/web/2012.xml"
status=0
"$feedmill" -C "$tmp" ids --from "$site/feed.xml" >"$tmp/out" 2>&1 || status=$?
[ $status = 2 ] || fail "a page that is missing: status $status"
grep -q '/2012.xml: error: cannot fetch it: the server answers with status 404' \
    "$tmp/out" || fail "$(<"$tmp/out")"
[ ! -e "$tmp/feedmill.ids" ] || fail 'half of the ids are written'
exit $((failures > 0))
