/* SPDX-License-Identifier: MIT
 * tag_media: tags that embed what other sites show: readers get a link. */
#include "content/tags/tag_put.h"

#include "base/web/url.h"

/* An address consists of `before`, the id and `behind`. */
static const struct site {
	const char *name, *before, *behind;
} sites[] = {
	{"youtube", "https://www.youtube.com/watch?v=", ""},
	{"vimeo", "https://vimeo.com/", ""},
	{"vimeo_simple", "https://vimeo.com/", ""},
	{"instagram", "https://www.instagram.com/p/", "/"},
	{"instagram_simple", "https://www.instagram.com/p/", "/"},
	{"streamable", "https://streamable.com/", ""},
	{"jsfiddle", "https://jsfiddle.net/", "/"},
};

/* The link, with the arguments `title` or `label` as its text. */
static bool
put_url(const struct tag_call *t, str url, struct buf *out)
{
	const str *title = tag_arg_named(&t->args, S("title"));

	if (title == NULL)
		title = tag_arg_named(&t->args, S("label"));
	tag_link(out, url, title ? *title : (str){0});
	return true;
}

bool
tag_put_media(struct body *b, const struct tag_call *t, struct buf *out)
{
	const struct site *site = STR_ROW(sites, t->tag->name, str_eq);
	str id = tag_arg(&t->args, "id", 0);

	if (id.len == 0)
		return tag_lacks(b, t, "id");
	if (url_is_web(id))
		return put_url(t, id, out);
	return site && put_url(t, arena_printf(b->arena, "%s%.*s%s",
	    site->before, STR_ARG(id), site->behind), out);
}

/* Hugo: user, id and maybe a file; Zola: url; the others: id and a file. */
bool
tag_put_gist(struct body *b, const struct tag_call *t, struct buf *out)
{
	const str *second = tag_arg_at(&t->args, 1);
	str id = tag_arg(&t->args, "url", 0);

	if (id.len == 0)
		return tag_lacks(b, t, "id");
	if (url_is_web(id))
		return put_url(t, id, out);
	if (second && str_chr(id, '/') == STR_NONE &&
	    str_chr(*second, '.') == STR_NONE)
		id = arena_printf(b->arena, "%.*s/%.*s", STR_ARG(id),
		    STR_ARG(*second));
	return put_url(t, arena_printf(b->arena,
	    "https://gist.github.com/%.*s", STR_ARG(id)), out);
}

bool
tag_put_tweet(struct body *b, const struct tag_call *t, struct buf *out)
{
	const str *user = tag_arg_named(&t->args, S("user"));
	str id = tag_arg(&t->args, "id", 0);

	if (id.len == 0)
		return tag_lacks(b, t, "id");
	return put_url(t, arena_printf(b->arena,
	    "https://x.com/%.*s/status/%.*s",
	    STR_ARG(user ? *user : S("i")), STR_ARG(id)), out);
}

/* Gives the link or text itself: it can be followed or copied. */
bool
tag_put_qr(struct body *b, const struct tag_call *t, struct buf *out)
{
	str text = tag_arg(&t->args, "text", 0);

	if (text.len == 0)
		text = str_trim(t->inner);
	if (text.len == 0)
		return tag_lacks(b, t, "text");
	if (url_is_web(text))
		tag_link(out, text, (str){0});
	else
		tag_escape(out, text);
	return true;
}
