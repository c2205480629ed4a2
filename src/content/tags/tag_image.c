/* SPDX-License-Identifier: MIT
 * tag_image: pictures. */
#include "content/tags/tag_put.h"

#include "base/text/scan.h"

static str
named_arg(const struct tag_call *t, const char *name)
{
	const str *v = tag_arg_named(&t->args, str_of(name));

	return v ? *v : (str){0};
}

static bool
has_markup(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (char_is_one_of(s.ptr[i], "*_[`<&"))
			return true;
	return false;
}

static void
put_attribution(str text, str link, struct buf *out)
{
	if (text.len && link.len)
		tag_link(out, link, text);
	else
		tag_escape(out, text);
}

/* A caption in Markdown is a paragraph of its own, unless the tag stands in a
 * line of text. */
static void
put_figcaption(const struct tag_call *t, struct buf *out)
{
	str caption = named_arg(t, "caption"), title = named_arg(t, "title");
	str attr = named_arg(t, "attr");
	bool block = !t->in_html && t->is_alone && has_markup(caption) &&
	    str_chr(caption, '\n') == STR_NONE;

	if (caption.len == 0 && title.len == 0 && attr.len == 0)
		return;
	buf_add(out, S("<figcaption>"));
	if (title.len) {
		buf_add(out, S("<strong>"));
		tag_escape(out, title);
		buf_add(out, S("</strong> "));
	}
	if (block)
		buf_printf(out, "\n\n%.*s%.*s", STR_ARG(t->indent),
		    STR_ARG(caption));
	else
		tag_escape(out, caption);
	if (attr.len && caption.len)
		buf_addc(out, ' ');
	put_attribution(attr, named_arg(t, "attrlink"), out);
	if (block)
		buf_printf(out, "\n\n%.*s", STR_ARG(t->indent));
	buf_add(out, S("</figcaption>"));
}

/* Hugo's figure, whose arguments all have names. */
bool
tag_put_figure(struct body *b, const struct tag_call *t, struct buf *out)
{
	str src = tag_arg(&t->args, "src", 0), link = named_arg(t, "link");

	if (src.len == 0)
		return tag_lacks(b, t, "picture");
	buf_add(out, S("<figure>"));
	if (link.len) {
		buf_add(out, S("<a"));
		tag_attr(out, "href", link);
		buf_addc(out, '>');
	}
	buf_add(out, S("<img"));
	tag_attr(out, "src", src);
	tag_attr(out, "alt", named_arg(t, "alt"));
	tag_attr(out, "width", named_arg(t, "width"));
	tag_attr(out, "height", named_arg(t, "height"));
	buf_addc(out, '>');
	if (link.len)
		buf_add(out, S("</a>"));
	put_figcaption(t, out);
	buf_add(out, S("</figure>"));
	return true;
}

static bool
is_size(str s)
{
	return scan_number(&s).digits &&
	    (s.len == 0 || str_eq(s, S("px")) || str_eq(s, S("%")));
}

/* Octopress and Hexo: [classes] src [width] [height] [title [alt]]. `at` is
 * the source. */
static void
put_positional(const struct tag_args *args, size_t at, struct buf *out)
{
	const str *src = tag_arg_at(args, at++), *v;
	struct buf title = {0};
	const char *size = "width";
	size_t texts = 0;
	str alt = {0};

	buf_add(out, S("<img"));
	tag_attr(out, "src", *src);
	for (; (v = tag_arg_at(args, at)) != NULL; at++) {
		if (size && is_size(*v)) {
			tag_attr(out, size, *v);
			size = size[0] == 'w' ? "height" : NULL;
			continue;
		}
		size = NULL;
		/* Two texts in quotes are the title and the alternative text;
		 * words without quotes are both. */
		if (texts++)
			buf_addc(&title, ' ');
		buf_add(&title, *v);
		alt = *v;
	}
	tag_attr(out, "alt", texts == 2 ? alt : buf_str(&title));
	buf_addc(out, '>');
	buf_free(&title);
}

/* The source is the first argument with `sign` in it; else the first one. */
static bool
put_from(struct body *b, const struct tag_call *t, char sign, struct buf *out)
{
	size_t src = 0;
	const str *v;

	if (tag_arg_at(&t->args, 0) == NULL)
		return tag_lacks(b, t, "picture");
	while ((v = tag_arg_at(&t->args, src)) != NULL &&
	    str_chr(*v, sign) == STR_NONE)
		src++;
	put_positional(&t->args, v ? src : 0, out);
	return true;
}

/* Octopress: a path, or a URL. */
bool
tag_put_img(struct body *b, const struct tag_call *t, struct buf *out)
{
	return put_from(b, t, '/', out);
}

/* Hexo: the name of a file. */
bool
tag_put_asset_img(struct body *b, const struct tag_call *t, struct buf *out)
{
	return put_from(b, t, '.', out);
}
