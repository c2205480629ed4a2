#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""agreement.py CASES FEEDMILL: how often feedmill judges as the W3C does.

CASES is a folder of test feeds with a verdicts.tsv beside them: path, format,
verdict (valid or invalid) and the types of the validator's errors. types.tsv
says which of our codes are about the same; disagree.tsv lists the cases in
which the specification is with us. Prints figures and what differs; exits
with 1 if there is less agreement than asked for.
"""
import collections
import csv
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
NEEDED = {'atom': 97.0, 'rss': 97.0, 'types': 95.0}


def rows(path):
    with open(path, encoding='utf-8', newline='') as f:
        return [r for r in csv.DictReader(f, delimiter='\t')]


def judge(paths, cases, feedmill):
    """What is found in each case, by path."""
    out = subprocess.run(
        [feedmill, 'validate', '--json', '--now', '2024-06-01'] + paths,
        cwd=cases, stdout=subprocess.PIPE, check=False).stdout
    return {d['name']: d for d in json.loads(out)['documents']}


def errors(document):
    return {f['code'] for f in document['findings'] if f['level'] == 'error'}


def percent(part, whole):
    return 100.0 * part / whole if whole else 100.0


def main():
    cases, feedmill = sys.argv[1:3]
    wanted = rows(os.path.join(cases, 'verdicts.tsv'))
    about = {r['type']: set(r['codes'].split())
             for r in rows(os.path.join(HERE, 'types.tsv'))}
    ours = {r['path'] for r in rows(os.path.join(HERE, 'disagree.tsv'))}
    found = judge([r['path'] for r in wanted], cases, feedmill)
    counts = collections.Counter()
    for case in wanted:
        document = found.get(case['path'])
        if document is None:
            print(f'{case["path"]}: not judged')
            counts['missing'] += 1
            continue
        codes = errors(document)
        verdict = 'invalid' if codes else 'valid'
        counts[case['format']] += 1
        if verdict == case['verdict']:
            counts[case['format'], 'agree'] += 1
        else:
            who = 'by the specification' if case['path'] in ours else \
                'unexplained'
            print(f'{case["path"]}: {case["verdict"]} '
                  f'{case["errors"]}; here {verdict} '
                  f'{",".join(sorted(codes))} ({who})')
        for kind in filter(None, (case['errors'] or '').split(',')):
            counts['types'] += 1
            if about.get(kind, set()) & codes:
                counts['types', 'agree'] += 1
            else:
                print(f'{case["path"]}: {kind}; here '
                      f'{",".join(sorted(codes)) or "nothing"}')
    ok = not counts['missing']
    for what, least in NEEDED.items():
        n, agree = counts[what], counts[what, 'agree']
        share = percent(agree, n)
        print(f'{what}: {agree} of {n} agree, {share:.1f} %')
        ok &= share >= least and n > 0
    sys.exit(not ok)


main()
