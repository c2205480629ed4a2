/* SPDX-License-Identifier: MIT
 * paths: the names and addresses that the config gives to feeds. */
#include "feed/plan/paths.h"

#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/text/pattern.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "content/markdown/markdown.h"
#include "feed/beside/companion.h"
#include "feed/plan/feed_codes.h"
#include "feed/plan/feed_site.h"
#include "feed/plan/paths_config.h"
#include "feed/plan/taken.h"
#include "post/read/terms.h"

struct paths {
	struct plan *plan;
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	struct taken taken;
	struct paths_config read;
};

void
paths_free(struct paths *p)
{
	taken_free(&p->taken);
}

static str
expand_pattern(struct paths *p, str pattern, const struct pattern_var *vars,
    size_t n)
{
	struct buf b = {0};
	str bad;

	pattern_expand(&b, pattern, vars, n, &bad); /* already checked */
	return buf_move(&b, p->arena);
}

/* A title, with the config's smart punctuation. */
static str
expand_title(struct paths *p, str pattern, const struct pattern_var *vars,
    size_t n)
{
	str text = expand_pattern(p, pattern, vars, n);
	struct buf b = {0};

	if (p->config->content.smart_titles) {
		markdown_smart(&b, text);
		text = buf_move(&b, p->arena);
	}
	return text;
}

static str
encode_below(struct paths *p, str base, str path)
{
	struct buf b = {0};

	buf_add(&b, base);
	url_encode_path(&b, path_relative(path));
	return buf_move(&b, p->arena);
}

/* A path that a feed asks for. */
struct wish {
	size_t format;
	str path, key; /* see taken_key */
};

/* Two patterns may expand to the same path for a term: keep it once. */
static bool
is_among(const struct wish *list, size_t n, str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(list[i].key, key))
			return true;
	return false;
}

static size_t
count_patterns(const struct paths *p, const struct pathset *set)
{
	size_t n = 0;

	for (size_t i = 0; i < p->plan->n_formats; i++)
		n += set->has[i] + set->also[i].count;
	return n;
}

static size_t
expand_all(struct paths *p, const struct feed *f, const struct pathset *set,
    str slug, str name, struct wish *out)
{
	const struct pattern_var vars[] = {{"slug", slug}, {"name", name},
		{"taxonomy", f->taxonomy ? f->taxonomy->name : S("")}};
	size_t n = 0;
	str pattern;

	for (size_t i = 0; i < p->plan->n_formats; i++)
		for (size_t k = 0; (pattern = pathset_at(set, i, k)).len;
		     k++) {
			str path = arena_printf(p->arena, "%.*s%.*s",
			    STR_ARG(f->language ? f->language->prefix : S("")),
			    STR_ARG(expand_pattern(p, pattern, vars, 3)));
			str key = taken_key(&p->taken, path);

			if (!is_among(out, n, key))
				out[n++] = (struct wish){i, path, key};
		}
	return n;
}

/* Reserves the paths of companion files before those of any feed. */
static void
take_companions(struct paths *p)
{
	for (size_t i = 0; companion_at(i); i++) {
		str path = companion_path(companion_at(i), p->config);

		if (path.len)
			taken_add(&p->taken, taken_key(&p->taken, path));
	}
}

struct paths *
paths_new(struct plan *plan, const struct config *c, struct arena *a,
    struct diags *diags)
{
	struct paths *p = arena_alloc(a, sizeof *p);

	*p = (struct paths){
		.plan = plan, .config = c, .arena = a, .diags = diags,
		.taken = {.arena = a, .codecs = c->feeds.compress}};
	if (!paths_config_read(&p->read, plan, c, a, diags))
		return NULL;
	take_companions(p);
	return p;
}

static void
give_path(struct paths *p, struct feed *f, const struct pathset *set,
    const struct wish *w)
{
	struct strs *also = &f->also[w->format];

	taken_add(&p->taken, w->key);
	if (f->path[w->format].len) {
		if (also->at == NULL)
			also->at = arena_array(p->arena,
			    set->also[w->format].count, sizeof *also->at);
		also->at[also->count++] = w->path;
		return;
	}
	f->path[w->format] = w->path;
	f->url[w->format] = encode_below(p, p->config->feeds.url, w->path);
}

/* Reserves the paths for a feed if all are free. */
static bool
take_paths(struct paths *p, struct feed *f, const struct pathset *set,
    str slug, str name)
{
	struct wish *wishes = mem_alloc(
	    count_patterns(p, set) * sizeof *wishes);
	size_t n = expand_all(p, f, set, slug, name, wishes);
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++)
		ok = taken_is_free(&p->taken, wishes[i].key);
	for (size_t i = 0; i < n && ok; i++)
		give_path(p, f, set, &wishes[i]);
	mem_free(wishes);
	return ok;
}

void
paths_main(struct paths *p, struct feed *f)
{
	const struct config *c = p->config;
	const struct pattern_var vars[] = {
		{"site", feed_site_title(c, f->language)}};
	struct buf home = {0};

	feed_site_home(&home, c, f->language);
	f->title = expand_title(p, c->feeds.main.title, vars, 1);
	f->id = f->page = buf_move(&home, p->arena);
	take_paths(p, f, &p->read.main, S(""), S(""));
}

