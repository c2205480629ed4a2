/* SPDX-License-Identifier: MIT
 * post_codes: the rows of the header. */
#include "post/post_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "post/post_codes.h"
