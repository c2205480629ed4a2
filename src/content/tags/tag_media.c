/* SPDX-License-Identifier: MIT
 * tag_media: tags that embed what other sites show: readers get a link. */
#include "content/codes/content_codes.h"
#include "content/tags/tag_put.h"

#include "base/web/url.h"

/* An address consists of `before`, the id and `behind`. */
static const struct {
	str name;
	const char *before, *behind;
} sites[] = {
	{S_INIT("youtube"), "https://www.youtube.com/watch?v=", ""},
	{S_INIT("vimeo"), "https://vimeo.com/", ""},
	{S_INIT("vimeo_simple"), "https://vimeo.com/", ""},
	{S_INIT("instagram"), "https://www.instagram.com/p/", "/"},
	{S_INIT("instagram_simple"), "https://www.instagram.com/p/", "/"},
	{S_INIT("streamable"), "https://streamable.com/", ""},
	{S_INIT("jsfiddle"), "https://jsfiddle.net/", "/"},
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
	str id = tag_arg(&t->args, "id", 0);

	if (id.len == 0)
		return tag_lacks(b, t, "id");
	if (url_is_web(id))
		return put_url(t, id, out);
	for (size_t i = 0; i < sizeof sites / sizeof *sites; i++)
		if (str_eq(sites[i].name, t->tag->name))
			return put_url(t, arena_printf(b->arena, "%s%.*s%s",
			    sites[i].before, STR_ARG(id), sites[i].behind),
			    out);
	return false;
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
