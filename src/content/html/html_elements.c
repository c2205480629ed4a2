/* SPDX-License-Identifier: MIT
 * html_elements: what becomes of each element, and where it may stand.
 *
 * An allow list: an element without a row is unwrapped. The kept ones are
 * those that both the W3C feed validator accepts and readers show; the rest
 * of each row says which trees the HTML parsing algorithm ("in body" and the
 * table modes) reads back as they were written. */
#include "content/html/html_elements.h"

#include <stdlib.h>
#include <string.h>

#define DROP(n) {.name = n, .action = HTML_DROP}
#define UNWRAP_LINE(n) {.name = n, .action = HTML_UNWRAP, .is_line = true}
#define EMBED(n) {.name = n, .action = HTML_EMBED}
#define INLINE(n) {.name = n, .action = HTML_KEEP}
/* A formatting element. Parsers reopen those, and forget the fourth of a kind;
 * one inside another of its kind changes nothing. */
#define FORMAT(n, bit) \
	{.name = n, .action = HTML_KEEP, .opens = bit, .not_in = bit}
/* A block ends an open p. */
#define LINE(n) \
	{.name = n, .action = HTML_KEEP, .is_line = true, .not_in = IN_P}
/* A block in which parsers do not search for an li, dd or dt around it that a
 * new one would close ("special" in the specification; not so in all parsers
 * for the ones that are LINE). */
#define BLOCK(n) \
	{.name = n, .action = HTML_KEEP, .is_line = true, .not_in = IN_P, \
	 .hides = IN_LI | IN_DD}
#define HEADING(n) \
	{.name = n, .action = HTML_KEEP, .is_line = true, \
	 .opens = IN_HEADING, .not_in = IN_P | IN_HEADING}
#define DEFINITION(n) \
	{.name = n, .action = HTML_KEEP, .is_line = true, .opens = IN_DD, \
	 .hides = IN_LI, .not_in = IN_P | IN_DD}
#define PRE(n) \
	{.name = n, .action = HTML_KEEP, .written = "pre", .is_line = true, \
	 .not_in = IN_P, .hides = IN_LI | IN_DD}
#define MEDIA(n) {.name = n, .action = HTML_KEEP, .holds = PLACE_MEDIA}
#define SOURCE(n) \
	{.name = n, .action = HTML_KEEP, .is_void = true, \
	 .needs_url = true, .place = PLACE_MEDIA}
#define RUBY(n) {.name = n, .action = HTML_KEEP, .place = PLACE_RUBY}
#define TABLE_PART(n, in, has) \
	{.name = n, .action = HTML_KEEP, .is_line = true, .place = in, \
	 .holds = has}
/* Parsers do not search for open elements outside of a cell or caption. */
#define CELL(n, in) \
	{.name = n, .action = HTML_KEEP, .is_line = true, .place = in, \
	 .hides = IN_P | IN_LI | IN_DD}

/* Sorted by name. An element that only loses its tags has a row if its text is
 * a line of its own. */
