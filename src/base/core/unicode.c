/* SPDX-License-Identifier: MIT
 * unicode: what characters are, and forms of text. By way of utf8proc. */
#include "base/core/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/core/utf8.h"

bool
unicode_is_mark(uint32_t rune)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)rune);

	return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC ||
	    c == UTF8PROC_CATEGORY_ME;
}

bool
unicode_is_nonspacing(uint32_t rune)
{
	return utf8proc_category((utf8proc_int32_t)rune) ==
	    UTF8PROC_CATEGORY_MN;
}

bool
unicode_is_word(uint32_t rune)
{
	utf8proc_category_t c;

	if (rune < 0x80)
		return char_is_alnum((char)rune);
	c = utf8proc_category((utf8proc_int32_t)rune);
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	    c == UTF8PROC_CATEGORY_ND || unicode_is_mark(rune);
}

/* Alphabetic, \p{M}, \p{Nd} and \p{Pc}. Apart from letters and marks, Nl and
 * the letters in circles and squares are alphabetic. */
bool
unicode_is_name(uint32_t rune)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)rune);

	return unicode_is_word(rune) || c == UTF8PROC_CATEGORY_NL ||
	    c == UTF8PROC_CATEGORY_PC || (rune >= 0x24B6 && rune <= 0x24E9) ||
	    (rune >= 0x1F130 && rune <= 0x1F149) ||
	    (rune >= 0x1F150 && rune <= 0x1F169) ||
	    (rune >= 0x1F170 && rune <= 0x1F189);
}

bool
unicode_is_space(uint32_t r)
{
	return (r >= 0x09 && r <= 0x0D) || r == ' ' || r == 0x85 ||
	    r == 0xA0 || r == 0x1680 || (r >= 0x2000 && r <= 0x200A) ||
	    r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F ||
	    r == 0x3000;
}

bool
unicode_is_dash(uint32_t rune)
{
	return utf8proc_category((utf8proc_int32_t)rune) ==
	    UTF8PROC_CATEGORY_PD;
}

bool
unicode_is_format(uint32_t rune)
{
	return utf8proc_category((utf8proc_int32_t)rune) ==
	    UTF8PROC_CATEGORY_CF;
}

uint32_t
unicode_lower(uint32_t rune)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

uint32_t
unicode_upper(uint32_t rune)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

int
unicode_width(uint32_t rune)
{
	int width = utf8proc_charwidth((utf8proc_int32_t)rune);

	return width > 0 ? width : 0;
}

/* Adds ASCII text: normalisation does not change it, and folding only changes
 * capitals to lower case. Returns false if the text has other characters. */
static bool
add_ascii(struct buf *out, str text, enum unicode_form form)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] >= 0x80)
			return false;
	for (size_t i = 0; i < text.len && form == UNICODE_FOLDED; i++)
		buf_addc(out, char_lower(text.ptr[i]));
	if (form != UNICODE_FOLDED)
		buf_add(out, text);
	return true;
}

void
unicode_add(struct buf *out, str text, enum unicode_form form)
{
	static const int options[] = {
		[UNICODE_NFC] = UTF8PROC_COMPOSE,
		[UNICODE_NFKC] = UTF8PROC_COMPOSE | UTF8PROC_COMPAT,
		[UNICODE_NFD] = UTF8PROC_DECOMPOSE,
		[UNICODE_NFKD] = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
		[UNICODE_FOLDED] = UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD,
	};
	struct buf sound = {0};
	utf8proc_uint8_t *p = NULL;
	utf8proc_ssize_t n;

	if (add_ascii(out, text, form))
		return;
	/* utf8proc rejects ill-formed text: replace the bad bytes first. */
	if (utf8_check(text) < text.len) {
		while (text.len)
			buf_add_rune(&sound, utf8_next(&text));
		text = buf_str(&sound);
	}
	n = utf8proc_map((const utf8proc_uint8_t *)text.ptr,
	    (utf8proc_ssize_t)text.len, &p,
	    (utf8proc_option_t)(options[form] | UTF8PROC_STABLE));
	buf_add(out, n < 0 ? text : (str){(const char *)p, (size_t)n});
	free(p);
	buf_free(&sound);
}
