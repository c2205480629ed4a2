/* SPDX-License-Identifier: MIT
 * footnotes: links to footnotes, as the page of a post has them.
 *
 * cmark renders footnotes in one way only and has no hook for their anchors, so
 * its HTML is read. A reference is
 *
 *     <sup class="footnote-ref"><a href="#fn-NAME" id="fnref-NAME-2"
 *     data-footnote-ref>1</a></sup>
 *
 * and in an <li id="fn-NAME"> of the section at the end there is for each of
 * them a link <a href="#fnref-NAME-2" class="footnote-backref" ...>. */
#include "content/markdown/footnotes.h"

#include "base/text/pattern.h"
#include "base/core/buf.h"
#include "generators/generator.h"

#define REF_OPEN S("<sup class=\"footnote-ref\"><a href=\"#fn-")
#define REF_ID S("\" id=\"fnref-")
#define REF_END S("\" data-footnote-ref>")
#define SECTION S("<section class=\"footnotes\" data-footnotes>")
#define NOTE_OPEN S("<li id=\"fn-")
#define NOTE_END S("\">")
#define BACK_OPEN S("<a href=\"#fnref-")
#define BACK_END S("\" class=\"footnote-backref\"")

/* A reference, or the link back from one. */
struct ref {
	str name;   /* of the footnote, as cmark escapes it */
	str number; /* that is shown */
	size_t n;   /* from 1: which of those of that footnote it is */
};

struct reader {
	struct footnotes *all;
	size_t section;         /* offset of where the footnotes are */
	const struct ref *note; /* the one at hand, there */
	size_t backs;           /* links back from it so far */
};

/* Takes a part and `end`, which begins with the quote behind the part: in names
 * quotes are escaped. */
static bool
take_until(str *rest, str end, str *part)
{
	size_t at = str_chr(*rest, '"');

	if (at == STR_NONE || !str_starts(str_from(*rest, at), end))
		return false;
	*part = str_sub(*rest, 0, at);
	*rest = str_from(*rest, at + end.len);
	return true;
}

/* Reads the reference that begins at html, behind REF_OPEN. */
static bool
read_ref(str html, struct ref *r)
{
	str id;

	*r = (struct ref){.n = 1};
	if (!take_until(&html, REF_ID, &r->name) ||
	    !take_until(&html, REF_END, &id))
		return false;
	r->number = str_sub(html, 0, str_chr(html, '<'));
	return true;
}

void
footnotes_read(struct footnotes *f, str html)
{
	size_t at;

	while (f->to && (at = str_find(html, REF_OPEN)) != STR_NONE) {
		struct ref *ref = arena_alloc(f->arena, sizeof *ref);
		void **first;

		html = str_from(html, at + REF_OPEN.len);
		if (!read_ref(html, ref))
			continue;
		first = table_at(&f->names, ref->name);
		if (*first == NULL)
			*first = ref;
	}
}

/* The last one: raw HTML in the text may have such a section too. */
size_t
footnotes_section(str html)
{
	size_t last = html.len, from = 0, at;

	while ((at = str_find(str_from(html, from), SECTION)) != STR_NONE) {
		last = from + at;
		from = last + SECTION.len;
	}
	return last;
}

static void
add_anchor(struct buf *out, const char *pattern, const struct ref *r,
    struct arena *a)
{
	const struct pattern_var vars[] = {
		{"name", r->name}, {"lower", arena_lower(a, r->name)},
		{"number", r->number}, {"n", arena_printf(a, "%zu", r->n)},
		{"before", arena_printf(a, "%zu", r->n - 1)}};
	str bad;

	if (*pattern == '\0')
		return;
	buf_addc(out, '#');
	pattern_expand(out, str_of(pattern), vars,
	    sizeof vars / sizeof *vars, &bad);
}

/* Appends the new anchor of the reference at html to `anchor`. *old is the text
 * that it replaces. */
static bool
lead_ref(struct reader *r, str html, struct buf *anchor, str *old)
{
	struct ref ref;

	if (!read_ref(str_from(html, REF_OPEN.len), &ref))
		return false;
	*old = str_sub(html, REF_OPEN.len - 4, 4 + ref.name.len);
	add_anchor(anchor, r->all->to->note, &ref, r->all->arena);
	return true;
}

/* The same for a link back. */
static bool
lead_back(struct reader *r, str html, struct buf *anchor, str *old)
{
	str rest = str_from(html, BACK_OPEN.len), id;
	struct ref ref;

	if (r->note == NULL || !take_until(&rest, BACK_END, &id))
		return false;
	ref = *r->note;
	ref.n = ++r->backs;
	*old = str_sub(html, BACK_OPEN.len - 7, 7 + id.len);
	add_anchor(anchor, ref.n > 1 ? r->all->to->again : r->all->to->ref,
	    &ref, r->all->arena);
	return true;
}

static void
enter_note(struct reader *r, str html)
{
	str rest = str_from(html, NOTE_OPEN.len), name;

	if (!take_until(&rest, NOTE_END, &name))
		return;
	r->note = table_find(&r->all->names, name);
	r->backs = 0;
}

/* The same for the tag at an offset. False: it is not to be changed. */
static bool
lead_tag(struct reader *r, str html, size_t at, struct buf *anchor, str *old)
{
	bool in_section = at >= r->section;

	html = str_from(html, at);
	if (str_starts(html, REF_OPEN))
		return lead_ref(r, html, anchor, old);
	if (in_section && str_starts(html, NOTE_OPEN))
		enter_note(r, html);
	return in_section && str_starts(html, BACK_OPEN) &&
	    lead_back(r, html, anchor, old);
}

str
footnotes_lead(struct footnotes *f, str html, size_t section)
{
	struct reader r = {.all = f, .section = section};
	struct buf out = {0}, anchor = {0};
	size_t from = 0;

	if (f->names.count == 0)
		return html;
	for (size_t at = 0; at < html.len; at++) {
		str old = {0};

		if (html.ptr[at] != '<')
			continue;
		buf_reset(&anchor);
		if (!lead_tag(&r, html, at, &anchor, &old))
			continue;
		buf_add(&out, str_sub(html, from,
		    (size_t)(old.ptr - html.ptr) - from));
		buf_add(&out, buf_str(&anchor));
		from = (size_t)(old.ptr - html.ptr) + old.len;
	}
	buf_add(&out, str_from(html, from));
	buf_free(&anchor);
	return buf_move(&out, f->arena);
}

void
footnotes_free(struct footnotes *f)
{
	table_free(&f->names);
}
