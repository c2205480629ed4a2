/* SPDX-License-Identifier: MIT
 * characters: characters that are in a feed by accident. */
#ifndef FEEDMILL_VALIDATE_READING_CHARACTERS_H
#define FEEDMILL_VALIDATE_READING_CHARACTERS_H

#include "validate/reading/xml_reader.h"

/* Reports controls, U+FFFD and UTF-8 that was encoded twice. The text is at
 * `place`; or, if that is NULL, in the tag at byte `at`. */
void characters_check(struct document *d, str text,
    const struct xml_text *place, size_t at);

#endif
