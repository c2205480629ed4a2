/* SPDX-License-Identifier: MIT
 * final: what is done once all blocks and spans are read. */
#include "content/markdown/kramdown/kd.h"

struct finish {
	struct kd *kd;
	struct kd_note *first, **last; /* footnotes, as they are referred to */
	int count;
};

/* ---- abbreviations ---- */

static bool
is_word(char c)
{
	return char_is_alnum(c) || c == '_';
}

/* The longest abbreviation that stands at s, with no word behind it. */
static const struct kd_abbr *
abbr_at(const struct kd *k, str s)
{
	const struct kd_abbr *a = k->abbr_by_byte[(unsigned char)s.ptr[0]];

	for (; a; a = a->next)
		if (str_starts(s, a->id) &&
		    (s.len == a->id.len || !is_word(s.ptr[a->id.len])))
			return a;
	return NULL;
}

/* Adds a text with its abbreviations to `to`. */
static void
add_abbrs(struct kd *k, struct node *to, str text)
{
	const struct kd_abbr *a;
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		struct node *n;

		if ((i > from && is_word(text.ptr[i - 1])) ||
		    (a = abbr_at(k, str_from(text, i))) == NULL)
			continue;
		node_add_text(k->tree, to, str_sub(text, from, i - from));
		n = node_add(k->tree, to, NODE_ABBR);
		n->info = a->title;
		node_add_text(k->tree, n, str_sub(text, i, a->id.len));
		from = i + a->id.len;
		i = from - 1;
	}
	node_add_text(k->tree, to, str_from(text, from));
}

static bool
has_abbr(const struct kd *k, str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((i == 0 || !is_word(text.ptr[i - 1])) &&
		    abbr_at(k, str_from(text, i)))
			return true;
	return false;
}

static void
set_abbrs(struct kd *k, struct node *n)
{
	str text = n->text;

	if (!has_abbr(k, text))
		return;
	n->text = (str){0};
	n->kind = NODE_RAW;
	add_abbrs(k, n, text);
	node_unwrap(n);
}

/* ---- footnotes ---- */

static void
number(struct finish *f, struct node *ref)
{
	struct kd_note *note = table_find(&f->kd->notes, ref->info);

	if (note == NULL)
		return;
	if (note->note == NULL) {
		note->note = note->content;
		note->note->info = note->name;
		note->note->level = ++f->count;
		note->note->count = 0;
		*f->last = note;
		f->last = &note->next;
	}
	ref->level = note->note->level;
	ref->count = note->note->count++;
}

/* ---- all of it ---- */

static bool
is_dropped(struct finish *f, const struct node *n)
{
	if (n->kind == NODE_LIST && n->count & IAL_TOC && !f->kd->has_toc) {
		f->kd->has_toc = true;
		return true;
	}
	return n->kind == NODE_BLANK || n->kind == NODE_MARK ||
	    (n->kind == NODE_HTML && n->text.len == 0);
}

static void
finish(struct finish *f, struct node *el)
{
	for (struct node *n = el->first, *next; n; n = next) {
		next = n->next;
		if (is_dropped(f, n)) {
			node_unlink(n);
			continue;
		}
		if (n->kind == NODE_TEXT && n->prev &&
		    n->prev->kind == NODE_BREAK &&
		    str_starts(n->text, S("\n")))
			n->text = str_from(n->text, 1);
		if (n->kind == NODE_NOTE_REF)
			number(f, n);
		else if (n->kind == NODE_TEXT && f->kd->n_abbrs &&
		    !n->is_head)
			set_abbrs(f->kd, n);
		else
			finish(f, n);
	}
}

void
kd_finish(struct kd *k, struct node *root)
{
	struct finish f = {.kd = k};
	struct node *notes;

	f.last = &f.first;
	finish(&f, root);
	if (f.first == NULL)
		return;
	notes = node_add(k->tree, root, NODE_NOTES);
	/* More may be added as their own references are met. */
	for (struct kd_note *n = f.first; n; n = n->next) {
		node_append(notes, n->note);
		kd_spans_read(k, n->note);
		finish(&f, n->note);
	}
}
