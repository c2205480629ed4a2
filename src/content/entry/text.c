/* SPDX-License-Identifier: MIT
 * text: makes HTML from the text of a post. */
#include "content/entry/text.h"

#include "content/codes/content_codes.h"
#include "content/entry/convert.h"
#include "content/entry/page.h"
#include "content/markdown/flavour.h"
#include "content/markdown/markdown.h"
#include "post/post_codes.h"
#include "post/read/field.h"
#include "post/read/heading.h"

static void
warn_depth(struct body *b)
{
	diag_add(b->diags, DIAG_HTML_DEPTH, b->src, (struct mark){0},
	    "HTML elements are nested too deeply");
}

void
text_render_markdown(struct buf *out, str text, struct body *b,
    const struct html_policy *policy)
{
	struct markdown_end end = markdown_render(out, text,
	    flavour_of(b->env->config), policy, b->arena);

	if (end.is_deep)
		warn_depth(b);
	if (end.is_wide)
		diag_add(b->diags, DIAG_TABLE_WIDE, b->src, (struct mark){0},
		    "a line has more than 1000 '|': the text has no tables");
	if (end.excess)
		diag_add(b->diags, DIAG_POST_TOO_COSTLY, b->src,
		    (struct mark){0}, "its Markdown makes %s", end.excess);
	b->is_costly |= end.excess != NULL;
}

static void
render_html(struct buf *out, str text, struct body *b,
    const struct html_policy *policy)
{
	struct buf html = {0};

	if (!html_sanitize(&html, text, policy, b->arena)) {
		warn_depth(b);
		html_bare(&html, text, policy, b->arena);
	}
	buf_add(out, str_trim(buf_str(&html)));
	if (html.len)
		buf_addc(out, '\n');
	buf_free(&html);
}

void
text_render(struct buf *out, str source, struct body *b,
    const struct html_policy *policy)
{
	if (b->front->format->kind == TEXT_HTML)
		render_html(out, source, b, policy);
	else
		text_render_markdown(out, source, b, policy);
}

/* The body of the post. Leaves out its first heading if the title was taken
 * from it, or if it repeats the title and the generator takes titles from
 * headings. */
static str
text_of(const struct body *b)
{
	bool may_repeat = b->env->config->posts.generator->front.has_heading;
	struct heading h;

	if ((b->post->matter->heads_text || may_repeat) &&
	    heading_find(&h, b->front->body, b->front->format->kind,
	    b->arena) && (b->post->matter->heads_text ||
	    str_eq(field_text(b->arena, h.title), b->post->matter->title)))
		return h.rest;
	return b->front->body;
}

bool
text_make(struct buf *html, struct body *b, str *source,
    const struct html_policy *policy)
{
	if (b->env->converted)
		return convert_write(html, b->env->converted, b, policy);
	if (b->env->config->content.source == CONTENT_PAGES ||
	    b->front->format->kind == TEXT_OTHER)
		return page_read(html, b->post, policy, b->arena);
	*source = body_expand(b, text_of(b));
	text_render(html, *source, b, policy);
	return !b->is_costly;
}
