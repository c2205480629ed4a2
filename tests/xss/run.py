#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py PROGRAM CHROMIUM: no text of vectors.py runs script where an entry is shown.

Each text is a post, built with every dialect, once from the posts and once from pages of the site.
Chromium shows the entries of all feeds in three ways: by innerHTML, by document.write in a frame,
and as XHTML. Then nothing may have called alert(), and no request may have been made but for
pictures, sound and video. Exit status: 0, 1 if anything ran, 77 without Chromium.
"""
import functools
import html
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from vectors import all_vectors   # noqa: E402  pylint: disable=wrong-import-position

PAGE = """<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,><title>xss</title><body><div id=stage></div>
<script id=data type=application/json>%s</script>
<script>
"use strict";
const hits = [];
let current = "";
window.alert = window.hit = () => hits.push(current);
window.print = window.confirm = window.prompt = window.alert;
const entries = JSON.parse(document.getElementById("data").textContent);
const wait = ms => new Promise(done => setTimeout(done, ms));
const guard = "<scr" + "ipt>window.alert = () => parent.hit();</scr" + "ipt>";

function poke(root) {
  for (const e of root.querySelectorAll("*")) {
    for (const type of ["click", "mouseover", "pointerover", "focus", "toggle", "load", "error"])
      if (!e.closest("a[href^=http]") || type !== "click")
        e.dispatchEvent(new Event(type, {bubbles: true, cancelable: true}));
    if (/^\\s*(java|vb)script|^data:text/i.test((e.href || e.src || e.data || e.action || "") + ""))
      hits.push(current + " has " + e.outerHTML);
  }
}

async function show(entry) {
  const stage = document.getElementById("stage");
  current = entry.name + " by innerHTML";
  stage.innerHTML = entry.html;
  await wait(entry.wait || 0);
  poke(stage);
  stage.innerHTML = "";
  const frame = document.createElement("iframe");
  stage.append(frame);
  current = entry.name + " by document.write";
  frame.contentDocument.write(guard + entry.html);
  await wait(entry.wait || 0);
  try { poke(frame.contentDocument); } catch (e) { hits.push(current + " left"); }
  current = entry.name + " as XHTML";
  const page = new Blob(['<html xmlns="http://www.w3.org/1999/xhtml"><head>' + guard +
    "</head><body>" + entry.html + "</body></html>"], {type: "application/xhtml+xml"});
  frame.src = URL.createObjectURL(page);
  await new Promise(done => { frame.onload = done; setTimeout(done, 200); });
  await wait(entry.wait || 0);
  frame.remove();
}

