/* SPDX-License-Identifier: MIT
 * han: Chinese characters that Zola and Pelican read otherwise than ICU. */
#ifndef FEEDMILL_BASE_TEXT_HAN_H
#define FEEDMILL_BASE_TEXT_HAN_H

#include <stdint.h>

#include "base/core/buf.h"

/* Appends the reading of a character. False: it is none of those. */
bool han_put(struct buf *out, uint32_t rune);

#endif
