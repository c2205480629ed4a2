#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""validate.py FOLDER...: runs the W3C validator on all feeds below the folders.

FEEDVALIDATOR names its checkout. Prints errors and warnings; exits with 1 if
there are any. Nothing is fetched: this script answers in place of the network.
"""
import logging
import os
import socket
import sys
import warnings

warnings.simplefilter('ignore')
logging.disable(logging.CRITICAL)
sys.path.insert(0, os.path.join(os.environ['FEEDVALIDATOR'], 'src'))
sys.modules['libxml2'] = None
socket.gethostbyname = lambda host: '192.0.2.1'

import html5lib                                         # noqa: E402,F401
import feedvalidator                                    # noqa: E402
from feedvalidator import logging as events             # noqa: E402
from feedvalidator.formatter.text_plain import Formatter  # noqa: E402


def feeds(folders):
    for top in folders:
        for folder, _, files in sorted(os.walk(top)):
            for name in sorted(files):
                if name.endswith(('.atom', '.rss', '.xml')):
                    yield os.path.join(folder, name)


def findings(path):
    with open(path, encoding='utf-8') as f:
        text = f.read()
    if 'feedmill' not in text:
        return  # an input file of a case
    for e in feedvalidator.validateString(text, 0)['loggedEvents']:
        # The validator does not know the address of a feed in a string.
        if isinstance(e, events.SelfDoesntMatchLocation):
            continue
        # The validator does not know RFC 6721.
        if isinstance(e, events.UnknownNamespace) and 'tombstones/1.0' in \
                e.params.get('namespace', ''):
            continue
        if isinstance(e, (events.Error, events.Warning)):
            words = Formatter([]).format(e)
            yield f'{path}: {type(e).__name__}: {words}'


def main():
    count = bad = 0
    for path in feeds(sys.argv[1:]):
        count += 1
        for line in findings(path):
            print(line)
            bad += 1
    print(f'{count} feeds, {bad} findings')
    sys.exit(bad > 0)


main()
