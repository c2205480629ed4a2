/* SPDX-License-Identifier: MIT
 * config_codes: the rows of the header. */
#include "config/config_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "config/config_codes.h"
