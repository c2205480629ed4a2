#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py BIN [--short]: times feedmill, the installed generators, and the floor.

BIN contains feedmill and, in bench/, blog and floor. Every tool makes the same
feeds from the same synthetic posts: one for the site, one for each tag and one
for each category, with 20 entries and the full text, and as little else as its
settings allow. The tools run in turn for some rounds. Quick tools, which are
compared to the millisecond, have two more rounds. A slow tool uses so much
memory that the next tools must get theirs from the system again, so after the
slow tools the quick ones run twice, and only the second run counts. Prints
medians, and ratios of medians. Settings from the environment:

    BENCH_DIR     where to work (/dev/shm, else the temporary folder)
    BENCH_DISK    a folder on a disk, for more figures (none)
    BENCH_SIZES   "100 2281 10000 100000 1000000"
    BENCH_ROUNDS  5
    BENCH_TOOLS   "hugo eleventy pelican jekyll": the tools to compare with
    BENCH_NODE    a folder with node_modules of Eleventy and its RSS plug-in

A tool that takes more than BENCH_LIMIT seconds (120) is left out of larger
sizes. --short runs one round with 100 posts and no other generators. Fails only
if an output is wrong, never because of a time.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from statistics import median

here = os.path.dirname(os.path.abspath(__file__))
bin_ = os.path.abspath(sys.argv[1])
short = "--short" in sys.argv[2:]


def setting(name, default):
    return os.environ.get("BENCH_" + name) or default


SHM = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
SIZES = [100] if short else [
    int(x) for x in setting("SIZES", "100 2281 10000 100000 1000000").split()]
ROUNDS = 1 if short else int(setting("ROUNDS", "5"))
LIMIT = float(setting("LIMIT", "120"))
TOOLS = [] if short else setting("TOOLS", "hugo eleventy pelican jekyll").split()
NODE = setting("NODE", os.path.join(bin_, "bench", "node"))
CORES = len(os.sched_getaffinity(0))
failed = []


# ---- running ----

def measure(command, cwd):
    """Returns wall seconds, CPU seconds and MB of the largest process."""
    start = time.monotonic()
    with open(os.path.join(cwd, "log"), "ab") as log:
        p = subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log,
                             stdin=subprocess.DEVNULL, shell=isinstance(command, str))
        _, status, use = os.wait4(p.pid, 0)
        p.returncode = status
    wall = time.monotonic() - start
    if status != 0:
        with open(os.path.join(cwd, "log"), errors="replace") as log:
            print(f"{command} failed in {cwd}:\n{log.read()[-2000:]}", file=sys.stderr)
        failed.append(str(command))
    return wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def count(folder):
    """Counts feeds, entries and bytes in the files."""
    feeds = entries = size = 0
    for d, _, names in os.walk(folder):
        for n in names:
            if n.endswith((".xml", ".atom", ".rss")):
                with open(os.path.join(d, n), "rb") as f:
                    text = f.read()
                feeds += 1
                entries += len(re.findall(rb"<(?:entry|item)[ >]", text))
                size += len(text)
    return feeds, entries, size


class Tool:
    """A name; a command; its folder; the folder of its output; the files that it keeps for later runs; its number of formats."""

    def __init__(self, name, command, folder, out, keeps=(), formats=2):
        self.name, self.command, self.folder = name, command, folder
        self.out, self.keeps, self.formats = out, keeps, formats
        self.got = {}

    def clean(self):
        for n in (self.out, *self.keeps):
            if n:
                shutil.rmtree(os.path.join(self.folder, n), ignore_errors=True)

    def run(self, case):
        got = measure(self.command, self.folder)
        self.got.setdefault(case, []).append(got)
        self.last = case
        return got

    def forget(self):
        self.got[self.last].pop()

    def median(self, case, k=0):
        runs = self.got.get(case)
        return median(r[k] for r in runs) if runs else None


