/* SPDX-License-Identifier: MIT
 * unicode: classes of characters and normal forms of text, by utf8proc. */
#ifndef FEEDMILL_BASE_CORE_UNICODE_H
#define FEEDMILL_BASE_CORE_UNICODE_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/str.h"

/* A combining mark: \p{M}. */
bool unicode_is_mark(uint32_t rune);
/* A mark that takes no room of its own, such as an accent: \p{Mn}. */
bool unicode_is_nonspacing(uint32_t rune);
/* A letter, a digit or a mark: \p{L}, \p{Nd}, \p{M}. */
bool unicode_is_word(uint32_t rune);
/* A character that may be in a name: a letter, mark or digit, a letter that
 * stands for a number (Ⅷ, ⓐ), or a connector such as '_'. */
bool unicode_is_name(uint32_t rune);
/* White_Space of Unicode: what Go's unicode.IsSpace says. */
bool unicode_is_space(uint32_t rune);
/* A hyphen or dash: \p{Pd}. */
bool unicode_is_dash(uint32_t rune);
/* A control of how text is shown, such as the zero width joiner: \p{Cf}. */
bool unicode_is_format(uint32_t rune);
uint32_t unicode_lower(uint32_t rune);
uint32_t unicode_upper(uint32_t rune);
/* Columns on a terminal: 0 to 2. */
int unicode_width(uint32_t rune);

enum unicode_form {
	UNICODE_NFC,
	UNICODE_NFKC,
	UNICODE_NFD,
	UNICODE_NFKD,
	UNICODE_FOLDED, /* NFC, and the case folded */
};
/* Appends the text in that form; ill-formed bytes become U+FFFD. */
void unicode_add(struct buf *out, str text, enum unicode_form form);

#endif
