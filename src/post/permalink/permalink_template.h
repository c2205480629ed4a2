/* SPDX-License-Identifier: MIT
 * permalink_template: Eleventy's permalinks, "/blog/{{ page.fileSlug }}/". */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_TEMPLATE_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_TEMPLATE_H

#include "post/permalink/permalink.h"

/* Appends the template with its {{ expressions }} filled in: page.fileSlug,
 * page.filePathStem, page.date and what the front matter says, with the
 * filters that both Liquid and Nunjucks have for addresses. The index.html at
 * the end is left out, as browsers do without it. False: *unknown is the
 * expression, or the tag, that only Eleventy could fill in; else it is empty. */
bool permalink_fill(struct buf *out, str template,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown);

#endif
