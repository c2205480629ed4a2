#!/bin/bash
# SPDX-License-Identifier: MIT
# agreement: feedmill judges feeds as the W3C feed validator does, on test
# feeds of that, with its verdicts, in the folder that FEEDMILL_VALIDATOR_CASES
# names. How far, and what is the same, is in tests/agreement.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}

if [ ! -f "${FEEDMILL_VALIDATOR_CASES:-}/verdicts.tsv" ]; then
	echo 'FEEDMILL_VALIDATOR_CASES names no folder with verdicts.tsv'
	exit 77
fi
python3 tests/agreement/agreement.py \
    "$(realpath "$FEEDMILL_VALIDATOR_CASES")" "$(realpath "$BUILD/feedmill")"
