#!/bin/bash
# SPDX-License-Identifier: MIT
# xss: no text of tests/xss/vectors.py runs script where an entry is shown.
set -eu
cd "$(dirname "$0")/../.."
exec tests/xss/run.py "${BUILD:-build}/feedmill" \
    "$(command -v chromium || command -v chromium-browser || echo chromium)"
