/* SPDX-License-Identifier: MIT
 * tag_put: the handlers that write what a tag becomes in feeds. */
#ifndef FEEDMILL_CONTENT_TAGS_TAG_PUT_H
#define FEEDMILL_CONTENT_TAGS_TAG_PUT_H

#include "content/tags/body.h"
#include "content/tags/tag.h"

/* One use of a tag. */
struct tag_call {
	const struct tag *tag;
	struct tag_args args;
	str inner;       /* what it holds, expanded */
	bool is_alone;   /* nothing else is on its lines */
	bool in_html;    /* the text is HTML, not Markdown */
	bool in_code;    /* it must give text, no markup */
	str indent;      /* what its line begins with; added lines begin with
	                  * it too, to stay in the same list or quote */
	bool says_markdown; /* an element holds Markdown only if it says so */
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
	bool is_mdx;      /* indentation makes no code */
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
/* Reports that a tag has no `what`. False, for handlers to return. */
bool tag_lacks(struct body *b, const struct tag_call *t, const char *what);
/* Reports that a tag names a post that does not exist. */
void tag_warn_target(struct body *b, const struct tag_call *t, str ref);

/* The member of the front matter, or NULL. */
const struct value *body_value(struct body *b, str key);
/* The text of a member of the front matter, or of a member of that, such as
 * "cover.alt". False: there is no text of that name. */
bool body_find_text(struct body *b, str name, str *text);

/* Appends text so that neither Markdown nor HTML nor a template language sees
 * markup in it, in an attribute or out of one. */
void tag_escape(struct buf *out, str text);
/* Appends ` name="value"`, unless the value is empty. */
void tag_attr(struct buf *out, const char *name, str value);
/* Appends a link; an empty text is replaced by the address. */
void tag_link(struct buf *out, str url, str text);
/* Appends `open`, what the tag holds as blocks of their own if it has lines,
 * and `close`. */
void tag_wrap(struct buf *out, const struct tag_call *t, str open, str close);

/* Where Markdown or HTML expects a reference next, appends one that leads
 * nowhere, so that only the text of the link stays. False: it expects none. */
bool tag_put_nowhere(struct buf *out);

/* The handlers, by file. */
tag_put tag_put_media, tag_put_gist, tag_put_tweet,
    tag_put_qr;                                        /* tag_media.c */
tag_put tag_put_highlight, tag_put_codeblock,
    tag_put_include_code;                              /* tag_code.c */
tag_put tag_put_ref, tag_put_relref, tag_put_link, tag_put_post_link,
    tag_put_asset_path, tag_put_asset_link;            /* tag_refs.c */
tag_put tag_put_figure, tag_put_img, tag_put_asset_img; /* tag_image.c */
tag_put tag_put_details, tag_put_blockquote, tag_put_pullquote,
    tag_put_param;                                     /* tag_text.c */
tag_put tag_put_capture;                               /* liquid.c */

#endif
