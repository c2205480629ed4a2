#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that the things that the source and the documents cite exist.

    tests/citations.py ROOT FEEDMILL MANUAL...

ROOT is the folder of the source, FEEDMILL the program, and each MANUAL a
manual page in its final form. Prints each citation whose target is missing.
"""
import glob
import os
import re
import subprocess
import sys

# Rules that no line of the source or of a test names. They are allowed because
# docs/FEED-RULES.md names tests for each of them.
UNCITED_RULES = {4, 8, 9, 11, 12, 13, 17, 19, 21, 31, 32, 34, 35}
# Sections about the generators as a whole.
UNCITED_SECTIONS = {7, 8, 9}
# Sections of docs/DIALECTS.md that have a row for each dialect.
ROWS_IN_SECTIONS = (2, 4, 6, 7)
TOP = r'(?:docs|tests|src|bench|man|include|\.ci)'
PATH = re.compile(r'(?<![\w/.-])' + TOP + r'/[\w./*-]*\w')

problems = []


def fail(text):
    problems.append(text)


def read(path):
    with open(path, encoding='utf-8') as f:
        return f.read()


def files(*folders, endings):
    for folder in folders:
        for base, dirs, names in os.walk(folder):
            dirs[:] = sorted(d for d in dirs if d not in ('cases', 'sites'))
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.join(base, name)


def flatten(text):
    """Joins lines: a citation may continue in the next line of a comment."""
    return re.sub(r'\s*\n\s*(?:\*|#|\.\\")?\s*', ' ', text)


def sources():
    """The files that cite: code, tests and the templates of the manuals."""
    yield from files('src', 'include', endings=('.c', '.h', '.cpp'))
    yield from files('man', endings=('.c', '.in'))
    for path in files('tests', endings=('.c', '.h', '.sh', '.py')):
        if 'citations' not in path:
            yield path


def documents():
    names = sorted(n for n in os.listdir('.') if n.endswith('.md'))
    return names + list(files('docs', 'tests/agreement', endings='.md'))


# ---- numbers ----

def numbers(text):
    """The numbers in "14, 15 and 18" or "23 to 25"."""
    text = re.sub(r'(\d+) to (\d+)', lambda m: ' '.join(
        str(i) for i in range(int(m[1]), int(m[2]) + 1)), text)
    return {int(n) for n in re.findall(r'\d+', text)}


def cited(pattern):
    """The numbers that are cited, each with the files that cite it."""
    found = {}
    for path in sources():
        for m in re.finditer(pattern, flatten(read(path))):
            for n in numbers(m[1]):
                found.setdefault(n, set()).add(path)
    return found


def check_numbers(document, heading, cites, uncited, what):
    have = [int(n) for n in re.findall(heading, read(document), re.M)]
    if have != list(range(1, len(have) + 1)):
        fail(f'{document}: the numbers are {have}')
    for n in sorted(set(cites) - set(have)):
        fail(f'{sorted(cites[n])[0]}: {what} {n} is not in {document}')
    for n in sorted(set(have) - set(cites) - uncited):
        fail(f'{document}: nothing cites {what} {n}')
    for n in sorted(uncited - set(have)):
        fail(f'tests/citations.py: {what} {n} is not in {document}')


# ---- codes and tests of the rules ----

def split(document, heading):
    """The text below each heading, by number."""
    parts = re.split(heading, read(document), flags=re.M)
    return {int(n): text for n, text in zip(parts[1::2], parts[2::2])}


def item(text, name):
    """The names in the list item `- **NAME:** ...`."""
    m = re.search(r'^- \*\*' + name + r':\*\*(.*?)(?=^- \*\*|^$|\Z)', text,
                  re.M | re.S)
    return m[1] if m else ''


def is_test(name):
    return os.path.isdir(f'tests/cases/{name}') or (
        name.startswith('tests/') and os.path.isfile(name))


def check_test(where, name):
    if not is_test(name):
        fail(f'{where}: there is no test {name}')


def references(program, manual):
    """The reference of each code of `feedmill validate`."""
    found = {}
    for code in re.findall(r'^\.It Sy "\\&([^"]*)"', read(manual), re.M):
        text = subprocess.run(
            [program, 'validate', '--explain', code], check=True,
            capture_output=True, text=True).stdout
        m = re.search(r'^Reference: (.*)', text, re.M)
        found[code] = m[1] if m else ''
    if len(found) < 100:
        fail(f'{manual}: found only {len(found)} codes')
    return found


def check_rules(of_code):
    document = 'docs/FEED-RULES.md'
    for n, text in split(document, r'^### Rule (\d+): .*').items():
        where = f'{document}: rule {n}'
        codes = set(re.findall(r'`([^`]*)`', item(text, 'Codes')))
        wanted = {code for code, reference in of_code.items()
                  if re.match(rf'feed rule {n}\b', reference)}
        if codes != wanted:
            fail(f'{where}: codes {sorted(codes)}, but '
                 f'--explain has {sorted(wanted)}')
        tests = re.findall(r'`([^`]*)`', item(text, 'Tests'))
        tests += PATH.findall(item(text, 'Tests'))
        if not item(text, 'Why') or not tests:
            fail(f'{where}: it has no reason or no test')
        for name in tests:
            check_test(where, name)


def check_references(of_code):
    form = re.compile(r'RFC \d{3,4}( [0-9A-Z]+(\.\d+)*)?$')
    for code, reference in of_code.items():
        if reference.startswith('feed rule'):
            m = re.search(r'\((docs/[\w.-]*)', reference)
            if m is None or not os.path.isfile(m[1]):
                fail(f"--explain {code}: '{reference}' says not where")
        elif 'RFC' in reference and not form.match(reference):
            fail(f"--explain {code}: '{reference}', expected RFC N SECTION")
    for path in [*sources(), *documents()]:
        if path.startswith('tests/unit'):
            continue
        for m in re.findall(r'\bRFC[-_ ]*\d+\w*', flatten(read(path))):
            if not re.fullmatch(r'RFC \d{3,4}', m):
                fail(f"{path}: '{m}', expected RFC and a number")


# ---- dialects ----

def check_dialects(manual):
    document = 'docs/DIALECTS.md'
    m = re.search(r'"\\&posts\.dialect"\n(?:.*\n)*?Expected: one of (.*)\.',
                  read(manual))
    dialects = m[1].split(', ') if m else []
    if len(dialects) < 9:
        fail(f'{manual}: found too few dialects')
    for n, text in split(document, r'^## D(\d) .*').items():
        where = f'{document}: D{n}'
        for name in dialects:
            if n in ROWS_IN_SECTIONS and \
                    not re.search(rf'^\| {name} \|', text, re.M):
                fail(f'{where}: there is no row for {name}')
        tests = re.findall(r'^Tests:(?:.*\n)+?$', text, re.M)
        if n == 8:
            tests = [row.split('|')[3] for row in
                     re.findall(r'^\|.*\|$', text, re.M)[2:]]
        if not tests and n != 9:
            fail(f'{where}: it names no test')
        for name in re.findall(r'`([^`]*)`', ' '.join(tests)):
            check_test(where, name)


# ---- paths ----

def exists(path):
    path = path.rstrip('.')
    if '*' in path:
        return bool(glob.glob(path))
    # A part of the name of a test, or a file that the build writes.
    return os.path.exists(path) or os.path.exists(path + '.c') or \
        re.match(r'tests/(unit/(units|test_?$)|fuzz/(fuzz_$|replay))|'
                 'bench/(blog|floor|node)', path)


def check_paths():
    for path in [*sources(), *documents(), 'Makefile', 'README.md',
                 'tests/run', 'tests/compare', '.ci/run']:
        text = read(path).replace('\\.', '.') # in an expression
        # Sites of other generators have a src/ and a docs/.vitepress too.
        foreign = path.startswith(('src/', 'tests/unit', 'tests/fuzz',
                                   'man/'))
        for m in set(PATH.findall(text)):
            if foreign and m.startswith(('src/', 'docs/.')):
                continue
            if not exists(m):
                fail(f'{path}: there is no {m}')


def check_headers():
    """Headers in comments, by their path below src."""
    for path in files('src', 'include', endings=('.c', '.h', '.cpp')):
        text = re.sub(r'^#include.*', '', read(path), flags=re.M)
        for m in re.findall(r'(?<![\w/<-])(?:[a-z_]+/)+[a-z_]+\.h\b', text):
            if not os.path.exists('src/' + m) and not os.path.exists(m):
                fail(f'{path}: there is no src/{m}')


def check_manuals():
    """Citations of manual pages, with the heading before them."""
    pages = {os.path.basename(p)[:-3]: read(p)
             for p in files('man', endings='.in')}
    for path in [*sources(), *documents()]:
        for m in re.finditer(r'(?:([A-Z]{2}[A-Z ]*) in )?'
                             r'(feedmill[a-z.-]*)\((\d)\)',
                             flatten(read(path))):
            page = pages.get(f'{m[2]}.{m[3]}')
            if page is None:
                fail(f'{path}: there is no manual {m[2]}({m[3]})')
            elif m[1] and f'\n.Sh {m[1]}\n' not in page:
                fail(f'{path}: {m[2]}({m[3]}) has no heading {m[1]}')


def anchor(heading):
    text = re.sub(r'\[([^]]*)\]\([^)]*\)', r'\1', heading.strip())
    return re.sub(r'[^\w -]', '', text.lower()).replace(' ', '-')


def check_links():
    for path in documents():
        text = re.sub(r'^```.*?^```$', '', read(path), flags=re.M | re.S)
        for target in re.findall(r'\]\(([^)\s]+)\)', text):
            if re.match(r'[a-z]+:', target):
                continue
            name, _, part = target.partition('#')
            name = os.path.normpath(os.path.join(
                os.path.dirname(path), name)) if name else path
            if not os.path.exists(name):
                fail(f'{path}: the link to {target} leads nowhere')
            elif part and part not in {anchor(h) for h in re.findall(
                    r'^#+ (.*)', read(name), re.M)}:
                fail(f'{path}: {name} has no heading #{part}')


def main():
    root, program, *manuals = sys.argv[1:]
    program = os.path.realpath(program)
    manuals = [os.path.realpath(m) for m in manuals]
    os.chdir(root)
    manual = {os.path.basename(m): m for m in manuals}
    rules = cited(r'(?i)\bfeed rules? (\d+(?:(?:,| to| and|, and) \d+)*)')
    sections = cited(r'DIALECTS\.md,? ((?:(?:, | and )?D\d+)+)')
    check_numbers('docs/FEED-RULES.md', r'^### Rule (\d+): ', rules,
                  UNCITED_RULES, 'rule')
    check_numbers('docs/DIALECTS.md', r'^## D(\d) ', sections,
                  UNCITED_SECTIONS, 'section D')
    of_code = references(program, manual['feedmill-validate.1'])
    check_rules(of_code)
    check_references(of_code)
    check_dialects(manual['feedmill.yaml.5'])
    check_paths()
    check_headers()
    check_manuals()
    check_links()
    for p in problems:
        print('citations:', p)
    return bool(problems)


if __name__ == '__main__':
    sys.exit(main())
