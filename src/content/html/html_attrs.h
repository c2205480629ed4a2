/* SPDX-License-Identifier: MIT
 * html_attrs: which attributes reach the feed, and with which values. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_ATTRS_H
#define FEEDMILL_CONTENT_HTML_HTML_ATTRS_H

#include "base/core/buf.h"
#include "base/core/str.h"

struct html_policy;

struct html_attr {
	str name; /* lower case */
	str value;
};
struct html_attrs {
	struct html_attr *list;
	size_t count;
};

/* The value of an attribute, or NULL where there is none. */
const str *html_attr_find(const struct html_attrs *attrs, const char *name);
/* Whether the class attribute has one of several words. */
bool html_attr_has_class(const struct html_attrs *attrs, str words);
/* Moves data-src, data-original and the like, from which a script would load the
 * picture, to src, and data-srcset to srcset. Feed rule 29. */
void html_attrs_unlazy(struct html_attrs *attrs);

/* Appends cleaned text, escaped so that it may stand in an element and in a
 * quoted attribute. */
void html_add_text(struct buf *out, str text);

/* Appends the attributes that an element of that name may have, each with a
 * space before it. `tmp` is a buffer to work in. True: they have a reference
 * (href, src, srcset), or an id to link to. */
bool html_attrs_write(struct buf *out, str element,
    const struct html_attrs *attrs, const struct html_policy *p,
    struct buf *tmp);

#endif
