#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""pages: whether entries have the text of the pages that they come from.

    pages.py FEEDS PAGES SITE TAG[.CLASS]

FEEDS is a folder of feeds that feedmill wrote, PAGES the one with the pages
of the site whose address is SITE. The text of each entry is compared, word
for word, with that of the first element TAG with that class on its page.
Prints what differs, or else how many entries do not.
"""
import pathlib
import sys
import urllib.parse
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

ATOM = '{http://www.w3.org/2005/Atom}'
CONTENT = '{http://purl.org/rss/1.0/modules/content/}encoded'
LINES = set('''address article aside blockquote br caption center dd div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main
    ol p pre section table tbody td tfoot th thead tr ul'''.split())
LEFT_OUT = {'script', 'style', 'nav', 'template', 'noscript', 'button'}


class Text(HTMLParser):
    """The words of the first element that is wanted, or of everything."""

    def __init__(self, tag=None, cls=None):
        super().__init__()
        self.tag, self.cls = tag, cls
        self.parts = []
        self.depth = 0 if tag else 1   # of elements named as the wanted one
        self.done = False
        self.skipped = []              # elements left out that are open

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get('class') or '').split()
        if tag in LEFT_OUT:
            self.skipped.append(tag)
        elif self.depth and tag == self.tag:
            self.depth += 1
        elif not self.depth and tag == self.tag and \
                (not self.cls or self.cls in classes):
            self.depth = 1
        if tag in LINES:
            self.handle_data(' ')

    def handle_endtag(self, tag):
        if self.skipped and tag == self.skipped[-1]:
            self.skipped.pop()
        if tag in LINES:
            self.handle_data(' ')
        if self.depth and tag == self.tag:
            self.depth -= 1
            self.done = self.done or self.depth == 0

    def handle_data(self, data):
        if self.depth and not self.done and not self.skipped:
            self.parts.append(data)


def words(html, tag=None, cls=None):
    text = Text(tag, cls)
    text.feed(html)
    text.close()
    return ''.join(text.parts).split()


def entries(path):
    root = ET.parse(path).getroot()
    for entry in root.iter(ATOM + 'entry'):
        link = [e.get('href') for e in entry.iter(ATOM + 'link')
                if e.get('rel', 'alternate') == 'alternate'][0]
        yield link, entry.findtext(ATOM + 'content')
    for item in root.iter('item'):
        yield item.findtext('link'), item.findtext(CONTENT)


def page_of(folder, site, link):
    assert link.startswith(site), (link, site)
    path = urllib.parse.unquote(link[len(site):].partition('#')[0])
    if path == '' or path.endswith('/'):
        path += 'index.html'
    for name in path, path + '.html', path + '/index.html':
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(folder / path)


def main():
    feeds, pages, site, what = sys.argv[1:]
    tag, _, cls = what.partition('.')
    seen, bad = set(), 0
    for path in sorted(pathlib.Path(feeds).rglob('*')):
        if not path.is_file():
            continue
        for link, content in entries(path):
            page = page_of(pathlib.Path(pages), site, link)
            want = words(page.read_text(encoding='utf-8'), tag, cls)
            got = words(content or '')
            seen.add(link)
            if want != got or not want:
                bad += 1
                print(f'{path}: {link}:\n  page:  {want}\n  entry: {got}')
    if not seen:
        print('no entry at all')
    if seen and not bad:
        print(len(seen))
    return 1 if bad or not seen else 0


sys.exit(main())
