/* SPDX-License-Identifier: MIT
 * generator_codes: diagnostics of a generator's config.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_GENERATOR_UNKNOWN, DIAG_NOTE, "generator-unknown",
	"Run feedmill init in the folder of the generator's config; or check "
	"what the new config says of addresses, as for any other site.")
DIAG(DIAG_IMPORT_SYNTAX, DIAG_ERROR, "import-syntax",
	"Fix the generator's config here.")
