/* SPDX-License-Identifier: MIT
 * entry: a post as readers get it. */
#include "content/entry/entry.h"

#include "base/core/file.h"
#include "base/text/slug.h"
#include "post/front/front_matter.h"
#include "post/post_file.h"
#include "content/links/links.h"
#include "content/markdown/attributes.h"
#include "content/markdown/flavour.h"
#include "content/markdown/markdown.h"
#include "content/markdown/markdown_source.h"
#include "content/entry/site_files.h"
#include "content/entry/summary.h"
#include "content/entry/text.h"
#include "content/tags/tag_put.h"

/* The value of a key that few posts have; it may be below the key `above`.
 * Parses the front matter only if its text contains the key, since parsing
 * takes time. NULL: there is none. */
static const struct value *
rare_value(struct body *b, str key, str above)
{
	const struct value *v;

	if (str_find(b->front->text, key) == STR_NONE)
		return NULL;
	v = body_value(b, above.len ? above : key);
	return above.len ? value_find(v, key) : v;
}

/* The offset at which the summary ends: the mark of the post or of the site, as
 * in Jekyll, or else a comment such as <!--more-->. */
static size_t
find_mark(struct body *b, str markdown)
{
	const struct value *v = rare_value(b, S("excerpt_separator"),
	    (str){0});
	str own = v && v->kind == VALUE_SCALAR ? v->text
	    : b->env->config->content.summary_mark;
	size_t at = own.len ? str_find(markdown, own) : STR_NONE;

	return at != STR_NONE ? at : summary_mark(markdown,
	    b->env->config->posts.generator->text.summary_mark,
	    b->front->format->kind == TEXT_HTML, b->arena);
}

/* Whether feeds shall have only the summary of the post. */
static bool
is_excerpt_only(struct body *b)
{
	bool on = false;

	value_bool(rare_value(b, S("excerpt_only"), S("feed")), &on);
	return on;
}

/* The summary of the front matter, the text above the mark, or the first
 * paragraph. `markdown` is the text, expanded, and `html` what it makes. */
static str
make_summary(const struct entry *e, struct body *b, str markdown, str html,
    const struct html_policy *policy)
{
	struct buf part = {0}, text = {0};
	size_t mark = find_mark(b, markdown);

	if (e->post->matter->summary.len)
		text_render_markdown(&part, body_expand(b,
		    e->post->matter->summary), b, policy);
	else if (mark != STR_NONE)
		text_render(&part, str_sub(markdown, 0, mark), b, policy);
	if (part.len)
		html_text_clean(&text, buf_str(&part));
	if (text.len == 0)
		summary_first_paragraph(&text, html,
		    (size_t)b->env->config->content.summary);
	/* A post of one picture, or of nothing: readers want some text. */
	if (text.len == 0)
		buf_add(&text, e->title.len ? e->title
		    : e->post->matter->url);
	buf_free(&part);
	return buf_move(&text, b->arena);
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

	if (c->content.fragments != FRAGMENTS_KEEP)
		return (str){0};
	slug_make(&b, str_from(p->matter->url, c->site.url.len), SLUG_JEKYLL);
	buf_addc(&b, '-');
	return buf_move(&b, a);
}

str
entry_title(const struct post *p, const struct config *c, struct arena *a)
{
	struct buf text = {0}, smart = {0};
	str title = p->matter->title;

	/* Without these characters there is nothing to take from it. */
	if (str_chr(title, '<') != STR_NONE || str_chr(title, '&') != STR_NONE)
		html_text(&text, title, a);
	if (text.len)
		title = buf_move(&text, a);
	buf_free(&text);
	if (!c->content.smart_titles)
		return title;
	markdown_smart(&smart, title);
	return buf_move(&smart, a);
}

/* The link to the post's own page, where its title leads elsewhere. */
static struct markup
make_mark(const struct post *p, str title, const struct config *c,
    struct arena *a)
{
	struct buf b = {0};

	if (str_eq(c->content.link_mark, S("none")))
		return (struct markup){0};
	buf_add(&b, S("<a href=\""));
	html_escape(&b, p->matter->url);
	if (title.len) {
		buf_add(&b, S("\" title=\""));
		html_escape(&b, title);
	}
	buf_add(&b, S("\">"));
	html_escape(&b, c->content.link_mark);
	buf_add(&b, S("</a>"));
	return (struct markup){buf_move(&b, a)};
}

