/* SPDX-License-Identifier: MIT
 * markdown_tree: the tree that cmark-gfm makes of a Markdown text.
 *
 * The one file that knows cmark-gfm: a struct markdown_node is cmark's node
 * under a name of ours. */
#include "content/markdown/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <pthread.h>
#include <setjmp.h>
#include <stddef.h>
#include <string.h>

#include "content/markdown/definitions_extension.h"
#include "content/markdown/markdown_indented.h"
#include "content/markdown/markdown_links.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static cmark_syntax_extension *definitions;

/* ---- memory ---- */

/* Nodes live in an arena. cmark's allocator has no argument that could name
 * it, so the one of the last parse is kept here. (cmark's own arena loses count
 * in a realloc.) */
static struct arena *nodes;

/* What a parse may still allocate, and where it goes if that is too little:
 * cmark has no limit itself, and a table of 5,000 columns and rows has 25
 * million cells. */
enum { MOST_NODE_BYTES = 64 << 20 };
static size_t nodes_left = SIZE_MAX;
static jmp_buf nodes_full;

/* Stands before each allocation, since a realloc must know the old size. */
union header {
	size_t size;
	max_align_t align;
};

static void
take_room(size_t size)
{
	if (size > nodes_left)
		longjmp(nodes_full, 1);
	nodes_left -= size;
}

static void *
node_alloc(size_t size)
{
	union header *h;

	take_room(sizeof *h + size);
	h = arena_bytes(nodes, sizeof *h + size);
	h->size = size;
	return h + 1;
}

static void *
node_calloc(size_t n, size_t size)
{
	return memset(node_alloc(n * size), 0, n * size);
}

static void *
node_realloc(void *old, size_t size)
{
	union header *h;

	if (old == NULL)
		return node_alloc(size);
	h = (union header *)old - 1;
	if (h->size >= size)
		return old;
	take_room(sizeof *h + size);
	h = arena_more(nodes, h, sizeof *h + h->size, sizeof *h + size);
	h->size = size;
	return h + 1;
}

static void
node_free(void *ptr)
{
	(void)ptr;
}

static cmark_mem memory = {node_calloc, node_realloc, node_free};

/* ---- nodes ---- */

static struct markdown_node *
node_of(cmark_node *node)
{
	return (struct markdown_node *)node;
}

static cmark_node *
cmark_of(struct markdown_node *node)
{
	return (cmark_node *)node;
}

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

static bool
has_type(struct markdown_node *block, bool (*is)(cmark_node_type type))
{
	cmark_iter *iter = cmark_iter_new(cmark_of(block));
	bool found = false;

	while (!found && cmark_iter_next(iter) != CMARK_EVENT_DONE)
		found = is(cmark_node_get_type(cmark_iter_get_node(iter)));
	return found;
}

bool
markdown_node_has_html(struct markdown_node *block)
{
	return has_type(block, is_html);
}

bool
markdown_node_needs_parser(struct markdown_node *block)
{
	return has_type(block, needs_parser);
}

struct markdown_node *
markdown_node_first(struct markdown_node *doc)
{
	return node_of(cmark_node_first_child(cmark_of(doc)));
}

struct markdown_node *
markdown_node_next(struct markdown_node *block)
{
	return node_of(cmark_node_next(cmark_of(block)));
}

struct markdown_node *
markdown_node_last(struct markdown_node *node)
{
	return node_of(cmark_node_last_child(cmark_of(node)));
}

bool
markdown_node_is_paragraph(struct markdown_node *node)
{
	return cmark_node_get_type(cmark_of(node)) == CMARK_NODE_PARAGRAPH;
}

bool
markdown_node_is_indented(struct markdown_node *node, str *code)
{
	int length, offset;
	char sign;

	if (cmark_node_get_type(cmark_of(node)) != CMARK_NODE_CODE_BLOCK ||
	    cmark_node_get_fenced(cmark_of(node), &length, &offset, &sign))
		return false;
	*code = str_of(cmark_node_get_literal(cmark_of(node)));
	return true;
}

