#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""state.py FEEDMILL FOLDER SEQUENCES [SEED]

The state of earlier runs never changes the output. Random blogs get random
changes: of posts, of the files beside them, of the config, of the clock, of the
published files, of the state itself. After each change, one run uses the state,
and one run in a copy of the folder has none. Files, messages and exit status
must be the same.
"""
import glob
import html
import os
import random
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

feedmill, work, sequences = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
WORDS = "ash birch cedar date elm fir gum hazel iris juniper".split()
PODCAST = """
podcast: {image: /img/a.png, categories: [Arts], explicit: no, owner: {email: a@b.example}}
"""
NOISE = re.compile(r"^feedmill: +[0-9.]+ ms.*\n", re.M)
STATE = re.compile(r"^\.feedmill/[^\n]*\[state-unusable\]\n +[^\n]*\n", re.M)


class Blog:
    def __init__(self, r, folder):
        self.r, self.folder, self.count = r, folder, 0
        self.now, self.log = 2000 * r.randint(1, 5), []
        self.config = {"limit": r.choice([0, 2, 3, 20]), "full": "true",
                       "source": "posts", "prune": r.choice(["true", "false"]),
                       "title": "Blog", "dialect": r.choice(["hugo", "hugo", "eleventy"]),
                       "authors": r.random() < .5,
                       "markdown": r.random() < .2,
                       "podcast": r.random() < .3,
                       "links": r.choice(["page", "external"]),
                       "languages": r.random() < .2, "guid": r.random() < .5,
                       "images": r.choice(["true", "all"]),
                       "hub": r.choice(["", "https://h/"]),
                       "ledger": r.random() < .4, "permalink": "",
                       "archive": r.random() < .5,
                       "compress": self.compress(), "main": self.main(),
                       "extra": self.extra(), "beside": self.beside(), "flood": 3}
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(f"{folder}/content/post")
        if r.random() < .2:
            self.config["source"] = "pages"
        if self.config["authors"]:
            self.put("authors.yml", "ann: {name: Ann}\nbob: {name: Bob}\n")
        self.write_config()
        for _ in range(r.randint(1, 12)):
            self.add()

    def compress(self):
        return self.r.choice(["[]", "[]", "gz", "br", "[gz, br]"])

    def main(self):
        return self.r.choice(["index", "index", "[index, old/feed]",
                              "{atom: [a.xml, b], rss: [c, d, e]}"])

    def extra(self):
        """Feeds by query: in one format, with summaries, at paths of terms."""
        r = self.r
        queries = ["tag:elm", "-tag:elm author:ann", "updated>=2020-01-04",
                   "(category:fir or draft:true) date<2020-01-06", "lang:de",
                   "path:post/e* or title:\"Ash & elm\""]
        return "".join(
            f"    - {{path: {name}, where: '{r.choice(queries)}', "
            f"full: {r.choice(['true', 'false'])}, limit: {r.randint(0, 3)}, "
            f"formats: {r.choice(['[atom]', '[rss]', '[atom, rss]', '[json]'])}}}\n"
            for name in r.sample(["x", "y", "[z, w, v]", "tags/elm"],
                                 r.randint(0, 2)))

    def beside(self):
        """The files for people and templates, some at other paths."""
        r = self.r
        if r.random() < .4:
            return ""
        return "".join(
            f"  {key}: {r.choice(['true', 'true', 'false', path])}\n"
            for key, path in [("style", "x.css"), ("index", "tags/all.html"),
                              ("links", "l/links.html"), ("links_posts", "tags/l.json")])

    def path(self, name):
        return os.path.join(self.folder, name)

    def put(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)) or ".", exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def write_config(self):
        c = self.config
        ids = ('id: "urn:example:{guid}"' if c["ledger"] else
               'id: "{guid}"' if c["guid"] else "")
        self.put("feedmill.yaml", f"""site:
  url: https://blog.example.org/
  title: {c['title']}
