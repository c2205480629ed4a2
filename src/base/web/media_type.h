/* SPDX-License-Identifier: MIT
 * media_type: what kind of file a name or an address is of. */
#ifndef FEEDMILL_BASE_WEB_MEDIA_TYPE_H
#define FEEDMILL_BASE_WEB_MEDIA_TYPE_H

#include "base/core/str.h"

/* The media type that goes by the ending of a path or URL, as IANA has it;
 * empty where the ending says nothing. What follows a '?' or '#' does not
 * count. */
str media_type_of(str path);
/* The kind of a type, as Media RSS has it: "image", "audio", "video" or
 * "document". */
const char *media_type_medium(str type);
/* Whether a text has the syntax of a media type and its parameters. RFC 2045,
 * 5.1. */
bool media_type_has_syntax(str text);
/* Whether it is one that could be registered, too: "audio/mpeg". RFC 6838,
 * 4.2. */
bool media_type_is(str text);

#endif
