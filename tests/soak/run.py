#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py PROGRAM [BUILDS [SEED]]: builds a site again and again while readers poll it.

Before each build a few posts are added, changed, renamed, hidden or removed at random. Two readers
poll all feeds over HTTP with conditional requests meanwhile. Every answer must be a whole document,
and every build must end with 0. Each 100 builds the folder is compared with what a build without
state writes. Prints how memory and the size of the state develop. Exit status: 0, 1 at the first
thing that does not hold.
"""
import functools
import http.server
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from xml.etree import ElementTree

CONFIG = """site: {url: "https://blog.example.org/", title: Soak}
posts: {folders: [posts], dialect: hugo}
feeds: {formats: [atom, rss, json], limit: 10, index: true, opml: true, prune: true,
  compress: [gz]}
guard: {loss: 10}
"""
START, NOW = 40, "2026-01-01"


class Site:
    def __init__(self, root, seed):
        self.root, self.random, self.next = root, random.Random(seed), 0
        os.makedirs(f"{root}/posts")
        with open(f"{root}/feedmill.yaml", "w") as f:
            f.write(CONFIG)
        for _ in range(START):
            self.add()

    def write(self, name):
        r = self.random
        draft = "draft: true\n" if r.random() < .05 else ""
        tags = ", ".join(r.sample("abcdefgh", r.randint(0, 3)))
        words = " ".join(r.choice(("*one*", "two", "`three`", "[four](https://example.org/)",
                                   "<b>five</b>", "six\n\n")) for _ in range(r.randint(1, 60)))
        number = int(name[1:-3])
        with open(f"{self.root}/posts/{name}", "w") as f:
            f.write(f"---\ntitle: Post {number}\ndate: {2000 + number // 336 % 26}-"
                    f"{number // 28 % 12 + 1:02}-{number % 28 + 1:02}\n"
                    f"tags: [{tags}]\n{draft}---\n{words}\n")

    def add(self):
        self.next += 1
        self.write(f"p{self.next}.md")

    def change(self):
        names = sorted(os.listdir(f"{self.root}/posts"))
        for _ in range(self.random.randint(0, 3)):
            name = self.random.choice(names)
            what = self.random.random()
            if what < .4:
                self.write(name)
            elif what < .8 or len(names) < START:
                self.add()
            elif os.path.exists(f"{self.root}/posts/{name}"):
                os.remove(f"{self.root}/posts/{name}")


class Server(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def check_document(path, body):
    """Raises where a body is not whole."""
    if path.endswith(".json"):
        json.loads(body)
    elif not path.endswith(".html"):
        ElementTree.fromstring(body)
    elif not body.rstrip().endswith(b"</html>"):
        raise ValueError("no end")


class Reader(threading.Thread):
    def __init__(self, base, folder):
        super().__init__(daemon=True)
        self.base, self.folder, self.stop, self.wrong = base, folder, False, None
        self.times, self.whole, self.same = {}, 0, 0

    def poll(self, path):
        request = urllib.request.Request(f"{self.base}/{path}")
        if path in self.times:
            request.add_header("If-Modified-Since", self.times[path])
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                body = answer.read()
                self.times[path] = answer.headers["Last-Modified"]
                check_document(path, body)
                self.whole += 1
        except urllib.error.HTTPError as e:
            if e.code == 304:
                self.same += 1
            elif e.code != 404:    # pruned meanwhile
                raise

    def run(self):
        try:
            while not self.stop:
                paths = [os.path.relpath(os.path.join(top, n), self.folder)
                         for top, _, names in os.walk(self.folder) for n in names
                         if n.endswith((".atom", ".rss", ".json", ".html", ".opml"))]
                for path in paths:
                    self.poll(path)
        except Exception as e:      # pylint: disable=broad-except
            self.wrong = repr(e)


def build(program, root, *more):
    p = subprocess.Popen([program, "-C", root, "--now", NOW, *more],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    words = p.stdout.read()
    _, status, use = os.wait4(p.pid, 0)
    p.returncode = os.waitstatus_to_exitcode(status)
    return p.returncode, words.decode(errors="replace"), use.ru_maxrss


def is_same(program, root):
    clean = tempfile.mkdtemp(dir=os.path.dirname(root))
    build(program, root, "--set", "posts.state=none", "-o", clean)
    same = subprocess.run(["diff", "-rq", clean, f"{root}/feeds"], check=False).returncode == 0
    shutil.rmtree(clean)
    return same


def soak(program, builds, seed, top):
    site = Site(f"{top}/site", seed)
    folder = f"{site.root}/feeds"
    build(program, site.root)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Server, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    readers = [Reader(f"http://127.0.0.1:{server.server_port}", folder) for _ in range(2)]
    for r in readers:
        r.start()
    for n in range(1, builds + 1):
        site.change()
        status, words, memory = build(program, site.root)
        wrong = next((r.wrong for r in readers if r.wrong), None)
        if status or wrong:
            sys.exit(f"soak: build {n}: status {status}: {words}{wrong or ''}")
        if n % 100 == 0 or n == builds:
            if not is_same(program, site.root):
                sys.exit(f"soak: build {n}: other feeds than a build without state")
            state = os.path.getsize(f"{site.root}/.feedmill/state.db")
            print(f"{n} builds, seed {seed}: {memory // 1024} MB, state {state >> 10} KiB, "
                  f"{len(os.listdir('/proc/self/fd'))} descriptors; readers: "
                  f"{sum(r.whole for r in readers)} documents, "
                  f"{sum(r.same for r in readers)} unchanged", flush=True)
    for r in readers:
        r.stop = True
        r.join()
    server.shutdown()


def main():
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    builds = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
    top = tempfile.mkdtemp(dir=shm)
    try:
        soak(os.path.abspath(sys.argv[1]), builds, seed, top)
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
