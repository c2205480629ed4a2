/* SPDX-License-Identifier: MIT
 * uuid: UUIDs that are made of names, so that they are always the same. */
#ifndef FEEDMILL_BASE_WEB_UUID_H
#define FEEDMILL_BASE_WEB_UUID_H

#include "base/core/str.h"

enum { UUID_TEXT = 37 }; /* characters, with the NUL */

/* The UUID of a name in a namespace, both as text, by SHA-1: version 5. RFC
 * 9562, 5.5. */
str uuid_of_name(const char *space, str name, char out[UUID_TEXT]);
/* Whether a text has the form of a UUID. */
bool uuid_is(str text);

#endif
