/* SPDX-License-Identifier: MIT
 * markdown: CommonMark with GitHub's extensions to HTML.
 *
 * References are resolved and task boxes replaced on cmark's tree. Only blocks
 * with raw HTML or footnotes go through an HTML parser after that, which costs
 * more than all the rest. */
#include "content/markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "content/markdown/footnotes.h"
#include "content/html/html_tree.h"

/* cmark-gfm keeps the characters that its extensions wait for in a table of
 * the whole process, and clears them when a parse ends: '~' would lose its
 * meaning in a parse that is still going on. So a text is parsed without
 * those extensions first. If it turns out to have something for them it is
 * parsed once more, and only then must other threads wait. */
static const char *const always[] = {"table", "tasklist", NULL};
static const char *const on_demand[] = {"strikethrough", "autolink", NULL};
static pthread_mutex_t inlines = PTHREAD_MUTEX_INITIALIZER;

static pthread_once_t once = PTHREAD_ONCE_INIT;

void
markdown_init(void)
{
	pthread_once(&once, cmark_gfm_core_extensions_ensure_registered);
}

/* ---- memory ---- */

/* What a tree takes is given back all at once, with the arena. cmark's
 * allocator has no argument that could name it, so each thread keeps it here
 * while it works. (cmark's own arena loses count in a realloc.) */
static _Thread_local struct arena *nodes;

/* Before each block, since a realloc must know it. */
union header {
	size_t size;
	max_align_t align;
};

static void *
take(size_t size)
{
	union header *h = arena_bytes(nodes, sizeof *h + size);

	h->size = size;
	return h + 1;
}

static void *
take_zeroed(size_t n, size_t size)
{
	return memset(take(n * size), 0, n * size);
}

static void *
take_more(void *old, size_t size)
{
	union header *h;

	if (old == NULL)
		return take(size);
	h = (union header *)old - 1;
	if (h->size >= size)
		return old;
	h = arena_more(nodes, h, sizeof *h + h->size, sizeof *h + size);
	h->size = size;
	return h + 1;
}

static void
give_back(void *ptr)
{
	(void)ptr;
}

static cmark_mem memory = {take_zeroed, take_more, give_back};

/* ---- what is in a tree ---- */

static bool
is_html(cmark_node_type type)
{
	return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

static bool
is_footnote(cmark_node_type type)
{
	return type == CMARK_NODE_FOOTNOTE_REFERENCE ||
	    type == CMARK_NODE_FOOTNOTE_DEFINITION;
}

static bool
needs_parser(cmark_node_type type)
{
	return is_html(type) || is_footnote(type);
}

static bool
is_task(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_ITEM &&
	    str_eq(str_of(cmark_node_get_type_string(node)), S("tasklist"));
}

/* Whether a text has what the extensions on demand look for: "~", and in
 * addresses "@", "://" and "www.". In a tree it counts where it is text, and
 * no part of a link, of code or of HTML. */
static const str demanding[] = {
	S_INIT("~"), S_INIT("@"), S_INIT("://"), S_INIT("www."),
};
enum { DEMANDING = sizeof demanding / sizeof *demanding };

/* Those of them that a text has, as bits, among the ones asked for. */
static unsigned
find_demanding(str text, unsigned among)
{
	unsigned found = 0;

	for (unsigned i = 0; i < DEMANDING; i++)
		if (among & 1u << i && str_find(text, demanding[i]) !=
		    STR_NONE)
			found |= 1u << i;
	return found;
}

/* What of a text an HTML parser must see. */
enum html_use { HTML_NONE, HTML_IN_BLOCKS, HTML_IN_FOOTNOTES };

struct found_node {
	cmark_node *node;
	struct found_node *next;
};

struct survey {
	cmark_node *doc;
	bool demands;             /* the extensions on demand */
	enum html_use html;
	struct found_node *first; /* links, images, tasks, in order, but what
	                           * is inside comes before what is around */
};

static void
look_at(struct survey *s, cmark_node *node, unsigned may)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (is_footnote(type))
		s->html = HTML_IN_FOOTNOTES;
	else if (is_html(type) && s->html == HTML_NONE)
		s->html = HTML_IN_BLOCKS;
	else if (may && !s->demands && type == CMARK_NODE_TEXT)
		s->demands = find_demanding(
		    str_of(cmark_node_get_literal(node)), may) != 0;
}

