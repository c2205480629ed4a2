/* SPDX-License-Identifier: MIT
 * node_html: writes nodes as HTML. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_NODE_HTML_H
#define FEEDMILL_CONTENT_MARKDOWN_NODE_HTML_H

#include "content/html/html.h"
#include "content/markdown/node.h"

/* Appends a node and all in it, in the form that cmark gives its HTML. URLs are
 * what policy->resolve makes of them; where it drops one, the text stays. HTML
 * that the author wrote is as it was: only where node_needs_parser says so. */
void node_html(struct buf *out, const struct node *n,
    const struct html_policy *policy);

#endif
