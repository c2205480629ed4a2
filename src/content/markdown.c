/* SPDX-License-Identifier: MIT
 * markdown: CommonMark with GitHub's extensions to HTML.
 *
 * References are resolved and task boxes replaced on cmark's tree. Only a
 * text with raw HTML or footnotes goes through an HTML parser after that,
 * which costs more than all the rest. */
#include "markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <pthread.h>
#include <stdlib.h>

#include "footnotes.h"

static const char *const extensions[] = {
	"table", "strikethrough", "autolink", "tasklist"};

/* cmark-gfm keeps the characters that its extensions wait for in a table of
 * the whole process, and clears them when a parse ends: '~' would lose its
 * meaning in a parse that is still going on. So inlines are parsed by one
 * thread at a time; reading, blocks and rendering are not. */
static pthread_mutex_t inlines = PTHREAD_MUTEX_INITIALIZER;

static pthread_once_t once = PTHREAD_ONCE_INIT;

void
markdown_init(void)
{
	pthread_once(&once, cmark_gfm_core_extensions_ensure_registered);
}

static cmark_node *
parse(cmark_parser *parser, str text)
{
	cmark_node *doc;

	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		cmark_parser_attach_syntax_extension(parser,
		    cmark_find_syntax_extension(extensions[i]));
	cmark_parser_feed(parser, text.ptr ? text.ptr : "", text.len);
	pthread_mutex_lock(&inlines);
	doc = cmark_parser_finish(parser);
	pthread_mutex_unlock(&inlines);
	return doc;
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
	cmark_node_free(node);
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

static bool
is_task(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_ITEM &&
	    str_eq(str_of(cmark_node_get_type_string(node)), S("tasklist"));
}

/* A plain item with a box in front of its text. */
static void
replace_task(cmark_node *item)
{
	bool done = cmark_gfm_extensions_get_tasklist_item_checked(item);
	cmark_node *block = cmark_node_first_child(item);
	cmark_node *box = cmark_node_new(CMARK_NODE_TEXT);

	cmark_node_set_syntax_extension(item, NULL);
	cmark_node_set_literal(box, done ? "\u2611 " : "\u2610 ");
	if (block == NULL || !cmark_node_prepend_child(block, box))
		cmark_node_free(box);
}

/* Does what is to be done on the tree. Returns whether it has anything that
 * an HTML parser must see. */
static bool
prepare(cmark_node *doc, const struct html_policy *policy)
{
	cmark_iter *iter = cmark_iter_new(doc);
	cmark_event_type event;
	bool html = false;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE ||
		    type == CMARK_NODE_FOOTNOTE_REFERENCE ||
		    type == CMARK_NODE_FOOTNOTE_DEFINITION)
			html = true;
		/* On the way out a node may be taken from the tree. */
		else if (event != CMARK_EVENT_EXIT)
			continue;
		else if (type == CMARK_NODE_LINK)
			resolve(node, LINK_PAGE, policy);
		else if (type == CMARK_NODE_IMAGE)
			resolve(node, LINK_MEDIA, policy);
		else if (is_task(node))
			replace_task(node);
	}
	cmark_iter_free(iter);
	return html;
}

/* ---- all of it ---- */

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

/* Adds HTML that an HTML parser must see. */
static bool
add_html(struct buf *out, str html, const struct html_policy *policy,
    struct arena *scratch)
{
	struct buf bare = {0};

	if (html_sanitize(out, html, policy, scratch))
		return true;
	add_bare_text(&bare, html);
	html_sanitize(out, buf_str(&bare), policy, scratch);
	buf_free(&bare);
	return false;
}

static bool
render(struct buf *out, cmark_node *doc, cmark_parser *parser, int options,
    const struct html_policy *policy, struct arena *scratch)
{
	bool html = prepare(doc, policy);
	char *text = cmark_render_html(doc, options | CMARK_OPT_UNSAFE,
	    cmark_parser_get_syntax_extensions(parser));
	struct buf led = {0};
	bool sound = true;

	if (html && policy->footnotes && footnotes_lead(&led, str_of(text),
	    policy->footnotes, scratch))
		sound = add_html(out, buf_str(&led), policy, scratch);
	else if (html)
		sound = add_html(out, str_of(text), policy, scratch);
	else
		buf_add(out, str_of(text));
	buf_free(&led);
	free(text);
	return sound;
}

bool
markdown_render(struct buf *out, str text, bool smart,
    const struct html_policy *policy, struct arena *scratch)
{
	int options = CMARK_OPT_FOOTNOTES | (smart ? CMARK_OPT_SMART : 0);
	cmark_parser *parser = cmark_parser_new(options);
	cmark_node *doc = parse(parser, text);
	bool sound = render(out, doc, parser, options, policy, scratch);

	cmark_node_free(doc);
	cmark_parser_free(parser);
	return sound;
}
