#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py PROGRAM INJECT [SECONDS]: fails, shortens and kills every system call of a run.

For each of three configurations a site is built, then changed, then built again with one system
call disturbed, then once more without. PROGRAM is feedmill, INJECT the program that disturbs. With
SECONDS only as many calls are tried, evenly spread, as fit into that time.

What must hold, for every call:
  torn     a published file that is neither that of the run before nor that of the new one, and no
           feed with all entries that both have: none
  lost     a published file that both runs have, and is not there any more: none
  silent   exit status 0, but not all is published: none
  mute     another exit status, and no message that says why: none
  status   a status that the manual does not name, or a signal: none
  next     the run after it ends otherwise than one that was never disturbed: none

Prints a line for each that does not hold, and a table. Exit status: 0, 1 if anything does not hold.
"""
import concurrent.futures
import errno
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

BASE = """site: {url: "https://blog.example.org/", title: Faults}
posts: {folders: [posts], dialect: hugo}
"""
ALL = """site: {url: "https://blog.example.org/", title: Faults}
posts: {folders: [posts], dialect: hugo}
ids: {ledger: feedmill.ids, flood: 100}
content: {markdown: true}
feeds: {formats: [atom, rss, json], limit: 3, archive: true, archive_size: 2, index: true,
  style: true, opml: true, prune: true, compress: [gz, br], tombstones: 52w}