bool
markdown_node_is_address(struct markdown_node *node, str *url, str *text)
{
	cmark_node *link = cmark_of(node), *child;
	str scheme;

	if (cmark_node_get_type(link) != CMARK_NODE_LINK)
		return false;
	child = cmark_node_first_child(link);
	if (child == NULL || cmark_node_next(child) ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT)
		return false;
	*url = str_of(cmark_node_get_url(link));
	*text = str_of(cmark_node_get_literal(child));
	scheme = str_sub(*url, 0, url->len - text->len);
	return str_of(cmark_node_get_title(link)).len == 0 &&
	    str_ends(*url, *text) && (scheme.len == 0 ||
	    str_eq(scheme, S("http://")) || str_eq(scheme, S("mailto:")));
}

void
markdown_node_set_url(struct markdown_node *node, str url)
{
	cmark_node_set_url(cmark_of(node), arena_cstr(nodes, url));
}

char
markdown_node_before(struct markdown_node *node)
{
	cmark_node *before = cmark_node_previous(cmark_of(node));
	str text;

	if (before == NULL)
		return '\n';
	switch (cmark_node_get_type(before)) {
	case CMARK_NODE_TEXT:
		text = str_of(cmark_node_get_literal(before));
		return text.len ? text.ptr[text.len - 1] : '\n';
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		return '\n';
	case CMARK_NODE_CODE:
		return '`';
	default:
		return '*';
	}
}

void
markdown_node_unwrap(struct markdown_node *node)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(cmark_of(node))) != NULL)
		cmark_node_insert_before(cmark_of(node), child);
	cmark_node_unlink(cmark_of(node));
}

bool
markdown_node_follows(struct markdown_node *node, struct markdown_node *before)
{
	return cmark_node_get_start_line(cmark_of(node)) ==
	    cmark_node_get_end_line(cmark_of(before)) + 1;
}

void
markdown_node_unlink(struct markdown_node *node)
{
	cmark_node_unlink(cmark_of(node));
}

void
markdown_node_insert(struct markdown_node *node, struct markdown_node *before)
{
	cmark_node_insert_before(cmark_of(before), cmark_of(node));
}

void
markdown_node_prepend(struct markdown_node *parent, struct markdown_node *node)
{
	cmark_node_prepend_child(cmark_of(parent), cmark_of(node));
}

struct markdown_node *
markdown_node_softbreak(void)
{
	return node_of(cmark_node_new_with_mem(CMARK_NODE_SOFTBREAK, &memory));
}

void
markdown_tree_visit(struct markdown_tree *t, markdown_visit *visit, void *ctx)
{
	cmark_iter *iter = cmark_iter_new(cmark_of(t->doc));
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER)
			visit(ctx, node_of(cmark_iter_get_node(iter)));
}

void
markdown_node_replace(struct markdown_node *block, str html)
{
	cmark_node *clean;

	if (html.len) {
		clean = cmark_node_new_with_mem(CMARK_NODE_HTML_BLOCK, &memory);
		cmark_node_set_literal(clean, arena_cstr(nodes, html));
		cmark_node_insert_before(cmark_of(block), clean);
	}
	cmark_node_unlink(cmark_of(block));
}

/* ---- the contents of a tree ---- */

/* Whether a text may have something for the extensions on demand. */
static bool
has_demand(str text, unsigned flavour)
{
	static const struct {
		str sign;
		unsigned flavour;
	} signs[] = {
		{S_INIT("~"), FLAVOUR_STRIKE}, {S_INIT("@"), FLAVOUR_LINKS},
		{S_INIT("://"), FLAVOUR_LINKS}, {S_INIT("www."), FLAVOUR_LINKS},
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (flavour & signs[i].flavour &&
		    str_find(text, signs[i].sign) != STR_NONE)
			return true;
	return false;
}

/* Links, images and tasks in the order of their ends, so that an inner one
 * comes before the outer one. */
struct markdown_found {
	cmark_node *node;
	struct markdown_found *next;
};

static void
survey_node(struct markdown_tree *t, cmark_node_type type)
{
	if (is_footnote(type))
		t->html = MARKDOWN_HTML_IN_FOOTNOTES;
	else if (is_html(type) && t->html == MARKDOWN_NO_HTML)
		t->html = MARKDOWN_HTML_IN_BLOCKS;
}

/* A first look at all nodes of a tree. */
static void
survey_tree(struct markdown_tree *t)
{
	struct markdown_found **last = &t->found;
	cmark_iter *iter = cmark_iter_new(cmark_of(t->doc));
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_ENTER)
			survey_node(t, type);
		else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
		    is_task(node)) {
			*last = arena_alloc(nodes, sizeof **last);
			(*last)->node = node;
			last = &(*last)->next;
		}
	}
}

