#!/bin/bash
# SPDX-License-Identifier: MIT
# bench: the benchmark runs, and what it times is right: as many feeds and
# entries as the blog has, and the same from nothing as step by step.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
BENCH_DIR=$tmp bench/run.py "${BUILD:-build}" --short
