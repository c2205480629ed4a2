/* SPDX-License-Identifier: MIT
 * feed_rules: the rows of the header. */
#include "validate/tables/feed_rules.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "validate/tables/feed_rules.h"
