/* SPDX-License-Identifier: MIT
 * markdown: CommonMark with GitHub's extensions to HTML. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_H

#include "content/html/html.h"

/* Appends the HTML of a text: tables, strikethrough, bare URLs, footnotes,
 * and task lists, whose boxes become the characters for them, since readers
 * drop form controls. URLs are what policy->resolve makes of them; raw HTML
 * is sanitized by that policy. `smart` is for quotes and dashes. The result
 * is a balanced fragment. False: raw HTML is nested too deeply, and was
 * left out. */
bool markdown_render(struct buf *out, str text, bool smart,
    const struct html_policy *policy, struct arena *scratch);

/* Appends a text, one line that is no Markdown, with the quotes, dashes and
 * ellipses that markdown_render would make of its plain ones. */
void markdown_smart(struct buf *out, str text);

#endif
