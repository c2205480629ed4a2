#!/bin/bash
# SPDX-License-Identifier: MIT
# every-call: a part of the system calls of a run fail, are shortened, or are
# its last (tests/faults/run.py), for FAULT_SECONDS, or 60. All of them: make
# faults.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
if [ "${FEEDMILL_ISOLATION:-on}" = off ]; then
	echo 'every-call: a debugger or a sanitizer looks into the program'
	exit 77
fi
exec tests/faults/run.py "$build/feedmill" "$build/tests/faults/inject" \
    "${FAULT_SECONDS:-60}"
