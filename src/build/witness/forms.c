/* SPDX-License-Identifier: MIT
 * forms: finds the settings that give posts the addresses of their pages.
 *
 * Tries each form as --set would: reads the posts of the sample again with it,
 * and looks up their new addresses. So a form does exactly what the config
 * would do. */
#include "build/witness/forms.h"

#include "base/core/file.h"
#include "base/web/url.h"
#include "build/witness/built.h"
#include "build/witness/layout.h"
#include "post/permalink/permalink.h"
#include "post/post_pack.h"

enum { SHARE = 3 }; /* of the posts that a form must cure */

struct trials {
	const struct sample *sample;
	struct arena *arena;
	const struct strs *before; /* settings of earlier forms */
	struct post_walk scan;     /* the files of the sample */
	size_t *number;            /* for each file: its index in `lost`, or
	                            * n_lost + that in `found`, or NO_POST */
	struct form best;
};
#define NO_POST ((size_t)-1)

/* ---- one trial ---- */

/* Lists the files of the sample, and the section files (_index.*), since posts
 * inherit their values. `lost` and `found` are sorted. */
static void
gather_files(struct trials *t)
{
	const struct sample *s = t->sample;
	const struct post_walk *all = &s->site->scan;
	size_t l = 0, f = 0;

	t->scan.data = all->data;
	t->scan.n_data = all->n_data;
	t->scan.files = arena_array(t->arena, all->count,
	    sizeof *t->scan.files);
	t->number = arena_array(t->arena, all->count, sizeof *t->number);
	for (size_t i = 0; i < all->count; i++) {
		size_t number = NO_POST;

		if (l < s->n_lost && s->lost[l] == i)
			number = l++;
		else if (f < s->n_found && s->found[f] == i)
			number = s->n_lost + f++;
		else if (!str_starts(path_base(all->files[i].path),
		    S("_index.")))
			continue;
		t->number[t->scan.count] = number;
		t->scan.files[t->scan.count++] = all->files[i];
	}
}

/* Appends the settings of earlier forms and of this one to those of the run. */
static void
join_settings(const struct trials *t, const struct strs *more,
    struct site_options *o)
{
	const struct strs *lists[] = {t->before, more};
	const char **all = arena_array(t->arena, o->n_settings +
	    t->before->count + more->count, sizeof *all);
	size_t n = 0;

	for (; n < o->n_settings; n++)
		all[n] = o->settings[n];
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < lists[k]->count; i++)
			all[n++] = lists[k]->at[i].ptr;
	o->settings = all;
	o->n_settings = n;
}

/* Counts the lost posts that have a page with the tried settings, and the found
 * ones that keep theirs. */
static void
count_pages(struct trials *t, const struct site *other, struct form *f,
    size_t *kept)
{
	const struct sample *s = t->sample;
	struct arena scratch = {0};
	struct built built;
	bool is_there = built_open(&built, &other->config, s->built);

	built.is_strict = true;
	if (is_there)
		for (size_t i = 0; i < other->n_posts; i++) {
			const struct post *p = &other->posts[i];
			size_t number = t->number[i];
			str path;

			if (number == NO_POST || p->matter->url.len == 0 ||
			    built_find(&built, p->matter->url, &path,
			    &scratch) != BUILT_PAGE)
				continue;
			if (number >= s->n_lost) {
				++*kept;
				continue;
			}
			f->is_cured[number] = true;
			f->n_cured++;
		}
	built_close(&built);
	arena_free(&scratch);
}

/* Tries settings, and keeps them as the best form if they give pages to more
 * lost posts than all before, and no found post loses its page. */
static void
try_settings(struct trials *t, struct strs settings)
{
	const struct sample *s = t->sample;
	struct site_options o = *s->options;
	struct source text = s->site->config.source;
	struct form f = {.settings = settings};
	struct site other;
	size_t kept = 0;

	if (t->best.n_cured == s->n_lost)
		return;
	join_settings(t, &settings, &o);
	o.text = &text;
	f.is_cured = arena_array(t->arena, s->n_lost, sizeof *f.is_cured);
	if (site_try(&other, &o, &t->scan))
		count_pages(t, &other, &f, &kept);
	site_close(&other);
	if (kept == s->n_found && f.n_cured > t->best.n_cured)
		t->best = f;
}

static void
try_pair(struct trials *t, str first, str second)
{
	struct strs settings = {arena_array(t->arena, 2, sizeof(str)), 1};

	settings.at[0] = arena_str(t->arena, first);
	if (second.len)
		settings.at[settings.count++] = arena_str(t->arena, second);
	try_settings(t, settings);
}

/* ---- forms of a setting ---- */

static const char *const plain_forms[] = {
	"posts.slash=always", "posts.slash=never", "posts.keep_dates=true",
	"posts.slugs=safe", "posts.slugs=off",
};

static void
try_plain(struct trials *t)
{
	for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms; i++)
		try_pair(t, str_of(plain_forms[i]), S(""));
}

/* Tries site.url without the last part of its path: with Octopress both
 * site.url and the permalink may contain `root`. */
