#!/bin/bash
# SPDX-License-Identifier: MIT
# bench: the benchmark runs, and the output that it times is right: it has the
# feeds and entries of the blog, and a run from nothing writes the same as
# several runs step by step.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
BENCH_DIR=$tmp bench/run.py "${BUILD:-build}" --short