/* The URL of the page that a feed of a query belongs to. */
static str
extra_page(struct paths *p, const struct extra *x)
{
	str base = p->config->site.url;
	struct buf b = {0};

	if (!url_resolve(&b, base, path_relative(x->url)))
		buf_add(&b, base);
	return buf_move(&b, p->arena);
}

/* The id is the site's home page with the path of the feed as its fragment: no
 * page and no other feed has that URL. */
void
paths_extra(struct paths *p, struct feed *f)
{
	const struct config *c = p->config;
	const struct pattern_var vars[] = {{"site", feed_site_title(c, NULL)}};
	const struct pathset *set = p->read.extras;
	struct buf id = {0};

	for (const struct extra *x = c->feeds.extra; x != f->extra;
	     x = x->next)
		set++;
	f->title = expand_title(p, f->extra->title, vars, 1);
	f->page = extra_page(p, f->extra);
	f->description = f->extra->description;
	feed_site_home(&id, c, NULL);
	buf_addc(&id, '#');
	url_encode_path(&id, set->name);
	f->id = buf_move(&id, p->arena);
	take_paths(p, f, set, S(""), S(""));
}

/* The slug that the generator uses, as a file name safe on any file system. */
static str
term_slug(struct paths *p, str taxonomy, str term)
{
	struct buf slug = {0}, safe = {0};

	slug_make(&slug, config_term_text(p->config, taxonomy, term),
	    config_slug_style(
	    p->config, p->config->posts.generator->address.term,
	    p->config->feeds.slugs));
	slug_file_safe(&safe, slug.len ? buf_str(&slug) : term);
	buf_free(&slug);
	return buf_move(&safe, p->arena);
}

/* The term with its spelling kept, as a safe file name. */
static str
term_name(struct paths *p, str term)
{
	struct buf safe = {0};

	slug_file_safe(&safe, term);
	return buf_move(&safe, p->arena);
}

/* Reserves a slug for a term if no other term of its taxonomy has it: ids
 * contain the slug even if paths do not. */
static bool
take_slug(struct paths *p, struct feed *f, str slug)
{
	struct buf id = {0};
	void **owner;

	feed_site_taxonomy_url(&id, p->config, f->language, f->taxonomy);
	url_encode_path(&id, slug);
	f->id = buf_move(&id, p->arena);
	owner = table_at(&p->taken.keys, f->id);
	if (*owner)
		return false;
	*owner = f;
	return true;
}

/* The URL of the term's page; the site's home page if it has none. */
static str
term_page(struct paths *p, const struct feed *f, str slug, str name)
{
	const struct pattern_var vars[] = {
		{"slug", slug}, {"name", name},
		{"taxonomy", f->taxonomy->name}};
	str pattern = f->taxonomy->url, page;
	struct buf home = {0};

	if (pattern.len == 0 && !terms_are_own(f->taxonomy->name))
		pattern = str_of(p->config->posts.generator->terms.page);
	feed_site_home(&home, p->config, f->language);
	page = encode_below(p, buf_str(&home),
	    expand_pattern(p, pattern, vars, 3));
	buf_free(&home);
	return page;
}

/* The term with its first letter in upper case. */
static str
capitalize_term(struct paths *p, str term)
{
	struct buf b = {0};

	if (term.len == 0)
		return term;
	buf_add_rune(&b, unicode_upper(utf8_next(&term)));
	buf_add(&b, term);
	return buf_move(&b, p->arena);
}

void
paths_term(struct paths *p, struct feed *f)
{
	const struct config *c = p->config;
	const struct pathset *set =
	    &p->read.taxonomies[f->taxonomy->number];
	const struct pattern_var vars[] = {
		{"site", feed_site_title(c, f->language)}, {"term", f->term},
		{"Term", capitalize_term(p, f->term)},
		{"taxonomy", f->taxonomy->name}};
	str plain = term_slug(p, f->taxonomy->name, f->term), slug = plain;
	str plain_name = term_name(p, f->term), name = plain_name;

	for (int n = 2; !take_slug(p, f, slug) ||
	    !take_paths(p, f, set, slug, name); n++) {
		slug = arena_printf(p->arena, "%.*s-%d", STR_ARG(plain), n);
		name = arena_printf(p->arena, "%.*s-%d", STR_ARG(plain_name),
		    n);
	}
	if (!str_eq(slug, plain))
		diag_add(p->diags, DIAG_TERM_SLUG, NULL, (struct mark){0},
		    "%.*s '%.*s' has the address of another feed, '%.*s'; "
		    "it gets '%.*s'", STR_ARG(f->taxonomy->name),
		    STR_ARG(f->term), STR_ARG(plain), STR_ARG(slug));
	f->slug = slug;
	f->title = expand_title(p, f->taxonomy->title, vars, 4);
	f->page = term_page(p, f, slug, name);
}
