/* SPDX-License-Identifier: MIT
 * feed_codes: the rows of the header. */
#include "feed/plan/feed_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "feed/plan/feed_codes.h"
