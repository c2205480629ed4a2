/* SPDX-License-Identifier: MIT
 * known_codes: all codes, in the order of the manual. */
#include "build/codes/known_codes.h"

#include "build/codes/code_tables.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_DEFINED
#include "build/codes/code_tables.h"

#undef DIAG_ROW
#define DIAG_ROW DIAG_LISTED

const diag_code known_codes[] = {
#include "build/codes/code_tables.h"
};
const size_t known_code_count = sizeof known_codes / sizeof *known_codes;

diag_code
known_code_find(str name)
{
	for (size_t i = 0; i < known_code_count; i++)
		if (str_eq(name, str_of(known_codes[i]->name)))
			return known_codes[i];
	return NULL;
}
