/* SPDX-License-Identifier: MIT
 * body: expands the tags and attribute lists of the generator in a post.
 *
 * All tags are found, and openers matched with closers. Then the text is
 * written anew from its beginning to its end. What a tag holds is written like
 * any text; at the closer it is taken back from the output and given to the
 * tag's handler. So nothing recurses, and what was written is not scanned
 * again. Lists of attributes are stripped last, as generators read Markdown
 * after templates.
 *
 * In code, a tag that would give markup is not expanded, and neither is an
 * unknown one: there the post shows how the tag is written. */
#include "content/tags/body.h"

#include <stdarg.h>
#include <stdint.h>

#include "base/core/utf8.h"
#include "content/codes/content_codes.h"
#include "content/links/wiki_links.h"
#include "content/markdown/attributes.h"
#include "content/markdown/containers.h"
#include "content/markdown/flavour.h"
#include "content/markdown/lines.h"
#include "content/tags/flow.h"
#include "content/tags/liquid.h"
#include "content/tags/mdx.h"
#include "content/tags/template.h"
#include "content/tags/walk.h"

enum {
	MOST_OUTPUT = 16 * 1024 * 1024, /* bytes of the expanded text */
	MOST_TAGS = 10000,
};

/* ---- reports ---- */

void
body_warn(struct body *b, diag_code code, size_t offset,
    const char *fmt, ...)
{
	struct mark at = {0};
	va_list ap;
	str message;

	if (b->base != STR_NONE && !diags_is_full(b->diags, code))
		at = mark_of(b->src->text, b->base + offset);
	va_start(ap, fmt);
	message = arena_vprintf(b->arena, fmt, ap);
	va_end(ap);
	diag_add(b->diags, code, b->src, at, "%.*s", STR_ARG(message));
}

/* ---- tags ---- */

/* What a tag's name stands for. */
struct meaning {
	const struct value *template; /* of the site; or NULL */
	const struct tag_row *row;    /* or NULL */
};

static struct meaning
find_meaning(const struct walk *w, const struct tag *t, str *first)
{
	const struct config *c = w->body->env->config;
	struct meaning m = {template_find(c, t->name), NULL};

	/* `include x.html` may have a template called x.html. */
	*first = (str){0};
	if (m.template == NULL && str_eq(t->name, S("include"))) {
		struct tag_args args = tag_args_parse(
		    t->args, w->language->args, w->body->arena);

		*first = tag_arg(&args, "file", 0);
		m.template = template_find(c, *first);
	}
	if (m.template == NULL)
		m.row = tag_row_find(w->rows, t->name);
	return m;
}

/* Whether a tag is not expanded because it stands in code. A tag that holds
 * code is expanded although it is indented: indented code of Markdown was not
 * meant. */
static bool
is_kept_in_code(const struct walk *w, const struct tag *t,
    const struct meaning *m)
{
	const struct code_range *code = walk_code_at(w, t);

	if (code == NULL && w->code_depth == 0)
		return false;
	if (m->row && m->row->flags & (TAG_PLAIN | TAG_SILENT))
		return m->row->flags & TAG_SILENT;
	return !(w->code_depth == 0 && code->kind == CODE_INDENTED &&
	    m->row && m->row->flags & TAG_CODE);
}

static bool
put_row(struct walk *w, const struct tag_row *row, const struct tag_call *call)
{
	tag_put *put = tag_handler(row->meaning);

	return put && put(w->body, call, &w->out);
}

/* The call of a tag, which `last` closes, or is. */
static struct tag_call
make_call(const struct walk *w, const struct tag *t, const struct tag *last)
{
	return (struct tag_call){
		.tag = t,
		.is_alone = walk_is_alone(w, t->start, last->end),
		.in_html = w->body->is_html,
		.says_markdown = !w->body->is_html &&
		    flavour_of(w->body->env->config) & FLAVOUR_KRAMDOWN,
		.in_code = walk_is_in_code(w, t),
		.indent = lines_indent(
		    w->body->text, t->start, w->body->arena),
	};
}

/* Writes what readers get for a tag, which `last` closes, or is. */
static void
put_tag(struct walk *w, const struct tag *t, const struct tag *last,
    str inner)
{
	str first;
	struct meaning m = find_meaning(w, t, &first);
	struct tag_call call = make_call(w, t, last);
	bool done, block = m.row && m.row->flags & TAG_BLOCK;

	call.args = tag_args_parse(
	    t->args, w->language->args, w->body->arena);
	if (first.len && call.args.count) {
		call.args.list++;
		call.args.count--;
	}
	call.inner = inner;
	if (m.row && m.row->flags & TAG_CODE)
		walk_outdent(w, t, &call);
	if (m.template)
		done = template_put(w->body, m.template, &call, &w->out);
	else
		done = put_row(w, m.row, &call);
	if (!done)
		walk_put_gap(w, last);
	else if (call.is_alone && (block || (m.template &&
	    str_starts(str_trim(m.template->text), S("<")))))
		walk_put_block_end(w, last);
}

