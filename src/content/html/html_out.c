/* SPDX-License-Identifier: MIT
 * html_out: writing HTML that parsers read back as it was meant.
 *
 * Elements that are written and not yet closed are a stack of levels, as in a
 * parser. Each level has bits for what is open around it, so that it takes no
 * search to tell whether a parser would leave an element where it is. */
#include "content/html/html_out.h"

#include <string.h>

static const struct html_element fragment = {.action = HTML_KEEP};

void
html_out_init(struct html_out *o, struct buf *to,
    const struct html_policy *policy)
{
	/* The levels are 20 KB and are not cleared: most HTML is a line or
	 * two. */
	o->to = to;
	o->policy = policy;
	o->tmp = (struct buf){0};
	o->is_deep = false;
	o->count = 0;
	o->levels[o->count++] = (struct html_level){
		.row = &fragment, .start = to->len, .inside = to->len};
}

void
html_out_free(struct html_out *o)
{
	buf_free(&o->tmp);
}

static const struct html_level *
top_level(const struct html_out *o)
{
	return &o->levels[o->count - 1];
}

uint32_t
html_out_in(const struct html_out *o)
{
	return top_level(o)->in;
}

bool
html_out_in_table(const struct html_out *o)
{
	return top_level(o)->row->holds >= PLACE_TABLE;
}

static const char *
written_name(const struct html_element *row)
{
	return row->written ? row->written : row->name;
}

static void
close_level(struct html_out *o)
{
	buf_add(o->to, S("</"));
	buf_add(o->to, str_of(written_name(top_level(o)->row)));
	buf_addc(o->to, '>');
	o->count--;
}

/* Ends the open paragraph, or removes it where it is empty. */
static void
close_paragraph(struct html_out *o)
{
	if (o->to->len > top_level(o)->inside) {
		close_level(o);
		return;
	}
	o->to->len = top_level(o)->start;
	o->count--;
}

static bool
fits_in(const struct html_out *o, const struct html_element *row, uint32_t in)
{
	if (in & row->not_in)
		return false;
	if (row->place == PLACE_FLOW)
		return !html_out_in_table(o);
	return row->place == top_level(o)->row->holds;
}

bool
html_out_fit(struct html_out *o, const struct html_element *row)
{
	uint32_t in = top_level(o)->in;

	if (fits_in(o, row, in))
		return true;
	/* To close a p that is not the innermost element would split the
	 * elements in it. */
	if (!(top_level(o)->row->opens & IN_P) ||
	    !fits_in(o, row, in & ~(uint32_t)IN_P))
		return false;
	close_paragraph(o);
	return true;
}

static void
push_level(struct html_out *o, const struct html_element *row,
    const void *key, size_t start)
{
	if (o->count > HTML_MAX_DEPTH) {
		o->is_deep = true;
		return;
	}
	o->levels[o->count] = (struct html_level){
		.row = row,
		.key = key,
		.start = start,
		.inside = o->to->len,
		.in = (top_level(o)->in & ~row->hides) | row->opens,
	};
	o->count++;
}

bool
html_out_start(struct html_out *o, const struct html_element *row,
    const struct html_attrs *attrs, const void *key)
{
	size_t start = o->to->len;
	str name = str_of(written_name(row));
	bool useful;

	buf_addc(o->to, '<');
	buf_add(o->to, name);
	useful = html_attrs_write(o->to, name, attrs, o->policy, &o->tmp);
	if (row->needs_url && !useful) {
		o->to->len = start;
		return false;
	}
	buf_add(o->to, row->is_void ? S(" />") : S(">"));
	if (!row->is_void)
		push_level(o, row, key, start);
	return true;
}

bool
html_out_end(struct html_out *o, const void *key)
{
	if (top_level(o)->key != key)
		return false;
	close_level(o);
	return true;
}

static bool
is_pre(const struct html_element *row)
{
	return row->name && strcmp(written_name(row), "pre") == 0;
}

/* Doubles a line feed right behind <pre>: parsers drop the first one. */
static void
keep_line_feed(struct buf *out, size_t at)
{
	if (out->ptr[at] != '\n')
		return;
	buf_addc(out, '\n');
	memmove(out->ptr + at + 1, out->ptr + at, out->len - at - 1);
}

void
html_out_text(struct html_out *o, str text)
{
	size_t at = o->to->len;

	if (html_out_in_table(o) && str_trim(text).len > 0)
		return;
	html_add_text(o->to, text);
	if (at == top_level(o)->inside && at < o->to->len &&
	    is_pre(top_level(o)->row))
		keep_line_feed(o->to, at);
}

void
html_out_gap(struct html_out *o)
{
	if (o->to->len > top_level(o)->inside &&
	    !char_is_space(o->to->ptr[o->to->len - 1]))
		html_out_text(o, S("\n"));
}
