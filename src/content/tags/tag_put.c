/* SPDX-License-Identifier: MIT
 * tag_put: the tags that generators have, and what their handlers share.
 * DIALECTS.md D6. */
#include "content/tags/tag_put.h"

#include <string.h>

#include "base/web/url.h"
#include "content/html/html.h"
#include "content/entry/entry_links.h"
#include "content/tags/liquid.h"
#include "content/tags/mdx.h"

static const struct tag_row hugo_rows[] = {
	{"figure", put_figure, TAG_INNER | TAG_BLOCK},
	{"highlight", put_highlight, TAG_PAIRED | TAG_CODE},
	{"ref", put_ref, TAG_PLAIN},
	{"relref", put_relref, TAG_PLAIN},
	{"param", put_param, TAG_PLAIN},
	{"details", put_details, TAG_PAIRED | TAG_BLOCK},
	{"qr", put_qr, TAG_INNER},
	{"youtube", put_media, 0},
	{"vimeo", put_media, 0},
	{"vimeo_simple", put_media, 0},
	{"instagram", put_media, 0},
	{"instagram_simple", put_media, 0},
	{"gist", put_gist, 0},
	{"x", put_tweet, 0},
	{"x_simple", put_tweet, 0},
	{"twitter", put_tweet, 0},
	{"twitter_simple", put_tweet, 0},
	{"tweet", put_tweet, 0},
	{"comment", NULL, TAG_INNER | TAG_SILENT},
	{NULL, NULL, 0},
};

static const struct tag_row zola_rows[] = {
	{"youtube", put_media, 0},
	{"vimeo", put_media, 0},
	{"streamable", put_media, 0},
	{"gist", put_gist, 0},
	{NULL, NULL, 0},
};

static const struct tag_row liquid_rows[] = {
	{"highlight", put_highlight, TAG_PAIRED | TAG_CODE},
	{"codeblock", put_codeblock, TAG_PAIRED | TAG_CODE},
	{"code", put_codeblock, TAG_PAIRED | TAG_CODE},
	{"blockquote", put_blockquote, TAG_PAIRED | TAG_BLOCK},
	{"quote", put_blockquote, TAG_PAIRED | TAG_BLOCK},
	{"pullquote", put_pullquote, TAG_PAIRED | TAG_BLOCK},
	{"post_url", put_post_url, TAG_PLAIN},
	{"post_path", put_post_url, TAG_PLAIN},
	{"link", put_link, TAG_PLAIN},
	{"post_link", put_post_link, 0},
	{"asset_path", put_asset_path, TAG_PLAIN},
	{"asset_link", put_asset_link, 0},
	{"asset_img", put_asset_img, 0},
	{"img", put_img, 0},
	{"include_code", put_include_code, 0},
	{"gist", put_gist, 0},
	{"youtube", put_media, 0},
	{"vimeo", put_media, 0},
	{"jsfiddle", put_media, 0},
	{"raw", NULL, TAG_PAIRED | TAG_SILENT},
	{"comment", NULL, TAG_PAIRED | TAG_SILENT},
	{"capture", put_capture, TAG_PAIRED},
	{"set", put_capture, TAG_INNER},
	/* Parts of a condition, which goes as a whole. */
	{"else", NULL, TAG_SILENT},
	{"elsif", NULL, TAG_SILENT},
	{"elseif", NULL, TAG_SILENT},
	{"elif", NULL, TAG_SILENT},
	{"when", NULL, TAG_SILENT},
	{"break", NULL, TAG_SILENT},
	{"continue", NULL, TAG_SILENT},
	{NULL, NULL, 0},
};

static const struct tag_row no_rows[] = {
	{NULL, NULL, 0},
};

const struct tag_language tags_hugo = {
	.next = tag_next_hugo, .args = TAG_ARGS_HUGO, .word = "shortcode",
	.rows = hugo_rows};
const struct tag_language tags_zola = {
	.next = tag_next_zola, .args = TAG_ARGS_ZOLA, .word = "shortcode",
	.rows = zola_rows};
const struct tag_language tags_liquid = {
	.next = tag_next_liquid, .args = TAG_ARGS_LIQUID, .word = "tag",
	.has_flow = true, .put = liquid_put, .rows = liquid_rows};
const struct tag_language tags_nunjucks = {
	.next = tag_next_nunjucks, .args = TAG_ARGS_LIQUID, .word = "tag",
	.has_flow = true, .put = liquid_put, .rows = liquid_rows};
