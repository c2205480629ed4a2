/* SPDX-License-Identifier: MIT
 * markdown_source: the text of a post as Markdown that stands by itself. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_SOURCE_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_SOURCE_H

#include "content/html/html.h"

/* Appends a Markdown text with the URLs that policy->resolve makes of its
 * references, and with sanitized HTML in place of each block that holds raw
 * HTML. A text that needs neither stays as its author wrote it. */
void markdown_source(struct buf *out, str text, unsigned flavour,
    const struct html_policy *policy, struct arena *scratch);

#endif
