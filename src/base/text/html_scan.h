/* SPDX-License-Identifier: MIT
 * html_scan: the tags of an HTML text, as a browser's tokenizer finds them.
 * HTML Living Standard, section 13.2.5. */
#ifndef FEEDMILL_BASE_TEXT_HTML_SCAN_H
#define FEEDMILL_BASE_TEXT_HTML_SCAN_H

#include "base/core/str.h"

struct html_scan {
	str text;
	size_t at;      /* byte where the next tag is looked for */
	size_t open_at; /* of a tag without '>'; or STR_NONE */
};

struct html_tag {
	str name;       /* as written */
	bool is_end;    /* "</p>" */
	bool is_closed; /* "<p/>"; known once its attributes were read */
	size_t at;      /* byte of its '<' */
	str rest;       /* the text from behind the name on */
};

struct html_attribute {
	str name;
	str value;      /* as written, without quotes */
};

struct html_scan html_scan_begin(str text);
/* The next tag. False: there is none. Comments, declarations and a '<' that
 * begins no tag are skipped. */
bool html_scan_tag(struct html_scan *s, struct html_tag *tag);
/* The next attribute of a tag. */
bool html_scan_attribute(struct html_tag *tag, struct html_attribute *a);
/* The value of an attribute, as written; empty if the tag lacks it. */
str html_scan_value(struct html_tag tag, str name);
/* Goes to the end of a tag, with its attributes read or not. */
void html_scan_past(struct html_scan *s, struct html_tag *tag);
/* Goes to the end tag of an element that holds no tags, such as script. */
void html_scan_raw(struct html_scan *s, str name);

#endif