static const struct html_element elements[] = {
	{.name = "a", .action = HTML_KEEP, .needs_url = true,
	 .opens = IN_A, .not_in = IN_A},
	INLINE("abbr"),
	INLINE("acronym"),
	LINE("address"),
	DROP("applet"),
	DROP("area"),
	BLOCK("article"),
	BLOCK("aside"),
	MEDIA("audio"),
	FORMAT("b", IN_B),
	DROP("base"),
	DROP("basefont"),
	INLINE("bdi"),
	INLINE("bdo"),
	DROP("bgsound"),
	FORMAT("big", IN_BIG),
	BLOCK("blockquote"),
	{.name = "br", .action = HTML_KEEP, .is_void = true, .is_line = true},
	DROP("button"),
	CELL("caption", PLACE_TABLE),
	BLOCK("center"),
	INLINE("cite"),
	FORMAT("code", IN_CODE),
	{.name = "col", .action = HTML_KEEP, .is_void = true,
	 .place = PLACE_COLUMNS},
	TABLE_PART("colgroup", PLACE_TABLE, PLACE_COLUMNS),
	DROP("command"),
	INLINE("data"),
	DROP("datalist"),
	DEFINITION("dd"),
	INLINE("del"),
	BLOCK("details"),
	INLINE("dfn"),
	UNWRAP_LINE("dialog"),
	BLOCK("dir"),
	LINE("div"),
	BLOCK("dl"),
	DEFINITION("dt"),
	FORMAT("em", IN_EM),
	EMBED("embed"),
	UNWRAP_LINE("fieldset"),
	LINE("figcaption"),
	BLOCK("figure"),
	BLOCK("footer"),
	UNWRAP_LINE("form"),
	DROP("frame"),
	DROP("frameset"),
	HEADING("h1"),
	HEADING("h2"),
	HEADING("h3"),
	HEADING("h4"),
	HEADING("h5"),
	HEADING("h6"),
	DROP("head"),
	BLOCK("header"),
	LINE("hgroup"),
	{.name = "hr", .action = HTML_KEEP, .is_void = true, .is_line = true,
	 .not_in = IN_P},
	FORMAT("i", IN_I),
	EMBED("iframe"),
	{.name = "img", .action = HTML_KEEP, .is_void = true,
	 .needs_url = true},
	DROP("input"),
	INLINE("ins"),
	DROP("isindex"),
	INLINE("kbd"),
	DROP("keygen"),
	UNWRAP_LINE("legend"),
	{.name = "li", .action = HTML_KEEP, .is_line = true, .opens = IN_LI,
	 .hides = IN_DD, .not_in = IN_P | IN_LI},
	DROP("link"),
	PRE("listing"),
	LINE("main"),
	INLINE("mark"),
	BLOCK("menu"),
	DROP("menuitem"),
	DROP("meta"),
	BLOCK("nav"),
	DROP("noembed"),
	DROP("noframes"),
	{.name = "noscript", .action = HTML_UNWRAP},
	EMBED("object"),
	BLOCK("ol"),
	DROP("optgroup"),
	DROP("option"),
	{.name = "p", .action = HTML_KEEP, .is_line = true, .opens = IN_P,
	 .not_in = IN_P},
	DROP("param"),
	MEDIA("picture"),
	PRE("plaintext"),
	PRE("pre"),
	INLINE("q"),
	RUBY("rp"),
	RUBY("rt"),
	{.name = "ruby", .action = HTML_KEEP, .holds = PLACE_RUBY},
	FORMAT("s", IN_S),
	INLINE("samp"),
	DROP("script"),
	BLOCK("section"),
	DROP("select"),
	FORMAT("small", IN_SMALL),
	SOURCE("source"),
	INLINE("span"),
	FORMAT("strike", IN_STRIKE),
	FORMAT("strong", IN_STRONG),
	DROP("style"),
	INLINE("sub"),
	LINE("summary"),
	INLINE("sup"),
	DROP("svg"),
	{.name = "table", .action = HTML_KEEP, .is_line = true,
	 .holds = PLACE_TABLE, .hides = IN_LI | IN_DD, .not_in = IN_P},
	TABLE_PART("tbody", PLACE_TABLE, PLACE_GROUP),
	CELL("td", PLACE_ROW),
	DROP("template"),
	DROP("textarea"),
	TABLE_PART("tfoot", PLACE_TABLE, PLACE_GROUP),
	CELL("th", PLACE_ROW),
	TABLE_PART("thead", PLACE_TABLE, PLACE_GROUP),
	INLINE("time"),
	DROP("title"),
	TABLE_PART("tr", PLACE_GROUP, PLACE_ROW),
	SOURCE("track"),
	FORMAT("tt", IN_TT),
	FORMAT("u", IN_U),
	BLOCK("ul"),
	INLINE("var"),
	MEDIA("video"),
	{.name = "wbr", .action = HTML_KEEP, .is_void = true},
	PRE("xmp"),
};

static int
compare_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct html_element *)row)->name);
}

const struct html_element *
html_element_find(const char *name)
{
	return bsearch(name, elements, sizeof elements / sizeof elements[0],
	    sizeof elements[0], compare_name);
}

const struct html_element *
html_element_named(str name)
{
	char lower[16] = "";

	if (name.len >= sizeof lower)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = char_lower(name.ptr[i]);
	return html_element_find(lower);
}
