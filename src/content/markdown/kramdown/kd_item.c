/* SPDX-License-Identifier: MIT
 * kd_item: the text of an item of a list, or of a definition. */
#include "content/markdown/kramdown/kd_item.h"

#include "content/markdown/kramdown/kd_scan.h"

static void
add(struct kd_pieces *t, str s)
{
	if (t->cap - t->len < s.len) {
		size_t cap = t->cap * 2 + s.len + 64;

		t->ptr = t->ptr ? arena_more(t->arena, t->ptr, t->cap, cap)
		    : arena_bytes(t->arena, cap);
		t->cap = cap;
	}
	if (s.len)
		memcpy(t->ptr + t->len, s.ptr, s.len);
	t->len += s.len;
}

static void
add_spaces(struct kd_pieces *t, size_t n)
{
	const str spaces = S("                                ");

	for (; n > 32; n -= 32)
		add(t, spaces);
	add(t, str_sub(spaces, 0, n));
}

void
kd_item_begin(struct kd_item *it, size_t indent)
{
	const char *p = it->p, *ial = kd_item_ial(p, it->end);
	size_t column = indent;

	/* A line of nothing, or of an attribute list. */
	if (kd_skip_blanks(p, it->end) == it->end || ial == it->end) {
		it->indent = 4;
		return;
	}
	for (; p < it->end && (*p == ' ' || *p == '\t'); p++)
		column += *p == '\t' ? 4 - column % 4 : 1;
	it->indent = column;
	p = ial ? ial : kd_skip_blanks(p, it->end);
	add(&it->text, (str){p, (size_t)(it->end - p)});
}

static bool
has_text(const char *p, const char *end)
{
	return kd_skip_blanks(p, end) < end;
}

/* Where an item's text begins in a line that is indented for it; or NULL. */
static const char *
content(const struct kd_item *it)
{
	size_t tabs = it->indent / 4, spaces = it->indent % 4;
	const char *p = it->p, *q;

	while (tabs > 0 && (q = kd_indent(p, it->end)) != NULL) {
		p = q;
		tabs--;
	}
	if (tabs > 0)
		return NULL;
	q = kd_spaces(p, it->end, (int)spaces);
	if ((size_t)(q - p) < spaces)
		q = kd_indent(p, it->end);
	return q && has_text(q, it->end) ? q : NULL;
}

/* Whether a line goes on with an item though it is not indented. */
static bool
is_lazy(const struct kd_item *it)
{
	int most = it->indent < 3 ? (int)it->indent : 3;
	str body;

	return has_text(it->p, it->end) &&
	    !kd_ial(it->p, it->end, most, &body) &&
	    !kd_html_edge(it->p, it->end, most);
}

/* Whether a text begins with a list, its first line being p to end behind
 * `spaces` spaces. */
static bool
begins_list(size_t spaces, const char *p, const char *end)
{
	return spaces < 4 && kd_any_marker(p, end) &&
	    (size_t)(kd_spaces(p, end, 3) - p) + spaces < 4;
}

void
kd_item_add_line(struct kd_item *it, bool *has_list)
{
	const char *p = it->p;
	size_t spaces = 0, own = it->indent;
	bool found, begins;

	for (; p < it->end && *p == '\t'; p++)
		spaces += 4;
	while (spaces < own && p < it->end && *p == ' ') {
		p++;
		spaces++;
	}
	found = spaces >= own;
	if (found)
		spaces -= own;
	begins = has_list && (found || *has_list) &&
	    begins_list(spaces, p, it->end);
	if (begins && found && !*has_list) {
		it->split = it->text.len;
		*has_list = true;
	} else if (begins && !found)
		spaces += own + 4;
	add_spaces(&it->text, spaces);
	add(&it->text, (str){p, (size_t)(it->end - p)});
}

void
kd_item_add(struct kd_item *it, str text)
{
	add(&it->text, text);
}

bool
kd_item_takes(const struct kd_item *it, bool is_behind_blank)
{
	return content(it) || (!is_behind_blank && is_lazy(it));
}

int
kd_item_most(size_t indent)
{
	return indent < 4 && indent > 0 ? (int)indent - 1 : 3;
}
