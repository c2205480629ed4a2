#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""beside.py OLD NEW BLOG: times two builds of feedmill side by side.

OLD and NEW are programs; BLOG is build/bench/blog, which makes the posts. Both
programs run in turn with the default config. Their order changes from round to
round, so that changes in the speed of the machine affect both equally. For
each size and case, prints the median of each program and the median of the
ratios NEW/OLD of the rounds: wall time, CPU time and peak memory. Settings from
the environment:

    BENCH_DIR     where to work (/dev/shm, else the temporary folder)
    BENCH_SIZES   "2281 100000"
    BENCH_ROUNDS  15
    BENCH_SET     settings for both, such as "feeds.validate=false" (none)
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from statistics import median

SHM = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
DIR = os.environ.get("BENCH_DIR", SHM)
SIZES = [int(x) for x in os.environ.get("BENCH_SIZES", "2281 100000").split()]
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
SET = os.environ.get("BENCH_SET", "").split()
CASES = "cold", "nothing new", "one post new"


class Side:
    """One of the two programs, with its own folder beside the posts."""

    def __init__(self, program, folder):
        self.program, self.folder, self.got = os.path.abspath(program), folder, {}
        os.makedirs(folder)
        with open(f"{folder}/feedmill.yaml", "w") as f:
            f.write("site: {url: https://example.org/, title: Bench}\n"
                    "posts: {folders: [../posts], dialect: hugo}\n"
                    "feeds: {folder: out, url: /}\n")

    def clean(self):
        for name in "out", ".feedmill":
            shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)

    def run(self, case):
        command = [self.program, "--now", "2026-01-01"]
        for setting in SET:
            command += ["--set", setting]
        start = time.monotonic()
        p = subprocess.Popen(command, cwd=self.folder)
        _, status, use = os.wait4(p.pid, 0)
        p.returncode = status
        wall = time.monotonic() - start
        if status:
            sys.exit(f"{self.program} failed in {self.folder}")
        self.got.setdefault(case, []).append(
            (wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024))


def add_post(posts, newest, n):
    with open(f"{posts}/{newest}") as f:
        text = f.read()
    day = f"2025-12-{n % 28 + 1:02}"
    text = re.sub(r"(?m)^slug: .*", f"slug: new-{n}", text, count=1)
    text = re.sub(r"(?m)^url: .*", f"url: /new/{n}/", text, count=1)
    text = re.sub(r"(?m)^date: .*", f"date: {day}T00:00:00Z", text, count=1)
    with open(f"{posts}/{day}-new-{n}.md", "w") as f:
        f.write(text)
    time.sleep(.1)      # older than a tick of the clock


def run_size(root, size, blog, programs):
    folder = f"{root}/{size}"
    os.makedirs(folder)
    subprocess.run([blog, str(size), folder], check=True)
    newest = max(os.listdir(f"{folder}/posts"))
    old, new = (Side(p, f"{folder}/{name}") for p, name in zip(programs, ("old", "new")))
    for case in CASES:
        for n in range(ROUNDS):
            if case == "one post new":
                add_post(f"{folder}/posts", newest, n)
            for side in (old, new) if n % 2 else (new, old):
                if case == "cold":
                    side.clean()
                side.run(case)
    same = subprocess.run(["diff", "-rq", f"{folder}/old/out", f"{folder}/new/out"]).returncode == 0
    for case in CASES:
        pairs = list(zip(old.got[case], new.got[case]))
        ratios = [median(b[k] / a[k] for a, b in pairs if a[k]) for k in range(3)]
        a, b = ([median(x[k] for x in s.got[case]) for k in range(3)] for s in (old, new))
        print(f"{size} posts, {case}: wall {a[0]:.4f} s, {b[0]:.4f} s, {ratios[0]:.3f}; "
              f"CPU {a[1]:.4f} s, {b[1]:.4f} s, {ratios[1]:.3f}; "
              f"memory {a[2]:.1f} MB, {b[2]:.1f} MB, {ratios[2]:.3f}", flush=True)
    print(f"{size} posts: the feeds are {'the same' if same else 'not the same'}", flush=True)
    shutil.rmtree(folder)
    return same


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.split("\n")[0])
    root = tempfile.mkdtemp(dir=DIR)
    try:
        same = [run_size(root, size, os.path.abspath(sys.argv[3]), sys.argv[1:3]) for size in SIZES]
    finally:
        shutil.rmtree(root)
    sys.exit(not all(same))


if __name__ == "__main__":
    main()
