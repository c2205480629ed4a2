/* SPDX-License-Identifier: MIT
 * terms: the terms of a post. */
#include "post/read/terms.h"

#include "base/core/file.h"
#include "post/post_codes.h"
#include "post/keys/field_keys.h"
#include "post/read/field.h"

struct gather {
	struct post *post;
	struct shared *shared;
	struct arena *scratch;
	const struct source *src;
	struct diags *diags;
	const struct generator *generator;
	const struct config *config;
	const struct taxonomy *taxonomy; /* being read; NULL: has no feeds */
	struct label **out;              /* in scratch */
	str *texts;                      /* in place of `out`, if NULL */
	size_t count, cap;
	size_t first;                    /* of this taxonomy */
	enum split split;                /* how to split the next text */
	bool is_full;                    /* a term was dropped */
};

/* Whether the term was added, in any spelling. */
static bool
has_term(const struct gather *g, const struct label *l)
{
	for (size_t i = g->first; i < g->count; i++)
		if (str_eq(g->out[i]->key, l->key))
			return true;
	return false;
}

static void
drop_term(struct gather *g, str term)
{
	if (!g->is_full)
		diag_add(g->diags, DIAG_TOO_MANY_TERMS, g->src,
		    (struct mark){0}, "more than %ld terms (limits.terms): "
		    "'%.*s' and all others were dropped",
		    g->config->limits.terms, STR_ARG(term));
	g->is_full = true;
}

/* The name that posts.terms gives to a term. */
static str
name_of(const struct gather *g, str term)
{
	const struct value *v = g->config->posts.terms
	    ? value_find(g->config->posts.terms, term) : NULL;

	return v && v->kind == VALUE_SCALAR ? field_text(g->scratch, v->text)
	    : term;
}

static void
add_term(struct gather *g, str text)
{
	str term = name_of(g, field_text(g->scratch, text));
	struct label *l;

	/* Eleventy's tags include names of collections. */
	if (term.len == 0 || str_has_word(
	    str_of(g->generator->terms.not_terms), term, str_eq))
		return;
	if (g->taxonomy == NULL) {
		g->texts = arena_grow(g->scratch, g->texts, g->count, &g->cap,
		    sizeof *g->texts);
		g->texts[g->count++] = term;
		return;
	}
	if (g->count == (size_t)g->config->limits.terms) {
		drop_term(g, term);
		return;
	}
	l = shared_label(g->shared, g->taxonomy, g->post->in, term);
	if (has_term(g, l))
		return;
	g->out = arena_grow(g->scratch, g->out, g->count, &g->cap,
	    sizeof(struct label *));
	g->out[g->count++] = l;
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
	const char *name = g->generator->terms.label;
	const struct value *label =
	    name && v->kind == VALUE_MAP ? value_find(v, str_of(name)) : NULL;

	if (v->kind == VALUE_SCALAR && str_trim(v->text).len == 0)
		value_diag(g->diags, DIAG_TERM_EMPTY, g->src, v,
		    "empty term in '%.*s'", STR_ARG(key));
	else if (v->kind == VALUE_SCALAR)
		add_text(g, v->text);
	else if (v->kind == VALUE_MAP && label)
		add_value(g, label, key);
	else if (v->kind == VALUE_MAP)
		value_diag(g->diags, DIAG_FIELD_DROPPED, g->src, v,
		    "'%.*s' holds a map, expected terms", STR_ARG(key));
	/* Lists may be nested: Hexo's hierarchies of categories. */
	g->split = SPLIT_NONE;
	if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i; i = i->next)
			add_value(g, i, key);
}

/* The singular key that generators accept for a taxonomy. */
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

/* The value of a taxonomy; Zola's are below the key `taxonomies`. */
static const struct value *
find_terms(const struct value *front, str key)
{
	const struct value *v = field_find(front, key);

	if (v || key.len == 0)
		return v;
	return field_find(field_find(front, S("taxonomies")), key);
}

