/* SPDX-License-Identifier: MIT
 * html_elements: what becomes of each element, and where it may stand. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_ELEMENTS_H
#define FEEDMILL_CONTENT_HTML_HTML_ELEMENTS_H

#include <stdint.h>

#include "base/core/str.h"

enum html_action {
	HTML_UNWRAP, /* its tags go, its children stay; unknown ones too */
	HTML_DROP,   /* it goes with all it holds */
	HTML_KEEP,
	HTML_EMBED, /* a foreign document: kept or made a link */
};

/* Where it must stand, and what may stand in it. A parser moves elements
 * that are elsewhere, and text in the table parts. */
enum html_place {
	PLACE_FLOW,    /* most elements, and text */
	PLACE_RUBY,    /* as flow, and rt, rp */
	PLACE_MEDIA,   /* as flow, and source, track */
	PLACE_TABLE,   /* captions and groups of rows and columns */
	PLACE_GROUP,   /* rows */
	PLACE_ROW,     /* cells */
	PLACE_COLUMNS, /* col */
};

/* Open elements that decide how a parser reads what they contain. */
enum {
	IN_P = 1 << 0,
	IN_A = 1 << 1,
	IN_HEADING = 1 << 2,
	IN_LI = 1 << 3,
	IN_DD = 1 << 4, /* dd or dt */
	IN_B = 1 << 5,
	IN_BIG = 1 << 6,
	IN_CODE = 1 << 7,
	IN_EM = 1 << 8,
	IN_I = 1 << 9,
	IN_S = 1 << 10,
	IN_SMALL = 1 << 11,
	IN_STRIKE = 1 << 12,
	IN_STRONG = 1 << 13,
	IN_TT = 1 << 14,
	IN_U = 1 << 15,
};

struct html_element {
	const char *name;
	enum html_action action;
	const char *written;     /* the name in feeds; NULL: the same */
	bool is_void;            /* has neither children nor an end tag */
	bool needs_url;          /* is nothing without its reference */
	bool is_line;            /* text before and after it is apart */
	enum html_place place;   /* where it must stand */
	enum html_place holds;   /* what may stand in it */
	uint32_t opens;          /* IN_ bits that hold inside it */
	uint32_t hides;          /* IN_ bits that do not */
	uint32_t not_in;         /* IN_ bits under which it may not stand */
};

/* The row of an element by its name in lower case, or NULL. */
const struct html_element *html_element_find(const char *name);
/* The same by its name in any case. */
const struct html_element *html_element_named(str name);

#endif
