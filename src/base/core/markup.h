/* SPDX-License-Identifier: MIT
 * markup: HTML as a type of its own. Text in the place of HTML, or HTML in
 * the place of text, does not compile. */
#ifndef FEEDMILL_BASE_CORE_MARKUP_H
#define FEEDMILL_BASE_CORE_MARKUP_H

#include "base/core/str.h"

struct markup {
	str html; /* a balanced fragment of HTML */
};

#endif
