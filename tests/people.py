#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""people.py FOLDER BASE

Checks FOLDER/index.html, the page that lists the feeds of a folder served as
BASE: it loads no other file, its policy has the digests of its own style and
script, its elements are nested correctly, and each link leads to a file.
"""
import base64
import hashlib
import html.parser
import os
import sys
import urllib.parse

folder, base = sys.argv[1:3]
VOID = {"meta", "link", "input"}
LOADS = {"src", "srcset", "background", "poster", "data", "action", "formaction"}
faults = []


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.raw = [], [], [], {}
        self.policy = self.lang = None
        self.labelled = []

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if len(names) != len(attrs):
            faults.append(f"<{tag}> has an attribute twice")
        for name in names:
            if name in LOADS or name.startswith("on") or name == "style":
                faults.append(f"<{tag} {name}>")
        if tag == "html":
            self.lang = names.get("lang")
        if tag == "link" and names.get("rel") != "alternate":
            faults.append(f"<link rel={names.get('rel')}>")
        if names.get("http-equiv") == "Content-Security-Policy":
            self.policy = names["content"]
        if "id" in names:
            self.ids.append(names["id"])
        if "aria-labelledby" in names:
            self.labelled.append(names["aria-labelledby"])
        if tag in ("a", "link"):
            self.links.append(names["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            faults.append(f"</{tag}> in the wrong place")

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script"):
            kind = self.open[-1]
            self.raw[kind] = self.raw.get(kind, "") + data


with open(os.path.join(folder, "index.html"), encoding="utf-8") as f:
    page = Page()
    page.feed(f.read())
    page.close()
if page.open:
    faults.append(f"not closed: {page.open}")
if not page.lang:
    faults.append("no language")
if len(set(page.ids)) != len(page.ids):
    faults.append("an id twice")
if set(page.labelled) - set(page.ids):
    faults.append("a label that is not there")
for kind in "style", "script":
    digest = base64.b64encode(hashlib.sha256(page.raw[kind].encode()).digest())
    want = f"{kind}-src 'sha256-{digest.decode()}'"
    if want not in page.policy.split("; "):
        faults.append(f"its policy should have {want}")
feeds = [h for h in page.links if h.startswith(base)]
if len(feeds) < 10:
    faults.append("too few links")
paths = [urllib.parse.unquote(h[len(base):]) for h in feeds]
for path in paths:
    if not os.path.isfile(os.path.join(folder, path)):
        faults.append(f"{path} is not there")
for d, _, files in os.walk(folder):
    for f in files:
        path = os.path.relpath(os.path.join(d, f), folder)
        if path.endswith((".atom", ".rss", ".json")) and path not in paths:
            faults.append(f"{path} is not listed")
for fault in faults:
    print("people:", fault)
sys.exit(len(faults) > 0)