/* `may` are those of `demanding` that the text as a whole has. */
static struct survey
survey(cmark_node *doc, unsigned may, struct arena *scratch)
{
	struct survey s = {.doc = doc};
	struct found_node **last = &s.first;
	cmark_iter *iter = cmark_iter_new(doc);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_ENTER)
			look_at(&s, node, may);
		else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
		    is_task(node)) {
			*last = arena_alloc(scratch, sizeof **last);
			(*last)->node = node;
			last = &(*last)->next;
		}
	}
	return s;
}

/* ---- parsing ---- */

static void
attach(cmark_parser *parser, const char *const *names)
{
	for (; *names; names++)
		cmark_parser_attach_syntax_extension(
		    parser, cmark_find_syntax_extension(*names));
}

static cmark_parser *
feed(str text, int options)
{
	cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);

	attach(parser, always);
	cmark_parser_feed(parser, text.ptr ? text.ptr : "", text.len);
	return parser;
}

/* Whether there may be a footnote: cmark goes through all of a tree twice to
 * find them. '^' may be written as a reference, or escaped. */
static bool
may_have_footnotes(str text)
{
	size_t at;

	while ((at = str_chr(text, '[')) != STR_NONE) {
		text = str_from(text, at + 1);
		if (text.len && strchr("^&\\", text.ptr[0]))
			return true;
	}
	return false;
}

/* Also gives the parser, which the renderer asks for its extensions. */
static struct survey
parse(str text, int options, cmark_parser **parser, struct arena *scratch)
{
	unsigned may = find_demanding(text, (1u << DEMANDING) - 1);
	struct survey s;
	cmark_node *doc;

	if (may_have_footnotes(text))
		options |= CMARK_OPT_FOOTNOTES;
	*parser = feed(text, options);
	s = survey(cmark_parser_finish(*parser), may, scratch);
	if (!s.demands)
		return s;
	*parser = feed(text, options);
	attach(*parser, on_demand);
	pthread_mutex_lock(&inlines);
	doc = cmark_parser_finish(*parser);
	pthread_mutex_unlock(&inlines);
	return survey(doc, 0, scratch);
}

/* ---- the tree ---- */

/* Puts the children of a node in its place. */
static void
unwrap(cmark_node *node)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(node)) != NULL)
		cmark_node_insert_before(node, child);
	cmark_node_unlink(node);
}

/* Makes the reference of a link or image absolute. One that must not stay
 * leaves its text behind. */
static void
resolve(cmark_node *node, enum link_use use, const struct html_policy *policy)
{
	struct buf url = {0};
	str ref = str_trim(str_of(cmark_node_get_url(node)));

	if (policy->resolve(policy->ctx, ref, use, &url))
		cmark_node_set_url(node, buf_cstr(&url));
	else
		unwrap(node);
	buf_free(&url);
}

/* A plain item with a box in front of its text. */
static void
replace_task(cmark_node *item)
{
	bool done = cmark_gfm_extensions_get_tasklist_item_checked(item);
	cmark_node *block = cmark_node_first_child(item);
	cmark_node *box = cmark_node_new_with_mem(CMARK_NODE_TEXT, &memory);

	cmark_node_set_syntax_extension(item, NULL);
	cmark_node_set_literal(box, done ? "\u2611 " : "\u2610 ");
	if (block)
		cmark_node_prepend_child(block, box);
}

/* Does what is to be done on the tree. */
static void
prepare(const struct survey *s, const struct html_policy *policy)
{
	for (const struct found_node *f = s->first; f; f = f->next) {
		cmark_node_type type = cmark_node_get_type(f->node);

		if (type == CMARK_NODE_LINK)
			resolve(f->node, LINK_PAGE, policy);
		else if (type == CMARK_NODE_IMAGE)
			resolve(f->node, LINK_MEDIA, policy);
		else
			replace_task(f->node);
	}
}

static bool
has(cmark_node *block, bool (*is)(cmark_node_type type))
{
	cmark_iter *iter = cmark_iter_new(block);
	bool found = false;

	while (!found && cmark_iter_next(iter) != CMARK_EVENT_DONE)
		found = is(cmark_node_get_type(cmark_iter_get_node(iter)));
	return found;
}

/* ---- all of it ---- */

