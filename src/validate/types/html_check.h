/* SPDX-License-Identifier: MIT
 * html_check: HTML in feeds: unsafe or unknown elements, links that lead
 * nowhere, tags that are not closed.
 *
 * It reads the tags in order and keeps a stack of the open ones, not a tree. */
#ifndef FEEDMILL_VALIDATE_TYPES_HTML_CHECK_H
#define FEEDMILL_VALIDATE_TYPES_HTML_CHECK_H

#include "validate/types/type.h"

/* Judges the value as HTML. Feed rules 23 to 27. */
void html_check(const struct subject *s);

/* Judges one element by its name; `at` is its byte in the value. */
void html_check_element(const struct subject *s, str name, size_t at);
/* Judges one attribute, whose value is decoded. */
void html_check_attribute(const struct subject *s, str element, str name,
    str value, size_t at);

/* Whether HTML has an element of that name, in any case. */
bool html_check_is_element(str name);

/* Appends the address of the feed that an HTML page links to, as it stands
 * there. False: it links to none. */
bool html_check_find_feed(str page, struct buf *out);

#endif
