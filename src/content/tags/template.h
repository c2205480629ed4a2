/* SPDX-License-Identifier: MIT
 * template: a site's own tags, as the config has them. */
#ifndef FEEDMILL_CONTENT_TAGS_TEMPLATE_H
#define FEEDMILL_CONTENT_TAGS_TEMPLATE_H

#include "content/tags/tag_put.h"

/* Whether all templates of the config can be: each is text, its braces are
 * closed, what they hold is a name, a number, inner, permalink:N or title:N.
 * Reports what cannot. */
bool templates_check(const struct config *c, struct diags *diags);

/* The template for a tag, or NULL. */
const struct value *template_find(const struct config *c, str name);
bool template_has_inner(const struct value *template);

/* Appends the template with its braces filled: {0}, {src} are arguments,
 * {inner} is what the tag holds, {permalink:0} and {title:0} are of the post
 * that an argument names. Inserted text is not expanded again. An argument
 * that is missing is a warning, unless it has a '?' behind its name. */
bool template_put(struct body *b, const struct value *template,
    const struct tag_call *t, struct buf *out);

#endif
