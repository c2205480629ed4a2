/* SPDX-License-Identifier: MIT
 * walk: the state while the tags of one text are expanded: the output, and the
 * tags that are open. */
#include "content/tags/walk.h"

#include "content/codes/content_codes.h"
#include "content/markdown/lines.h"

/* The innermost frame, or NULL. */
static const struct walk_frame *
top_frame(const struct walk *w)
{
	return w->depth ? &w->frames[w->depth - 1] : NULL;
}

/* ---- where a tag stands ---- */

bool
walk_is_alone(const struct walk *w, size_t start, size_t end)
{
	return lines_begins(w->body->text, start) &&
	    lines_ends(w->body->text, end);
}

const struct code_range *
walk_code_at(const struct walk *w, const struct tag *t)
{
	return code_map_at(&w->code, t->start);
}

bool
walk_is_in_code(const struct walk *w, const struct tag *t)
{
	return walk_code_at(w, t) || w->code_depth;
}

/* ---- in the text ---- */

void
walk_pass(struct walk *w, const struct tag *t)
{
	w->at = t->end;
	while (t->trim_after && w->at < w->body->text.len &&
	    char_is_space(w->body->text.ptr[w->at]))
		w->at++;
}

void
walk_skip_to(struct walk *w, size_t tag)
{
	w->at = w->tags.list[tag].start;
	w->next = tag;
}

/* ---- output ---- */

void
walk_put_before(struct walk *w, const struct tag *t)
{
	const struct walk_frame *f = top_frame(w);
	size_t start = f ? f->start : 0;

	if (t->start > w->at)
		buf_add(&w->out,
		    str_sub(w->body->text, w->at, t->start - w->at));
	while (t->trim_before && w->out.len > start &&
	    char_is_space(w->out.ptr[w->out.len - 1]))
		w->out.len--;
	walk_pass(w, t);
}

void
walk_put_source(struct walk *w, const struct tag *t)
{
	buf_add(&w->out,
	    str_sub(w->body->text, t->start, t->end - t->start));
}

void
walk_put_gap(struct walk *w, const struct tag *t)
{
	str text = w->body->text;

	if (walk_is_alone(w, t->start, t->end) && !t->trim_before &&
	    !lines_is_blank_before(text, t->start) &&
	    str_trim(lines_next(text, t->end)).len)
		buf_add(&w->out, S("<!-- -->"));
}

void
walk_put_block_end(struct walk *w, const struct tag *last)
{
	str next = str_trim(lines_next(w->body->text, last->end));

	if (next.len && next.ptr[0] != '<' && next.ptr[0] != '{')
		buf_addc(&w->out, '\n');
}

void
walk_outdent(struct walk *w, const struct tag *t, struct tag_call *call)
{
	const struct code_range *code = walk_code_at(w, t);
	size_t blanks = call->indent.len;

	if (code == NULL || code->kind != CODE_INDENTED ||
	    blanks <= code->indent || w->out.len < blanks)
		return;
	w->out.len -= blanks - code->indent;
	call->indent.len = code->indent;
}

void
walk_drop(struct walk *w, const char *what, str name, const struct tag *t)
{
	drop_counts_add(&w->drops, &(struct dropped){.what = what,
		.name = name, .offset = t->start}, w->body->arena);
}

/* ---- open tags ---- */

void
walk_open(struct walk *w, size_t i, bool is_code, size_t branch)
{
	if (w->depth < WALK_MOST_DEPTH) {
		w->frames[w->depth++] =
		    (struct walk_frame){i, w->out.len, is_code, branch};
		w->code_depth += is_code;
		return;
	}
	if (!w->is_too_deep)
		body_warn(w->body, DIAG_TAG_LIMIT, w->tags.list[i].start,
		    "tags are nested more than %d deep", WALK_MOST_DEPTH);
	w->is_too_deep = true;
}

bool
walk_close(struct walk *w, const struct tag *closer, str *inner)
{
	const struct walk_frame *f = top_frame(w);

	if (f == NULL || f->tag != closer->partner)
		return false;
	w->depth--;
	if (f->branch != TAG_NO_PARTNER)
		return false;
	*inner = arena_str(
	    w->body->arena, str_from(buf_str(&w->out), f->start));
	w->out.len = f->start;
	w->code_depth -= f->is_code;
	return true;
}

bool
walk_skip_branches(struct walk *w, size_t i)
{
	const struct walk_frame *f = top_frame(w);

	if (f == NULL || f->branch != i || w->tags.list[f->tag].partner == i)
		return false;
	walk_skip_to(w, w->tags.list[f->tag].partner);
	return true;
}
