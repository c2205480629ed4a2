/* SPDX-License-Identifier: MIT
 * chinese: Chinese characters that Zola and Pelican read otherwise than ICU. */
#ifndef FEEDMILL_BASE_TEXT_CHINESE_H
#define FEEDMILL_BASE_TEXT_CHINESE_H

#include <stdint.h>

#include "base/core/buf.h"

/* Whether it is a Chinese character. */
bool chinese_is(uint32_t rune);
/* Appends the reading of a character that those programs read otherwise.
 * False: it is none of them. */
bool chinese_add(struct buf *out, uint32_t rune);

#endif
