/* SPDX-License-Identifier: MIT
 * old_xml: reads published files that are XML.
 *
 * The reader goes from one '<' to the next, and keeps the names of the open
 * elements. In a feed that is not well-formed, an end tag also closes the
 * elements that are still open inside. */
#include "feed/formats/old_xml.h"

#include <string.h>

#include "base/core/buf.h"
#include "base/text/scan.h"

enum { MOST_OPEN = 64 };

enum { ATOM = 1, RSS = 2 };

/* The elements of an entry to read, by the kind of feed they are in. */
static const struct {
	str name;
	int in;
	enum old_field field;
} elements[] = {
	{S_INIT("id"), ATOM, OLD_ID},
	{S_INIT("guid"), RSS, OLD_ID},
	{S_INIT("link"), ATOM | RSS, OLD_LINK},
	{S_INIT("title"), ATOM | RSS, OLD_TITLE},
	{S_INIT("published"), ATOM, OLD_PUBLISHED},
	{S_INIT("issued"), ATOM, OLD_PUBLISHED},
	{S_INIT("updated"), ATOM, OLD_UPDATED},
	{S_INIT("modified"), ATOM, OLD_UPDATED},
	{S_INIT("pubDate"), RSS, OLD_PUBLISHED},
	{S_INIT("dc:date"), ATOM | RSS, OLD_PUBLISHED},
	{S_INIT("wp:post_type"), RSS, OLD_TYPE},
	{S_INIT("wp:status"), RSS, OLD_STATUS},
	{S_INIT("blogger:type"), ATOM, OLD_TYPE},
	{S_INIT("blogger:status"), ATOM, OLD_STATUS},
	{S_INIT("blogger:filename"), ATOM, OLD_LINK},
};

struct walk {
	struct old_feed *feed;
	struct arena *arena;
	str text;
	size_t at;
	str open[MOST_OPEN];   /* names of elements */
	size_t depth;
	bool has_root;
	int in;                /* of the entry that is open; 0: none is */
	size_t entry;          /* its depth */
	str prefix;            /* of its name: "atom:", or empty */
	str raw[OLD_FIELDS];
	enum old_field field;  /* that is open, at entry + 1; OLD_FIELDS: no
	                        * field */
	size_t from;           /* where its text begins */
	bool no_quote[2];      /* the rest of the text has no " or ' */
};

/* ---- elements ---- */

static str
local_name(str name)
{
	return str_from(name, str_rchr(name, ':') + 1);
}

static enum old_field
field_of(const struct walk *w, str name)
{
	if (w->prefix.len && str_starts(name, w->prefix))
		name = str_from(name, w->prefix.len);
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		if ((elements[i].in & w->in) && str_eq(name, elements[i].name))
			return elements[i].field;
	return OLD_FIELDS;
}

static void
end_entry(struct walk *w)
{
	if (w->in)
		old_feed_add(w->feed, w->arena, w->raw);
	memset(w->raw, 0, sizeof w->raw);
	w->in = 0;
	w->field = OLD_FIELDS;
}

/* The value of an attribute; `name` ends with "=". */
static str
attribute(str tag, str name)
{
	for (;;) {
		size_t at = str_find(tag, name);
		bool is_whole = at != STR_NONE && at > 0 &&
		    char_is_space(tag.ptr[at - 1]);
		char quote;

		if (at == STR_NONE || at + name.len >= tag.len)
			return (str){0};
		tag = str_from(tag, at + name.len);
		quote = tag.ptr[0];
		if (is_whole && (quote == '"' || quote == '\'')) {
			tag = str_from(tag, 1);
			return str_sub(tag, 0, str_chr(tag, quote));
		}
	}
}

/* Reads an alternate link: other links, as to comments, do not lead to the
 * entry. */
static void
read_href(struct walk *w, str tag)
{
	str href = attribute(tag, S("href="));
	str rel = attribute(tag, S("rel="));

	if (href.len && w->raw[OLD_LINK].len == 0 &&
	    (rel.len == 0 || str_eq(rel, S("alternate"))))
		w->raw[OLD_LINK] = href;
}

