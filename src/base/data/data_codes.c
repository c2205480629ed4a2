/* SPDX-License-Identifier: MIT
 * data_codes: the rows of the header. */
#include "base/data/data_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "base/data/data_codes.h"
