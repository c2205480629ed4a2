#!/bin/bash
# SPDX-License-Identifier: MIT
# mutants: the list of small mistakes fits the source, and has some for each
# floor. Whether the tests notice them is for `make mutants`: it takes minutes.
set -eu
cd "$(dirname "$0")/../.."

python3 tests/mutants/run --check
