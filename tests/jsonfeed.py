#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""jsonfeed.py PATH...: checks that JSON feeds are valid JSON Feed 1.1.

Follows the specification, https://www.jsonfeed.org/version/1.1/, and what
feedmill promises in addition. Checks the files that are named, and the JSON
feeds of feedmill below the folders that are named. If an Atom feed of the same
name is beside a feed, both must have the same content. Prints the errors. Exits
with 1 if there is an error, and with 2 if there was no feed.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from datetime import datetime
from html.parser import HTMLParser

ATOM = "{http://www.w3.org/2005/Atom}"
URL = re.compile(r"https?://[^/?#\s]+[!#-;=?-Z_a-z~%\[\]]*\Z")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)\Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+\Z")
# Characters that no feed may contain: C0 except tab, LF and CR, then DEL, C1
# and two noncharacters.
BAD = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Findings(list):
    """The errors, each with its place."""

    def check(self, ok, where, what):
        if not ok:
            self.append(f"{where}: {what}")
        return ok


def is_text(v):
    return isinstance(v, str) and v != "" and not BAD.search(v)


def is_url(v):
    return isinstance(v, str) and URL.match(v) is not None


def is_number(v):
    return isinstance(v, (int, float)) and not isinstance(v, bool) and v >= 0


def is_date(v):
    if not isinstance(v, str) or not DATE.match(v):
        return False
    try:
        datetime.fromisoformat(v.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def is_language(v):
    return isinstance(v, str) and LANGUAGE.match(v) is not None


def is_list(v):
    return isinstance(v, list) and len(v) > 0


# The members of each kind of object, and the check of each. Only feeds of
# version 1 have "author".
MEMBERS = {
    "feed": {"version": is_url, "title": is_text, "home_page_url": is_url,
             "feed_url": is_url, "description": is_text, "user_comment": is_text,
             "next_url": is_url, "icon": is_url, "favicon": is_url,
             "authors": is_list, "language": is_language,
             "expired": lambda v: isinstance(v, bool), "hubs": is_list,
             "items": lambda v: isinstance(v, list)},
    "item": {"id": is_text, "url": is_url, "external_url": is_url,
             "title": is_text, "content_html": is_text,
             "content_text": is_text, "summary": is_text, "image": is_url,
             "banner_image": is_url, "date_published": is_date,
             "date_modified": is_date, "authors": is_list, "tags": is_list,
             "language": is_language, "attachments": is_list},
    "author": {"name": is_text, "url": is_url, "avatar": is_url},
    "hub": {"type": is_text, "url": is_url},
    "attachment": {"url": is_url,
                   "mime_type": lambda v: is_text(v) and MEDIA_TYPE.match(v),
                   "title": is_text, "size_in_bytes": is_number,
                   "duration_in_seconds": is_number},
}
REQUIRED = {
    # The addresses are only "strongly recommended", but every feed needs them.
    "feed": ["version", "title", "home_page_url", "feed_url", "items"],
    "item": ["id", "url", "date_published"],
    "author": [],
    "hub": ["type", "url"],
    "attachment": ["url", "mime_type"],
}


def check_extension(v, where, out, top=True):
    """Checks the names of an extension and of its members."""
    if isinstance(v, list):
        for i in v:
            check_extension(i, where, out, False)
    elif isinstance(v, dict):
        for key, member in v.items():
            out.check("." not in key, where, f"'{key}' has a dot in it")
            out.check(not key.startswith("_"), where,
                      f"'{key}' within an extension begins with _")
            check_extension(member, where, out, False)
    elif top:
        out.check(False, where, "an extension is no object")


def check_object(v, kind, where, out):
    if not out.check(isinstance(v, dict), where, f"is no {kind}"):
        return False
    for key, value in v.items():
        if key.startswith("_"):
            out.check(re.match(r"_[A-Za-z][^.]*\Z", key), where,
                      f"'{key}' is no name of an extension")
            check_extension(value, f"{where}.{key}", out)
        elif out.check(key in MEMBERS[kind], where, f"'{key}' is unknown"):
            out.check(MEMBERS[kind][key](value), where,
                      f"{key} is {value!r:.60}")
    for key in REQUIRED[kind]:
        out.check(key in v, where, f"has no {key}")
    return True


def check_objects(v, kind, where, out):
    if isinstance(v, list):
        for n, member in enumerate(v):
            check_object(member, kind, f"{where}[{n}]", out)
            if kind == "author":
                out.check(member, f"{where}[{n}]", "is an empty author")


class Links(HTMLParser):
    """Checks references in HTML: all must be absolute."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [v or "" for k, v in attrs if k in ("href", "src", "poster")]


def check_content(item, where, out):
    html = item.get("content_html", "")
    out.check(html or item.get("content_text"), where, "has no content")
    links = Links()
    links.feed(html)
    for v in links.found:
        out.check(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|#", v), where,
                  f"'{v}' in content_html is no absolute URL")
    out.check(not re.search(r"<(script|style)\b", html),
              where, "content_html has a script or a style")
    out.check(item.get("summary") != item.get("content_text") or
              "summary" not in item, where, "the summary is the content")


def check_item(item, feed, where, out):
    if not check_object(item, "item", where, out):
        return
    check_objects(item.get("authors"), "author", f"{where}.authors", out)
    check_objects(item.get("attachments"), "attachment",
                  f"{where}.attachments", out)
    tags = item.get("tags", [])
    out.check(all(is_text(t) for t in tags), where, f"tags are {tags}")
    out.check(len(tags) == len({str(t).casefold() for t in tags}), where,
              f"tags are there twice: {tags}")
    if is_date(item.get("date_modified")):
        out.check(item["date_modified"] >= item.get("date_published", ""),
                  where, "was modified before it was published")
    out.check("language" not in item or str(item["language"]).lower() !=
              str(feed.get("language")).lower(), where,
              "has the language of the feed")
    check_content(item, where, out)


def check_items(feed, out):
    items = [i for i in feed["items"] if isinstance(i, dict)]
    ids = [i.get("id") for i in items]
    out.check(len(set(map(str, ids))) == len(ids), "items", "ids are not unique")
    dates = [[i.get(k, i.get("date_published", "")) for i in items]
             for k in ("date_published", "date_modified")]
    out.check(any(d == sorted(d, reverse=True) for d in dates), "items",
              "are sorted neither by date_published nor by date_modified")
    for n, item in enumerate(feed["items"]):
        check_item(item, feed, f"items[{n}]", out)


def without_twins(pairs):
    keys = [k for k, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key is there twice in {keys}")
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is no number of JSON")


def check_bytes(data, out):
    """Checks a whole feed. Returns it, or None if it is not a feed."""
    out.check(data[:1] == b"{", "bytes", "something is before the feed")
    out.check(data[-2:] == b"}\n", "bytes", "it does not end in one line feed")
    out.check(b"\r" not in data, "bytes", "there are carriage returns")
    try:
        feed = json.loads(data.decode("utf-8"), object_pairs_hook=without_twins,
                          parse_constant=no_constant)
    except ValueError as e:
        out.check(False, "bytes", str(e))
        return None
    if not check_object(feed, "feed", "feed", out):
        return None
    out.check(next(iter(feed), None) == "version", "feed", "version is not first")
    out.check(feed.get("version") == "https://jsonfeed.org/version/1.1", "feed",
              f"version is {feed.get('version')!r}")
    check_objects(feed.get("authors"), "author", "authors", out)
    check_objects(feed.get("hubs"), "hub", "hubs", out)
    out.check(feed.get("next_url") != feed.get("feed_url"), "feed",
              "next_url is feed_url")
    if isinstance(feed.get("items"), list):
        check_items(feed, out)
    return feed


# ---- comparison with Atom ----

def texts(element, path):
    return [(e.text or "").replace(" >", ">") for e in element.findall(path)]


def of_atom(entry, feed_authors):
    """The content of an Atom entry, in the form of a JSON item."""
    tags = []
    for c in entry.findall(f"{ATOM}category"):
        if c.get("label").casefold() not in [t.casefold() for t in tags]:
            tags.append(c.get("label").replace(" >", ">"))
    return {
        "id": texts(entry, f"{ATOM}id"),
        # Atom requires the element, which is empty without a title.
        "title": [t for t in texts(entry, f"{ATOM}title") if t.strip()],
        # In a link blog, "alternate" of Atom is the other page, and the link
        # "related" with a type is the post's own page.
        "leads to": [e.get("href") for e in entry.findall(f"{ATOM}link")
                     if e.get("rel") == "alternate" or
                     (e.get("rel") == "related" and e.get("type"))],
        "date_published": texts(entry, f"{ATOM}published"),
        "authors": texts(entry, f"{ATOM}author/{ATOM}name") or feed_authors,
        "tags": tags,
        "content_html": texts(entry, f"{ATOM}content"),
    }


def of_json(item, feed_authors):
    one = {k: [item[k]] if k in item else [] for k in
           ("id", "title", "date_published", "content_html")}
    one["leads to"] = [item[k] for k in ("external_url", "url") if k in item]
    one["authors"] = [a.get("name") for a in item.get("authors", [])] or feed_authors
    one["tags"] = item.get("tags", [])
    for k in "title", "content_html", "authors", "tags":
        one[k] = [str(v).replace(" >", ">") for v in one[k]]
    return one


def check_twin(feed, path, out):
    atom = ET.parse(path).getroot()
    if atom.tag != f"{ATOM}feed":
        return
    entries = atom.findall(f"{ATOM}entry")
    authors = texts(atom, f"{ATOM}author/{ATOM}name")
    mine = [a.get("name") for a in feed.get("authors", [])]
    out.check(mine == authors, "feed", f"authors are {mine}, in Atom {authors}")
    if not out.check(len(entries) == len(feed["items"]), "items",
                     f"{len(feed['items'])}, in Atom {len(entries)}"):
        return
    for n, (item, entry) in enumerate(zip(feed["items"], entries)):
        a, b = of_json(item, authors), of_atom(entry, authors)
        for k in a:
            out.check(a[k] == b[k], f"items[{n}]",
                      f"{k} is {a[k]!r:.200}, in Atom {b[k]!r:.200}")


# ---- files ----

def is_feed(path):
    with open(path, "rb") as f:
        return b'"_feedmill"' in f.read(65536)


def files(paths):
    for top in paths:
        if not os.path.isdir(top):
            yield top
        for folder, _, names in sorted(os.walk(top)):
            for path in (os.path.join(folder, n) for n in sorted(names)):
                if path.endswith(".json") and is_feed(path):
                    yield path


def check_file(path):
    out = Findings()
    with open(path, "rb") as f:
        feed = check_bytes(f.read(), out)
    twin = os.path.splitext(path)[0] + ".atom"
    if feed and not out and os.path.exists(twin):
        check_twin(feed, twin, out)
    return out


def main(paths):
    count = bad = 0
    for path in files(paths):
        count += 1
        for finding in check_file(path):
            print(f"{path}: {finding}")
            bad += 1
    if count == 0:
        print("no JSON feed")
    return 2 if count == 0 else bad > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
