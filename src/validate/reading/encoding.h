/* SPDX-License-Identifier: MIT
 * encoding: converts a document to UTF-8. XML 1.0, appendix F. */
#ifndef FEEDMILL_VALIDATE_READING_ENCODING_H
#define FEEDMILL_VALIDATE_READING_ENCODING_H

#include "validate/reading/document.h"

/* Sets d->text: a part of `bytes` if they are UTF-8, else of `out`. The
 * encoding is that of a byte order mark, of options->charset or of the XML
 * declaration. Contradictions are reported, and so are bytes that do not
 * convert, which become U+FFFD. */
void encoding_read(struct document *d, str bytes, struct buf *out);

/* Whether iconv knows an encoding of that name. */
bool encoding_is_known(str name);

#endif
