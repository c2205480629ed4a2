/* SPDX-License-Identifier: MIT
 * convert: runs programs on posts that are neither Markdown nor HTML. */
#include "content/entry/convert.h"

#include "base/core/file.h"
#include "base/process/converter.h"
#include "config/config_codes.h"
#include "content/codes/content_codes.h"
#include "content/entry/entry.h"
#include "content/html/html_tree.h"
#include "content/html/selector.h"
#include "post/front/front_matter.h"
#include "post/post_file.h"
#include "post/read/heading.h"

enum { MOST_OUTPUT = 16 * 1024 * 1024 };

/* ---- the config ---- */

static bool
is_other(const struct text_format *f)
{
	return f->kind == TEXT_OTHER;
}

/* Finds a format by its name or by an ending of its files; or NULL. */
static const struct text_format *
find_format(str name)
{
	struct arena a = {0};
	str end = arena_printf(&a, ".%.*s", STR_ARG(name));
	const struct text_format *f, *found = NULL;

	for (size_t i = 0; (f = text_format_at(i)) != NULL && !found; i++)
		if (is_other(f) && str_has_word(str_of(f->ends), end, str_ieq))
			found = f;
	arena_free(&a);
	return found;
}

static bool
check_command(const struct config *c, const struct value *m,
    struct diags *diags)
{
	struct arena a = {0};
	struct buf all = {0};
	const struct text_format *f;
	str program = {0};
	bool known = find_format(m->key) != NULL;
	bool ok = known && m->kind == VALUE_SCALAR &&
	    converter_words(m->text, &program, &a) != NULL;

	for (size_t i = 0; (f = text_format_at(i)) != NULL; i++)
		if (is_other(f))
			buf_printf(&all, "%s%s", all.len ? ", " : "", f->name);
	if (!known)
		diag_add(diags, DIAG_CONFIG_KEY, config_source(c, m), m->key_at,
		    "content.convert has '%.*s', expected one of %s",
		    STR_ARG(m->key), buf_cstr(&all));
	else if (m->kind != VALUE_SCALAR)
		diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, m), m->at,
		    "content.convert.%.*s is %s, expected a command",
		    STR_ARG(m->key), value_kind_name(m));
	else if (!ok)
		diag_add(diags, DIAG_CONFIG_VALUE, config_source(c, m), m->at,
		    "content.convert.%.*s is '%.*s', expected a command whose "
		    "first word is a program in PATH", STR_ARG(m->key),
		    STR_ARG(m->text));
	buf_free(&all);
	arena_free(&a);
	return ok;
}

bool
convert_check(const struct config *c, struct diags *diags)
{
	const struct value *all = c->content.convert;
	bool ok = true;

	if (all && all->kind != VALUE_MAP) {
		diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, all),
		    all->at, "content.convert is %s, expected a map of formats "
		    "to commands", value_kind_name(all));
		return false;
	}
	for (const struct value *m = all ? all->first : NULL; m; m = m->next)
		ok &= check_command(c, m, diags);
	return ok;
}

bool
convert_is_for(const struct config *c, str path)
{
	return c->content.source == CONTENT_POSTS &&
	    is_other(text_format_of(path));
}

const struct value *
convert_command(const struct config *c, str path)
{
	const struct text_format *f = text_format_of(path);
	const struct value *m = c->content.convert
	    ? c->content.convert->first : NULL;

	while (m && find_format(m->key) != f)
		m = m->next;
	return m;
}

/* ---- running it ---- */

static struct converted
fail(struct arena *a, str program, str why)
{
	return (struct converted){true, arena_printf(a, "'%.*s' %.*s",
	    STR_ARG(program), STR_ARG(why))};
}

/* The input of the program: the whole file, without front matter between
 * fences, which is not in the syntax of the format. */
static str
input_of(const struct front_matter *fm, str text)
{
	return fm->syntax == FRONT_NONE || fm->syntax >= FRONT_OWN ? text
	    : fm->body;
}