# ---- a blog, and the sites around it ----

class Blog:
    def __init__(self, root, size):
        self.folder, self.size, self.new = os.path.join(root, str(size)), size, 0
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        subprocess.run([f"{bin_}/bench/blog", str(size), self.folder], check=True)
        self.facts, self.categories = {}, []
        with open(f"{self.folder}/expected") as f:
            for line in f:
                key, value = line.split(None, 1)
                if key == "category":
                    self.categories.append(value.strip())
                elif key != "used":
                    self.facts[key] = int(value)
        self.newest = max(os.listdir(f"{self.folder}/posts"))

    def add_post(self):
        self.new += 1
        with open(f"{self.folder}/posts/{self.newest}") as f:
            text = f.read()
        slug = f"new-{self.new}"
        text = re.sub(r"(?m)^slug: .*", f"slug: {slug}", text, count=1)
        text = re.sub(r"(?m)^url: .*", f"url: /2025/12/{self.new % 28 + 1:02}/{slug}/", text, count=1)
        text = re.sub(r"(?m)^date: .*", f"date: 2025-12-{self.new % 28 + 1:02}T00:00:00Z", text, count=1)
        with open(f"{self.folder}/posts/2025-12-{self.new % 28 + 1:02}-{slug}.md", "w") as f:
            f.write(text)
        time.sleep(.1)      # older than a tick of the clock

    def site(self, name):
        to = f"{self.folder}/{name}"
        if os.path.isdir(f"{here}/sites/{name}"):
            shutil.copytree(f"{here}/sites/{name}", to)
        else:
            os.makedirs(to)
        return to


def feedmill(blog, judges=False):
    """Other tools do not validate their output. So feedmill is measured without validation, and with it as another tool."""
    folder = blog.site("feedmill-judges" if judges else "feedmill")
    with open(f"{folder}/feedmill.yaml", "w") as f:
        f.write("site: {url: https://example.org/, title: Bench}\n"
                "posts: {folders: [../posts], dialect: hugo}\n"
                f"feeds: {{folder: out, url: /, limit: 20, validate: {str(judges).lower()}}}\n")
    return Tool("feedmill, judging its feeds" if judges else "feedmill",
                [f"{bin_}/feedmill", "--now", "2026-01-01"], folder, "out", [".feedmill"])


def hugo(blog):
    folder = blog.site("hugo")
    with open(f"{folder}/config.toml", "a") as f:
        f.write(f'\n[[module.mounts]]\nsource = "{blog.folder}/posts"\ntarget = "content/posts"\n')
    return Tool("Hugo", ["hugo", "--quiet"], folder, "public", ["resources"])


def jekyll(blog):
    folder = blog.site("jekyll")
    os.symlink(f"{blog.folder}/posts", f"{folder}/_posts")
    with open(f"{folder}/_config.yml", "a") as f:
        f.write("".join(f"    - {c}\n" for c in blog.categories))
    return Tool("Jekyll (Atom only)", ["jekyll", "build", "-q", "--disable-disk-cache"], folder,
                "_site", [".jekyll-cache"], formats=1)


def pelican(blog):
    folder = blog.site("pelican")
    os.makedirs(f"{folder}/content")
    for name in os.listdir(f"{blog.folder}/posts"):
        with open(f"{blog.folder}/posts/{name}") as f:
            _, front, body = f.read().split("---\n", 2)
        value = dict(re.findall(r"(?m)^(\w+): (.*)", front))
        tags = ", ".join(re.findall(r"(?m)^- (.*)", front))
        with open(f"{folder}/content/{name}", "w") as f:
            f.write(f"Title: {value['title'][1:-1]}\nDate: {value['date'][:19].replace('T', ' ')}\n"
                    f"Category: {value['categories']}\n" + (f"Tags: {tags}\n" if tags else "") +
                    f"Slug: {value['slug']}\nAuthor: {value['author']}\n{body}")
    return Tool("Pelican", ["pelican", "-q", "-s", "pelicanconf.py"], folder, "output", ["cache", "__pycache__"])


