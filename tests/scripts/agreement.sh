#!/bin/bash
# SPDX-License-Identifier: MIT
# agreement: feedmill and the W3C feed validator give the same verdicts on the
# test feeds of that validator. FEEDMILL_VALIDATOR_CASES names a folder with the
# feeds and its verdicts. tests/agreement lists the differences and says which
# messages count as the same.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}

if [ ! -f "${FEEDMILL_VALIDATOR_CASES:-}/verdicts.tsv" ]; then
	echo 'FEEDMILL_VALIDATOR_CASES names no folder with verdicts.tsv'
	exit 77
fi
python3 tests/agreement/agreement.py \
    "$(realpath "$FEEDMILL_VALIDATOR_CASES")" "$(realpath "$BUILD/feedmill")"
