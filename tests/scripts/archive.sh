#!/bin/bash
# SPDX-License-Identifier: MIT
# archive: publishes posts one at a time. A full archive never changes, and the
# links from the feed lead to every post, each in one archive.
# FEEDMILL_ARCHIVE_POSTS is the number of posts (1000 take some minutes).
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=$(realpath "${BUILD:-build}")
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT

mkdir -p "$tmp/site"
cd "$tmp/site"
python3 - "$BUILD/feedmill" "${FEEDMILL_ARCHIVE_POSTS:-100}" <<'END'
import glob
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

program, count = sys.argv[1], int(sys.argv[2])
ATOM = "{http://www.w3.org/2005/Atom}"
FULL = "{http://purl.org/syndication/history/1.0}archive"
BASE = "https://blog.example.org/feeds/"
SIZE, LIMIT = 7, 3
bad = 0


def fail(*words):
    global bad
    bad += 1
    print("archive:", *words)


def put(name, text):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w") as f:
        f.write(text)


def post(n, month=1):
    put(f"posts/p{n}.md", f"---\ntitle: P{n}\n"
        f"date: 20{10 + n % 11}-{month:02}-{1 + n % 28:02}\n---\nText {n}.\n")


def run(*more):
    p = subprocess.run([program, "-q", "--now", "2024-06-01", "-j1", *more],
                       capture_output=True, text=True)
    if p.returncode:
        fail("exit status", p.returncode, p.stderr)


def read(url):
    """A document: (ids, links, whether it is full)."""
    if not url.startswith(BASE):
        fail("address", url)
    feed = tree.parse("feeds/" + url[len(BASE):]).getroot()
    rss = feed.tag == "rss"
    top = feed.find("channel") if rss else feed
    ids = ([i.find("guid").text for i in top.iter("item")] if rss else
           [i.find(ATOM + "id").text for i in top.iter(ATOM + "entry")])
    links = {i.get("rel"): i.get("href") for i in top.findall(ATOM + "link")}
    return ids, links, top.find(FULL) is not None


def follow(name):
    """What a client gets that goes back from the feed."""
    ids, links, _ = read(BASE + name)
    first, seen, found = ids, [], []
    after = None
    while "prev-archive" in links:
        url = links["prev-archive"]
        if url in seen:
            fail(name, "leads to", url, "twice")
            break
        seen.append(url)
        ids, links, full = read(url)
        if links.get("current") != BASE + name or links.get("self") != url:
            fail(url, "has the links", links)
        if links.get("next-archive") != after:
            fail(url, "goes on to", links.get("next-archive"))
        if full != (after is not None) or full and len(ids) > SIZE:
            fail(url, "is full:", full)
        after = url
        found += ids
    if set(first) - set(found):
        fail(name, "has entries that no archive has:", set(first) - set(found))
    return found


def archives():
    """Of all full ones the bytes, the time and the inode."""
    got = {}
    for name in glob.glob("feeds/archive/*"):
        with open(name, "rb") as f:
            text = f.read()
        if b"<fh:archive/>" in text:
            st = os.stat(name)
            got[name] = (text, st.st_mtime_ns, st.st_ino)
    return got


def check(what, old):
    new = archives()
    for name in old:
        if new.get(name) != old[name]:
            fail(what, "changes", name)
    return new


put("feedmill.yaml", f"""site: {{url: "https://blog.example.org/", title: Blog}}
posts: {{folders: [posts]}}
ids: {{ledger: feedmill.ids}}
feeds: {{limit: {LIMIT}, formats: [atom, rss, json], archive: true, archive_size: {SIZE}}}
""")
order = list(range(count))
full = {}
for done, n in enumerate(order):
    post(n)
    run()
    full = check(f"post {n}", full)
    if len(full) != 2 * ((done + 1) // SIZE):
        fail("after", done + 1, "posts", len(full), "archives are full")
for name in "index.atom", "index.rss":
    found = follow(name)
    if len(found) != count or len(set(found)) != count:
        fail(name, "leads to", len(found), "entries,", len(set(found)), "posts")
page, items = json.load(open("feeds/index.json")), set()
while page.get("next_url"):
    page = json.load(open(page["next_url"].replace(BASE, "feeds/")))
    items |= {i["id"] for i in page["items"]}
if len(items) != count:
    fail("index.json leads to", len(items), "posts")
if len(read(BASE + "index.atom")[0]) != LIMIT:
    fail("the feed does not keep its limit")

# Changes of posts do not change a full archive.
ledger = open("feedmill.ids").read()
post(0, month=2)
put("posts/old.md", "---\ntitle: Old\ndate: 1999-01-01\n---\nLate.\n")
run()
full = check("an edited post and a late one", full)
if "https://blog.example.org/old/" not in read(
        f"{BASE}archive/{count // SIZE + 1}.atom")[0]:
    fail("a late post is not on the open page")
os.unlink("posts/p1.md")
run("--set", "posts.state=none")
full = check("a post that is gone", full)
run("--set", "posts.permalink=/:year/:slugorfilename/")
full = check("another permalink", full)
os.unlink(".feedmill/state.db")
run()
full = check("no state", full)
found = follow("index.atom")
if len(found) != len(set(found)) or len(found) != count + 1:
    fail("in the end there are", len(found), "entries")
# An archive whose file is missing is written again from the current posts.
os.unlink("feeds/archive/1.atom")
run()
if "https://blog.example.org/p0/" not in read(BASE + "archive/1.atom")[0]:
    fail("a lost archive is not made again")
if any(name in full and full[name] != is_now for name, is_now in
       archives().items() if name != "feeds/archive/1.atom"):
    fail("a lost archive changes others")
# Each line of the ledger still has its page.
for line in ledger.splitlines():
    page = re.search(r"\tarchive=\d+", line)
    if page and line.split("\t")[0] + "\t" not in open("feedmill.ids").read():
        fail("the ledger has lost", line)
sys.exit(bad > 0)
END