/* Counts a dropped tag. `first` is added to its name: the file of an
 * include. */
static void
drop_unknown(struct walk *w, const struct tag *t, str first)
{
	struct arena *a = w->body->arena;
	struct tag_args args = tag_args_parse(t->args, w->language->args, a);
	bool is_pair = t->partner != TAG_NO_PARTNER;
	str name = t->name;

	if (first.len && args.count) {
		name = arena_printf(
		    a, "%.*s %.*s", STR_ARG(t->name), STR_ARG(first));
		args.list++;
		args.count--;
	}
	drop_counts_add(&w->drops, &(struct dropped){
		.what = w->language->word, .name = name, .offset = t->start,
		.is_pair = is_pair, .hint = flow_is(t->name) ? (str){0}
		    : drop_hint(first.len ? first : t->name, &args, is_pair,
		    a)}, a);
	if (!tag_put_nowhere(&w->out))
		walk_put_gap(w, t);
}

static void expand_tags(struct walk *w);

/* A loop over a list. */
struct loop {
	struct walk *walk;
	str inner; /* the text to repeat */
	str label; /* "[x]:" of the round before; or empty */
	size_t start; /* offset of that round in the output */
};

/* The label "[x]:" of a reference definition; empty if the text is not one. */
static str
label_of(str text)
{
	size_t end;

	text = str_trim(text);
	end = str_find(text, S("]:"));
	return str_starts(text, S("[")) && end != STR_NONE
	    ? str_sub(text, 0, end + 2) : (str){0};
}

/* Expands the text of a loop once. If it defines the same reference as the
 * round before, replaces that round: in kramdown the last definition counts. */
static void
do_round(void *ctx, size_t round)
{
	struct loop *l = ctx;
	struct body *b = l->walk->body;
	struct walk inner = {.body = b, .language = l->walk->language,
		.rows = l->walk->rows};
	str text = b->text, label;
	size_t base = b->base;

	b->text = l->inner;
	b->base = STR_NONE;
	expand_tags(&inner);
	b->text = text;
	b->base = base;
	label = label_of(buf_str(&inner.out));
	if (round && label.len && str_eq(label, l->label))
		l->walk->out.len = l->start;
	l->label = arena_str(b->arena, label);
	l->start = l->walk->out.len;
	if (l->start <= MOST_OUTPUT)
		buf_add(&l->walk->out, buf_str(&inner.out));
	buf_free(&inner.out);
}

/* Repeats the text of a loop over a list that the post has split. False: it is
 * another kind of loop, or within a loop. */
static bool
repeat_loop(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];
	size_t end = w->tags.list[t->partner].start;
	struct loop l = {.walk = w, .inner = str_sub(w->body->text, t->end,
		end - t->end)};
	bool done;

	if (w->body->is_looping)
		return false;
	w->body->is_looping = true;
	done = liquid_loop(w->body, t, do_round, &l);
	w->body->is_looping = false;
	if (done)
		walk_skip_to(w, t->partner);
	return done;
}

/* A condition or a loop: the branch that is shown is written like any text. */
static void
open_flow(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];
	struct flow f;

	if (repeat_loop(w, i))
		return;
	f = flow_decide(w->body, &w->tags, i);
	if (!f.is_known)
		walk_drop(w, "condition of", t->name, t);
	walk_put_gap(w, t);
	if (f.begin == f.end) {
		walk_skip_to(w, t->partner);
		return;
	}
	walk_open(w, i, false, f.end);
	if (f.begin != i) {
		walk_pass(w, &w->tags.list[f.begin]);
		w->next = f.begin + 1;
	}
}

static void
do_assign(struct walk *w, const struct tag *t)
{
	struct liquid_unknown unknown;

	if (!liquid_put_assign(w->body, t, &unknown))
		walk_drop(w, unknown.what, unknown.name, t);
	walk_put_gap(w, t);
}

/* Does conditions, loops and assignments. False: the tag is none. */
static bool
do_flow_tag(struct walk *w, size_t i, const struct meaning *m)
{
	const struct tag *t = &w->tags.list[i];
	bool closed = t->partner != TAG_NO_PARTNER;

	if (!w->language->has_flow || m->template)
		return false;
	if (closed && flow_is(t->name))
		open_flow(w, i);
	else if (!closed &&
	    (str_eq(t->name, S("assign")) || str_eq(t->name, S("set"))))
		do_assign(w, t);
	else
		return false;
	return true;
}

