#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py PROGRAM: texts that are made to drown the program.

Each is a post in a blog of its own, beside a sound one; or a config of a generator for init, or a
document for validate. Each run must end by itself with a status that is meant for it, publish the
sound post, and publish the other one or name its file and a reason. Prints the CPU time and memory
of each that took more than most. Exit status: 0, 1 if anything does not hold.
"""
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

HARD = 30       # seconds of CPU time of a process; more counts as no end
WAIT = 300      # seconds after which a run counts as one that waits for ever
REASON = re.compile(r"posts/bomb\.\w+[:\d]*: (error|note: no date|warning: .*\[tag-limit\])")


def front(lines="", body="x", mark="---"):
    return f"{mark}\ntitle: Bomb\ndate: 2024-01-02\n{lines}{mark}\n{body}\n"


def toml(lines="", body="x"):
    return f'+++\ntitle = "Bomb"\ndate = 2024-01-02\n{lines}+++\n{body}\n'


N = 50000
POSTS = {
    # Front matter
    "yaml-deep-list": front("a: " + "[" * N + "]" * N + "\n"),
    "yaml-deep-map": front("a: " + "{b: " * 5000 + "}" * 5000 + "\n"),
    "yaml-aliases": front("a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))),
    "yaml-anchors": front("".join(f"k{i}: &a{i} x\n" for i in range(N))),
    "yaml-keys": front("".join(f"k{i}: x\n" for i in range(N))),
    "yaml-same-key": front("k: x\n" * N),
    "yaml-quotes": front('a: "' + "\\" * N + '"\n'),
    "yaml-merge": front("a: &a {b: c}\n" + "".join(f"m{i}: {{<<: *a}}\n" for i in range(5000))),
    "yaml-long-line": front("a: " + "x " * 500000 + "\n"),
    "yaml-comment": front("# " + "x" * 2000000 + "\n"),
    "toml-parts": toml("a." * 100000 + "a = 1\n"),
    "toml-arrays": toml("a = " + "[" * N + "]" * N + "\n"),
    "toml-tables": toml("".join(f"[t{i}]\na = 1\n" for i in range(N))),
    "toml-inline": toml("a = " + "{b = " * 3000 + "1" + "}" * 3000 + "\n"),
    "toml-string": toml('a = """' + "\\" * N + '\n"""\n'),
    "json-deep": '{"title": "Bomb", "date": "2024-01-02", "a": ' + "[" * N + "]" * N + "}\nx\n",
    "json-keys": '{"title": "Bomb", "date": "2024-01-02", ' +
                 ", ".join(f'"k{i}": 1' for i in range(N)) + "}\nx\n",
    "json-never-closed": "{" + '"a": {' * N + "\nx\n",
    "tags": front("tags: [" + ", ".join(f"t{i}" for i in range(5000)) + "]\n"),
    "same-tag": front("tags: [" + ", ".join(["t"] * N) + "]\n"),
    "long-tag": front("tags: [" + "t" * 500000 + "]\n"),
    "authors": front("authors: [" + ", ".join(f"a{i}" for i in range(N)) + "]\n"),
    "long-title": front().replace("Bomb", "'" + "a <b> & " * 100000 + "'"),
    "title-quotes": front().replace("Bomb", "x" + '"' * 200000),
    "long-slug": front("slug: " + "é" * 300000 + "\n"),
    "long-url": front("url: /" + "a/../" * 100000 + "\n"),
    "long-date": front("updated: 2024-01-02" + "0" * 500000 + "\n"),
    "images": front("images: [" + ", ".join(f"/i{i}.png" for i in range(20000)) + "]\n"),
    "summary": front("summary: '" + "*a " * 200000 + "'\n"),
    # Markdown
    "emphasis": front(body="*a_ " * 150000),
    "brackets": front(body="[" * 200000),
    "images-open": front(body="![" * 100000),
    "links-open": front(body="[a](" * 100000),
    "autolinks": front(body="<a@" * 100000),
    "addresses": front(body="a@" * 300000),
    "strike": front(body="~~a~ " * 150000),
    "backticks": front(body="".join("`" * (i % 900 + 1) + "a" for i in range(6000))),
    "quotes": front(body=">" * 200000),
    "lists": front(body="".join(" " * (2 * i) + "- a\n" for i in range(3000))),
    "references": front(body="".join(f"[a{i}]: /x\n" for i in range(N)) + "[a1] " * N),
    "reference-long": front(body="[a]: /" + "x" * 20000 + "\n\n" + "[a] " * 10000),
    "footnotes": front(body="".join(f"[^{i}]\n\n[^{i}]: x\n\n" for i in range(20000))),
    "footnote-nested": front(body="".join(f"[^{i}]: [^{i + 1}]\n\n" for i in range(5000)) + "[^0]"),
    "table-wide": front(body="|" + "a|" * N + "\n|" + "-|" * N + "\n"),
    "table-long": front(body="|a|b|\n|-|-|\n" + "|c|d|\n" * 100000),
    "table-cells": front(body="|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + "|b|\n" * 5000),
    "images-labels": front(body="![[]()" * 100000),
    "links-many": front(body="[a](b) " * 2200000),
    "entities": front(body="&amp;" * 300000),
    "smart": front(body="\"'" * 300000 + "--- ..." * N),
    "headings": front(body="# a\n" * 100000),
    "code": front(body="```\n" * 100000),
    "tabs": front(body="\t" * 1000000 + "x"),
    # HTML
    "html-deep": front(body="<div>" * 100000),
    "html-attributes": front(body="<p " + " ".join(f"a{i}=b" for i in range(N)) + ">x</p>"),
    "html-blocks": front(body="<b>x</b>\n\n" * 70000),
    "html-open": front(body="<" * 500000),
    "html-comment": front(body="<!--" * 100000),
    "html-guillemets": front(body="<!-- " * 200000),
    "html-formatting": front(body="<p>" + "<b><i>" * 20000 + "x" + "</p><p>" * 200),
    "html-table": front(body="<table>" * 20000),
    "html-select": front(body="<table><svg><select><desc><select></table>"),
    "html-entities": front(body="<p title='" + "&quot;" * 200000 + "'>x</p>"),
    "srcset": front(body="<img srcset='" + "/a.png 1x," * N + "'>"),
    # Shortcodes and tags
    "shortcodes": front(body="{{< a >}}" * 60000),
    "shortcodes-open": front(body="{{< " * 100000),
    "shortcode-nested": front(body="{{< a >}}" * 30000 + "x" + "{{< /a >}}" * 30000),
    "liquid": front(body="{% if a %}" * 30000 + "x" + "{% endif %}" * 30000),
    "liquid-filters": front(body="{{ 'a'" + " | append: 'aaaaaaaaaa'" * 20000 + " }}"),
    "liquid-assign": front(body="{% assign a = 'aaaaaaaaaaaaaaaa' %}" + "".join(
        "{% capture a %}{{ a }}{{ a }}{% endcapture %}" for _ in range(60)) + "{{ a }}"),
    "post-url": front(body="{% post_url x %}\n" * 50000),
    "containers": front(body=":::tip\n" * 30000),
    "mdx": front(body="<A b={" * 30000),
    "vue": front(body="{{ " * 100000),
    "nul": front(body="\0" * 280000),
    "controls": front(body="\x01\x02\n" * 100000),
    "not-utf8": front(body="x").encode() + b"\xff" * 500000,
    "nothing": "\n" * 1000000,
    "open-front": "---\n" + "a: b\n" * 200000,
}
# Titles from headings, and the own front matter of other formats: by the ending of the file.
DATED = "---\ndate: 2024-01-02\n---\n"
FORMATS = {
    "heading-brackets": ("md", DATED + "# " + "[a" * 120000 + "]" * 120000 + "\n\nx\n"),
    "heading-open": ("md", DATED + "# " + "[a" * 450000 + "\n\nx\n"),
    "heading-html": ("md", DATED + "<h1>" + "<b>a" * 200000 + "</h1>\n\nx\n"),
    "adoc-attributes": ("adoc", "= Bomb\n:revdate: 2024-01-02\n:l0: " + "x" * 1000 + "\n" + "".join(
        f":l{i}: {{l{i - 1}}}" + f"{{l{i - 1}}}" * 9 + "\n" for i in range(1, 8)) + "\nx\n"),
    "adoc-braces": ("adoc", "= Bomb\n:revdate: 2024-01-02\n:a: " + "{" * 900000 + "\n\nx\n"),
    "adoc-lines": ("adoc", "= Bomb\n:revdate: 2024-01-02\n:a: " + "b \\\n" * 200000 + "b\n\nx\n"),
    "org-joined": ("org", "#+title: Bomb\n#+date: 2024-01-02\n" + "#+a: b\n" * 120000 + "\nx\n"),
    "org-keys": ("org", "#+title: Bomb\n#+date: 2024-01-02\n" + "".join(
        f"#+k{i}: b\n" for i in range(80000)) + "\nx\n"),
    "rst-keys": ("rst", "Bomb\n====\n\n:date: 2024-01-02\n" + "".join(
        f":k{i}: b\n" for i in range(80000)) + "\nx\n"),
    "rst-headings": ("rst", "Bomb\n====\n\n:date: 2024-01-02\n\n" + "a\n-\n\n" * 100000),
    "typst-open": ("typ", "#metadata((title: \"Bomb\", date: datetime(year: 2024, month: 1, day: 2)))\n" +
                   "#metadata(a\n" * 60000),
    "typst-lines": ("typ", "#metadata((title: \"Bomb\", date: datetime(year: 2024, month: 1, day: 2)))\n" +
                    "x\n" * 400000),
    "html-metas": ("html", "<html><head><title>Bomb</title><meta name=date content=2024-01-02>" +
                   "<link>" * 120000 + "".join(f"<meta name=k{i} content=b>" for i in range(40000)) +
                   "</head><body>x</body></html>"),
    "ipynb-keys": ("ipynb", '{"metadata": {"title": "Bomb", "date": "2024-01-02", ' + ", ".join(
        f'"k{i}": 1' for i in range(80000)) + '}, "cells": []}'),
}
# A library aborts on these: they cost only themselves in a process of their own.
ABORTS = {"html-select"}
DIALECTS = {"liquid": "jekyll", "post": "jekyll", "mdx": "docusaurus", "vue": "vitepress",
            "containers": "vitepress"}

CONFIGS = {
    "hugo.toml": "a = " + "[" * N + "]" * N, "_config.yml": "a: " + "[" * N + "]" * N,
    "config.toml": "a." * 100000 + "a = 1\n", "pelicanconf.py": "A = " + "(" * N,
    "astro.config.mjs": "export default {" + "a: {" * N,
    "docusaurus.config.js": "module.exports = {" + "'" * N,
}

DOCUMENTS = {
    "declarations": "<rss version='2.0' " + " ".join(f"xmlns:a{i}='u{i}'" for i in range(20000)) +
                    "><channel/></rss>",
    "deep": "<rss version='2.0'>" + "<channel>" * 100000,
    "entities": "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY a{i} '&a{i - 1 if i else ''};&a{i - 1 if i else ''};'>" for i in range(40)) +
        "]><rss version='2.0'><channel><title>&a39;</title></channel></rss>",
    "json": '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * N + "]" * N + "}",
    "items": "<rss version='2.0'><channel>" + "<item><guid>a</guid></item>" * 20000 +
             "</channel></rss>",
}


def run(command, name, wrong, statuses):
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (HARD, HARD))

    p = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         preexec_fn=limit)     # pylint: disable=subprocess-popen-preexec-fn
    timer = threading.Timer(WAIT, p.kill)
    timer.start()
    words = p.stdout.read().decode(errors="replace")
    _, status, use = os.wait4(p.pid, 0)
    timer.cancel()
    p.returncode = os.waitstatus_to_exitcode(status)
    cpu, memory = use.ru_utime + use.ru_stime, use.ru_maxrss // 1024
    if p.returncode not in statuses:
        wrong.append(f"{name}: exit status {p.returncode}: {words.strip()[-300:]}")
    if cpu > 1.5 or memory > 200:
        print(f"{name}: {cpu:.1f} s of CPU time, {memory} MB")
    return words


def try_post(program, top, name, text, wrong, ending="md"):
    folder = f"{top}/{name}"
    os.makedirs(f"{folder}/posts")
    dialect = DIALECTS.get(name.split("-", maxsplit=1)[0], "hugo")
    if ending == "html":
        dialect = "pelican"
    elif ending != "md":
        dialect = "plain"
    with open(f"{folder}/feedmill.yaml", "w") as f:
        f.write('site: {url: "https://blog.example.org/", title: T}\n'
                f"posts: {{folders: [posts], dialect: {dialect}, state: none}}\n"
                'shortcodes: {a: "{inner}{inner}"}\n'
                "content: {convert: {rst: cat, adoc: cat, org: cat, typ: cat, ipynb: cat}}\n")
    with open(f"{folder}/posts/bomb.{ending}", "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode())
    with open(f"{folder}/posts/sound.md", "w") as f:
        f.write("---\ntitle: Sound\ndate: 2024-01-01\n---\nA sound post.\n")
    words = run([program, "-v", "-C", folder, "--now", "2026-01-01"], name, wrong, (0, 1))
    try:
        with open(f"{folder}/feeds/index.rss", errors="replace") as f:
            feed = f.read()
    except OSError:
        feed = ""
    if "<title>Sound</title>" not in feed:
        wrong.append(f"{name}: the sound post is not published")
    if feed.count("<item>") < 2 and not REASON.search(words):
        wrong.append(f"{name}: not published, and not named")
    shutil.rmtree(folder)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    program, wrong = os.path.abspath(sys.argv[1]), []
    top = tempfile.mkdtemp()
    try:
        for name, text in POSTS.items():
            if name in ABORTS and os.environ.get("FEEDMILL_ISOLATION") == "off":
                print(f"{name}: left out, FEEDMILL_ISOLATION is off")
                continue
            try_post(program, top, name, text, wrong)
        for name, (ending, text) in FORMATS.items():
            try_post(program, top, name, text, wrong, ending)
        for name, text in CONFIGS.items():
            folder = f"{top}/init-{name}"
            os.makedirs(folder)
            with open(f"{folder}/{name}", "w") as f:
                f.write(text)
            words = run([program, "init", folder], f"init {name}", wrong, (0, 2))
            if "feedmill.yaml" not in words and "error" not in words:
                wrong.append(f"init {name}: says nothing")
        for name, text in DOCUMENTS.items():
            with open(f"{top}/{name}.xml", "w") as f:
                f.write(text)
            run([program, "validate", f"{top}/{name}.xml"], f"validate {name}", wrong, (0, 1))
    finally:
        shutil.rmtree(top)
    for line in wrong:
        print(line)
    print(f"{len(POSTS) + len(CONFIGS) + len(DOCUMENTS)} bombs, {len(wrong)} faults")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