struct rendering {
	struct buf *out;
	cmark_node *doc;
	cmark_llist *extensions;
	int options;
	const struct html_policy *policy;
	const struct footnote_anchors *anchors; /* of its footnotes; NULL:
	                                         * it has none, or they stay */
	struct arena *scratch;
};

/* The text of HTML that is too much for any parser, as one paragraph: what
 * stands between '<' and '>' is taken for a tag. References stay, and a '<'
 * that is none in text is one already. */
static void
add_bare_text(struct buf *out, str html)
{
	bool blank = true;

	buf_add(out, S("<p>"));
	for (size_t i = 0; i < html.len; i++) {
		size_t close = html.ptr[i] == '<'
		    ? str_chr(str_from(html, i), '>') : 0;

		if (close == STR_NONE)
			break;
		if (html.ptr[i] != '<' && !char_is_space(html.ptr[i])) {
			buf_addc(out, html.ptr[i]);
			blank = false;
			continue;
		}
		if (!blank)
			buf_addc(out, ' ');
		blank = true;
		i += close;
	}
	buf_add(out, S("</p>\n"));
}

static str
html_of(const struct rendering *r, cmark_node *node)
{
	return str_of(cmark_render_html_with_mem(node,
	    r->options | CMARK_OPT_UNSAFE, r->extensions, &memory));
}

static bool
render_whole(const struct rendering *r)
{
	const struct html_policy *policy = r->policy;
	struct footnotes notes = {r->anchors, r->scratch, {0}};
	str html = html_of(r, r->doc);
	struct buf bare = {0};
	bool sound;

	footnotes_read(&notes, html);
	html = footnotes_lead(&notes, html, footnotes_section(html));
	sound = html_sanitize(r->out, html, policy, r->scratch);
	if (!sound) {
		add_bare_text(&bare, html);
		html_sanitize(r->out, buf_str(&bare), policy, r->scratch);
	}
	buf_free(&bare);
	footnotes_free(&notes);
	return sound;
}

/* A block of a text. */
struct block {
	str html;
	bool is_parsed;  /* an HTML parser must see it */
	size_t section;  /* where footnotes begin in it */
	const struct html_node *tree; /* then, once it has */
	struct block *next;
};

static struct block *
add_block(const struct rendering *r, cmark_node *node, struct block ***last)
{
	struct block *b = arena_alloc(r->scratch, sizeof *b);

	b->html = html_of(r, node);
	b->section = b->html.len;
	**last = b;
	*last = &b->next;
	return b;
}

/* Takes the footnotes, which cmark has put behind all else, to a document of
 * their own. NULL: there are none. */
static cmark_node *
take_footnotes(cmark_node *doc)
{
	cmark_node *notes = NULL, *node = cmark_node_last_child(doc);

	for (cmark_node *before; node && cmark_node_get_type(node) ==
	     CMARK_NODE_FOOTNOTE_DEFINITION; node = before) {
		before = cmark_node_previous(node);
		if (notes == NULL)
			notes = cmark_node_new_with_mem(
			    CMARK_NODE_DOCUMENT, &memory);
		cmark_node_prepend_child(notes, node);
	}
	return notes;
}

/* Puts them back. */
static void
give_footnotes(cmark_node *doc, cmark_node *notes)
{
	cmark_node *node;

	while (notes && (node = cmark_node_first_child(notes)) != NULL)
		cmark_node_append_child(doc, node);
}

/* All blocks as HTML; the footnotes are the last one. */
static struct block *
make_blocks(const struct rendering *r)
{
	struct block *first = NULL, **last = &first, *b;
	cmark_node *notes = take_footnotes(r->doc);

	for (cmark_node *node = cmark_node_first_child(r->doc); node;
	     node = cmark_node_next(node)) {
		b = add_block(r, node, &last);
		b->is_parsed = has(node, needs_parser);
	}
	if (notes) {
		b = add_block(r, notes, &last);
		b->is_parsed = true;
		b->section = 0;
		give_footnotes(r->doc, notes);
	}
	return first;
}

/* False: one reaches into the next, as where <div> and </div> stand around
 * Markdown. */
