/* SPDX-License-Identifier: MIT
 * convert: runs the programs of content.convert on posts that are neither
 * Markdown nor HTML. */
#ifndef FEEDMILL_CONTENT_ENTRY_CONVERT_H
#define FEEDMILL_CONTENT_ENTRY_CONVERT_H

#include "content/html/html.h"
#include "content/tags/body.h"

/* The output of a converter for a post. */
struct converted {
	bool failed;
	str text;   /* HTML; if it failed, the reason */
};

/* Checks content.convert. False: it is wrong, which is reported. */
bool convert_check(const struct config *c, struct diags *diags);

/* Whether the post at this path is neither Markdown nor HTML, and
 * content.source does not take its text from its page. */
bool convert_is_for(const struct config *c, str path);
/* The value of content.convert for the format of this path, or NULL. */
const struct value *convert_command(const struct config *c, str path);

/* Runs the program for a post. Do not call it in a process of the crew, which
 * has no right to execute. `is_free`: the program is not confined. All memory
 * is in the arena. */
struct converted convert_post(const struct config *c, str path, bool is_free,
    struct arena *a);

/* Appends the text from the HTML of a program, made safe, without the title and
 * the fields of the front matter. False: the program failed, which is
 * reported. */
bool convert_write(struct buf *out, const struct converted *v, struct body *b,
    const struct html_policy *policy);

#endif
