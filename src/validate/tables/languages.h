/* SPDX-License-Identifier: MIT
 * languages: the language codes of ISO 639. */
#ifndef FEEDMILL_VALIDATE_TABLES_LANGUAGES_H
#define FEEDMILL_VALIDATE_TABLES_LANGUAGES_H

#include "base/core/str.h"

/* Whether a language tag may begin with `code`: two or three letters of ISO
 * 639 in any case, or "x" or "i". RFC 5646, section 2.2.1. */
bool language_is_known(str code);

#endif
