#!/bin/bash
# SPDX-License-Identifier: MIT
# soak: 50 builds of a changing site while readers poll it (tests/soak/run.py).
set -eu
cd "$(dirname "$0")/../.."
exec tests/soak/run.py "${BUILD:-build}/feedmill" 50 7
