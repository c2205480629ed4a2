/* SPDX-License-Identifier: MIT
 * encoding: bytes of any encoding to UTF-8. XML 1.0, appendix F. */
#ifndef FEEDMILL_VALIDATE_READING_ENCODING_H
#define FEEDMILL_VALIDATE_READING_ENCODING_H

#include "validate/reading/document.h"

/* Finds out the encoding of the bytes, from a byte order mark, from
 * options->charset and from an XML declaration, and sets d->text, which is
 * made in `out` unless the bytes are UTF-8. What contradicts itself or does
 * not convert is reported; the latter becomes U+FFFD. */
void encoding_read(struct document *d, str bytes, struct buf *out);

/* Whether there is an encoding of that name. */
bool encoding_is_known(str name);

#endif
