#!/bin/bash
# SPDX-License-Identifier: MIT
# bombs: texts that are made to drown the program cost themselves
# (tests/bombs/run.py).
set -eu
cd "$(dirname "$0")/../.."
exec tests/bombs/run.py "${BUILD:-build}/feedmill"
