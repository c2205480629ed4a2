#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare: whether feeds say what a generator's own feeds say.

    compare.py WANTED GOT [--without-categories] [--ignore PATH...]

WANTED is a folder of feeds, or a JSON file with what is expected of some; GOT
is the folder that feedmill wrote to. Compared are the title of each feed, and
of its entries title, link, date and categories. Prints what differs.
"""
import argparse
import datetime
import email.utils
import html
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ATOM = '{http://www.w3.org/2005/Atom}'


def squeeze(text):
    return ' '.join((text or '').split())


def text_of(element):
    """A title as a reader shows it; in Atom it may be HTML."""
    if element is None:
        return None
    text = element.text or ''
    if element.get('type') == 'html':
        text = html.unescape(re.sub(r'<[^>]*>', '', text))
    return squeeze(text)


def instant(text):
    try:
        date = datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))
    except ValueError:
        date = email.utils.parsedate_to_datetime(text)
    return date.astimezone(datetime.timezone.utc)


def show(date):
    return date.strftime('%Y-%m-%dT%H:%M:%SZ')


def read_atom(root):
    for entry in root.iter(ATOM + 'entry'):
        links = [link.get('href') for link in entry.iter(ATOM + 'link')
                 if link.get('rel', 'alternate') == 'alternate']
        date = entry.find(ATOM + 'published')
        if date is None:
            date = entry.find(ATOM + 'updated')
        yield {
            'title': text_of(entry.find(ATOM + 'title')),
            'link': links[0],
            'id': entry.findtext(ATOM + 'id'),
            'date': date.text,
            'categories': [c.get('term')
                           for c in entry.findall(ATOM + 'category')],
        }


def read_rss(root):
    for item in root.iter('item'):
        date = item.findtext('pubDate')
        if ' 0001 ' in date:  # Hugo's way to say that there is none
            continue
        yield {
            'title': squeeze(item.findtext('title')),
            'link': item.findtext('link'),
            'id': item.findtext('guid'),
            'date': date,
            'categories': [c.text for c in item.findall('category')],
        }


def read(path):
    root = ET.parse(path).getroot()
    if root.tag == ATOM + 'feed':
        return {'title': text_of(root.find(ATOM + 'title')),
                'entries': list(read_atom(root))}
    if root.tag == 'rss':
        return {'title': squeeze(root.findtext('channel/title')),
                'entries': list(read_rss(root))}
    return None


def read_wanted(path):
    if path.is_file():
        return json.loads(path.read_text(encoding='utf-8'))
    feeds = {}
    for file in sorted(path.rglob('*.xml')):
        feed = read(file)
        if feed is not None:
            feeds[str(file.relative_to(path))] = feed
    return feeds


def lines(feed, categories, ids):
    """A line an entry, newest first; equal dates have no order."""
    out = []
    for e in feed['entries']:
        terms = sorted(set(e['categories'])) if categories else []
        out.append((show(instant(e['date'])), e['link'], e['title'],
                    '|'.join(terms), e['id'] if ids else ''))
    return sorted(out, reverse=True)


def compare(name, wanted, got, args):
    bad = []
    title = wanted.get('title')
    if title is not None and got['title'] != title:
        bad.append(f'{name}: title is {got["title"]!r}, not {title!r}')
    # What a generator itself wrote has ids, and they must stay.
    ids = all('id' in e for e in wanted['entries'])
    a = lines(wanted, not args.without_categories, ids)
    b = lines(got, not args.without_categories, ids)
    bad += [f'{name}: missing: {line}' for line in a if line not in b]
    bad += [f'{name}: too much: {line}' for line in b if line not in a]
    return bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('wanted', type=pathlib.Path)
    parser.add_argument('got', type=pathlib.Path)
    parser.add_argument('--without-categories', action='store_true')
    parser.add_argument('--ignore', nargs='*', default=[])
    args = parser.parse_args()
    bad, n = [], 0
    for name, feed in read_wanted(args.wanted).items():
        path = args.got / name
        if name in args.ignore:
            continue
        n += 1
        if path.is_file():
            bad += compare(name, feed, read(path), args)
        else:
            bad.append(f'{name}: was not written')
    if n == 0:
        bad.append('there is nothing to compare')
    print('\n'.join(bad), end='\n' if bad else '')
    return 1 if bad else 0


sys.exit(main())