static bool
must_be_closed(const struct meaning *m)
{
	return m->row ? (m->row->flags & TAG_PAIRED) != 0
	              : template_has_inner(m->template);
}

static void
do_open(struct walk *w, size_t i)
{
	struct tag *t = &w->tags.list[i];
	bool closed = t->partner != TAG_NO_PARTNER;
	str first;
	struct meaning m = find_meaning(w, t, &first);
	bool takes_inner;

	if (is_kept_in_code(w, t, &m)) {
		if (closed)
			w->tags.list[t->partner].is_kept = true;
		walk_put_source(w, t);
		return;
	}
	if (do_flow_tag(w, i, &m))
		return;
	if (m.row == NULL && m.template == NULL) {
		drop_unknown(w, t, first);
		return;
	}
	takes_inner = m.row ? m.row->flags & (TAG_PAIRED | TAG_INNER)
	                    : template_has_inner(m.template);
	if (closed && takes_inner)
		walk_open(w, i, m.row && m.row->flags & TAG_CODE,
		    TAG_NO_PARTNER);
	else if (must_be_closed(&m) &&
	    !(t->is_single && w->language->has_html)) {
		body_warn(w->body, DIAG_TAG_OPEN, t->start,
		    "%s '%.*s' is never closed", w->language->word,
		    STR_ARG(t->name));
		walk_put_gap(w, t);
	} else
		put_tag(w, t, t, (str){0});
}

static void
do_close(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];
	str inner;

	if (t->is_kept ||
	    (t->partner == TAG_NO_PARTNER && walk_is_in_code(w, t)))
		walk_put_source(w, t);
	else if (t->partner == TAG_NO_PARTNER) {
		str tag = utf8_prefix(str_sub(w->body->text, t->start,
		    t->end - t->start), 60);

		body_warn(w->body, DIAG_TAG_STRAY, t->start,
		    "'%.*s' closes no %s", STR_ARG(tag), w->language->word);
		walk_put_gap(w, t);
	} else if (walk_close(w, t, &inner))
		put_tag(w, &w->tags.list[t->partner], t, inner);
	else
		walk_put_gap(w, t);
}

static void
do_output(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];
	struct tag_call call = make_call(w, t, t);
	struct liquid_unknown unknown;
	size_t start = w->out.len;

	if (w->language->put(w->body, &call, &w->out, &unknown))
		return;
	w->out.len = start;
	if (call.in_code)
		walk_put_source(w, t);
	else {
		walk_drop(w, unknown.what, unknown.name, t);
		if (!tag_put_nowhere(&w->out))
			walk_put_gap(w, t);
	}
}

/* Whether a comment in braces is the mark that ends a summary. */
static bool
is_summary_mark(const struct walk *w, const struct tag *t)
{
	const char *mark =
	    w->body->env->config->posts.generator->text.summary_mark;
	str s = str_sub(w->body->text, t->start, t->end - t->start);

	if (mark == NULL || !str_starts(s, S("{/*")) || !str_ends(s, S("*/}")))
		return false;
	return str_eq(str_trim(str_sub(s, 3, s.len - 6)), str_of(mark));
}

static void
do_text(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];

	if (t->is_comment && walk_is_in_code(w, t)) {
		walk_put_source(w, t);
		return;
	}
	if (is_summary_mark(w, t))
		buf_add(&w->out, S("<!-- more -->"));
	buf_add(&w->out, t->name);
	buf_add(&w->out, t->text);
	buf_add(&w->out, t->args);
	if (t->name.len + t->text.len == 0)
		walk_put_gap(w, t);
}

static void
do_broken(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];

	if (walk_is_in_code(w, t))
		walk_put_source(w, t);
	else
		body_warn(w->body, DIAG_TAG_OPEN, t->start,
		    "'%.*s' is never closed", STR_ARG(t->text));
}

static void
do_element(struct walk *w, size_t i)
{
	const struct tag *t = &w->tags.list[i];
	struct tag_call call = make_call(w, t, t);

	call.args = tag_args_parse(
	    t->args, w->language->args, w->body->arena);
	mdx_put_element(w->body, &call, &w->out);
}

/* ---- all of it ---- */

