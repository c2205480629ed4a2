/* SPDX-License-Identifier: MIT
 * known_codes: all codes, in the order of the manual. */
#ifndef FEEDMILL_BUILD_CODES_KNOWN_CODES_H
#define FEEDMILL_BUILD_CODES_KNOWN_CODES_H

#include "base/core/diag.h"

extern const diag_code known_codes[];
extern const size_t known_code_count;

/* The code with that name, or NULL. */
diag_code known_code_find(str name);

#endif
