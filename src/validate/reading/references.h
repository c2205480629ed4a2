/* SPDX-License-Identifier: MIT
 * references: characters that are written as &name;, &#1; or \u0001. */
#ifndef FEEDMILL_VALIDATE_READING_REFERENCES_H
#define FEEDMILL_VALIDATE_READING_REFERENCES_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/str.h"

/* Takes the reference that s begins with off its front, by number or by a
 * name of HTML 4. False: it is none, and s stays. */
bool reference_take(str *s, uint32_t *rune);
/* Appends what a text with references stands for. */
void references_decode(struct buf *out, str s);
/* Takes what stands for `n` bytes off the front of XML content: references,
 * CDATA sections, comments, and CR LF for LF. */
void references_skip_xml(str *rest, size_t n);
/* The same for what is in a JSON string. */
void references_skip_json(str *rest, size_t n);

#endif
