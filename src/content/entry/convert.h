/* SPDX-License-Identifier: MIT
 * convert: the text of posts that are neither Markdown nor HTML, by the programs
 * of content.convert. */
#ifndef FEEDMILL_CONTENT_ENTRY_CONVERT_H
#define FEEDMILL_CONTENT_ENTRY_CONVERT_H

#include "content/html/html.h"
#include "content/tags/body.h"

/* What a program made of a post. */
struct converted {
	bool failed;
	str text;   /* HTML; why, if it failed */
};

/* Checks content.convert; false if it is wrong, which is reported. */
bool convert_check(const struct config *c, struct diags *diags);

/* Whether the text of a post at that path is neither Markdown nor HTML, and is
 * not taken from its page. */
bool convert_is_for(const struct config *c, str path);
/* The value of content.convert for it, or NULL. */
const struct value *convert_command(const struct config *c, str path);

/* Runs the program for a post. Not in a process of the crew, which may not.
 * `is_free`: without confinement. Everything is in the arena. */
struct converted convert_post(const struct config *c, str path, bool is_free,
    struct arena *a);

/* Appends what is the text in the HTML of a program, made safe, without the title
 * and what the front matter said. */
bool convert_write(struct buf *out, const struct converted *v, struct body *b,
    const struct html_policy *policy);

#endif
