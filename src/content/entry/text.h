/* SPDX-License-Identifier: MIT
 * text: the text of a post as HTML. */
#ifndef FEEDMILL_CONTENT_ENTRY_TEXT_H
#define FEEDMILL_CONTENT_ENTRY_TEXT_H

#include "content/html/html.h"
#include "content/tags/body.h"

/* Appends the HTML of the post's text, from its body or, where the config says
 * so, from its page. *source becomes the text that was rendered, expanded: see
 * text_render; empty if it was the page's. False: there is none, which is
 * reported. */
bool text_make(struct buf *html, struct body *b, str *source,
    const struct html_policy *policy);
/* The same for a part of that text. */
void text_render(struct buf *html, str source, struct body *b,
    const struct html_policy *policy);
/* The same for Markdown of the front matter. */
void text_render_markdown(struct buf *html, str markdown, struct body *b,
    const struct html_policy *policy);

#endif
