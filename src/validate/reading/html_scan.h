/* SPDX-License-Identifier: MIT
 * html_scan: the tags of an HTML text, one after the other, as a browser's
 * tokenizer finds them. HTML Living Standard, section 13.2.5. */
#ifndef FEEDMILL_VALIDATE_READING_HTML_SCAN_H
#define FEEDMILL_VALIDATE_READING_HTML_SCAN_H

#include "base/core/str.h"

struct html_scan {
	str text;
	size_t at;      /* what was not read yet */
	size_t open_at; /* a tag that does not end; or STR_NONE */
};

struct html_tag {
	str name;       /* as it is written */
	bool is_end;    /* "</p>" */
	bool is_closed; /* "<p/>", once its attributes are read */
	size_t at;      /* the byte of its '<' */
	str rest;       /* of the text, from what follows the name on */
};

struct html_attribute {
	str name;
	str value;      /* as it is written, without quotes */
};

struct html_scan html_scan_begin(str text);
/* The next tag; comments and what only looks like a tag are passed over. */
bool html_scan_tag(struct html_scan *s, struct html_tag *tag);
/* The next attribute of a tag. */
bool html_scan_attribute(struct html_tag *tag, struct html_attribute *a);
/* Goes on behind a tag, with its attributes read or not. */
void html_scan_past(struct html_scan *s, struct html_tag *tag);
/* Goes on at the end tag of an element without tags in it. */
void html_scan_raw(struct html_scan *s, str name);

#endif
