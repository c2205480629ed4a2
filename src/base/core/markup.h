/* SPDX-License-Identifier: MIT
 * markup: HTML, as a type of its own, so that text pasted where HTML is
 * wanted, or HTML where text is wanted, does not compile. */
#ifndef FEEDMILL_BASE_CORE_MARKUP_H
#define FEEDMILL_BASE_CORE_MARKUP_H

#include "base/core/str.h"

struct markup {
	str html; /* a balanced fragment of HTML */
};

#endif
