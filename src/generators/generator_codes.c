/* SPDX-License-Identifier: MIT
 * generator_codes: the rows of the header. */
#include "generators/generator_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "generators/generator_codes.h"
