/* SPDX-License-Identifier: MIT
 * liquid_filters: filters of Liquid and Nunjucks. */
#ifndef FEEDMILL_CONTENT_TAGS_LIQUID_FILTERS_H
#define FEEDMILL_CONTENT_TAGS_LIQUID_FILTERS_H

#include "content/tags/body.h"
#include "content/tags/tag.h"

/* Separates the members of a list. */
#define LIQUID_COMMA "\x1f"

/* Appends what the filter of that name makes of a text. False, and nothing is
 * written: there is no such filter. */
bool liquid_filter(struct body *b, str name, const struct tag_args *args,
    str text, struct buf *out);

#endif