static bool
parse_blocks(const struct rendering *r, struct block *first)
{
	struct footnotes notes = {r->anchors, r->scratch, {0}};
	bool ok = true;

	for (struct block *b = first; b; b = b->next)
		if (b->is_parsed)
			footnotes_read(&notes, b->html);
	for (struct block *b = first; ok && b; b = b->next)
		if (b->is_parsed) {
			str html =
			    footnotes_lead(&notes, b->html, b->section);

			b->tree = html_tree_parse_part(html, r->scratch);
			ok = b->tree != NULL;
		}
	footnotes_free(&notes);
	return ok;
}

/* Block by block, so that the parser sees only those that need it. False: that
 * does not work. */
static bool
render_blocks(const struct rendering *r)
{
	struct block *first = make_blocks(r);
	bool ok = parse_blocks(r, first);

	/* Only now: what is wrong with HTML is to be reported once. */
	for (struct block *b = first; ok && b; b = b->next) {
		if (b->tree)
			ok = html_sanitize_tree(
			    r->out, b->tree, r->policy, r->scratch);
		else
			buf_add(r->out, b->html);
	}
	return ok;
}

bool
markdown_render(struct buf *out, str text, bool smart,
    const struct html_policy *policy, struct arena *scratch)
{
	struct rendering r = {.out = out, .policy = policy,
		.scratch = scratch,
		.options = smart ? CMARK_OPT_SMART : 0};
	cmark_parser *parser;
	struct survey s;
	size_t start = out->len;
	bool sound = true;

	nodes = scratch;
	s = parse(text, r.options, &parser, scratch);
	r.doc = s.doc;
	r.extensions = cmark_parser_get_syntax_extensions(parser);
	prepare(&s, policy);
	if (s.html == HTML_IN_FOOTNOTES)
		r.anchors = policy->footnotes;
	if (s.html == HTML_NONE)
		buf_add(out, html_of(&r, r.doc));
	else if (!render_blocks(&r)) {
		out->len = start;
		sound = render_whole(&r);
	}
	nodes = NULL;
	return sound;
}

/* ---- Markdown for readers ---- */

/* Makes the references absolute. True if any became another one. */
static bool
resolve_all(const struct survey *s, const struct html_policy *policy)
{
	struct buf before = {0};
	bool changed = false;

	for (const struct found_node *f = s->first; f; f = f->next) {
		bool image = cmark_node_get_type(f->node) == CMARK_NODE_IMAGE;

		if (!image && cmark_node_get_type(f->node) != CMARK_NODE_LINK)
			continue;
		buf_add(&before, str_of(cmark_node_get_url(f->node)));
		resolve(f->node, image ? LINK_MEDIA : LINK_PAGE, policy);
		changed |= cmark_node_parent(f->node) == NULL ||
		    !str_eq(buf_str(&before),
		    str_of(cmark_node_get_url(f->node)));
		buf_reset(&before);
	}
	buf_free(&before);
	return changed;
}

/* Each line of a block begins with a sign for each that it is in: where they
 * are many, a text would become as long as the square of what it was. */
