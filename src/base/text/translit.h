/* SPDX-License-Identifier: MIT
 * translit: text of any script in ASCII. */
#ifndef FEEDMILL_BASE_TEXT_TRANSLIT_H
#define FEEDMILL_BASE_TEXT_TRANSLIT_H

#include "base/text/alphabets.h"

/* Appends the text in ASCII, one character after the other: "Привет, 日本!"
 * gives "privet, ri ben !". Case is lost but in ASCII itself; each Chinese
 * character is a word of its own, by its commonest reading in Mandarin; what
 * is no letter, digit or blank and not in ASCII gives "'", or nothing. */
void translit_add(struct buf *out, str text, enum alphabets_style whose);

/* ICU, if a call in this process needed it and could not load it: that text
 * lacks characters, so that nothing that was made with it may be published.
 * Else NULL. */
struct library;
const struct library *translit_missing(void);
/* Another process of this program found that it is missing. */
void translit_set_missing(void);

#endif