/* ---- parsing ---- */

static void
make_extensions(void)
{
	cmark_gfm_core_extensions_ensure_registered();
	definitions = definitions_extension(&memory);
}

static void
attach(cmark_parser *parser, const char *name)
{
	cmark_parser_attach_syntax_extension(
	    parser, cmark_find_syntax_extension(name));
}

/* Whether there may be a footnote: cmark goes through all of a tree twice to
 * find them. '^' may be written as a reference, or escaped. */
static bool
may_have_footnotes(str text)
{
	size_t at;

	while ((at = str_chr(text, '[')) != STR_NONE) {
		text = str_from(text, at + 1);
		if (text.len && char_is_one_of(text.ptr[0], "^&\\"))
			return true;
	}
	return false;
}

/* Whether cmark would take quadratic time for the cells of a row. */
static bool
has_wide_row(str text)
{
	enum { MOST_COLUMNS = 1000 };
	size_t bars = 0;

	if (str_chr(text, '|') == STR_NONE)
		return false;
	for (size_t i = 0; i < text.len && bars <= MOST_COLUMNS; i++)
		if (text.ptr[i] == '\n')
			bars = 0;
		else
			bars += text.ptr[i] == '|';
	return bars > MOST_COLUMNS;
}

/* Whether images may be open in such a number that cmark, which goes through
 * all of them at each link, would take quadratic time. */
static bool
has_many_images(str text)
{
	enum { MOST_IMAGES = 10000 };
	size_t at, count = 0;

	while (count <= MOST_IMAGES && (at = str_find(text, S("![")))
	    != STR_NONE) {
		text = str_from(text, at + 2);
		count++;
	}
	return count > MOST_IMAGES;
}

/* A process parses one text at a time (crew.h): cmark-gfm keeps the characters
 * that its extensions wait for in a table of the whole process. `all`: also
 * those that make parsing slower, for a text that may have something for them. */
static cmark_parser *
make_parser(const struct markdown_tree *t, int options, bool all)
{
	cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);

	/* Before tables, which take each line below a paragraph. */
	if (t->flavour & FLAVOUR_DEFINITIONS)
		cmark_parser_attach_syntax_extension(parser, definitions);
	if (!t->is_wide)
		attach(parser, "table");
	attach(parser, "tasklist");
	if (all && t->flavour & FLAVOUR_STRIKE)
		attach(parser, "strikethrough");
	if (all && t->flavour & FLAVOUR_LINKS)
		attach(parser, "autolink");
	return parser;
}

/* cmark keeps the characters that extensions wait for in a table of the
 * process. A parse that was left keeps them there; this one clears them. */
static void
clear_characters(void)
{
	cmark_parser *parser =
	    make_parser(&(struct markdown_tree){
	    .flavour = FLAVOUR_GITHUB}, 0, true);

	cmark_parser_feed(parser, "x", 1);
	cmark_parser_finish(parser);
}

struct markdown_node *
markdown_tree_parse_more(struct markdown_tree *t, str text)
{
	int more = may_have_footnotes(text) ? CMARK_OPT_FOOTNOTES : 0;
	cmark_parser *parser =
	    make_parser(t, t->options | more, has_demand(text, t->flavour));
	struct markdown_node *doc;

	cmark_parser_feed(parser, text.ptr ? text.ptr : "", text.len);
	doc = node_of(cmark_parser_finish(parser));
	t->extensions = cmark_parser_get_syntax_extensions(parser);
	return doc;
}

static int
options_of(unsigned flavour)
{
	int options = 0;

	if (flavour & FLAVOUR_SMART)
		options |= CMARK_OPT_SMART;
	if (flavour & FLAVOUR_BREAKS)
		options |= CMARK_OPT_HARDBREAKS;
	if (!(flavour & FLAVOUR_STRIKE_ONE))
		options |= CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
	return options;
}