/* Ends the open field at `to`. Ignores all but the first element of a name. */
static void
end_field(struct walk *w, size_t to)
{
	str raw = str_sub(w->text, w->from, to - w->from);

	if (w->field != OLD_FIELDS && w->raw[w->field].len == 0)
		w->raw[w->field] = raw;
	w->field = OLD_FIELDS;
}

static void
begin_entry(struct walk *w, str name, str tag)
{
	str local = local_name(name);

	w->in = str_eq(local, S("entry")) ? ATOM
	    : str_eq(local, S("item")) ? RSS : 0;
	w->entry = w->depth;
	w->prefix = str_sub(name, 0, name.len - local.len);
	/* RSS 1.0, section 5.5: readers identify an item by it. */
	if (w->in == RSS)
		w->raw[OLD_ID] = attribute(tag, S("rdf:about="));
}

/* Reads a link of the feed itself to a page with older entries. */
static void
read_page(struct walk *w, str name, str tag)
{
	str rel = attribute(tag, S("rel="));

	if (!str_eq(local_name(name), S("link")))
		return;
	if (str_eq(rel, S("next")))
		w->feed->next = attribute(tag, S("href="));
	if (str_eq(rel, S("prev-archive")))
		w->feed->archive = attribute(tag, S("href="));
}

static bool
is_feed(str name)
{
	str local = local_name(name);

	return str_eq(local, S("feed")) || str_ieq(local, S("rss")) ||
	    str_eq(local, S("RDF"));
}

static void
start_element(struct walk *w, str name, str tag, size_t after)
{
	bool is_empty = str_ends(tag, S("/"));

	if (!w->has_root) {
		w->has_root = true;
		w->feed->kind = is_feed(name) ? OLD_FEED : OLD_OTHER;
		w->feed->is_cut = is_feed(name) && !is_empty;
	}
	if (w->in == 0) {
		read_page(w, name, tag);
		begin_entry(w, name, tag);
	} else if (w->depth == w->entry + 1) {
		w->field = field_of(w, name);
		w->from = after;
		if (w->field == OLD_LINK && w->in == ATOM)
			read_href(w, tag);
		if (is_empty)
			w->field = OLD_FIELDS;
	}
	if (is_empty && w->in && w->depth == w->entry)
		end_entry(w);
	else if (!is_empty && w->depth < MOST_OPEN)
		w->open[w->depth++] = name;
}

/* Ends the innermost element of that name, and all that is in it. */
static void
end_element(struct walk *w, str name, size_t before)
{
	size_t depth = w->depth;

	while (depth && !str_eq(w->open[depth - 1], name))
		depth--;
	if (depth == 0)
		return;
	w->depth = depth - 1;
	if (w->in && w->depth == w->entry + 1)
		end_field(w, before);
	if (w->in && w->depth <= w->entry)
		end_entry(w);
	if (w->depth == 0)
		w->feed->is_cut = false;
}

/* ---- tags ---- */

/* Moves past the next `what`, or to the end if there is none. */
static void
skip_past(struct walk *w, str what)
{
	size_t n = str_find(str_from(w->text, w->at), what);

	w->at = n == STR_NONE ? w->text.len : w->at + n + what.len;
}

/* A DOCTYPE ends after its declarations, which hold other '>'. */
static void
skip_declaration(struct walk *w)
{
	str rest = str_from(w->text, w->at);
	size_t end = str_chr(rest, '>');

	if (str_chr(str_sub(rest, 0, end), '[') != STR_NONE)
		skip_past(w, S("]"));
	skip_past(w, S(">"));
}

/* The offset of the '>' that ends the tag at w->at, or STR_NONE. Skips a '>' in
 * a quoted value, if the quotes are closed. */
static size_t
tag_end(struct walk *w)
{
	size_t at = w->at;

	while (at < w->text.len && w->text.ptr[at] != '>') {
		char c = w->text.ptr[at++];
		bool *none = &w->no_quote[c == '\''];
		size_t close;

		if ((c != '"' && c != '\'') || *none)
			continue;
		close = str_chr(str_from(w->text, at), c);
		if (close == STR_NONE)
			*none = true;
		else
			at += close + 1;
	}
	return at < w->text.len ? at : STR_NONE;
}

