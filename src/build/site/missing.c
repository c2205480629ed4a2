/* SPDX-License-Identifier: MIT
 * missing: libraries that a run needed and did not find. */
#include "build/site/missing.h"

#include "base/core/library.h"
#include "base/text/translit.h"
#include "validate/reading/xml_reader.h"

bool
missing_report(struct diags *diags)
{
	const struct library *all[] = {translit_missing(), xml_missing()};
	bool is_missing = false;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i]) {
			library_report(all[i], NULL, diags);
			is_missing = true;
		}
	return is_missing;
}