bool
markdown_tree_parse(struct markdown_tree *t, str text, unsigned flavour,
    struct arena *a)
{
	*t = (struct markdown_tree){.flavour = flavour,
		.options = options_of(flavour),
		.is_wide = has_wide_row(text)};
	if (has_many_images(text)) {
		t->excess = "more than 10000 images";
		return false;
	}
	pthread_once(&once, make_extensions);
	nodes = a;
	nodes_left = MOST_NODE_BYTES;
	/* All that cmark holds is in the arena. */
	if (setjmp(nodes_full)) {
		nodes_left = SIZE_MAX;
		clear_characters();
		t->excess = "a tree of more than 64 MB";
		return false;
	}
	t->doc = markdown_tree_parse_more(t, text);
	if (!(flavour & FLAVOUR_INDENTED))
		markdown_unindent(t, text, a);
	if (flavour & FLAVOUR_STRICT_LINKS && flavour & FLAVOUR_LINKS)
		markdown_restrict_links(t, text, a);
	nodes_left = SIZE_MAX;
	survey_tree(t);
	return true;
}

/* ---- changes ---- */

bool
markdown_tree_resolve(struct markdown_tree *t,
    const struct html_policy *policy)
{
	struct buf url = {0};
	bool changed = false;

	for (const struct markdown_found *f = t->found; f; f = f->next) {
		cmark_node_type type = cmark_node_get_type(f->node);
		str ref;

		if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE)
			continue;
		ref = str_of(cmark_node_get_url(f->node));
		buf_reset(&url);
		if (!policy->resolve(policy->ctx, str_trim(ref),
		    type == CMARK_NODE_IMAGE ? LINK_MEDIA : LINK_PAGE, &url))
			markdown_node_unwrap(node_of(f->node));
		else if (!str_eq(ref, buf_str(&url)))
			cmark_node_set_url(f->node, buf_cstr(&url));
		else
			continue;
		changed = true;
	}
	buf_free(&url);
	return changed;
}

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

void
markdown_tree_replace_tasks(struct markdown_tree *t)
{
	for (const struct markdown_found *f = t->found; f; f = f->next)
		if (is_task(f->node))
			replace_task(f->node);
}

bool
markdown_tree_is_deep(const struct markdown_tree *t)
{
	enum { MOST_DEPTH = 100 };
	cmark_iter *iter = cmark_iter_new(cmark_of(t->doc));
	cmark_event_type event;
	int depth = 0;

	while (depth <= MOST_DEPTH &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (cmark_node_first_child(cmark_iter_get_node(iter)))
			depth += event == CMARK_EVENT_ENTER ? 1 : -1;
	return depth > MOST_DEPTH;
}

struct markdown_node *
markdown_tree_take_footnotes(struct markdown_tree *t)
{
	cmark_node *notes = NULL;
	cmark_node *node = cmark_node_last_child(cmark_of(t->doc));

	for (cmark_node *before; node && cmark_node_get_type(node) ==
	     CMARK_NODE_FOOTNOTE_DEFINITION; node = before) {
		before = cmark_node_previous(node);
		if (notes == NULL)
			notes = cmark_node_new_with_mem(
			    CMARK_NODE_DOCUMENT, &memory);
		cmark_node_prepend_child(notes, node);
	}
	return node_of(notes);
}

void
markdown_tree_give_footnotes(struct markdown_tree *t,
    struct markdown_node *notes)
{
	cmark_node *node;

	while ((node = cmark_node_first_child(cmark_of(notes))) != NULL)
		cmark_node_append_child(cmark_of(t->doc), node);
}

/* ---- rendering ---- */

str
markdown_tree_html(const struct markdown_tree *t, struct markdown_node *node)
{
	return str_of(cmark_render_html_with_mem(cmark_of(node),
	    t->options | CMARK_OPT_UNSAFE, t->extensions, &memory));
}

str
markdown_tree_source(const struct markdown_tree *t)
{
	return str_of(cmark_render_commonmark_with_mem(
	    cmark_of(t->doc), t->options, 0, &memory));
}

void
markdown_tree_smart_text(struct buf *out, str paragraph)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_SMART);
	cmark_event_type event;
	cmark_node *doc;
	cmark_iter *iter;

	cmark_parser_feed(parser, paragraph.ptr, paragraph.len);
	doc = cmark_parser_finish(parser);
	iter = cmark_iter_new(doc);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_TEXT)
			buf_add(out, str_of(cmark_node_get_literal(node)));
	}
	cmark_iter_free(iter);
	cmark_node_free(doc);
	cmark_parser_free(parser);
}
