/* SPDX-License-Identifier: MIT
 * publish_codes: the rows of the header. */
#include "publish/publish_codes.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "publish/publish_codes.h"