posts:
  folders: [content]
  dialect: {c['dialect']}
  links: {c['links']}
{'  comments: "/c/{guid}/"' if c['guid'] else ''}
{'  authors: authors.yml' if c['authors'] else ''}
  {ids}
  {c['permalink']}
ids: {{flood: {c['flood']}, ledger: {'kept.ids' if c['ledger'] else 'none'}}}
{'languages: {en: {}, de: {}}' if c['languages'] else ''}
content: {{full: {c['full']}, source: {c['source']}, pages: public,
  markdown: {str(c['markdown'] and c['source'] == 'posts').lower()}}}
feeds:
  limit: {c['limit']}
  hub: {c['hub']}
  prune: {c['prune']}
  compress: {c['compress']}
  {'tombstones: 72h' if c['ledger'] else ''}
  {'archive_size: 3' if c['ledger'] else ''}
  {'archive: true' if c['archive'] and c['ledger'] else ''}
  images: {c['images']}
  main: {{path: {c['main']}}}
  taxonomies: {{tags: {{}}, categories: {{where: "-tag:fir"}}, author: {{}}}}
{c['beside']}  extra:
{c['extra']}{PODCAST if c['podcast'] else ''}""")

    def posts(self):
        return sorted(os.path.relpath(os.path.join(d, f), self.folder)
                      for d, _, files in os.walk(self.path("content"))
                      for f in files if f.endswith(".md") and not f.startswith("_index"))

    # Minutes since the start of 2020, as in the clock of a run.
    def date(self, minute):
        return f"2020-01-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00Z"

    def front(self):
        r = self.r
        f = [f"title: {r.choice(WORDS).capitalize()} & {r.choice(WORDS)}"]
        if r.random() < .9:
            f.append("date: " + self.date(r.randint(0, 12000)))
        if r.random() < .2:
            f.append("expiryDate: " + self.date(r.randint(0, 14000)))
        if r.random() < .2:
            f.append("lastmod: " + self.date(r.randint(0, 14000)))
        if r.random() < .6:
            f.append(f"tags: [{', '.join(r.sample(WORDS, r.randint(0, 3)))}]")
        if r.random() < .3:
            f.append(f"categories: {r.choice(WORDS)}")
        if r.random() < .3:
            f.append(f"author: {r.choice(['ann', 'bob', 'Cid'])}")
        if r.random() < .1:
            f.append("draft: true")
        if r.random() < .08:
            f.append("date: 2020-13-01")
        if r.random() < .1:
            f.append(f"url: /{r.choice(WORDS)}/")
        if r.random() < .2:
            f.append(f"enclosure: {{url: /img/{r.choice('abc')}.png, length: {r.randint(1, 9)}}}")
        if r.random() < .2:
            f.append(f"podcast_image: /img/{r.choice('abc')}.png")
            f.append(r.choice(["duration: 1:02", "episode: x", "podcast: {season: 2, guests: [a, b]}",
                               f"transcript: /img/{r.choice('abc')}.png", "explicit: yes"]))
        if r.random() < .2:
            f.append(f"image: /img/{r.choice('abc')}.png")
        if r.random() < .1:
            f.append(r.choice(["link", "comments"]) + ": " + r.choice([
                f"https://other.example/{r.choice(WORDS)}", "false",
                f"/{r.choice(WORDS)}/", "ftp://x/"]))
        if r.random() < .1:
            f.append("in-reply-to: " + r.choice([
                f"https://other.example/{r.choice(WORDS)}",
                f"[/{r.choice(WORDS)}/, ../{r.choice(WORDS)}{r.randint(1, 8)}/]",
                f"mailto:{r.choice(WORDS)}"]))
        if r.random() < .2:
            f.append(f"guid: tag:e.org,2020:{r.choice(WORDS)}{r.randint(1, 99)}")
        return "---\n" + "\n".join(f) + "\n---\n"

    def body(self):
        r = self.r
        parts = []
        for _ in range(r.randint(0, 4)):
            parts.append(r.choice([
                " ".join(r.choices(WORDS, k=r.randint(1, 30))),
                f"{{{{< {r.choice(WORDS)} >}}}}",
                f"[x]({{{{< ref \"{r.choice(WORDS)}{r.randint(1, 8)}.md\" >}}}})",
                "<div>\n\n*in* the div\n\n</div>", "<b>bold <i>both</b> rest",
                "control \x01 character", "[bad](javascript:alert(1))",
                "[f][^1]\n\n[^1]: note", "~~gone~~ www.example.com",
                f"![p](/img/{r.choice('abc')}.png)",
                "# Heading\n\n* [ ] task", "<!--more-->"]))
        return "\n\n".join(parts) + "\n"

    def page_of(self, name):
        stem = os.path.splitext(os.path.basename(name))[0]
        return f"public/post/{stem}/index.html"

    def add(self):
        self.count += 1
        name = f"content/post/{self.r.choice(WORDS)}{self.count}.md"
        if self.config["languages"] and self.r.random() < .3:
            name = name.replace(".md", ".de.md")
        self.put(name, self.front() + self.body())
        if self.config["source"] == "pages" and self.r.random() < .8:
            self.put(self.page_of(name), f"<article><p>{self.body()}</p></article>")

    # ---- changes ----

    def change_add(self):
        self.add()

    def change_body(self):
        name = self.r.choice(self.posts())
        text = self.read(name)
        self.put(name, text.split("---\n", 2)[0] + "---\n" +
                 text.split("---\n", 2)[1] + "---\n" + self.body())

    def change_front(self):
        name = self.r.choice(self.posts())
        self.put(name, self.front() + self.read(name).split("---\n", 2)[2])

    # Only the state knows files that are gone, so not with a ledger.
    def change_delete(self):
        if len(self.posts()) > 1 and not self.config["ledger"]:
            os.unlink(self.path(self.r.choice(self.posts())))

    def change_rename(self):
        if self.config["ledger"]:
            return
        self.count += 1
        os.rename(self.path(self.r.choice(self.posts())),
                  self.path(f"content/post/{self.r.choice(WORDS)}{self.count}.md"))

    def change_swap(self):
        names = self.posts()
        if len(names) < 2:
            return
        a, b = (self.path(n) for n in self.r.sample(names, 2))
        for p in a, b:
            os.utime(p, (1500000000, 1500000000))
        os.rename(a, a + ".x")
        os.rename(b, a)
        os.rename(a + ".x", b)

    def change_same_size(self):
        """Other bytes of the same length, with the old modification time."""
        name = self.path(self.r.choice(self.posts()))
        st = os.stat(name)
        with open(name, encoding="utf-8") as f:
            text = f.read()
        with open(name, "w", encoding="utf-8") as f:
            f.write(text.replace("elm", "fir").replace("gum", "elm"))
        os.utime(name, ns=(st.st_atime_ns, st.st_mtime_ns))

    def change_touch(self):
        os.utime(self.path(self.r.choice(self.posts())))

    def change_clock(self):
        self.now = self.r.randint(0, 14000)

    def change_config(self):
        key, value = self.r.choice([
            ("limit", self.r.choice([0, 1, 2, 3, 20])), ("full", "false"),
            ("full", "true"), ("title", self.r.choice(WORDS)),
            ("links", self.r.choice(["page", "external"])),
            ("markdown", self.r.random() < .5), ("flood", self.r.choice([0, 1, 3])),
            ("extra", self.extra()), ("beside", self.beside()),
            ("main", self.main()), ("compress", self.compress()),
            ("hub", self.r.choice(["", "https://h/", "[https://h/, https://i/]"])),
            ("permalink", self.r.choice(["", "permalink: /:year/:slug/"])),
            ("images", self.r.choice(["true", "false", "all"])),
            ("podcast", self.r.random() < .5),
            ("prune", self.r.choice(["true", "false"]))])
        self.config[key] = value
        self.write_config()

    def change_ledger(self):
        """Lost lines, ids that the owner changed, conflict markers."""
        if not os.path.exists(self.path("kept.ids")):
            return
        lines = self.read("kept.ids").splitlines(keepends=True)
        lines = [line for line in lines if line[0] not in "#<=>"]
        self.r.shuffle(lines)
        how = self.r.randint(0, 3)
        if how == 0 or not lines:
            lines = lines[1:]
        elif how == 1:
            lines[0] = f"urn:example:{self.r.choice(WORDS)}:{lines[0]}"
        elif how == 2:
            lines.append(lines[0])
        elif self.r.random() < .3:
            lines.append(">>>>>>> elm\n")
        self.put("kept.ids", "".join(lines))

    def change_authors(self):
        if self.config["authors"]:
            self.put("authors.yml", f"ann: {{name: Ann {self.r.choice(WORDS)}}}\n")

    def change_cascade(self):
        self.put("content/post/_index.md", "---\ncascade: {tags: [%s]}\n---\n" %
                 self.r.choice(WORDS))

    def change_data(self):
        """Eleventy's data files, of a folder or of one post."""
        name = self.r.choice(["content/post/post", os.path.splitext(self.r.choice(self.posts()))[0]])
        name += self.r.choice([".json", ".11tydata.json"])
        if os.path.exists(self.path(name)) and self.r.random() < .3:
            os.unlink(self.path(name))
        else:
            self.put(name, '{"tags": ["%s"]}' % self.r.choice(WORDS))

    def change_picture(self):
        """A picture is added, changed, removed or damaged."""
        name = f"static/img/{self.r.choice('abc')}.png"
        if os.path.exists(self.path(name)) and self.r.random() < .3:
            os.unlink(self.path(name))
        else:
            os.makedirs(self.path("static/img"), exist_ok=True)
            with open(self.path(name), "wb") as f:
                f.write((b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1" +
                         bytes([self.r.randint(0, 255)]) + b"\0\0\1\0")
                        [:self.r.choice([10, 99])])

    def feeds(self):
        return [os.path.join(d, f) for d, _, files in
                os.walk(self.path("feeds")) for f in files]

    def change_feed_deleted(self):
        if self.feeds():
            os.unlink(self.r.choice(sorted(self.feeds())))

    def change_feed_damaged(self):
        if self.feeds():
            with open(self.r.choice(sorted(self.feeds())), "a") as f:
                f.write("<!-- x -->")

    def change_feed_cut(self):
        """A feed is cut off, as on a full disk; it may become empty."""
        if self.feeds():
            name = self.r.choice(sorted(self.feeds()))
            os.truncate(name, self.r.randint(0, os.path.getsize(name)))

    def change_feed_foreign(self):
        if self.feeds():
            name = self.r.choice(sorted(self.feeds()))
            with open(name, "w") as f:
                f.write(self.r.choice(["", "<html></html>", "x", "{}",
                                       '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "x"}]}']))

    def change_page(self):
        if self.config["source"] == "pages":
            name = self.page_of(self.r.choice(self.posts()))
            if os.path.exists(self.path(name)) and self.r.random() < .3:
                os.unlink(self.path(name))
            else:
                self.put(name, f"<article><p>{self.body()}</p></article>")

    def change_state(self):
        db = self.path(".feedmill/state.db")
        if not os.path.exists(db):
            return
        size = os.path.getsize(db)
        how = self.r.randint(0, 4)
        if how == 0:
            os.unlink(db)
        elif how == 1:
            os.truncate(db, self.r.randint(0, size))
        elif how == 2:
            with open(db, "r+b") as f:
                for _ in range(self.r.randint(1, 20)):
                    f.seek(self.r.randint(0, size - 1))
                    f.write(bytes([self.r.randint(0, 255)]))
        elif how == 3:
            with open(db, "wb") as f:
                f.write(b"not a database")
        else:
            shutil.copy(db, self.path("old.db"))

    def change_old_state(self):
        """A state of an earlier run, as from a backup."""
        if os.path.exists(self.path("old.db")):
            shutil.copy(self.path("old.db"), self.path(".feedmill/state.db"))

    def change_nothing(self):
        pass

    def change(self):
        changes = sorted(c for c in dir(self) if c.startswith("change_"))
        for name in self.r.choices(changes, k=self.r.choice([1, 1, 1, 2, 4])):
            self.log.append(name)
            getattr(self, name)()