def eleventy(blog):
    folder = blog.site("eleventy")
    os.makedirs(f"{folder}/posts")
    for name in os.listdir(f"{blog.folder}/posts"):
        os.link(f"{blog.folder}/posts/{name}", f"{folder}/posts/{name}")
    shutil.move(f"{folder}/posts.11tydata.json", f"{folder}/posts/")
    os.symlink(f"{NODE}/node_modules", f"{folder}/node_modules")
    return Tool("Eleventy", ["node", "node_modules/@11ty/eleventy/cmd.js", "--quiet"], folder, "_site", [".cache"])


def is_there(name):
    if name == "eleventy":
        return shutil.which("node") and os.path.isdir(f"{NODE}/node_modules/@11ty/eleventy")
    return shutil.which(name)


def found():
    for name in TOOLS:
        if is_there(name):
            yield globals()[name]
        else:
            print(f"{name} is not there: left out")


# ---- cases ----

def check(tool, blog):
    """Checks that a tool wrote the feeds and entries of the blog."""
    feeds, entries, size = count(os.path.join(tool.folder, tool.out))
    owed = blog.facts["feeds"] * tool.formats, blog.facts["entries"] * tool.formats
    if (feeds, entries) != owed:
        failed.append(tool.name)
        print(f"{tool.name}, {blog.size} posts: {feeds} feeds with {entries} entries, owed are {owed[0]} with {owed[1]}")
    return feeds, size


def is_quick(tool):
    return tool.name.startswith(("feedmill", "floor", "find"))


def in_turn(tools, run, before=lambda: None):
    """Runs the quick tools in two rounds first, and then in a round after each round of the slow tools."""
    quick, others = ([t for t in tools if is_quick(t) == q] for q in (True, False))

    def one_round(some, counts=True):
        before()
        for t in some:
            run(t)
            if not counts:
                t.forget()

    for _ in range(0 if short else 2):
        one_round(quick)
    for _ in range(ROUNDS):
        if others:
            one_round(others)
            one_round(quick, counts=False)
        one_round(quick)


def cold(blog, mill, tools):
    """Times runs from nothing. Returns the floor, which writes as much as feedmill did."""
    mill.clean()
    mill.run("first")
    feeds, size = check(mill, blog)
    floor = Tool("floor", [f"{bin_}/bench/floor", str(CORES), blog.folder, str(feeds), str(size)],
                 blog.folder, "floor")
    def once(t):
        t.clean()
        t.run("cold")

    in_turn([mill, floor, *tools], once)
    floor.clean()
    for t in [mill, *tools]:
        check(t, blog)
    return floor, feeds, size


def again(blog, mill, tools):
    find = Tool("find -printf '%T@'", "find posts -printf '%T@\\n' >/dev/null", blog.folder, None)
    time.sleep(.2)
    mill.run("settle")
    in_turn([mill, find, *tools], lambda t: t.run("nothing new"))
    in_turn([t for t in [mill, *tools] if t.name == "Hugo" or is_quick(t)],
            lambda t: t.run("one post new"), blog.add_post)
    mill.run("settle")      # the last post was added for another tool
    blog.facts["entries"] = None
    return find


def fresh(mill):
    """Checks that a run from nothing writes the same as the last run."""
    kept = os.path.join(mill.folder, "kept")
    shutil.move(os.path.join(mill.folder, mill.out), kept)
    mill.clean()
    mill.run("fresh")
    same = subprocess.run(["diff", "-r", kept, os.path.join(mill.folder, mill.out)],
                          stdout=subprocess.DEVNULL).returncode == 0
    if not same:
        failed.append("feedmill, one post new")
        print("feedmill: what one post new made of the feeds is not what a run from nothing makes")
    shutil.rmtree(kept)


