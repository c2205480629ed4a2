/* SPDX-License-Identifier: MIT
 * html: what authors write as HTML, made safe and sound for readers. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_H
#define FEEDMILL_CONTENT_HTML_HTML_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct footnote_anchors;
struct html_node;

/* What a reference is for, so that the resolver can judge its scheme. */
enum link_use {
	LINK_PAGE,  /* a person follows it: href, cite, longdesc */
	LINK_MEDIA, /* a reader loads it: src, srcset, poster, iframe, object */
};

/* How a formula is written. */
enum html_math {
	HTML_MATH_MATHML, /* <math>, with its TeX or text as alttext */
	HTML_MATH_TEX,    /* \(x^2\), if its TeX is known, else text */
	HTML_MATH_TEXT,   /* x^2 */
};

struct html_policy {
	/* Appends the absolute URL of `ref` to `out`. False: the reference
	 * must be dropped, and the callback has said why. `ref` is trimmed;
	 * it may be empty or begin with '#'. */
	bool (*resolve)(void *ctx, str ref, enum link_use use,
	    struct buf *out);
	void *ctx;               /* of resolve */
	const str *iframe_hosts; /* these, and hosts below them, may stay in
	                          * an iframe; others become a link */
	size_t n_iframe_hosts;
	str id_prefix; /* put before each id, and the name of an anchor,
	                * unless it is there; empty: they are dropped */
	/* Where pages of the site have footnotes, for the Markdown of their
	 * posts; NULL: links to them stay within the entry. */
	const struct footnote_anchors *footnotes;
	enum html_math math;
	bool is_page; /* the HTML is of a page of the site and not an author's:
	               * its navigation is left out */
};

/* Appends to `out` a fragment made of `html`: balanced, of safe elements and
 * attributes only, with every reference resolved, and such that an HTML
 * parser reads it without a parse error and to the same tree. Sanitizing the
 * result again changes nothing. What it needs while it works is taken from
 * `scratch`. False, and nothing is written: elements are nested too deeply, or
 * too many are left open. */
bool html_sanitize(struct buf *out, str html, const struct html_policy *p,
    struct arena *scratch);

/* The same for the contents of a node of a tree (html_tree.h). */
bool html_sanitize_tree(struct buf *out, const struct html_node *root,
    const struct html_policy *p, struct arena *scratch);

/* Appends the text of HTML that html_sanitize refused, as one paragraph.
 * References stay as they are. */
void html_bare(struct buf *out, str html, const struct html_policy *p,
    struct arena *scratch);

/* Appends the text of a fragment, for titles and summaries: tags of elements
 * that HTML knows are left out, with what scripts and styles hold, character
 * references are decoded, white space is collapsed and trimmed. What only
 * looks like an element (`Vec<T>`, `<your-name>`) stays. A fragment that
 * html_sanitize would refuse is taken as plain text. */
void html_text(struct buf *out, str html, struct arena *scratch);

/* The same for HTML that html_sanitize wrote, or that cmark made of Markdown
 * without raw HTML. It needs no parser, as all tags and references in it have
 * the same form. */
void html_text_clean(struct buf *out, str html);

/* Appends text escaped for HTML: & < > and ". */
void html_escape(struct buf *out, str text);

#endif
