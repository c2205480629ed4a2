/* SPDX-License-Identifier: MIT
 * core_codes: the rows of the header. */
#include "base/core/core_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "base/core/core_codes.h"
