#!/bin/bash
# SPDX-License-Identifier: MIT
# judged: the validator finds no error and no warning in the feeds of the sample
# blog and in those that cases expect.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")

# Some of these feeds have dates after the clock of the tests.
"$feedmill" validate -q --strict --now 2030-01-01 feeds tests/cases/*/feeds