static void
add_mark(struct buf *html, struct markup mark)
{
	if (mark.html.len == 0)
		return;
	if (html->len && html->ptr[html->len - 1] != '\n')
		buf_addc(html, '\n');
	buf_add(html, S("<p>"));
	buf_add(html, mark.html);
	buf_add(html, S("</p>\n"));
}

/* Sets what the entry is about and replies to. */
static void
add_relations(struct entry *e, const struct body_env *env, struct arena *a)
{
	const struct relations *r = e->post->matter->relations;

	if (r == NULL)
		return;
	e->external_url = r->external;
	if (r->external.len)
		e->mark = make_mark(e->post, e->title, env->config, a);
	e->n_replies = replies_find(&e->replies, e->post, env, a);
}

/* The text as Markdown. Ignores the findings about its references: they were
 * reported when the HTML was made. */
static str
make_source(str text, unsigned flavour, const struct entry *e,
    const struct html_policy *policy, struct arena *a)
{
	struct links links = *(const struct links *)policy->ctx;
	struct html_policy silent = *policy;
	struct diags ignored = {.most = 1};
	struct buf b = {0}, stripped = {0};

	links.diags = &ignored;
	silent.ctx = &links;
	/* Its parser has read the attribute lists, which are no Markdown. */
	if (flavour & FLAVOUR_KRAMDOWN && str_chr(text, '{') != STR_NONE) {
		attributes_strip(&stripped, text,
		    links.config->posts.generator->text.attributes, a);
		text = buf_move(&stripped, a);
	}
	markdown_source(&b, text, flavour, &silent, a);
	if (b.len)
		buf_addc(&b, '\n');
	add_mark(&b, e->mark);
	while (str_ends(buf_str(&b), S("\n")))
		b.len--;
	diags_free(&ignored);
	return buf_move(&b, a);
}

bool
entry_render(struct entry *e, const struct post *p, bool full,
    const struct body_env *env, struct arena *a, struct diags *diags)
{
	const struct config *c = env->config;
	struct buf text = {0}, *html = env->html;
	struct source src = {p->path, {0}};
	struct diags seen = {.most = 1}; /* what reading the post reported already */
	struct links links = {c, p->matter->url, id_prefix(p, c, a), &src,
		diags, p, env->index, env->sources};
	struct html_policy policy = {
		.resolve = links_resolve, .ctx = &links,
		.iframe_hosts = c->content.iframes.at,
		.n_iframe_hosts = c->content.iframes.count,
		.id_prefix = links.id_prefix,
		.math = (enum html_math)c->content.math,
		.footnotes = links.id_prefix.len ? NULL
		    : &c->posts.generator->text.footnotes};
	struct front_matter fm;
	struct body body = {env, p, &src, &fm, a, diags, .text = {0}};
	str markdown = {0};
	struct stamp stamp;
	bool ok = post_file_read(&text, path_join(a, c->dir, p->path).ptr,
	    c->limits.post, &src, &stamp, &seen) &&
	    front_matter_cut(&fm, &src, c->posts.generator, &seen);

	*env->sources = (struct sources){
		.nowhere = !ok, .unread = stamp_is_unknown(stamp)};
	buf_reset(html);
	*e = (struct entry){.post = p, .title = entry_title(p, c, a)};
	add_relations(e, env, a);
	if (!ok)
		diags_move(diags, &seen);
	else if ((ok = text_make(html, &body, &markdown, &policy))) {
		site_files_settle(html, &body);
		e->summary = make_summary(
		    e, &body, markdown, buf_str(html), &policy);
		if (c->feeds.images != IMAGES_NONE &&
		    (p->matter->media || env->pictures))
			picture_find(&e->image, &body, &links, buf_str(html));
		if (p->matter->media && p->matter->media->n_files)
			e->n_attachments = attachments_find(
			    &e->attachments, &body, &links);
		if (p->matter->episode)
			e->episode = episode_files_find(&body, &links);
		if (full && !is_excerpt_only(&body)) {
			e->summary_is_all =
			    is_all(e->summary, buf_str(html));
			add_mark(html, e->mark);
			e->content.html = buf_str(html);
			if (c->content.markdown &&
			    fm.format->kind == TEXT_MARKDOWN)
				e->source = make_source(markdown,
				    flavour_of(c), e, &policy, a);
		}
	}
	diags_free(&seen);
	buf_free(&text);
	return ok && !body.is_costly && !env->sources->unread;
}

void
entry_summary_html(struct buf *out, const struct entry *e)
{
	html_escape(out, e->summary);
	if (e->content.html.len || e->mark.html.len == 0)
		return;
	buf_addc(out, ' ');
	buf_add(out, e->mark.html);
}
