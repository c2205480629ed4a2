# SPDX-License-Identifier: MIT
# tags: checks the tags of generators in posts, without the code of feedmill.
#
#     tags.py strip DIALECT FOLDER    removes the tags from the posts in FOLDER
#     tags.py compare FEED STRIPPED   checks that FEED has no tag outside of
#                                     code, and all words of STRIPPED, the feed
#                                     of the posts without tags
import collections
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ATOM = '{http://www.w3.org/2005/Atom}'
LIQUID = re.compile(
    r'\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}'
    r'|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}'
    r'|\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\n?[^}\n]*\}', re.S)
HUGO = re.compile(
    r'\{\{[<%]/\*(?P<raw>.*?)\*/[>%]\}\}|\{\{[<%].*?[>%]\}\}', re.S)
ZOLA = re.compile(r'(?P<raw>(?!))|\{[{%]\s*\w+\([^()]*\)\s*[}%]\}'
                  r'|\{%\s*end\s*%\}|(?m:\{#[^}\n]*\}$)')
PATTERNS = {'jekyll': LIQUID, 'hugo': HUGO, 'zola': ZOLA}
# One author shows "{{ }}" in a sentence, with {% raw %}.
LEFT = re.compile(r'\{\{<|\{\{%|\{%|\{\{ (?!\}\})|\{:')


def without(m):
    """The replacement of a tag: the text around it stays the same Markdown."""
    before, after = m.string[:m.start()], m.string[m.end():]
    if m.group('raw') is not None:
        return m.group('raw')
    if re.match(r'\{% *(end)?highlight', m.group()):
        return '~~~~'
    if before.endswith((']: ', '](')):
        return '#'
    if re.search(r'(^|\n)[ \t]*$', before) and \
            re.match(r'[ \t]*(\n|$)', after) and m.group()[1] != ':':
        return '<!-- -->'
    return ''


def strip(dialect, folder):
    for path in pathlib.Path(folder).rglob('*'):
        if path.suffix not in ('.md', '.markdown'):
            continue
        text = path.read_bytes().decode('utf-8')
        head = re.match(r'(---|\+\+\+)\n.*?\n\1[ \t]*\n', text, re.S)
        at = head.end() if head else 0
        body = PATTERNS[dialect].sub(without, text[at:])
        path.write_bytes((text[:at] + body).encode('utf-8'))


class Text(html.parser.HTMLParser):
    """The text of a fragment, and its text outside of code."""

    def __init__(self):
        super().__init__()
        self.all, self.prose, self.code = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.code += tag in ('pre', 'code')

    def handle_endtag(self, tag):
        self.code -= tag in ('pre', 'code')

    def handle_data(self, data):
        self.all.append(data)
        self.prose.append(' ' if self.code else data)


def entries(path):
    for entry in ET.parse(path).getroot().iter(ATOM + 'entry'):
        text = Text()
        text.source = entry.findtext(ATOM + 'content') or ''
        text.feed(text.source)
        text.close()
        yield entry.findtext(ATOM + 'id'), text, \
            entry.findtext(ATOM + 'summary') or ''


def words(text):
    return collections.Counter(re.findall(r'[^\W_]+', text))


def compare(path, stripped):
    found = {i: text for i, text, _ in entries(path)}
    bad = 0
    for i, text, summary in entries(path):
        left = LEFT.search(''.join(text.prose) + '\n' + summary)
        if left:
            print(f'{i}: {left.group()!r} is left')
            bad += 1
    wanted = {i: text for i, text, _ in entries(stripped)}
    if found.keys() != wanted.keys():
        print('other entries:', found.keys() ^ wanted.keys())
        bad += 1
    for i in found.keys() & wanted.keys():
        # A picture without an address becomes its alternative text, and HTML
        # without its tag may become code: so words in attributes count too.
        lost = words(''.join(wanted[i].all)) - (
            words(''.join(found[i].all)) |
            words(html.unescape(found[i].source)))
        if lost:
            print(f'{i}: lost: {dict(lost)}')
            bad += 1
    return bad


if sys.argv[1] == 'strip':
    strip(sys.argv[2], sys.argv[3])
else:
    sys.exit(compare(sys.argv[2], sys.argv[3]) > 0)
