/* SPDX-License-Identifier: MIT
 * feed_codes: what can be wrong with the feeds that are planned.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_QUERY_NOTHING, DIAG_WARNING, "query-nothing",
	"Check the keys and values of the query; the feed is empty.")
DIAG(DIAG_TERM_SLUG, DIAG_NOTE, "term-slug",
	"The term with the older post keeps the plain address.")
