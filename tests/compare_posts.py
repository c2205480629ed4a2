#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""compare_posts.py EXPECTED LISTED FOLDER: checks how posts were read.

EXPECTED is a list of posts with paths below FOLDER, which is the posts folder
in LISTED, the output of `feedmill list --json`. Compared are title, date,
tags, categories, authors and draft of every post. White space does not count.
If no title is expected, the title does not count: feedmill makes one from the
file name.
"""
import json
import sys


def words(text):
    return ' '.join(str(text).split())


def names(value):
    return [words(v.get('name', '') if isinstance(v, dict) else v)
            for v in value or []]


FIELDS = {'title': lambda v: words(v or ''), 'date': lambda v: v,
          'tags': names, 'categories': names, 'authors': names, 'draft': bool}


def differences(expected, listed):
    """The differences of one post, one a line."""
    if listed is None:
        yield 'is not listed'
    elif expected.get('error'):
        if listed['skipped'] != 'error':
            yield 'is read without an error'
    else:
        for field, norm in FIELDS.items():
            want, got = norm(expected.get(field)), norm(listed.get(field))
            if want != got and not (field == 'title' and not want):
                yield f'{field}: expected {want!r}, listed {got!r}'


def main():
    expected_file, listed_file, folder = sys.argv[1:]
    with open(expected_file, encoding='utf-8') as f:
        expected = json.load(f)
    with open(listed_file, encoding='utf-8') as f:
        listed = {p['path']: p for p in json.load(f)['posts']}
    lines = [f'{p["path"]}: {line}' for p in expected
             for line in differences(p, listed.get(f'{folder}/{p["path"]}'))]
    print(*lines[:20], sep='\n')
    if not expected:
        print(f'{expected_file} has no posts')
    print(f'{len(expected)} posts, {len(lines)} differences')
    sys.exit(bool(lines) or not expected)


main()