/* Whether a value is missing. For Jekyll's dialects an unquoted `false` is
 * missing too, as in Ruby. */
static bool
is_nothing(const struct gather *g, const struct value *v)
{
	bool on = true;

	return value_is_null(v) || (g->generator->terms.singular_wins &&
	    !v->quoted && value_bool(v, &on) && !on);
}

static void
gather_terms(struct gather *g, str taxonomy, const struct value *front)
{
	const struct term_rules *d = &g->generator->terms;
	const struct value *own = field_keys_terms(g->config, front, taxonomy);
	str singular = singular_of(taxonomy);
	const struct value *many = find_terms(front, taxonomy);
	const struct value *one =
	    singular.len ? find_terms(front, singular) : NULL;
	bool adds = d->category_adds && str_eq(taxonomy, S("categories"));

	if (own) {
		g->split = d->split;
		add_value(g, own, own->key);
		return;
	}
	if (adds && !value_is_null(many)) {
		g->split = d->split;
		add_value(g, many, taxonomy);
	}
	if (!is_nothing(g, one)) {
		g->split = SPLIT_NONE;
		add_value(g, one, singular);
	}
	if (!adds && !value_is_null(many) &&
	    (is_nothing(g, one) || !d->singular_wins)) {
		g->split = d->split;
		add_value(g, many, taxonomy);
	}
}

/* The folder of a post, if it is below that of the config. */
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
add_year(struct gather *g)
{
	struct datetime d =
	    datetime_at(g->post->published, g->config->site.zone);

	g->split = SPLIT_NONE;
	if (g->post->skip != SKIP_UNDATED)
		add_term(g, arena_printf(g->scratch, "%04d", d.year));
}

static bool
is_name(str taxonomy, const char *one, const char *many)
{
	return str_eq(taxonomy, str_of(one)) || str_eq(taxonomy, str_of(many));
}

bool
terms_are_own(str taxonomy)
{
	return is_name(taxonomy, "year", "years") ||
	    is_name(taxonomy, "language", "languages");
}

/* Sections, years, languages and authors are taxonomies too. */
static void
add_terms(struct gather *g, str name, const struct value *front, str folder)
{
	const struct post *p = g->post;
	bool categories = str_eq(name, S("categories"));

	if (is_name(name, "section", "sections"))
		add_section(g, p->matter->sections);
	else if (is_name(name, "year", "years"))
		add_year(g);
	else if (is_name(name, "language", "languages"))
		add_term(g, p->matter->language);
	else if (p->matter->n_authors && is_name(name, "author", "authors"))
		for (size_t i = 0; i < p->matter->n_authors; i++)
			add_term(g, p->matter->authors[i].name);
	else {
		if (categories && g->generator->address.folders_are_categories)
			add_folders(g, p->path, folder);
		gather_terms(g, name, front);
		if (categories && g->generator->terms.folder_is_category &&
		    g->count == g->first)
			add_folder(g, p->path, folder);
	}
}

static struct gather
gather_start(const struct reading *j)
{
	return (struct gather){.post = j->post, .scratch = j->scratch,
		.src = j->src, .diags = j->diags, .config = j->config,
		.generator = j->config->posts.generator};
}

void
terms_read(const struct reading *j)
{
	struct gather g = gather_start(j);
	struct post *p = j->post;

	g.shared = j->shared;
	for (g.taxonomy = j->config->feeds.taxonomies; g.taxonomy;
	     g.taxonomy = g.taxonomy->next) {
		g.first = g.count;
		add_terms(&g, g.taxonomy->name, j->front, j->folder);
	}
	p->n_labels = (uint32_t)g.count;
	p->labels = arena_array(
	    g.shared->arena, g.count, sizeof(struct label *));
	for (size_t i = 0; i < g.count; i++)
		p->labels[i] = g.out[i];
}

struct strs
terms_without_feeds(const struct reading *j, str name)
{
	struct gather g = gather_start(j);

	add_terms(&g, name, j->front, j->folder);
	return (struct strs){g.texts, g.count};
}
