/* SPDX-License-Identifier: MIT
 * block_html: elements that authors write between blocks.
 *
 * What is raw stays as it is written, but for end tags that close nothing: they
 * are text, as kramdown has them. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"

static str
between(const char *from, const char *to)
{
	return (str){from, (size_t)(to - from)};
}

/* Appends HTML as it stands in the text. */
static void
add_raw(struct kd *k, struct node *el, const char *from, const char *to)
{
	struct node *last = el->last;

	if (from == to)
		return;
	if (last && last->kind == NODE_HTML_INLINE &&
	    kd_end(last->text) == from)
		last->text.len += (size_t)(to - from);
	else
		node_add(k->tree, el, NODE_HTML_INLINE)->text =
		    between(from, to);
}

/* Appends what looks like a tag as text, in which no abbreviation is. */
static void
add_text(struct kd *k, struct node *el, const char *from, const char *to)
{
	node_add_text(k->tree, el, between(from, to))->is_head = true;
}

static void
skip_tail(struct kd_text *t)
{
	const char *p = t->at;

	while (p < t->end && (*p == ' ' || *p == '\t'))
		p++;
	if (p < t->end && *p == '\n')
		t->at = p + 1;
}

static bool
is_verbatim(str name)
{
	return str_ieq(name, S("script")) || str_ieq(name, S("style"));
}

/* Behind the comment at p, or NULL. */
static const char *
comment(struct kd_text *t, const char *p)
{
	const char *close;

	if (t->no_comment || t->end - p < 7 || memcmp(p, "<!--", 4) != 0)
		return NULL;
	close = kd_find(p + 4, t->end, S("-->"));
	t->no_comment = close == NULL;
	return close ? close + 3 : NULL;
}

static void read_raw(struct kd *k, struct node *el, struct kd_text *t);

/* What stands in an element, up to and with its end tag. */
static void
read_contents(struct kd *k, struct node *el, struct kd_text *t,
    enum kd_model model)
{
	const char *close;
	str name;

	if (model == MODEL_BLOCK) {
		skip_tail(t);
		kd_blocks_read(k, el, t);
	} else if (model == MODEL_SPAN) {
		close = kd_html_find_close(t->at, t->end, el->info);
		kd_raw(k, el, between(t->at, close ? close : t->end));
		t->at = close ? kd_html_close(close, t->end, &name) : t->end;
	} else
		read_raw(k, el, t);
}

/* ---- raw elements ---- */

/* The elements that are open in raw HTML, all of which are pieces of one node:
 * they may be nested more deeply than nodes. */
struct open {
	str name;
	struct open *outer;
};

static void
add_end(struct kd *k, struct node *el, str name)
{
	node_add(k->tree, el, NODE_HTML_INLINE)->text = arena_printf(
	    k->arena, "</%.*s>", STR_ARG(name));
}

/* Verbatim text up to the end tag, which is added. */
static const char *
add_verbatim(struct kd *k, struct node *el, struct kd_text *t, const char *p,
    str name)
{
	const char *close = kd_html_find_close(p, t->end, name), *end;

	end = close ? kd_html_close(close, t->end, &name) : t->end;
	add_raw(k, el, p, end);
	if (close == NULL)
		add_end(k, el, name);
	return end;
}

/* An element in raw HTML. */
static const char *
raw_element(struct kd *k, struct node *el, struct kd_text *t,
    const struct kd_tag *tag, const char *behind, struct open **open)
{
	enum kd_model model = MODEL_RAW;
	struct node *inner;
	struct open *o;
	const char *p = t->at;

	kd_html_markdown(tag, &model);
	if (is_verbatim(tag->name)) {
		add_raw(k, el, p, behind);
		return add_verbatim(k, el, t, behind, tag->name);
	}
	if (tag->is_closed || kd_html_is_void(tag->name)) {
		add_raw(k, el, p, behind);
		if (!kd_html_is_void(tag->name))
			add_end(k, el, tag->name);
		return behind;
	}
	if (model == MODEL_RAW) {
		add_raw(k, el, p, behind);
		o = arena_alloc(k->arena, sizeof *o);
		*o = (struct open){tag->name, *open};
		*open = o;
		return behind;
	}
	inner = node_add(k->tree, el, NODE_ELEMENT);
	inner->text = between(p, behind);
	inner->info = tag->name;
	t->at = behind;
	read_contents(k, inner, t, model);
	return t->at;
}

