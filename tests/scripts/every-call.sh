#!/bin/bash
# SPDX-License-Identifier: MIT
# every-call: some system calls of a run fail, are shortened, or end it
# (tests/faults/run.py), for FAULT_SECONDS (default 60). `make faults` tries all
# of them.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
if [ "${FEEDMILL_ISOLATION:-on}" = off ]; then
	echo 'every-call: a debugger or a sanitizer looks into the program'
	exit 77
fi
exec tests/faults/run.py "$build/feedmill" "$build/tests/faults/inject" \
    "${FAULT_SECONDS:-60}"