# ---- tables ----

def seconds(x):
    return "" if x is None else f"{x:.3f} s" if x < 1 else f"{x:.1f} s"


def times(a, b):
    return "" if not a or not b else f"{a / b:.1f}" if a / b < 10 else f"{a / b:.0f}"


def table(blog, rows, mill, floor, find, feeds, size):
    print(f"\n{blog.size:,} posts, {blog.facts['bytes'] / 1e6:.1f} MB; {feeds} feeds, {size / 1e6:.1f} MB; medians of {ROUNDS if short else ROUNDS + 2}, of others {ROUNDS}\n")
    print("| | cold | × feedmill | CPU | peak | nothing new | × feedmill | one post new | × feedmill |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for t in rows:
        cells = [t.name, seconds(t.median("cold")), times(t.median("cold"), mill.median("cold")),
                 seconds(t.median("cold", 1)),
                 f"{t.median('cold', 2):.0f} MB" if t.got.get("cold") else ""]
        for case in "nothing new", "one post new":
            cells += [seconds(t.median(case)), times(t.median(case), mill.median(case))]
        print("| " + " | ".join(cells) + " |")
    print(f"\nfeedmill: cold {mill.median('cold') / floor.median('cold'):.2f} times the floor "
          f"(CPU {mill.median('cold', 1) / floor.median('cold', 1):.2f}); nothing new "
          f"{mill.median('nothing new') / find.median('nothing new'):.2f} times find; one post new "
          f"{1000 * (mill.median('one post new') - 1.3 * mill.median('nothing new')):+.1f} ms to 1.3 times nothing new; "
          f"{1e6 * mill.median('cold') / blog.size:.1f}, {1e6 * mill.median('nothing new') / blog.size:.2f} and "
          f"{1e6 * mill.median('one post new') / blog.size:.2f} µs a post", flush=True)


def run_size(root, size, makers, slow):
    blog = Blog(root, size)
    mill, judging = feedmill(blog), feedmill(blog, judges=True)
    others = [m(blog) for m in makers if m.__name__ not in slow]
    tools = [judging, *others]
    floor, feeds, size_out = cold(blog, mill, tools)
    find = again(blog, mill, tools)
    fresh(mill)
    table(blog, [mill, judging, floor, find, *others], mill, floor, find, feeds, size_out)
    for m, t in zip([m for m in makers if m.__name__ not in slow], others):
        if t.median("cold") * 10 > LIMIT:
            slow.add(m.__name__)
    shutil.rmtree(blog.folder)


def on_disk(root):
    blog = Blog(root, 2281)
    mill = feedmill(blog)
    floor, _, size = cold(blog, mill, [])
    low, high = (f(r[0] for r in mill.got["cold"]) for f in (min, max))
    print(f"\nOn a disk ({root}), 2,281 posts, cold: feedmill {seconds(mill.median('cold'))} "
          f"({low:.2f} to {high:.2f}), floor {seconds(floor.median('cold'))}, {size / 1e6:.0f} MB")
    shutil.rmtree(blog.folder)


def machine():
    name = "?"
    with open("/proc/cpuinfo") as f:
        for line in f:
            if line.startswith("model name"):
                name = line.split(":")[1].strip()
    return f"{CORES} cores of {name}, Linux {os.uname().release}"


root = tempfile.mkdtemp(prefix="feedmill-bench-", dir=setting("DIR", SHM))
try:
    print(f"{machine()}; in {os.path.dirname(root)}")
    makers, slow = list(found()), set()
    for s in SIZES:
        run_size(root, s, makers, slow)
    if setting("DISK", ""):
        disk = tempfile.mkdtemp(prefix="feedmill-bench-", dir=setting("DISK", ""))
        try:
            on_disk(disk)
        finally:
            shutil.rmtree(disk)
finally:
    shutil.rmtree(root, ignore_errors=True)
sys.exit(1 if failed else 0)
