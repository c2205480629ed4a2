/* SPDX-License-Identifier: MIT
 * generator_codes: what can be wrong with a generator's config.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_GENERATOR_UNKNOWN, DIAG_ERROR, "generator-unknown",
	"Name the folder that holds the generator's config; or write a "
	"feedmill.yaml by hand, as in the README.")
DIAG(DIAG_IMPORT_SYNTAX, DIAG_ERROR, "import-syntax",
	"Fix the generator's config here.")
