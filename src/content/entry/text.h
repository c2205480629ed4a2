/* SPDX-License-Identifier: MIT
 * text: makes HTML from the text of a post. */
#ifndef FEEDMILL_CONTENT_ENTRY_TEXT_H
#define FEEDMILL_CONTENT_ENTRY_TEXT_H

#include "content/html/html.h"
#include "content/tags/body.h"

/* Appends the HTML of the post's text: from its body, from the output of a
 * converter, or from its page. *source becomes the expanded body, for
 * text_render; it is left alone in the other cases. False: there is no text,
 * which is reported. */
bool text_make(struct buf *html, struct body *b, str *source,
    const struct html_policy *policy);
/* Appends the HTML of a part of `source`, Markdown or HTML like the file. */
void text_render(struct buf *html, str source, struct body *b,
    const struct html_policy *policy);
/* Appends the HTML of Markdown, such as a text of the front matter. */
void text_render_markdown(struct buf *html, str markdown, struct body *b,
    const struct html_policy *policy);

#endif
