/* SPDX-License-Identifier: MIT
 * entry: a post as readers get it. */
#ifndef FEEDMILL_CONTENT_ENTRY_ENTRY_H
#define FEEDMILL_CONTENT_ENTRY_ENTRY_H

#include "base/core/markup.h"
#include "content/entry/attachments.h"
#include "content/tags/body.h"
#include "content/entry/episode_files.h"
#include "content/entry/picture.h"
#include "content/entry/replies.h"

struct entry {
	const struct post *post;
	str title;             /* text */
	struct markup content; /* the full text; empty where only summaries
	                        * are wanted */
	str summary;           /* text; the title, where there is no other */
	bool summary_is_all;   /* the content says no more */
	str external_url;      /* what it is about, in a link blog; or empty */
	struct markup mark;    /* then: the link to its own page, which the
	                        * content ends with */
	str source;            /* the full text as Markdown, where the config
	                        * asks for it; or empty */
	struct picture image;  /* url is empty where there is none */
	const struct attachment *attachments; /* files that go with it */
	size_t n_attachments;
	const struct reply *replies; /* what it replies to */
	size_t n_replies;
	const struct episode_files *episode; /* what goes with it where it is
	                        * one of a podcast; or NULL */
	bool is_episode;       /* in the feed at hand; set by its writer */
	str feed_language;     /* of the feeds at hand; set by their writer */
};

/* The title of a post as text (feed rule 5); a title that is only tags stays as
 * it is. It may be in `a`. */
str entry_title(const struct post *p, const struct config *c,
    struct arena *a);

/* Renders a post: makes the HTML and the summary from its text, whose file is
 * read again, or from its page. With `full` the HTML becomes the content. Texts
 * live in `a` and in env->html. False: the file can no longer be read, or its
 * page lacks the text; reported to `diags`. */
bool entry_render(struct entry *e, const struct post *p, bool full,
    const struct body_env *env, struct arena *a, struct diags *diags);

/* Appends the summary as HTML, with the mark where it stands alone. */
void entry_summary_html(struct buf *out, const struct entry *e);

#endif
