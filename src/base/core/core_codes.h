/* SPDX-License-Identifier: MIT
 * core_codes: what can be wrong with the system that feedmill runs on.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_LIBRARY_MISSING, DIAG_ERROR, "library-missing",
	"Install the package that is named; the names are those of Debian. "
	"Nothing is published, and no feed judged, without the library.")