def run(folder, now, *more):
    p = subprocess.run([feedmill, "-v", "--now", now, "-j2", *more],
                       cwd=folder, capture_output=True, timeout=60)
    out = NOISE.sub("", p.stdout.decode())
    return p.returncode, out, STATE.sub("", p.stderr.decode())


def tree(folder):
    got = {}
    if os.path.exists(os.path.join(folder, "kept.ids")):
        with open(os.path.join(folder, "kept.ids"), "rb") as b:
            got["kept.ids"] = b.read()
    for d, _, files in os.walk(os.path.join(folder, "feeds")):
        for f in files:
            with open(os.path.join(d, f), "rb") as b:
                got[os.path.relpath(os.path.join(d, f), folder)] = b.read()
    return got


def is_own(path, data):
    """Whether a file is a feed at its own address, not a copy elsewhere."""
    own = re.search(rb'(?:rel="self"[^>]* href=|"feed_url": )"([^"]*)"', data)
    return own is not None and urllib.parse.unquote(
        html.unescape(own[1].decode())) == "https://blog.example.org/" + path


def owed(folder):
    """The feeds that the first hub must still be told of."""
    try:
        with open(f"{folder}/.feedmill/state.db.pings", encoding="utf-8") as f:
            return {urllib.parse.unquote(row.split()[2]).removeprefix("https://blog.example.org/")
                    for row in f if " https://h/ " in row}
    except FileNotFoundError:
        return set()


