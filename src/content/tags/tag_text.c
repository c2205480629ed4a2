/* SPDX-License-Identifier: MIT
 * tag_text: tags around text, and values of the front matter. */
#include "content/codes/content_codes.h"
#include "content/tags/tag_put.h"

#include "base/web/url.h"

bool
tag_put_details(struct body *b, const struct tag_call *t, struct buf *out)
{
	str summary = tag_arg(&t->args, "summary", 0);
	struct buf open = {0};

	buf_add(&open, S("<details><summary>"));
	tag_escape(&open, summary.len ? summary : S("Details"));
	buf_add(&open, S("</summary>"));
	tag_wrap(out, t, buf_move(&open, b->arena), S("</details>"));
	return true;
}

/* ---- quotes ---- */

/* Who is quoted: "Author[, Work] [URL [title of the link]]". */
struct citation {
	str author, work, url, title;
};

static struct citation
read_citation(str args)
{
	struct citation c = {0};
	str rest = args, word, by = args;
	size_t comma;

	while (str_word(&rest, &word))
		if (url_is_web(word)) {
			c.url = word;
			c.title = str_trim(rest);
			by = str_sub(args, 0,
			    (size_t)(word.ptr - args.ptr));
			break;
		}
	by = str_trim(by);
	comma = c.url.len ? STR_NONE : str_chr(by, ',');
	c.author = str_trim(str_sub(by, 0, comma));
	if (comma != STR_NONE)
		c.work = str_trim(str_from(by, comma + 1));
	return c;
}

/* Octopress's and Hexo's. */
bool
tag_put_blockquote(struct body *b, const struct tag_call *t, struct buf *out)
{
	struct citation c = read_citation(t->tag->args);
	struct buf close = {0};

	if (c.author.len || c.url.len) {
		buf_add(&close, S("<footer>\xE2\x80\x94 "));
		tag_escape(&close, c.author);
		if (c.author.len && (c.work.len || c.url.len))
			buf_add(&close, S(", "));
		if (c.work.len || c.url.len)
			buf_add(&close, S("<cite>"));
		if (c.url.len)
			tag_link(&close, c.url, c.title);
		else
			tag_escape(&close, c.work);
		if (c.work.len || c.url.len)
			buf_add(&close, S("</cite>"));
		buf_add(&close, S("</footer>"));
	}
	buf_add(&close, S("</blockquote>"));
	tag_wrap(out, t, S("<blockquote>"), buf_move(&close, b->arena));
	return true;
}

/* Text of the post. What stands between {" and "} is what a theme shows a
 * second time; the marks are dropped. */
bool
tag_put_pullquote(struct body *b, const struct tag_call *t, struct buf *out)
{
	str s = t->inner;

	(void)b;
	for (size_t i = 0; i < s.len; i++) {
		str two = str_sub(s, i, 2);

		if (str_eq(two, S("{\"")) || str_eq(two, S("\"}")))
			i++;
		else
			buf_addc(out, s.ptr[i]);
	}
	return true;
}

/* ---- values ---- */

bool
tag_put_param(struct body *b, const struct tag_call *t, struct buf *out)
{
	str path = tag_arg(&t->args, "name", 0), name;
	const struct value *v;
	str rest = path;

	if (path.len == 0)
		return tag_lacks(b, t, "name");
	str_split(&rest, '.', &name);
	v = body_value(b, name);
	if (v == NULL)
		v = value_ifind(body_value(b, S("params")), name);
	while (v && str_split(&rest, '.', &name))
		v = value_ifind(v, name);
	if (v == NULL || v->kind != VALUE_SCALAR) {
		body_warn(b, DIAG_TAG_ARGUMENT, t->tag->start,
		    "the post has no '%.*s'", STR_ARG(path));
		return false;
	}
	buf_add(out, v->text);
	return true;
}