static void
try_site(struct trials *t)
{
	const struct config *c = &t->sample->site->config;
	str base = config_base(c);

	if (base.len)
		try_pair(t, arena_printf(t->arena, "site.url=%.*s%.*s/",
		    STR_ARG(config_origin(c)), STR_ARG(str_sub(base, 0,
		    str_rchr(base, '/')))), S(""));
}

/* ---- forms of the permalink ---- */

/* The keys that can set the permalink of the lost posts: the key of their
 * collection, or that of all posts and, if all are in one section, of that
 * section. */
struct scope {
	str keys[3];
	size_t n;
};

static const struct collection *
collection_of(const struct config *c, const struct post *p)
{
	const struct collection *n = c->posts.collections, *in = NULL;

	for (; n; n = n->next)
		if (path_is_in(p->path, n->folder) &&
		    (in == NULL || n->folder.len > in->folder.len))
			in = n;
	return in;
}

static str
top_of(const struct post *p)
{
	return permalink_section(p->matter->sections);
}

/* Whether a name can be a part of a key: it must not have a dot. */
static bool
is_key(str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!char_is_name(name.ptr[i]))
			return false;
	return name.len > 0;
}

static struct scope
find_scope(const struct trials *t, const struct post *const *posts, size_t n)
{
	const struct config *c = &t->sample->site->config;
	const struct collection *in = collection_of(c, posts[0]);
	struct scope scope = {.n = 0};
	str top = top_of(posts[0]);
	bool same = is_key(top);

	if (in && is_key(in->name))
		scope.keys[scope.n++] = arena_printf(t->arena,
		    "posts.collections.%.*s.permalink", STR_ARG(in->name));
	if (in == NULL)
		scope.keys[scope.n++] = S("posts.permalink");
	for (size_t i = 1; i < n; i++)
		same = same && str_eq(top_of(posts[i]), top);
	if (same && in == NULL)
		scope.keys[scope.n++] = arena_printf(t->arena,
		    "posts.permalink.%.*s", STR_ARG(top));
	return scope;
}

static const char *const name_tokens[] = {
	":slugorfilename", ":slug", ":title", ":filename", ":name", ":path",
};

static str
fill_name(struct trials *t, str pattern, const char *token)
{
	size_t at = str_find(pattern, S(LAYOUT_NAME));

	return arena_printf(t->arena, "%.*s%s%.*s", (int)at, pattern.ptr,
	    token, STR_ARG(str_from(pattern, at + 1)));
}

/* Tries a pattern with each token for a name; then, while some posts have no
 * page, with each other setting that changes names. */
static void
try_pattern(struct trials *t, const struct scope *scope, str pattern)
{
	static const char *const more[] = {
		"", "posts.slugs=off", "posts.slugs=safe",
		"posts.keep_dates=true"};
	enum { NAMES = sizeof name_tokens / sizeof *name_tokens };

	for (size_t m = 0; m < sizeof more / sizeof *more; m++)
		for (size_t k = 0; k < scope->n; k++)
			for (size_t i = 0; i < NAMES; i++) {
				str path = fill_name(t, pattern,
				    name_tokens[i]);

				try_pair(t, arena_printf(t->arena,
				    "%.*s=%.*s", STR_ARG(scope->keys[k]),
				    STR_ARG(path)), str_of(more[m]));
			}
}

/* Removes ".html" from a pattern if the canonical address of its page lacks it,
 * or, for a page without one, if posts.slash is never: some servers show a.html
 * at the address "a". */
static str
settle_ending(struct trials *t, struct built *b, const struct layout *l)
{
	str url, pattern = l->pattern;

	if (!str_ends(pattern, S(".html")))
		return pattern;
	url = built_canonical(b, l->page, b->site, t->arena);
	if (url.len ? !str_ends(url, S(".html"))
	    : b->config->posts.slash == SLASH_NEVER)
		pattern.len -= sizeof ".html" - 1;
	return arena_str(t->arena, pattern);
}

static void
try_layouts(struct trials *t)
{
	const struct sample *s = t->sample;
	const struct post **posts = arena_array(t->arena, s->n_lost,
	    sizeof *posts);
	struct layout layouts[LAYOUTS];
	struct scope scope;
	struct built b;
	size_t n = 0;

	for (size_t i = 0; i < s->n_lost; i++)
		posts[i] = &s->site->posts[s->lost[i]];
	if (built_open(&b, &s->site->config, s->built))
		n = layout_find(layouts, &b, posts, s->n_lost, t->arena);
	scope = find_scope(t, posts, s->n_lost);
	for (size_t i = 0; i < n; i++)
		if (layouts[i].votes * SHARE >= s->n_lost)
			try_pattern(t, &scope,
			    settle_ending(t, &b, &layouts[i]));
	built_close(&b);
}

bool
forms_find(struct form *out, const struct sample *s,
    const struct strs *settings, struct arena *a)
{
	struct trials t = {.sample = s, .arena = a, .before = settings};

	gather_files(&t);
	try_plain(&t);
	try_site(&t);
	try_layouts(&t);
	*out = t.best;
	return t.best.n_cured * SHARE >= s->n_lost;
}