def sequence(number):
    blog = Blog(random.Random(seed * 1000003 + number), f"{work}/a")
    copy = f"{work}/b"
    for step in range(blog.r.randint(3, 9)):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(blog.folder, copy)
        # The list of what the config wrote is no part of the state: without it no
        # feed is removed.
        for name in glob.glob(f"{copy}/.feedmill/*"):
            if not name.endswith(".files"):
                os.unlink(name)
        now = blog.date(blog.now)
        # Without the option, a run that changes addresses is refused, and so
        # are all later runs.
        more = [] if blog.r.random() < .3 else ["--accept-new-ids"]
        before = tree(blog.folder)
        got = run(blog.folder, now, *more)
        # This test never pings, so at least these feeds are pending.
        changed = {k for k, v in tree(blog.folder).items()
                   if before.get(k) != v and is_own(k, v)}
        untold = changed - owed(blog.folder)
        if blog.config["hub"] and untold:
            print(f"sequence {number} (seed {seed}), step {step}, after "
                  f"{', '.join(blog.log)}: not owed: {sorted(untold)}")
            return False
        want = run(copy, now, *more)
        if got != want or tree(blog.folder) != tree(copy):
            print(f"sequence {number} (seed {seed}), step {step}, after "
                  f"{', '.join(blog.log)}: the state makes a difference")
            print("with:", *got, "without:", *want, sep="\n")
            a, b = tree(blog.folder), tree(copy)
            print("files:", sorted(k for k in a.keys() | b.keys()
                                   if a.get(k) != b.get(k)))
            return False
        blog.log = []
        blog.change()
        # The state does not trust the time stamps of files written just now.
        if blog.r.random() < .6:
            time.sleep(.06)
    return True


bad = 0
for n in range(sequences):
    bad += not sequence(n)
    if bad > 3:
        break
sys.exit(bad > 0)
