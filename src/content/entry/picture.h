/* SPDX-License-Identifier: MIT
 * picture: the picture of an entry. */
#ifndef FEEDMILL_CONTENT_ENTRY_PICTURE_H
#define FEEDMILL_CONTENT_ENTRY_PICTURE_H

#include <stdint.h>

#include "base/core/str.h"

struct body;
struct links;

struct picture {
	str url;                /* absolute; empty: there is none */
	str type;               /* "image/png", or empty: not known */
	uint32_t width, height; /* in pixels; 0: not known */
	bool is_shown;          /* the text has it */
};

/* Finds the picture that the front matter of the post names; or, where
 * b->env->pictures is set, the first in the text that is more than an ornament.
 * `html` is the text as readers get it. Type and size are read from the file,
 * if the site's files are here. */
void picture_find(struct picture *out, struct body *b,
    const struct links *links, str html);

#endif
