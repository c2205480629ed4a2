/* SPDX-License-Identifier: MIT
 * alphabets: the letters of the world's alphabets in ASCII. */
#ifndef FEEDMILL_BASE_TEXT_ALPHABETS_H
#define FEEDMILL_BASE_TEXT_ALPHABETS_H

#include <stdint.h>

#include "base/core/buf.h"

/* The program whose transliteration is followed. Both stem from
 * Text::Unidecode and have grown apart. */
enum alphabets_style {
	ALPHABETS_ZOLA,    /* the crate deunicode */
	ALPHABETS_PELICAN, /* the Python module Unidecode */
};

/* Appends a character in ASCII and lower case: a few letters, nothing, or "'"
 * for what those programs do not take for a letter. False: no table here has
 * it. */
bool alphabets_add(struct buf *out, uint32_t rune, enum alphabets_style whose);

#endif
