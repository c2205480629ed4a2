/* SPDX-License-Identifier: MIT
 * references: characters written as &name;, &#1; or \u0001. */
#ifndef FEEDMILL_VALIDATE_READING_REFERENCES_H
#define FEEDMILL_VALIDATE_READING_REFERENCES_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/str.h"

/* Takes a reference off the front of s: by number, or by a name of HTML 4.
 * False: s does not begin with one, and stays. */
bool references_take(str *s, uint32_t *rune);
/* Appends a text with its references decoded. */
void references_decode(struct buf *out, str s);
/* Takes off the front of XML content what stands for `n` bytes of its value:
 * references, CDATA sections, comments, and CR LF for LF. */
void references_skip_xml(str *rest, size_t n);
/* The same for the inside of a JSON string. */
void references_skip_json(str *rest, size_t n);

#endif
