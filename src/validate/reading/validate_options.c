/* SPDX-License-Identifier: MIT
 * validate_options: how a document is judged, and what comes of it. */
#include "validate/reading/validate_options.h"

bool
validate_ignores(const struct validate_options *o, diag_code code)
{
	for (size_t i = 0; i < o->n_ignored; i++)
		if (o->ignored[i] == code)
			return true;
	return false;
}
