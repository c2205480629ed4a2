/* SPDX-License-Identifier: MIT
 * languages: which codes of languages there are. */
#ifndef FEEDMILL_VALIDATE_TABLES_LANGUAGES_H
#define FEEDMILL_VALIDATE_TABLES_LANGUAGES_H

#include "base/core/str.h"

/* Whether the first part of a language tag can be one: a code of ISO 639 of
 * two or three letters in any case, or "x" or "i". RFC 5646, section 2.2.1. */
bool language_is_known(str code);

#endif
