/* SPDX-License-Identifier: MIT
 * summary: the summary of a post that does not give one. */
#ifndef FEEDMILL_CONTENT_ENTRY_SUMMARY_H
#define FEEDMILL_CONTENT_ENTRY_SUMMARY_H

#include "content/html/html.h"

/* Offset of the excerpt mark in a Markdown text, or STR_NONE: <!--more-->
 * in any case and with blanks (DIALECTS.md D1), or such a comment with the word
 * `own`, which may be NULL. Marks in a code block of Markdown do not count. */
size_t summary_mark(str text, const char *own, bool is_html, struct arena *a);

/* Appends the text of the first paragraph of HTML that is as
 * html_text_clean wants it, or of all of it where there is no paragraph; of
 * more than `most` words, at least one, only those, and an ellipsis. */
void summary_first_paragraph(struct buf *out, str html, size_t most);

#endif
