#!/bin/bash
# SPDX-License-Identifier: MIT
# hardened: the program is built with what makes faults in memory harder to use.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
program=${BUILD:-build}/feedmill
failures=0

fail() {
	echo "hardened: $*"
	failures=$((failures + 1))
}

# Runs readelf, and looks for a pattern in what it prints.
expect() { # WHAT OPTION PATTERN
	readelf -W "$2" "$program" | grep -E -- "$3" >/dev/null ||
	    fail "no $1"
}

expect 'position-independent code' -h '^ *Type: *DYN'
expect RELRO -l GNU_RELRO
expect 'binding at start' -d 'BIND_NOW|FLAGS_1.*NOW'
expect 'stack without execution' -l 'GNU_STACK.* RW '
expect 'stack protector' -s '__stack_chk_fail'
if ! grep -qF __asan_init "$program"; then
	expect 'checked copies of memory' -s '__[a-z]+_chk'
fi
# Code of assembly without the mark of CET in any library that is linked
# statically takes the mark from the program; ours has it.
if [ "$(uname -m)" = x86_64 ]; then
	readelf -nW "${program%/*}/src/base/core/mem.o" | grep IBT \
	    >/dev/null || fail 'no control-flow enforcement'
fi
[ "$failures" = 0 ]
