/* SPDX-License-Identifier: MIT
 * survey_convert: finds programs for posts that are neither Markdown nor
 * HTML. */
#include "base/process/converter.h"
#include "build/witness/survey_parts.h"
#include "content/entry/convert.h"
#include "generators/import/import_change.h"
#include "post/front/text_format.h"

/* Usual programs, the best one for a format first. They are told not to put
 * other files into a post. */
static const struct program {
	const char *format, *command;
} programs[] = {
	{"rst", "rst2html5 --no-file-insertion -"},
	{"rst", "rst2html5.py --no-file-insertion -"},
	{"rst", "pandoc --sandbox -f rst -t html"},
	{"adoc", "asciidoctor -S secure -o - -"},
	{"org", "pandoc --sandbox -f org -t html"},
	{"ipynb", "pandoc --sandbox -f ipynb -t html"},
	{"textile", "pandoc --sandbox -f textile -t html"},
};

static bool
needs_program(const struct site *s, const struct post *p)
{
	return p->skip == SKIP_NONE && convert_is_for(&s->config, p->path) &&
	    convert_command(&s->config, p->path) == NULL;
}

static const struct program *
find_program(str format, str *name, struct arena *a)
{
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		if (str_eq(format, str_of(programs[i].format)) &&
		    converter_words(str_of(programs[i].command), name, a))
			return &programs[i];
	return NULL;
}

static void
settle_format(struct survey *v, const struct text_format *f, size_t posts)
{
	str name;
	const struct program *p = find_program(str_of(f->name), &name,
	    v->arena);

	if (p && v->im->is_plain)
		survey_set(v, arena_printf(v->arena, "content.convert.%s=%s",
		    f->name, p->command), arena_printf(v->arena,
		    "%.*s is in PATH", STR_ARG(name)));
	else if (p)
		import_add_gap(v->im, v->arena, "content.convert: %zu post%s "
		    "in %s get their text from their pages: build the site "
		    "first, or set content.convert: {%s: \"%s\"}", posts,
		    posts == 1 ? "" : "s", f->name, f->name, p->command);
	else
		import_add_gap(v->im, v->arena, "content.convert: no program "
		    "was found that makes HTML of %zu post%s in %s; name one, "
		    "or build the site and set posts.built", posts,
		    posts == 1 ? "" : "s", f->name);
}

void
survey_convert(struct survey *v, const struct site *s)
{
	const struct text_format *f;

	for (size_t i = 0; (f = text_format_at(i)) != NULL; i++) {
		size_t posts = 0;

		for (size_t k = 0; k < s->n_posts; k++)
			posts += text_format_of(s->posts[k].path) == f &&
			    needs_program(s, &s->posts[k]);
		if (posts)
			settle_format(v, f, posts);
	}
}