struct converted
convert_post(const struct config *c, str path, bool is_free, struct arena *a)
{
	struct converter_limits limits = {
		.seconds = (unsigned)c->limits.convert,
		.memory = (size_t)c->limits.memory << 20,
		.output = MOST_OUTPUT,
		.is_free = is_free,
	};
	const struct value *command = convert_command(c, path);
	struct source src = {path, {0}};
	struct buf text = {0}, out = {0};
	struct front_matter fm;
	struct diags seen = {0}; /* dropped: rendering reports the same */
	struct converted v = {.failed = true};
	str program, why;
	char *const *argv = converter_words(command->text, &program, a);

	if (argv == NULL)
		v = fail(a, program, S("is not in PATH"));
	else if (post_file_read(&text, path_join(a, c->dir, path).ptr,
	    c->limits.post, &src, NULL, &seen) &&
	    front_matter_cut(&fm, &src, c->posts.generator, &seen))
		v = converter_run(argv, input_of(&fm, src.text), &limits,
		    &out, &why, a)
		    ? (struct converted){false, arena_str(a, buf_str(&out))}
		    : fail(a, program, why);
	buf_free(&text);
	buf_free(&out);
	diags_free(&seen);
	return v;
}

/* ---- its output ---- */

/* Removes the first part that begins with `open` and ends with `close`. */
static str
without(str html, str open, str close, struct arena *a)
{
	size_t at = str_find(html, open), end;

	if (at == STR_NONE)
		return html;
	end = str_find(str_from(html, at), close);
	if (end == STR_NONE)
		return html;
	return arena_printf(a, "%.*s%.*s", STR_ARG(str_sub(html, 0, at)),
	    STR_ARG(str_from(html, at + end + close.len)));
}

/* Finds the element with the text: the one of Asciidoctor, docutils or
 * nbconvert, or else the whole body. */
static const struct html_node *
find_part(const struct html_node *page, struct arena *a)
{
	static const char *const parts[] = {
		"#content", "main", "div.document", "body",
	};
	const struct html_node *part = NULL;
	const char *why;
	size_t bad;

	for (size_t i = 0; !part && i < sizeof parts / sizeof *parts; i++)
		part = selector_find(selector_parse(
		    a, str_of(parts[i]), &bad, &why), page, a);
	return part ? part : page;
}

/* Whether a heading repeats the title of the post. */
static bool
is_title(const struct heading *h, struct body *b)
{
	struct buf text = {0};
	bool same;

	html_text(&text, h->title, b->arena);
	same = str_eq(buf_str(&text),
	    entry_title(b->post, b->env->config, b->arena));
	buf_free(&text);
	return same;
}

bool
convert_write(struct buf *out, const struct converted *v, struct body *b,
    const struct html_policy *policy)
{
	str html = v->text;
	struct buf part = {0};
	const struct html_node *page;
	struct heading h;

	if (v->failed) { /* the next run may succeed: feeds keep the entry */
		b->env->sources->unread = true;
		diag_add(b->diags, DIAG_CONVERT_FAILED, b->src,
		    (struct mark){0}, "%.*s", STR_ARG(v->text));
		return false;
	}
	html = without(html, S("<dl class=\"docinfo"), S("</dl>"), b->arena);
	html = without(html, S("<table class=\"docinfo"), S("</table>"),
	    b->arena);
	page = html_tree_parse_page(html, b->arena);
	if (page == NULL || !html_sanitize_tree(&part,
	    find_part(page, b->arena), policy, b->arena)) {
		buf_reset(&part);
		html_bare(&part, html, policy, b->arena);
	}
	html = str_trim(buf_str(&part));
	if (heading_find(&h, html, TEXT_HTML, b->arena) && is_title(&h, b))
		html = str_trim(h.rest);
	buf_add(out, html);
	if (html.len)
		buf_addc(out, '\n');
	buf_free(&part);
	return true;
}