"""
CONFIGS = {"all features": (ALL, True), "defaults": (BASE, True), "nothing new": (ALL, False)}

# The error that a call meets in real life.
ERRORS = {"openat": errno.EIO, "clone": errno.EAGAIN, "clone3": errno.EAGAIN, "write": errno.ENOSPC,
          "pwrite64": errno.ENOSPC, "writev": errno.ENOSPC, "mkdirat": errno.ENOSPC,
          "mkdir": errno.ENOSPC, "flock": errno.ENOLCK, "socketpair": errno.EMFILE,
          "pipe2": errno.EMFILE}
STATUSES = {0, 1, 2, 3, 4}
STRAYS = "feedmill-new"     # what a killed run leaves, until the next one


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def post(folder, n, text="Text", extra=""):
    put(f"{folder}/posts/{n}.md",
        f"---\ntitle: Post {n}\ndate: 2024-01-0{n}\ntags: [t{n % 2}]\n{extra}---\n{text} of {n}.\n")


def make_site(folder, config):
    put(f"{folder}/feedmill.yaml", config)
    for n in range(1, 7):
        post(folder, n)
    put(f"{folder}/posts/toml/7.md", '+++\ntitle = "Seven"\ndate = 2024-01-07\n+++\n<b>Seven</b>\n')


def change_site(folder):
    post(folder, 3, "Another text")
    post(folder, 8, "A new text")
    os.remove(f"{folder}/posts/1.md")


def published(folder):
    """The files that readers get, and the ledger; not the state."""
    files = {}
    for root, _, names in os.walk(f"{folder}/feeds"):
        for name in names:
            with open(f"{root}/{name}", "rb") as f:
                files[os.path.relpath(f"{root}/{name}", folder)] = f.read()
    if os.path.exists(f"{folder}/feedmill.ids"):
        with open(f"{folder}/feedmill.ids", "rb") as f:
            files["feedmill.ids"] = f.read()
    return files


def ids_of(document):
    """The ids of the entries of a whole feed; none for another file, or one that was cut."""
    if not document.rstrip().endswith((b"</feed>", b"</rss>", b"}")):
        return set()
    return set(re.findall(rb'(?<=<id>)[^<]*|(?<=<guid).*?(?=</guid>)|(?<="id": ").*?(?=")', document))


class Campaign:
    def __init__(self, program, inject, root, name):
        self.command = [os.path.abspath(program), "-j", "1", "--now", "2024-06-01"]
        self.inject, self.root, self.name = os.path.abspath(inject), root, name
        config, changes = CONFIGS[name]
        self.site = f"{root}/site"
        make_site(self.site, config)
        self.build(self.site, [])
        self.before = published(self.site)
        if changes:
            time.sleep(.1)          # older than a tick of the clock
            change_site(self.site)
        wanted = f"{root}/wanted"
        self.copy(wanted)
        status, words = self.build(wanted, [])
        assert status == 0, words
        self.after = published(wanted)
        self.again(wanted)
        listed = f"{root}/listed"
        self.copy(listed)
        subprocess.run([self.inject, "list", f"{root}/calls", *self.command, "-C", listed],
                       check=True, capture_output=True)
        with open(f"{root}/calls") as f:
            self.calls = [line.split() for line in f]
        assert self.calls, "no system call was found"

    def again(self, folder):
        """What a second run publishes: no more than the first."""
        self.build(folder, [])
        assert published(folder) == self.after

    def copy(self, folder):
        shutil.copytree(self.site, folder, symlinks=True)

    def build(self, folder, before):
        try:
            p = subprocess.run([*before, *self.command, "-C", folder], capture_output=True,
                               text=True, errors="replace", timeout=60, check=False)
        except subprocess.TimeoutExpired:
            return "never ends", ""
        return p.returncode, p.stderr + p.stdout

    def jobs(self):
        for number, name, *sizes in self.calls:
            yield number, name, "fail"
            yield number, name, "kill"
            if sizes:
                yield number, name, "short"

    def is_sound(self, path, data, got):
        """A file as it was or as it should be; or a feed with all entries that both have."""
        before, after = self.before.get(path), self.after.get(path)
        if data in (before, after):
            return True
        if path.endswith(".gz"):
            return gzip.decompress(data) == got.get(path[:-3])
        if path.endswith(".br"):
            return path[:-3] in got
        if path == "feedmill.ids":
            return set(data.split(b"\n")) <= set((before + after).split(b"\n"))
        return ids_of(data) >= ids_of(before or b"") & ids_of(after or b"") > set()

    def try_one(self, job):
        """What does not hold after a run with that call disturbed."""
        number, name, mode = job
        folder = tempfile.mkdtemp(dir=self.root)
        shutil.rmtree(folder)
        self.copy(folder)
        error = ERRORS.get(name, errno.EIO)
        status, words = self.build(folder, [self.inject, mode, number, str(error)])
        got = {path: data for path, data in published(folder).items()
               if STRAYS not in path.lower()}
        torn = [path for path, data in got.items() if not self.is_sound(path, data, got)]
        lost = [path for path in self.before if path in self.after and path not in got]
        wrong = [f"{kind} {paths[0]} and {len(paths) - 1} more"
                 for kind, paths in (("torn", torn), ("lost", lost)) if paths]
        if mode != "kill":
            if status not in STATUSES:
                wrong.append(f"status {status}")
            elif status == 0 and got != self.after:
                wrong.append("silent")
            elif status and "error" not in words and "feedmill: " not in words:
                wrong.append("mute")
        next_status, next_words = self.build(folder, [])
        if next_status or published(folder) != self.after:
            wrong.append(f"next {next_status}: {next_words.strip()[:200]}")
        shutil.rmtree(folder)
        return [f"{self.name}: {mode} {number} {name}: {w} | {status}: {words.strip()[:160]}"
                for w in wrong]


def run_campaign(c, pool, seconds):
    jobs, found = list(c.jobs()), []
    if seconds:
        start = time.monotonic()
        for job in jobs[:4]:
            found += c.try_one(job)
        each = (time.monotonic() - start) / 4 / 2
        keep = max(1, int(seconds / len(CONFIGS) / each))
        # By mode first: a call has two or three jobs, so that an even step
        # would give all calls in a row the same mode.
        jobs = sorted(jobs, key=lambda job: job[2])[::max(1, -(-len(jobs) // keep))]
    found += [line for lines in pool.map(c.try_one, jobs) for line in lines]
    for line in found:
        print(line, flush=True)
    kinds = [sum(f": {kind}" in line.split("|")[0] for line in found)
             for kind in ("torn", "lost", "silent", "mute", "status", "next")]
    return len(c.calls), len(jobs), kinds


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    seconds = int(sys.argv[3]) if len(sys.argv) == 4 else 0
    shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
    root = tempfile.mkdtemp(dir=shm)
    rows = []
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for i, name in enumerate(CONFIGS):
                os.mkdir(f"{root}/{i}")
                c = Campaign(sys.argv[1], sys.argv[2], f"{root}/{i}", name)
                rows.append((name, *run_campaign(c, pool, seconds)))
    finally:
        shutil.rmtree(root)
    print("| configuration | calls | runs | torn | lost | silent | mute | status | next |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, calls, runs, kinds in rows:
        print(f"| {name} | {calls} | {runs} | {' | '.join(map(str, kinds))} |")
    sys.exit(any(sum(kinds) for _, _, _, kinds in rows))


if __name__ == "__main__":
    main()
