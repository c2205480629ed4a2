/* SPDX-License-Identifier: MIT
 * tag_code: tags that hold code, or name a file of it. */
#include "content/tags/tag_put.h"

#include "base/web/url.h"
#include "content/html/html.h"

/* The longest run of backticks in a text. */
static size_t
longest_ticks(str s)
{
	size_t most = 0, n = 0;

	for (size_t i = 0; i < s.len; i++) {
		n = s.ptr[i] == '`' ? n + 1 : 0;
		most = n > most ? n : most;
	}
	return most;
}

/* Whether a line of the code does not begin with `indent`. */
static bool
has_outdented_line(str code, str indent)
{
	str line;

	while (str_split(&code, '\n', &line))
		if (str_trim(line).len && !str_starts(line, indent))
			return true;
	return false;
}

/* Without the blank lines at its ends, but with the indentation of its first
 * line. */
static str
trim_lines(str code)
{
	for (;;) {
		size_t end = str_chr(code, '\n');

		if (end == STR_NONE || str_trim(str_sub(code, 0, end)).len)
			break;
		code = str_from(code, end + 1);
	}
	return str_trim_end(code);
}

static void
put_fence(struct buf *out, size_t ticks)
{
	for (size_t i = 0; i < ticks; i++)
		buf_addc(out, '`');
}

static void
put_pre(struct buf *out, str code, str language)
{
	buf_add(out, S("<pre><code"));
	if (language.len) {
		buf_add(out, S(" class=\"language-"));
		tag_escape(out, language);
		buf_addc(out, '"');
	}
	buf_addc(out, '>');
	html_escape(out, code);
	buf_add(out, S("\n</code></pre>"));
}

/* Appends a fenced block, or <pre> if the text is HTML. Indents its lines, so
 * that they stay in the list item that has the tag. */
static void
put_code(struct buf *out, const struct tag_call *t, str language)
{
	str code = trim_lines(t->inner), line;
	size_t ticks = longest_ticks(code) < 3 ? 3 : longest_ticks(code) + 1;
	bool outdented = has_outdented_line(code, t->indent);

	if (t->in_html) {
		put_pre(out, code, language);
		return;
	}
	if (out->len && !t->is_alone)
		buf_add(out, S("\n\n"));
	put_fence(out, ticks);
	if (str_chr(language, '`') == STR_NONE)
		buf_add(out, language);
	while (str_split(&code, '\n', &line)) {
		buf_addc(out, '\n');
		if (outdented)
			buf_add(out, t->indent);
		buf_add(out, line);
	}
	buf_addc(out, '\n');
	buf_add(out, t->indent);
	put_fence(out, ticks);
	if (!t->is_alone)
		buf_addc(out, '\n');
}

static bool
is_true(const struct tag_args *args, const char *name)
{
	const str *v = tag_arg_named(args, str_of(name));

	return v && str_eq(*v, S("true"));
}

/* Hugo's and Jekyll's: the language, then options. */
bool
tag_put_highlight(struct body *b, const struct tag_call *t, struct buf *out)
{
	str language, rest = tag_arg(&t->args, "lang", 0);
	const str *options = tag_arg_at(&t->args, 1);

	(void)b;
	str_word(&rest, &language);
	if (is_true(&t->args, "hl_inline") || (options &&
	    str_find(*options, S("hl_inline=true")) != STR_NONE)) {
		buf_add(out, S("<code>"));
		tag_escape(out, str_trim(t->inner));
		buf_add(out, S("</code>"));
	} else
		put_code(out, t, language);
	return true;
}

/* Whether a word is an option, such as "start:10". */
static bool
is_option(str word)
{
	size_t colon = str_chr(word, ':');

	return colon != STR_NONE && str_has_word(S("start mark linenos "
	    "line_number highlight first_line line_threshold wrap"),
	    str_sub(word, 0, colon), str_eq);
}

/* Octopress's and Hexo's: [title] [lang:x] [url] [text of the link], in any
 * order but that of title and text. */
struct caption {
	str language, url;
	struct buf title, link;
};

static void
read_caption(struct caption *c, str args)
{
	str word;

	while (str_word(&args, &word)) {
		struct buf *to = c->url.len ? &c->link : &c->title;

		if (is_option(word))
			continue;
		if (str_starts(word, S("lang:")))
			c->language = str_from(word, 5);
		else if (c->url.len == 0 && url_is_web(word))
			c->url = word;
		else {
			if (to->len)
				buf_addc(to, ' ');
			buf_add(to, word);
		}
	}
}

bool
tag_put_codeblock(struct body *b, const struct tag_call *t, struct buf *out)
{
	struct caption c = {0};

	(void)b;
	read_caption(&c, t->tag->args);
	if (c.title.len || c.url.len) {
		buf_add(out, S("<p>"));
		tag_escape(out, buf_str(&c.title));
		if (c.title.len && c.url.len)
			buf_addc(out, ' ');
		if (c.url.len)
			tag_link(out, c.url, c.link.len ? buf_str(&c.link)
			                                : S("link"));
		buf_add(out, S("</p>\n\n"));
		buf_add(out, t->indent);
	}
	put_code(out, t, c.language);
	buf_free(&c.title);
	buf_free(&c.link);
	return true;
}

/* Where the file lies is the theme's choice. Octopress and Hexo publish it
 * below /downloads/code/. */
bool
tag_put_include_code(struct body *b, const struct tag_call *t, struct buf *out)
{
	struct caption c = {0};
	str title, file;

	read_caption(&c, t->tag->args);
	title = buf_str(&c.title);
	file = str_from(title, str_rchr(title, ' ') + 1);
	if (file.len == 0)
		tag_lacks(b, t, "file");
	else
		tag_link(out, arena_printf(b->arena,
		    "/downloads/code/%.*s", STR_ARG(file)), title);
	buf_free(&c.title);
	buf_free(&c.link);
	return file.len > 0;
}
