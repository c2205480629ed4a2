/* SPDX-License-Identifier: MIT
 * entry: a post as readers get it. */
#include "entry.h"

#include "../base/file.h"
#include "../base/slug.h"
#include "../post/dialect.h"
#include "../post/front_matter.h"
#include "../post/post_file.h"
#include "links.h"
#include "markdown.h"
#include "page.h"
#include "summary.h"

static bool
render(struct buf *out, str text, const struct config *c,
    const struct html_policy *policy, struct arena *a)
{
	struct links *l = policy->ctx;

	if (markdown_render(out, text, c->content.smart, policy, a))
		return true;
	diag_add(l->diags, DIAG_HTML_DEPTH, l->src, (struct mark){0},
	    "HTML elements are nested too deeply");
	return false;
}

/* Explicit summary, text above the mark, or first paragraph. `body` is the
 * Markdown, expanded. */
static str
make_summary(const struct entry *e, struct body *b, str body, str html,
    const struct config *c, const struct html_policy *policy,
    struct arena *a)
{
	struct buf part = {0}, text = {0};
	size_t mark = summary_mark(body);
	str summary;

	if (e->post->summary.len)
		render(&part, body_expand(b, e->post->summary), c, policy, a);
	else if (mark != STR_NONE)
		render(&part, str_sub(body, 0, mark), c, policy, a);
	if (part.len)
		html_text_clean(&text, buf_str(&part));
	if (text.len == 0)
		summary_first_paragraph(
		    &text, html, (size_t)c->content.summary);
	/* A post of one picture, or of nothing: readers want some text. */
	if (text.len == 0)
		buf_add(&text, e->title);
	summary = arena_str(a, buf_str(&text));
	buf_free(&part);
	buf_free(&text);
	return summary;
}

/* Whether the summary is the whole text, as in a post of one paragraph. Only
 * a short text is compared: to take the text of each would cost more than to
 * render it. */
static bool
is_all(str summary, str html)
{
	struct buf text = {0};
	bool same = false;

	if (html.len <= 4 * summary.len + 200) {
		html_text_clean(&text, html);
		same = str_eq(buf_str(&text), summary);
	}
	buf_free(&text);
	return same;
}

/* Ids of one post must not meet those of another on a reader's page. */
static str
id_prefix(const struct post *p, const struct config *c, struct arena *a)
{
	struct buf b = {0};
	str prefix = {0};

	if (c->content.fragments == FRAGMENTS_KEEP) {
		slug_make(&b, str_from(p->url, c->site.url.len), SLUG_JEKYLL);
		buf_addc(&b, '-');
		prefix = arena_str(a, buf_str(&b));
	}
	buf_free(&b);
	return prefix;
}

str
entry_title(const struct post *p, const struct config *c, struct arena *a)
{
	struct buf text = {0}, smart = {0};
	str title = p->title;

	/* Without these characters there is nothing to take from it. */
	if (str_chr(title, '<') != STR_NONE || str_chr(title, '&') != STR_NONE)
		html_text(&text, title, a);
	if (text.len)
		title = arena_str(a, buf_str(&text));
	if (c->content.smart_titles) {
		markdown_smart(&smart, title);
		title = arena_str(a, buf_str(&smart));
	}
	buf_free(&text);
	buf_free(&smart);
	return title;
}

/* The text comes from the post's body, which *text becomes the Markdown of,
 * or from its page. */
static bool
make_content(struct buf *html, struct body *b, str *text,
    const struct html_policy *policy, struct arena *a)
{
	const struct config *c = b->env->config;

	if (c->content.source == CONTENT_PAGES)
		return page_read(html, b->post, policy, a);
	*text = body_expand(b, b->front->body);
	render(html, *text, c, policy, a);
	return true;
}

/* The post's file, unless it is still at hand; what it is in is to be freed. */
static bool
read_text(struct buf *text, const struct post *p, const struct config *c,
    struct source *src, struct arena *a, struct diags *seen)
{
	src->text = p->text;
	return p->text.len || post_file_read(text,
	    path_join(a, c->dir, p->path).ptr, src, seen);
}

bool
entry_render(struct entry *e, const struct post *p, bool full,
    const struct body_env *env, struct arena *a, struct diags *diags)
{
	const struct config *c = env->config;
	struct buf text = {0}, *html = env->html;
	struct source src = {p->path, {0}};
	struct diags seen = {0}; /* what reading the post reported already */
	struct links links = {c, p->url, id_prefix(p, c, a), &src, diags, p,
		env->index, env->sources};
	struct html_policy policy = {links_resolve, &links,
		c->content.iframes.at, c->content.iframes.count,
		links.id_prefix, links.id_prefix.len ? NULL
		: &dialect_get(c)->footnotes};
	struct front_matter fm;
	struct body body = {env, p, &src, &fm, a, diags, .text = {0}};
	str markdown = {0};
	bool ok = read_text(&text, p, c, &src, a, &seen) &&
	    front_matter_cut(&fm, &src, c->posts.dialect, &seen);

	*env->sources = (struct sources){.nowhere = !ok};
	buf_reset(html);
	*e = (struct entry){.post = p, .title = entry_title(p, c, a)};
	e->n_replies = replies_find(&e->replies, p, env, a);
	if (!ok)
		diags_move(diags, &seen);
	else if ((ok = make_content(html, &body, &markdown, &policy, a))) {
		e->summary = make_summary(e, &body, markdown, buf_str(html),
		    c, &policy, a);
		if (c->feeds.images != IMAGES_NONE &&
		    (p->media || env->pictures))
			picture_find(&e->image, &body, &links, buf_str(html));
		if (p->media && p->media->n_files)
			e->n_attachments = attachments_find(
			    &e->attachments, &body, &links);
		if (full) {
			e->content.html = buf_str(html);
			e->summary_is_all =
			    is_all(e->summary, e->content.html);
		}
	}
	diags_free(&seen);
	buf_free(&text);
	return ok;
}
