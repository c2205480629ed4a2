#!/bin/bash
# SPDX-License-Identifier: MIT
# judged: the validator has nothing to say against the feeds of the project:
# those of the sample blog, and those that cases expect.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
feedmill=$(realpath "${BUILD:-build}/feedmill")

# Dates there go on after the day that tests run on.
"$feedmill" validate -q --strict --now 2030-01-01 feeds tests/cases/*/feeds
