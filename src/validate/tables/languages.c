/* SPDX-License-Identifier: MIT
 * languages: which codes of languages there are. */
#include "validate/tables/languages.h"

static const struct {
	const char *letters;
	bool is_code;
	const char *third;
} codes[] = {
#define CODES(letters, is_code, third) {letters, is_code, third},
#include "validate/tables/language_codes.h"
#undef CODES
};

bool
language_is_known(str code)
{
	char lower[3] = "";
	size_t low = 0, high = sizeof codes / sizeof codes[0];

	/* Tags of private use, and those from before the registry. */
	if (code.len == 1)
		return char_lower(code.ptr[0]) == 'x' ||
		    char_lower(code.ptr[0]) == 'i';
	if (code.len != 2 && code.len != 3)
		return false;
	for (size_t i = 0; i < code.len; i++)
		lower[i] = char_lower(code.ptr[i]);
	while (low < high) {
		size_t mid = (low + high) / 2;
		int c = str_cmp((str){lower, 2}, str_of(codes[mid].letters));

		if (c == 0)
			return code.len == 2 ? codes[mid].is_code
			    : str_chr(str_of(codes[mid].third), lower[2]) !=
			    STR_NONE;
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}