static str
name_at(str tag)
{
	size_t n = 0;

	while (n < tag.len && !char_is_space(tag.ptr[n]) && tag.ptr[n] != '/')
		n++;
	return str_sub(tag, 0, n);
}

static void
read_tag(struct walk *w)
{
	bool ends = w->text.ptr[w->at] == '/';
	size_t before = w->at - 1, close = tag_end(w);
	str tag;

	if (close == STR_NONE) {
		w->at = w->text.len;
		return;
	}
	tag = str_sub(w->text, w->at + ends, close - w->at - ends);
	w->at = close + 1;
	if (ends)
		end_element(w, name_at(tag), before);
	else
		start_element(w, name_at(tag), tag, w->at);
}

/* Reads what follows a '<', at w->at. */
static void
read_markup(struct walk *w)
{
	str rest = str_from(w->text, w->at);
	char c = rest.len ? rest.ptr[0] : '\0';

	if (str_starts(rest, S("!--")))
		skip_past(w, S("-->"));
	else if (str_starts(rest, S("![CDATA[")))
		skip_past(w, S("]]>"));
	else if (c == '!')
		skip_declaration(w);
	else if (c == '?')
		skip_past(w, S("?>"));
	else if (c == '/' || c == '_' || char_is_alpha(c))
		read_tag(w);
}

/* ---- texts ---- */

/* Takes a reference and appends its character. References that XML does not
 * define stay as they are. */
static void
add_reference(struct buf *out, str *rest)
{
	static const struct {
		str name;
		char c;
	} names[] = {
		{S_INIT("&lt;"), '<'}, {S_INIT("&gt;"), '>'},
		{S_INIT("&amp;"), '&'}, {S_INIT("&quot;"), '"'},
		{S_INIT("&apos;"), '\''},
	};
	str before = *rest;
	uint32_t rune;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (scan_text(rest, names[i].name)) {
			buf_addc(out, names[i].c);
			return;
		}
	if (scan_reference(rest, &rune) && rune && rune <= 0x10FFFF)
		buf_add_rune(out, rune);
	else {
		buf_addc(out, '&');
		*rest = str_from(before, 1);
	}
}

/* Takes a CDATA section and appends its text, or skips a comment or a tag. */
static void
add_markup(struct buf *out, str *rest)
{
	str text;

	if (scan_text(rest, S("<![CDATA["))) {
		scan_past(rest, S("]]>"), &text);
		buf_add(out, text);
	} else
		scan_past(rest, str_starts(*rest, S("<!--")) ? S("-->")
		    : S(">"), NULL);
}

str
old_xml_text(struct arena *a, str raw)
{
	struct buf out = {0};
	str text;

	raw = str_trim(raw);
	text = scan_until(&raw, "<&");
	if (raw.len == 0)
		return text;
	buf_add(&out, text);
	while (raw.len) {
		if (raw.ptr[0] == '&')
			add_reference(&out, &raw);
		else
			add_markup(&out, &raw);
		buf_add(&out, scan_until(&raw, "<&"));
	}
	text = arena_str(a, str_trim(buf_str(&out)));
	buf_free(&out);
	return text;
}

void
old_xml_read(struct old_feed *f, struct arena *a, str text)
{
	struct walk w = {.feed = f, .arena = a, .text = text,
		.field = OLD_FIELDS};

	if (text.ptr[f->at] != '<')
		return;
	f->kind = OLD_BLANK;
	f->text = old_xml_text;
	while (w.at < text.len) {
		size_t n = str_chr(str_from(text, w.at), '<');

		if (n == STR_NONE)
			break;
		if (!w.has_root)
			f->at = w.at + n;
		w.at += n + 1;
		read_markup(&w);
		if (w.has_root && f->kind == OLD_OTHER)
			return;
	}
	end_entry(&w);
}
