/* SPDX-License-Identifier: MIT
 * html_check: HTML in feeds: whether it is safe, sound and of use there.
 *
 * It is read as tags, from front to end, against a stack of what is open; a
 * tree is not made of it. */
#ifndef FEEDMILL_VALIDATE_TYPES_HTML_CHECK_H
#define FEEDMILL_VALIDATE_TYPES_HTML_CHECK_H

#include "validate/types/type.h"

/* Judges the value as HTML. Feed rules 23 to 27. */
void html_check(const struct subject *s);

/* Judges one element by its name in lower case; `at` is where it is. */
void html_check_element(const struct subject *s, str name, size_t at);
/* Judges one attribute, whose value has no references any more. */
void html_check_attribute(const struct subject *s, str element, str name,
    str value, size_t at);

/* Whether HTML has an element of that name, in any case. */
bool html_is_element(str name);

/* The address of the feed that an HTML page links to, as it is written; in
 * `out`. False: to none. */
bool html_find_feed(str page, struct buf *out);

#endif
