/* SPDX-License-Identifier: MIT
 * markdown: CommonMark with GitHub's extensions to HTML. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_H

#include "content/html/html.h"

/* What a rendering has left out; the zero value: nothing. */
struct markdown_end {
	bool is_deep;  /* raw HTML, which is nested too deeply */
	bool is_wide;  /* the tables, since a row has too many columns */
	const char *excess; /* all, since this is more than a limit: "more than
	                     * 10000 images" */
};

/* Appends the HTML of a text in the flavour (FLAVOUR_ bits): tables, footnotes,
 * and task lists, whose boxes become the characters for them, since readers
 * drop form controls. URLs are what policy->resolve makes of them; raw HTML
 * is sanitized by that policy. The result is a balanced fragment. */
struct markdown_end markdown_render(struct buf *out, str text,
    unsigned flavour, const struct html_policy *policy,
    struct arena *scratch);

/* Appends a text, one line that is no Markdown, with the quotes, dashes and
 * ellipses that markdown_render would make of its plain ones. */
void markdown_smart(struct buf *out, str text);

#endif
