#!/bin/bash
# SPDX-License-Identifier: MIT
# jsonfeed: with feeds.formats of atom and json, every JSON feed of the cases is
# a valid JSON Feed 1.1 with the same content as the Atom feed.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
here=$PWD
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
failures=0

fail() {
	echo "jsonfeed: $*"
	failures=$((failures + 1))
}

# Builds the feeds of a case in Atom and JSON. A config with a map of paths has
# none for JSON, so such a case fails here and has no feeds.
build_case() { # FOLDER
	local args=(build) copy=$tmp/all/${1##*/}

	cp -R "$1" "$copy"
	rm -rf "$copy/feeds"
	cd "$copy"
	[ ! -x before ] || ./before
	# shellcheck disable=SC2046 # as tests/run does it
	[ ! -e args ] || eval "args=($(<args))"
	"$BUILD/feedmill" --now 2024-06-01T00:00:00Z "${args[@]}" \
	    --set 'feeds.formats=[atom, json]' || :
	cd "$here"
}

# ---- the checker finds what is wrong ----

"$BUILD/feedmill" -q -c config.example --set 'feeds.formats=[atom, json]' \
    --set posts.state=none -o "$tmp/sample"
python3 - "$tmp/sample/index.json" <<'END' || fail 'the checker overlooks things'
import copy
import json
import sys
sys.path.insert(0, "tests")
sys.dont_write_bytecode = True
import jsonfeed

data = open(sys.argv[1], "rb").read()
good = json.loads(data)


def findings(data):
    out = jsonfeed.Findings()
    jsonfeed.check_bytes(data, out)
    return out


def item(key, value):
    def change(feed):
        feed["items"][1][key] = value
    return change


def top(key, value):
    def change(feed):
        feed[key] = value
    return change


CHANGES = [
    lambda f: f.pop("version"), lambda f: f.pop("title"),
    lambda f: f.pop("items"), lambda f: f.pop("feed_url"),
    top("version", "https://jsonfeed.org/version/1"), top("title", ""),
    top("title", 7), top("feed_url", "/feeds/index.json"),
    top("home_page_url", "https://example.org/é"), top("author", {"name": "A"}),
    top("authors", []), top("authors", [{}]), top("authors", [{"nome": "A"}]),
    top("authors", {"name": "A"}), top("language", "english"),
    top("items", {}), top("expired", "no"), top("hubs", [{"type": "WebSub"}]),
    top("next_url", good["feed_url"]), top("_x.y", {}), top("_x", {"_y": 1}),
    top("_1", {}), top("unknown", 1), top("icon", "icon.png"),
    lambda f: f["items"][1].pop("id"), lambda f: f["items"][1].pop("url"),
    lambda f: f["items"][1].pop("content_html"),
    item("id", good["items"][0]["id"]), item("id", ""), item("id", 12),
    item("title", "a\x01"), item("title", None), item("content_html", ""),
    item("content_html", "<a href=\"/x\">y</a>"),
    item("content_html", "<script>x</script>"),
    item("date_published", "2023-02-30T00:00:00Z"),
    item("date_published", "2023-02-20 00:00:00"),
    item("date_published", "2024-05-20T00:00:00Z"),
    item("date_modified", "2001-01-01T00:00:00Z"),
    item("tags", "a"), item("tags", []), item("tags", ["a", 1]),
    item("tags", ["A", "a"]), item("language", good["language"].upper()),
    item("attachments", [{"url": "https://example.org/a.mp3"}]),
    item("attachments", [{"url": "a.mp3", "mime_type": "audio/mpeg"}]),
    item("attachments", [{"url": "https://example.org/a", "mime_type":
                          "audio/mpeg", "size_in_bytes": "12"}]),
    lambda f: f["items"].append(copy.deepcopy(f["items"][0])),
    lambda f: f["items"].append("text"),
]
assert findings(data) == [], findings(data)
bad = 0
for n, change in enumerate(CHANGES):
    feed = copy.deepcopy(good)
    change(feed)
    if not findings(json.dumps(feed, indent=2).encode() + b"\n"):
        print("not found: change", n)
        bad += 1
for broken in (data[:-1], data + b"\n", b"\xef\xbb\xbf" + data, data[:-20],
               data.replace(b"\n", b"\r\n"), b"[]\n", b"",
               data.replace(b'"language"', b'"title"', 1),
               data.replace(b'"An engineer', b'"\xff', 1)):
    if not findings(broken):
        print("not found:", broken[:40])
        bad += 1
sys.exit(bad > 0)
END

# ---- all feeds ----

mkdir "$tmp/all"
PATH=$BUILD:$PATH
for case in tests/cases/*/; do
	build_case "${case%/}"
done >/dev/null 2>&1
python3 tests/jsonfeed.py "$tmp/all" "$tmp/sample" || failures=1
count=$(find "$tmp/all" -name '*.json' -exec grep -l '"_feedmill"' {} + | wc -l)
[ "$count" -ge 400 ] || fail "found only $count feeds"
exit $((failures > 0))
