/* SPDX-License-Identifier: MIT
 * build_codes: the rows of the header. */
#include "build/codes/build_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "build/codes/build_codes.h"
