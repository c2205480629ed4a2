/* SPDX-License-Identifier: MIT
 * tag_refs: tags that name another post, or a file of the site. */
#include "content/tags/tag_put.h"

#include "base/core/file.h"
#include "base/web/url.h"

/* For a post that does not exist: a link to it becomes its text. */
static bool
put_nowhere(struct body *b, const struct tag_call *t, str ref,
    struct buf *out)
{
	tag_warn_target(b, t, ref);
	return tag_put_nowhere(out);
}

static void
put_text(const struct tag_call *t, str text, struct buf *out)
{
	if (t->in_code)
		buf_add(out, text);
	else
		tag_escape(out, text);
}

/* An address without the host. The base path is added, unless the author wrote
 * it before the tag, as some versions of the generators ask for. */
static void
put_path(struct body *b, const struct tag_call *t, str url, struct buf *out)
{
	const struct config *c = b->env->config;
	str base = config_base(c), before = buf_str(out);

	if (str_starts(url, c->site.url)) {
		url = str_from(url, c->site.url.len);
		if (!str_ends(before, S("/"))) {
			if (base.len == 0 || !str_ends(before, base))
				put_text(t, base, out);
			buf_addc(out, '/');
		}
	}
	put_text(t, url, out);
}

static str
target_of(const struct tag_call *t)
{
	str ref = tag_arg(&t->args, "path", 0);

	return ref.len ? ref : str_trim(t->tag->args);
}

static const struct post *
find_post(struct body *b, str ref)
{
	b->env->sources->posts = true;
	return post_index_find(
	    b->env->index, b->post, ref, POST_MATCH_NAME);
}

static bool
put_post(struct body *b, const struct tag_call *t, bool absolute,
    struct buf *out)
{
	str ref = target_of(t), url;
	const struct post *p = find_post(b, ref);

	if (p == NULL)
		return put_nowhere(b, t, ref, out);
	url = post_index_url(b->env->index, p, b->arena);
	if (absolute)
		put_text(t, url, out);
	else
		put_path(b, t, url, out);
	put_text(t, str_from(ref, str_chr(ref, '#')), out);
	return true;
}

bool
tag_put_ref(struct body *b, const struct tag_call *t, struct buf *out)
{
	return put_post(b, t, true, out);
}

bool
tag_put_relref(struct body *b, const struct tag_call *t, struct buf *out)
{
	return put_post(b, t, false, out);
}

/* Writes the link of Hexo's {% link Some words https://example.org/ %}. False:
 * there is no address. */
static bool
put_web_link(struct body *b, const struct tag_call *t, struct buf *out)
{
	struct buf words = {0};
	const str *arg = NULL;

	for (size_t i = 0; (arg = tag_arg_at(&t->args, i)) != NULL; i++) {
		if (i && url_is_web(*arg))
			break;
		if (i)
			buf_addc(&words, ' ');
		buf_add(&words, *arg);
	}
	if (arg)
		tag_link(out, *arg, buf_move(&words, b->arena));
	else
		buf_free(&words);
	return arg != NULL;
}

/* Links to a post, a page, or any file of the site. */
bool
tag_put_link(struct body *b, const struct tag_call *t, struct buf *out)
{
	str ref = target_of(t), name = path_base(ref);
	bool is_page = str_iends_any(name, ".md .markdown .html");

	if (put_web_link(b, t, out))
		return true;
	if (is_page || str_chr(name, '.') == STR_NONE || find_post(b, ref))
		return tag_put_relref(b, t, out);
	put_path(b, t, arena_printf(b->arena, "%.*s%.*s",
	    STR_ARG(b->env->config->site.url),
	    STR_ARG(path_relative(ref))), out);
	return true;
}

/* The words after the first, without the flag at the end of Hexo's tags. */
static str
title_of(struct body *b, const struct tag_call *t)
{
	struct buf title = {0};
	const str *word;

	for (size_t i = 1; (word = tag_arg_at(&t->args, i)) != NULL; i++) {
		if (i > 1 && !tag_arg_at(&t->args, i + 1) &&
		    (str_eq(*word, S("true")) || str_eq(*word, S("false"))))
			break;
		if (title.len)
			buf_addc(&title, ' ');
		buf_add(&title, *word);
	}
	return buf_move(&title, b->arena);
}

bool
tag_put_post_link(struct body *b, const struct tag_call *t, struct buf *out)
{
	str ref = tag_arg(&t->args, "path", 0), title = title_of(b, t);
	const struct post *p = find_post(b, ref);

	if (p == NULL) {
		put_nowhere(b, t, ref, out);
		tag_escape(out, title);
		return title.len > 0;
	}
	tag_link(out, post_index_url(b->env->index, p, b->arena),
	    title.len ? title : p->matter->title);
	return true;
}

/* The address of a file of the post: Hexo copies these to the folder of its
 * page; for a page a.html, to the folder a/. */
bool
tag_put_asset_path(struct body *b, const struct tag_call *t, struct buf *out)
{
	str path = tag_arg(&t->args, "path", 0), page = b->post->matter->url;
	struct buf url = {0};

	if (str_ends(page, S(".html")))
		page = arena_printf(b->arena, "%.*s/",
		    STR_ARG(str_sub(page, 0, page.len - 5)));
	if (path.len && url_resolve(&url, page, path))
		put_path(b, t, arena_str(b->arena, buf_str(&url)), out);
	else
		put_text(t, path, out);
	buf_free(&url);
	return true;
}

bool
tag_put_asset_link(struct body *b, const struct tag_call *t, struct buf *out)
{
	tag_link(out, tag_arg(&t->args, "path", 0), title_of(b, t));
	return true;
}