static void
expand_tags(struct walk *w)
{
	static void (*const steps[])(struct walk *, size_t) = {
		[TAG_OPEN] = do_open,
		[TAG_CLOSE] = do_close,
		[TAG_OUTPUT] = do_output,
		[TAG_TEXT] = do_text,
		[TAG_BROKEN] = do_broken,
		[TAG_ELEMENT] = do_element,
	};
	bool is_full = false;

	/* If the text is HTML, tags in code are expanded too. */
	if (w->language->has_html && !w->body->is_html)
		code_map_make(&w->code, w->body->text, w->language->is_mdx,
		    w->body->arena);
	w->tags = tags_find(
	    w->body->text, w->language->next, &w->code, w->body->arena);
	/* kramdown's elements of HTML go on behind a blank line, where CommonMark
	 * would have code; and Liquid comes before either. */
	if (w->tags.count && !w->language->has_html && !w->body->is_html)
		code_map_make(&w->code, w->body->text,
		    flavour_of(w->body->env->config) & FLAVOUR_KRAMDOWN,
		    w->body->arena);
	for (size_t i = 0; i < w->tags.count; i = w->next) {
		w->next = i + 1;
		walk_put_before(w, &w->tags.list[i]);
		if (walk_skip_branches(w, i))
			continue;
		if (w->out.len <= MOST_OUTPUT && i < MOST_TAGS)
			steps[w->tags.list[i].kind](w, i);
		else if (!is_full) {
			is_full = true;
			body_warn(w->body, DIAG_TAG_LIMIT,
			    w->tags.list[i].start, i < MOST_TAGS
			    ? "tags make more than 16 MiB of the post"
			    : "the post has more than 10000 tags");
		}
	}
	buf_add(&w->out, str_from(w->body->text, w->at));
	drops_add_counts(w->body->env->drops, &w->drops, w->body->src,
	    w->body->base);
}

/* Offset of a text in the file, if it is a part of it. */
static size_t
base_of(const struct body *b, str text)
{
	uintptr_t file = (uintptr_t)b->src->text.ptr;
	uintptr_t at = (uintptr_t)text.ptr;

	return at >= file && at + text.len <= file + b->src->text.len
	    ? at - file : STR_NONE;
}

/* A summary is no text of MDX, wherever it stands. */
static bool
is_mdx(const struct body *b, const struct text_rules *r)
{
	return b->base != STR_NONE &&
	    str_iends_any(b->post->path, r->mdx_ends);
}

/* Whether anything of the generator's can be in a text: most have none. */
/* The kinds of attribute lists that no parser reads behind this. */
static unsigned
attributes_of(const struct config *c)
{
	return flavour_of(c) & FLAVOUR_KRAMDOWN ? 0
	    : c->posts.generator->text.attributes;
}

static bool
has_marks(const struct text_rules *r, str text)
{
	return str_chr(text, '{') != STR_NONE ||
	    (r->syntax == TAGS_VUE && str_chr(text, '<') != STR_NONE) ||
	    (r->containers && str_find(text, S(":::")) != STR_NONE);
}

bool
body_is_html(const struct body *b, str text)
{
	return b->front && b->front->format->kind == TEXT_HTML &&
	    base_of(b, text) != STR_NONE;
}

static str
expand_marks(struct body *b, str text)
{
	const struct text_rules *r = &b->env->config->posts.generator->text;
	struct walk w = {.body = b, .rows = r->tags};
	unsigned attributes = attributes_of(b->env->config);
	bool toc = attributes & ATTRS_TOC &&
	    str_find(text, S("[TOC]")) != STR_NONE, mdx;

	b->base = base_of(b, text);
	b->is_html = body_is_html(b, text);
	mdx = is_mdx(b, r);
	if (!mdx && !toc && !has_marks(r, text))
		return text;
	w.language = tag_language_find(mdx ? TAGS_MDX : r->syntax);
	b->text = text;
	if (w.language) {
		expand_tags(&w);
		if (w.tags.count)
			text = arena_str(b->arena, buf_str(&w.out));
		buf_reset(&w.out);
	}
	if (mdx)
		text = mdx_outdent(text, b->arena);
	else if (!b->is_html && attributes &&
	    (toc || str_chr(text, '{') != STR_NONE)) {
		attributes_strip(&w.out, text, attributes, b->arena);
		text = arena_str(b->arena, buf_str(&w.out));
	}
	if (!b->is_html && r->containers &&
	    str_find(text, S(":::")) != STR_NONE) {
		buf_reset(&w.out);
		containers_expand(&w.out, text, r->containers, b->arena);
		text = arena_str(b->arena, buf_str(&w.out));
	}
	buf_free(&w.out);
	return text;
}

str
body_expand(struct body *b, str text)
{
	text = expand_marks(b, text);
	if (b->is_html)
		return text;
	return wiki_links_expand(text, b->post, b->env->index,
	    b->env->sources, b->arena);
}
