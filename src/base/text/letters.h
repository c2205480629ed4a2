/* SPDX-License-Identifier: MIT
 * letters: the letters of the world's alphabets in ASCII. */
#ifndef FEEDMILL_BASE_TEXT_LETTERS_H
#define FEEDMILL_BASE_TEXT_LETTERS_H

#include <stdint.h>

#include "base/core/buf.h"

/* Whose transliteration it is to agree with. Both stem from Text::Unidecode
 * and have grown apart. */
enum letters {
	LETTERS_ZOLA,    /* the crate deunicode */
	LETTERS_PELICAN, /* the Python module Unidecode */
};

/* Appends what stands for a character; that may be nothing, or "'" where it
 * is no letter for them. False: it is in no table here. Case is lost. */
bool letters_put(struct buf *out, uint32_t rune, enum letters whose);

/* Whether it is a Chinese character. */
bool letters_is_han(uint32_t rune);

#endif