/* What stands at t->at, a '<'. False: the end tag of the element itself. */
static bool
read_raw_tag(struct kd *k, struct node *el, struct kd_text *t,
    struct open **open)
{
	const char *p = t->at, *behind;
	struct kd_tag tag;
	str name;

	if ((behind = comment(t, p)) != NULL)
		add_raw(k, el, p, behind);
	else if ((behind = kd_html_tag(p, t->end, &tag)) != NULL)
		behind = raw_element(k, el, t, &tag, behind, open);
	else if ((behind = kd_html_close(p, t->end, &name)) != NULL) {
		if (kd_html_is_same(name, *open ? (*open)->name : el->info)) {
			if (*open)
				add_raw(k, el, p, behind);
			t->at = behind;
			if (*open == NULL)
				return false;
			*open = (*open)->outer;
			return true;
		}
		add_text(k, el, p, behind);
	} else {
		behind = p + 1;
		add_text(k, el, p, behind);
	}
	t->at = behind;
	return true;
}

static void
read_raw(struct kd *k, struct node *el, struct kd_text *t)
{
	struct open *open = NULL;

	while (t->at < t->end) {
		const char *p = memchr(t->at, '<', (size_t)(t->end - t->at));

		p = p ? p : t->end;
		add_raw(k, el, t->at, p);
		t->at = p;
		if (p < t->end && !read_raw_tag(k, el, t, &open))
			return;
	}
	for (; open; open = open->outer)
		add_end(k, el, open->name);
}

/* ---- blocks ---- */

/* An element whose start tag stands at p. */
static void
read_element(struct kd_blocks *b, const char *p, const struct kd_tag *tag,
    const char *behind)
{
	struct kd *k = b->kd;
	enum kd_model model = k->parses_block_html ? kd_html_model(tag->name)
	    : MODEL_RAW;
	bool is_void = kd_html_is_void(tag->name);
	struct node *n = kd_block(b, is_void ? NODE_HTML : NODE_ELEMENT);

	kd_html_markdown(tag, &model);
	n->text = between(p, behind);
	n->info = tag->name;
	b->t->at = behind;
	if (is_verbatim(tag->name)) {
		/* The element writes its own end tag. */
		const char *close = kd_html_find_close(behind, b->t->end,
		    tag->name);
		str name;

		add_raw(k, n, behind, close ? close : b->t->end);
		b->t->at = close ? kd_html_close(close, b->t->end, &name)
		    : b->t->end;
	} else if (!is_void && !tag->is_closed)
		read_contents(k, n, b->t, model);
	else
		return;
	skip_tail(b->t);
}

enum kd_done
kd_read_html(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	const char *p = kd_spaces(t->at, t->end, 3), *behind;
	struct kd_tag tag;
	str name;

	if (p == t->end || *p != '<')
		return KD_NO;
	if (p == t->at && (behind = comment(t, p)) != NULL) {
		kd_block(b, NODE_HTML)->text = between(p, behind);
		t->at = behind;
		skip_tail(t);
		return KD_YES;
	}
	if ((behind = kd_html_tag(p, t->end, &tag)) != NULL &&
	    !kd_html_is_span(tag.name)) {
		read_element(b, p, &tag, behind);
		return KD_YES;
	}
	if ((behind = kd_html_close(p, t->end, &name)) != NULL &&
	    !kd_html_is_span(name) && b->el->kind == NODE_ELEMENT &&
	    kd_html_is_same(name, b->el->info)) {
		t->at = behind;
		return KD_STOP;
	}
	return KD_NO;
}
