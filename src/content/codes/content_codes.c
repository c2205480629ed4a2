/* SPDX-License-Identifier: MIT
 * content_codes: the rows of the header. */
#include "content/codes/content_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "content/codes/content_codes.h"