(async () => {
  for (const entry of entries)
    await show(entry);
  await wait(100);
  const requests = performance.getEntriesByType("resource")
    .filter(r => !["img", "image", "video", "audio", "source", "track", "iframe"]
      .includes(r.initiatorType) || (r.initiatorType === "iframe" && !r.name.startsWith("blob:")))
    .map(r => r.initiatorType + " " + r.name);
  document.body.innerHTML = "";
  const out = document.createElement("pre");
  out.id = "result";
  out.textContent = JSON.stringify({shown: entries.length, hits, requests});
  document.body.append(out);
})();
</script>"""


# What the page must notice in each of the three ways.
PLANTED = [{"name": "planted", "wait": 500, "html": '<img src="x" onerror="alert(1)"/>'
            '<link rel="stylesheet" href="planted.css"/>'}]


def dialects(program, top):
    with open(f"{top}/feedmill.yaml", "w") as f:
        f.write("posts: {folders: [.], dialect: no-such}\n")
    words = subprocess.run([program, "-n", "-C", top], capture_output=True, text=True,
                           check=False).stderr
    return re.search(r"expected one of ([a-z, ]+)", words).group(1).split(", ")


def write_site(root, dialect, vectors):
    os.makedirs(f"{root}/posts")
    for n, (front, body) in enumerate(vectors):
        title = "" if front.startswith("title") else f"title: Vector {n}\n"
        title += "" if front.startswith("slug") else f"slug: v{n}\n"
        with open(f"{root}/posts/v{n}.md", "w") as f:
            f.write(f"---\n{title}date: 2024-01-01\n{front}\n---\n{body}\n")
        page = f"{root}/public/v{n}"
        os.makedirs(page)
        with open(f"{page}/index.html", "w") as f:
            f.write(f"<html><body><article>\n<p>Before</p>\n{body}\n</article></body></html>")
    with open(f"{root}/feedmill.yaml", "w") as f:
        f.write('site: {url: "https://blog.example.org/", title: X}\n'
                f"posts: {{folders: [posts], dialect: {dialect}, state: none, "
                'permalink: "/:slug/"}\n'
                "feeds: {formats: [json], limit: 0, validate: false}\n")


def build(program, root, source):
    p = subprocess.run([program, "-C", root, "--now", "2025-01-01", "-o", f"{root}/{source}",
                        "--set", f"content.source={source}"], capture_output=True, text=True,
                       errors="replace", check=False)
    if p.returncode not in (0, 1):
        sys.exit(f"xss: {root}: {p.stderr[-500:]}")
    with open(f"{root}/{source}/index.json") as f:
        return json.load(f)["items"]


def collect(program, top):
    vectors, entries = all_vectors(), []
    for dialect in dialects(program, top):
        root = f"{top}/{dialect}"
        write_site(root, dialect, vectors)
        for source in ("posts", "pages"):
            for item in build(program, root, source):
                name = f"{dialect}, {source}, {item['url']}"
                texts = {item.get("content_html", ""), html.escape(item.get("title", "")),
                         html.escape(item.get("summary", ""))}
                entries += [{"name": name, "html": text} for text in texts if text]
    return len(vectors), entries


class Server(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def show(chromium, top, entries):
    os.mkdir(f"{top}/www")
    with open(f"{top}/www/page.html", "w") as f:
        f.write(PAGE % json.dumps(entries).replace("<", "\\u003c"))
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Server, directory=f"{top}/www"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    dom = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-dev-shm-usage", "--no-proxy-server",
         f"--user-data-dir={top}/profile", "--timeout=600000",
         "--virtual-time-budget=100000000", "--dump-dom",
         f"http://127.0.0.1:{server.server_port}/page.html"],
        capture_output=True, text=True, timeout=900, check=False).stdout
    server.shutdown()
    found = re.search(r'<pre id="result">(.*?)</pre>', dom, re.S)
    if not found:
        sys.exit("xss: Chromium did not show the page to its end")
    return json.loads(html.unescape(found.group(1)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n", maxsplit=1)[0])
    program, chromium = os.path.abspath(sys.argv[1]), shutil.which(sys.argv[2])
    if chromium is None:
        print("xss: no Chromium")
        sys.exit(77)
    top = tempfile.mkdtemp()
    try:
        vectors, entries = collect(program, top)
        seen = {}
        for e in entries:
            seen.setdefault(e["html"], e)
        result = show(chromium, top, PLANTED + list(seen.values()))
    finally:
        shutil.rmtree(top, ignore_errors=True)
    planted = {line for line in result["hits"] if line.startswith("planted")}
    if len(planted) < 3 or not any("planted" in line for line in result["requests"]):
        sys.exit(f"xss: the page does not notice what was planted: {result}")
    result["hits"] = [line for line in result["hits"] if not line.startswith("planted")]
    result["requests"] = [line for line in result["requests"] if "planted" not in line]
    for line in result["hits"][:20]:
        print("ran:", line[:300])
    for line in result["requests"][:20]:
        print("requested:", line[:200])
    print(f"{vectors} texts, {len(entries)} entries, {result['shown'] - 1} of them different: "
          f"{len(result['hits'])} ran, {len(result['requests'])} requests")
    sys.exit(bool(result["hits"] or result["requests"]))


if __name__ == "__main__":
    main()