static bool
is_deep(cmark_node *doc)
{
	enum { MOST_DEPTH = 100 };
	cmark_iter *iter = cmark_iter_new(doc);
	cmark_event_type event;
	int depth = 0;

	while (depth <= MOST_DEPTH &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (cmark_node_first_child(cmark_iter_get_node(iter)))
			depth += event == CMARK_EVENT_ENTER ? 1 : -1;
	return depth > MOST_DEPTH;
}

/* Sanitized HTML as a block of Markdown, which an empty line would end. */
static void
add_html_block(struct buf *out, str html)
{
	html = str_trim(html);
	if (html.len == 0)
		return;
	buf_add(out, S("<div>"));
	for (size_t i = 0; i < html.len; i++)
		if (html.ptr[i] == '\n' && html.ptr[i + 1] == '\n')
			buf_add(out, S("&#10;"));
		else
			buf_addc(out, html.ptr[i]);
	buf_add(out, S("</div>\n"));
}

/* Puts sanitized HTML in the place of each block that has some. False: one
 * reaches into the next. */
static bool
replace_html(struct rendering *r)
{
	struct buf *out = r->out, html = {0}, block = {0};
	bool ok = true;

	r->out = &html;
	for (cmark_node *node = cmark_node_first_child(r->doc), *next;
	     ok && node; node = next) {
		str raw;
		const struct html_node *tree;

		next = cmark_node_next(node);
		if (!has(node, is_html))
			continue;
		raw = html_of(r, node);
		tree = html_tree_parse_part(raw, r->scratch);
		ok = tree && html_sanitize_tree(
		    &html, tree, r->policy, r->scratch);
		add_html_block(&block, buf_str(&html));
		if (block.len) {
			cmark_node *clean = cmark_node_new_with_mem(
			    CMARK_NODE_HTML_BLOCK, &memory);

			cmark_node_set_literal(clean, buf_cstr(&block));
			cmark_node_insert_before(node, clean);
		}
		cmark_node_unlink(node);
		buf_reset(&html);
		buf_reset(&block);
	}
	r->out = out;
	buf_free(&html);
	buf_free(&block);
	return ok;
}

/* A text that cannot stay Markdown, as the HTML that it makes. */
static void
add_as_html(struct rendering *r, str text, cmark_parser **parser)
{
	struct buf *out = r->out, html = {0};
	struct survey s = parse(text, r->options, parser, r->scratch);

	r->doc = s.doc;
	r->extensions = cmark_parser_get_syntax_extensions(*parser);
	prepare(&s, r->policy);
	r->anchors = r->policy->footnotes;
	r->out = &html;
	render_whole(r);
	r->out = out;
	add_html_block(out, buf_str(&html));
	buf_free(&html);
}

static void
add_trimmed(struct buf *out, str text)
{
	while (str_starts(text, S("\n")))
		text = str_from(text, 1);
	while (text.len && char_is_space(text.ptr[text.len - 1]))
		text.len--;
	if (text.len == 0)
		return;
	buf_add(out, text);
	buf_addc(out, '\n');
}

void
markdown_source(struct buf *out, str text, const struct html_policy *policy,
    struct arena *scratch)
{
	struct rendering r = {.out = out, .policy = policy,
		.scratch = scratch};
	cmark_parser *parser;
	struct survey s;
	bool with_html, changed;

	nodes = scratch;
	s = parse(text, r.options, &parser, scratch);
	r.doc = s.doc;
	r.extensions = cmark_parser_get_syntax_extensions(parser);
	with_html = has(r.doc, is_html);
	changed = resolve_all(&s, policy) || with_html;
	/* Of footnotes the numbers would be lost. */
	if (changed && (is_deep(r.doc) || (with_html &&
	    (s.html == HTML_IN_FOOTNOTES || !replace_html(&r)))))
		add_as_html(&r, text, &parser);
	else
		add_trimmed(out, changed
		    ? str_of(cmark_render_commonmark_with_mem(
		    r.doc, r.options, 0, &memory)) : text);
	nodes = NULL;
}

/* ---- titles ---- */

/* Every sign escaped but those that are to become others. What stands in
 * front makes a paragraph of anything, and a beginning of the first word. */
static void
add_escaped(struct buf *out, str text)
{
	buf_add(out, S("x "));
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c > ' ' && c < 0x7F && !char_is_alnum(c) &&
		    c != '"' && c != '\'' && c != '-' && c != '.')
			buf_addc(out, '\\');
		buf_addc(out, c == '\n' ? ' ' : c);
	}
}

static void
add_texts(struct buf *out, cmark_node *doc)
{
	cmark_iter *iter = cmark_iter_new(doc);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_TEXT)
			buf_add(out, str_of(cmark_node_get_literal(node)));
	}
	cmark_iter_free(iter);
}

static bool
has_plain_signs(str text)
{
	return str_chr(text, '"') != STR_NONE ||
	    str_chr(text, '\'') != STR_NONE ||
	    str_find(text, S("--")) != STR_NONE ||
	    str_find(text, S("...")) != STR_NONE;
}

void
markdown_smart(struct buf *out, str text)
{
	struct buf escaped = {0}, smart = {0};
	cmark_parser *parser;
	cmark_node *doc;

	if (!has_plain_signs(text)) {
		buf_add(out, text);
		return;
	}
	parser = cmark_parser_new(CMARK_OPT_SMART);
	add_escaped(&escaped, text);
	cmark_parser_feed(parser, escaped.ptr, escaped.len);
	doc = cmark_parser_finish(parser);
	add_texts(&smart, doc);
	buf_add(out, str_from(buf_str(&smart), 2));
	cmark_node_free(doc);
	cmark_parser_free(parser);
	buf_free(&escaped);
	buf_free(&smart);
}