const struct tag_language tags_mdx = {
	.next = tag_next_mdx, .args = TAG_ARGS_JSX, .word = "component",
	.has_html = true, .put = mdx_put, .rows = no_rows};

const struct tag_row *
tag_row_find(const struct tag_language *l, str name)
{
	for (const struct tag_row *r = l->rows; r->name; r++)
		if (str_eq(name, str_of(r->name)))
			return r;
	return NULL;
}

/* ---- what a post knows ---- */

const struct value *
body_value(struct body *b, str key)
{
	static const struct value nothing = {.kind = VALUE_MAP};
	struct diags seen = {0}; /* reading the post reported it */

	if (b->values == NULL && b->front)
		b->values = front_matter_parse(
		    b->front, b->src, b->arena, &seen);
	if (b->values == NULL)
		b->values = &nothing;
	diags_free(&seen);
	return value_find(b->values, key);
}

str
site_base(const struct config *c)
{
	str path = url_split(c->site.url).path;

	while (str_ends(path, S("/")))
		path.len--;
	return path;
}

str
site_origin(const struct config *c)
{
	struct url u = url_split(c->site.url);

	return str_sub(c->site.url, 0, (size_t)(u.authority.ptr +
	    u.authority.len - c->site.url.ptr));
}

/* ---- writing ---- */

void
tag_escape(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		/* A blank line would end an HTML block. */
		if (c == '\n')
			buf_addc(out, ' ');
		else if (c && strchr("&<>\"'`*[]\\{}", c))
			buf_printf(out, "&#%d;", c);
		else
			buf_addc(out, c);
	}
}

void
tag_attr(struct buf *out, const char *name, str value)
{
	if (value.len == 0)
		return;
	buf_printf(out, " %s=\"", name);
	tag_escape(out, value);
	buf_addc(out, '"');
}

void
tag_link(struct buf *out, str url, str text)
{
	buf_add(out, S("<a"));
	tag_attr(out, "href", url);
	buf_addc(out, '>');
	if (text.len == 0)
		text = url;
	/* Or Markdown would make a link of the URL in it. */
	while (text.len) {
		str part = str_sub(text, 0, str_chr(text, ':'));

		tag_escape(out, part);
		if (part.len < text.len)
			buf_add(out, S("&#58;"));
		text = str_from(text, part.len + 1);
	}
	buf_add(out, S("</a>"));
}

void
tag_wrap(struct buf *out, const struct tag_call *t, str open, str close)
{
	str inner = t->inner;

	buf_add(out, open);
	if (!t->is_alone && str_chr(inner, '\n') == STR_NONE) {
		buf_add(out, inner);
		buf_add(out, close);
		return;
	}
	/* Blank lines make Markdown of it. Its first line may be indented. */
	while (str_starts(inner, S("\n")))
		inner = str_from(inner, 1);
	while (inner.len && char_is_space(inner.ptr[inner.len - 1]))
		inner.len--;
	buf_add(out, S("\n\n"));
	if (t->tag->partner != TAG_NO_PARTNER &&
	    str_chr(t->inner, '\n') == STR_NONE)
		buf_add(out, t->indent);
	buf_add(out, inner);
	buf_add(out, S("\n\n"));
	buf_add(out, t->indent);
	buf_add(out, close);
}

/* Whether a text ends in the name of an attribute that is a reference. */
static bool
ends_in_reference(str s)
{
	static const str names[] = {
		S_INIT("href"), S_INIT("src"), S_INIT("srcset"),
		S_INIT("poster"), S_INIT("cite")};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_iends(s, names[i]))
			return true;
	return false;
}

bool
tag_put_nowhere(struct buf *out)
{
	str s = buf_str(out);
	bool wanted;

	while (s.len && !char_is_space(s.ptr[s.len - 1]) &&
	    !strchr("(\"'<", s.ptr[s.len - 1]))
		s.len--;
	if (str_ends(s, S("=\"")) || str_ends(s, S("='")))
		wanted = ends_in_reference(str_sub(s, 0, s.len - 2));
	else
		wanted = str_ends(s, S("](")) || str_ends(s, S("](<")) ||
		    str_ends(str_trim(s), S("]:"));
	if (wanted)
		buf_add(out, S(LINKS_NOWHERE));
	return wanted;
}
