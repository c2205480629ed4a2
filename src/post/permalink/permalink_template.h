/* SPDX-License-Identifier: MIT
 * permalink_template: Eleventy's permalinks, "/blog/{{ page.fileSlug }}/". */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_TEMPLATE_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_TEMPLATE_H

#include "post/permalink/permalink.h"

/* Appends the template with its {{ expressions }} evaluated: page.fileSlug,
 * page.filePathStem, page.date and keys of the front matter, with the filters
 * for addresses that Liquid and Nunjucks share. Drops index.html at the end.
 * False: *unknown is the expression or tag that only Eleventy can evaluate;
 * else it is empty. */
bool permalink_fill(struct buf *out, str template,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown);

#endif
