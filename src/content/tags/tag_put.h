/* SPDX-License-Identifier: MIT
 * tag_put: what readers get for a tag. */
#ifndef FEEDMILL_CONTENT_TAGS_TAG_PUT_H
#define FEEDMILL_CONTENT_TAGS_TAG_PUT_H

#include "content/tags/body.h"
#include "content/tags/tag.h"

/* One use of a tag. */
struct tag_call {
	const struct tag *tag;
	struct tag_args args;
	str inner;       /* what it holds, expanded */
	bool has_inner;
	bool is_alone;   /* nothing else is on its lines */
	bool in_code;    /* text is wanted, no markup */
	str indent;      /* what its line begins with: lines that are added
	                  * must too, to stay in the same list or quote */
};

/* Appends Markdown or HTML. False, and nothing is written: readers get
 * nothing for it, and the reason has been reported. */
typedef bool tag_put(struct body *b, const struct tag_call *t,
    struct buf *out);

/* How tags are written. */
struct liquid_unknown;
struct tag_language {
	tag_next *next;
	enum tag_arg_style args;
	const char *word; /* how messages call a tag */
	bool has_flow;    /* conditions, loops and assignments */
	bool has_html;    /* elements are tags, too, but not in code */
	bool (*put)(struct body *b, const struct tag_call *t, struct buf *out,
	    struct liquid_unknown *unknown); /* of TAG_OUTPUT; or NULL */
};

/* The language of a syntax; NULL: there are no tags. */
const struct tag_language *tag_language_find(enum tag_syntax syntax);
/* The row of a tag that is built into the generator, or NULL; `rows` end in one
 * without a name, or are NULL. */
const struct tag_row *tag_row_find(const struct tag_row *rows, str name);
/* What writes tags of a meaning; NULL for MEANS_NOTHING. */
tag_put *tag_handler(enum tag_meaning meaning);

/* Reports a warning at a tag; after some of a post only that there are more. */
void body_warn(struct body *b, diag_code code, size_t offset,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The member of the front matter, or NULL. */
const struct value *body_value(struct body *b, str key);

/* Appends text so that neither Markdown nor HTML nor a template language sees
 * markup in it, in an attribute or out of one. */
void tag_escape(struct buf *out, str text);
/* Appends ` name="value"`, unless the value is empty. */
void tag_attr(struct buf *out, const char *name, str value);
/* Appends a link; without a text the address is its own. */
void tag_link(struct buf *out, str url, str text);
/* Appends `open`, what the tag holds as blocks of their own if it has lines,
 * and `close`. */
void tag_wrap(struct buf *out, const struct tag_call *t, str open, str close);

/* Where a link or a picture is wanted next, appends a reference that leads
 * nowhere, so that its text is what stays; else false, and nothing. */
bool tag_put_nowhere(struct buf *out);

/* The site's path without '/' at its end: "", "/blog". */
str site_base(const struct config *c);
/* The site's URL without that path. */
str site_origin(const struct config *c);

/* The handlers, by file. */
tag_put put_media, put_gist, put_tweet, put_qr;              /* tag_media.c */
tag_put put_highlight, put_codeblock, put_include_code;      /* tag_code.c */
tag_put put_ref, put_relref, put_post_url, put_link, put_post_link,
    put_asset_path, put_asset_link;                          /* tag_refs.c */
tag_put put_figure, put_img, put_asset_img;                  /* tag_image.c */
tag_put put_details, put_blockquote, put_pullquote, put_param;
                                                             /* tag_text.c */
tag_put put_capture;                                         /* liquid.c */

#endif
