/* SPDX-License-Identifier: MIT
 * terms: the terms of a post, from whatever its front matter has. */
#include "terms.h"

#include "../base/file.h"
#include "dialect.h"
#include "field.h"

struct gather {
	struct arena *arena;
	struct diags *diags;
	const struct source *src;
	const struct dialect_rules *dialect;
	struct strs out;
	size_t cap;
	enum split split; /* of the text at hand */
};

/* Whether a term is there in another spelling. */
static bool
has_term(const struct gather *g, str term)
{
	struct buf key = {0}, other = {0};
	bool found = false;

	fold_key(&key, term);
	for (size_t i = 0; i < g->out.count && !found; i++) {
		buf_reset(&other);
		fold_key(&other, g->out.at[i]);
		found = str_eq(buf_str(&key), buf_str(&other));
	}
	buf_free(&key);
	buf_free(&other);
	return found;
}

/* Eleventy's tags also sort pages into collections. */
static bool
is_no_term(const struct gather *g, str term)
{
	str rest = str_of(g->dialect->not_terms), word;

	while (str_word(&rest, &word))
		if (str_eq(term, word))
			return true;
	return false;
}

static void
add_term(struct gather *g, str text)
{
	str term = field_text(g->arena, text);

	if (term.len == 0 || is_no_term(g, term) || has_term(g, term))
		return;
	if (g->out.count == g->cap) {
		str *more = arena_array(g->arena, 2 * g->cap + 8, sizeof(str));

		for (size_t i = 0; i < g->out.count; i++)
			more[i] = g->out.at[i];
		g->out.at = more;
		g->cap = 2 * g->cap + 8;
	}
	g->out.at[g->out.count++] = term;
}

static void
add_text(struct gather *g, str text)
{
	bool semicolon = g->split == SPLIT_SEMICOLON &&
	    str_chr(text, ';') != STR_NONE;
	char separator = semicolon ? ';' : ',';
	str part;

	if (g->split == SPLIT_SPACE)
		while (str_word(&text, &part))
			add_term(g, part);
	else if (g->split == SPLIT_COMMA || g->split == SPLIT_SEMICOLON)
		while (str_split(&text, separator, &part))
			add_term(g, part);
	else
		add_term(g, text);
}

static void
add_value(struct gather *g, const struct value *v, str key)
{
	if (v->kind == VALUE_SCALAR && str_trim(v->text).len == 0)
		value_diag(g->diags, DIAG_TERM_EMPTY, g->src, v,
		    "empty term in '%.*s'", STR_ARG(key));
	else if (v->kind == VALUE_SCALAR)
		add_text(g, v->text);
	else if (v->kind == VALUE_MAP)
		value_diag(g->diags, DIAG_FIELD_TYPE, g->src, v,
		    "'%.*s' holds a map, expected terms", STR_ARG(key));
	/* A list below a list: Hexo's hierarchies, Jekyll's slips. */
	g->split = SPLIT_NONE;
	if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i; i = i->next)
			add_value(g, i, key);
}

/* The singular of a taxonomy's key, where generators know one. */
static str
singular_of(str taxonomy)
{
	if (str_eq(taxonomy, S("tags")))
		return S("tag");
	if (str_eq(taxonomy, S("categories")))
		return S("category");
	return (str){0};
}

/* The folders between a folder of the config and _posts. */
static void
add_folders(struct gather *g, str path, str folder)
{
	str rest = str_from(path, folder.len), part;
	size_t posts = str_find(rest, S("/_posts/"));

	if (posts == STR_NONE)
		return;
	rest.len = posts;
	g->split = SPLIT_NONE;
	while (str_split(&rest, '/', &part))
		if (part.len)
			add_term(g, part);
}

/* The value of a taxonomy: Zola has all of them below one key. */
static const struct value *
find_terms(const struct value *front, str key)
{
	const struct value *v = field_find(front, key);

	if (v || key.len == 0)
		return v;
	return field_find(field_find(front, S("taxonomies")), key);
}

static struct strs
gather_terms(struct gather *g, str taxonomy, const struct value *front)
{
	const struct dialect_rules *d = g->dialect;
	str singular = singular_of(taxonomy);
	const struct value *many = find_terms(front, taxonomy);
	const struct value *one =
	    singular.len ? find_terms(front, singular) : NULL;

	if (!value_is_null(one)) {
		g->split = SPLIT_NONE;
		add_value(g, one, singular);
	}
	if (!value_is_null(many) &&
	    (value_is_null(one) || !d->singular_wins)) {
		g->split = d->split;
		add_value(g, many, taxonomy);
	}
	return g->out;
}

/* The folder that a post is in, below the one of the config. */
static void
add_folder(struct gather *g, str path, str folder)
{
	str dir = path_dir(path);

	g->split = SPLIT_NONE;
	if (dir.len > folder.len)
		add_term(g, path_base(dir));
}

static void
add_section(struct gather *g, str sections)
{
	str part;

	g->split = SPLIT_NONE;
	if (str_split(&sections, '/', &part))
		add_term(g, part);
}

static void
add_authors(struct gather *g, const struct post *p)
{
	for (size_t i = 0; i < p->n_authors; i++)
		add_term(g, p->authors[i].name);
}

/* Sections and authors can be taxonomies too; the rest is front matter. */
static struct strs
terms_of(struct gather *g, str taxonomy, const struct post *p,
    const struct value *front, str folder)
{
	bool categories = str_eq(taxonomy, S("categories"));

	if (str_eq(taxonomy, S("sections")) ||
	    str_eq(taxonomy, S("section")))
		add_section(g, p->sections);
	else if (p->n_authors && (str_eq(taxonomy, S("authors")) ||
	    str_eq(taxonomy, S("author"))))
		add_authors(g, p);
	else {
		if (categories && g->dialect->folders_are_categories)
			add_folders(g, p->path, folder);
		gather_terms(g, taxonomy, front);
		if (categories && g->dialect->folder_is_category &&
		    g->out.count == 0)
			add_folder(g, p->path, folder);
	}
	return g->out;
}

void
terms_read(struct post *p, const struct config *c, const struct value *front,
    str folder, const struct source *src, struct arena *a)
{
	const struct dialect_rules *d = dialect_get(c);
	size_t n = 0;

	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		n++;
	p->terms = arena_array(a, n, sizeof *p->terms);
	p->n_terms = n;
	n = 0;
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next) {
		struct gather g = {
			.arena = a, .diags = &p->diags, .src = src,
			.dialect = d};

		p->terms[n].taxonomy = t;
		p->terms[n++].terms =
		    terms_of(&g, t->name, p, front, folder);
	}
}
