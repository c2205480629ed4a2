/* SPDX-License-Identifier: MIT
 * survey: compares a new config with the site that the generator built. */
#include "build/witness/survey.h"

#include "base/core/file.h"
#include "base/text/html_scan.h"
#include "base/web/url.h"
#include "build/witness/built.h"
#include "build/witness/survey_parts.h"
#include "build/witness/witness.h"
#include "config/config_write.h"
#include "feed/formats/old_xml.h"
#include "generators/import/import_change.h"

enum { MOST_FILE = 16 * 1024 * 1024, MOST_ROUNDS = 4 };

/* ---- settings ---- */

bool
survey_is_known(const struct survey *v, const char *key)
{
	const struct import_setting *i = import_setting_find(v->im,
	    str_of(key));

	return i && !str_ends(i->from, S("default")) &&
	    !str_ends(i->from, S("guess")) &&
	    !str_starts(i->from, S("usual")) &&
	    str_find(i->from, S("host's name")) == STR_NONE &&
	    !str_iends_any(i->from, "readme.md index.md");
}

str
survey_text(const struct survey *v, const char *key)
{
	const struct import_setting *i = import_setting_find(v->im,
	    str_of(key));

	return i && i->value->kind == VALUE_SCALAR ? i->value->text : (str){0};
}

/* The key of keys.h that the path begins with; the rest of the path is a part
 * of its value. */
static str
key_of(str path)
{
	str best = {0};

	for (size_t i = 0; i < config_key_count; i++) {
		str key = str_of(config_keys[i].path);

		if (key.len > best.len && str_starts(path, key) &&
		    (path.len == key.len || path.ptr[key.len] == '.'))
			best = key;
	}
	return best.len ? best : path;
}

void
survey_set(struct survey *v, str setting, str from)
{
	size_t eq = str_chr(setting, '=');
	str path = str_sub(setting, 0, eq), key = key_of(path);

	import_change(v->im, v->arena, key, str_from(path, key.len +
	    (key.len < path.len)), str_from(setting, eq + 1), from);
}

bool
survey_read(const struct survey *v, str path, struct buf *out)
{
	struct arena a = {0};
	bool ok = file_read(out, path_join(&a, v->dir, path_join(&a, v->built,
	    path)).ptr, MOST_FILE);

	arena_free(&a);
	return ok;
}

bool
survey_open(struct survey *v, struct site *s, struct buf *text)
{
	struct site_options o = *v->options;
	struct source src;
	enum outcome outcome;

	buf_reset(text);
	config_write(text, v->im);
	src = (struct source){v->path, buf_str(text)};
	o.config = v->path.ptr;
	o.text = &src;
	outcome = site_open(s, &o);
	if (outcome <= OUTCOME_POSTS || s->posts)
		return true;
	if (s->diags.first)
		import_add_gap(v->im, v->arena, "posts: %.*s",
		    STR_ARG(s->diags.first->message));
	return false;
}

/* ---- the folder ---- */

/* Whether a folder has a home page that a generator made. Its source may have
 * an index.html too, but that contains template tags. */
static bool
is_home(struct survey *v, str folder)
{
	struct buf text = {0};
	str head;
	bool is;

	v->built = folder;
	is = survey_read(v, S("index.html"), &text);
	head = str_sub(buf_str(&text), 0, 65536);
	is = is && str_chr(head, '<') != STR_NONE &&
	    str_find(head, S("{{")) == STR_NONE &&
	    str_find(head, S("{%")) == STR_NONE &&
	    str_find(head, S("<%")) == STR_NONE &&
	    str_find(head, S("%sveltekit.")) == STR_NONE;
	buf_free(&text);
	v->built = (str){0};
	return is;
}

static bool
has_pages_below(struct survey *v, str folder)
{
	struct built b = {.root = path_join(v->arena, v->dir, folder)};

	return is_home(v, folder) && built_has_folders(&b);
}

/* Usual names of the folder with the built pages, the most likely one first. */
static const char *const usual[] = {
	"public", "_site", "dist", "output", "build", "site", "out",
	".output/public", "_build",
	"www", "html", "htdocs", "docs",
};

/* Finds a folder of any name with a home page, and pages in its folders. */
static str
find_by_form(struct survey *v)
{
	struct built b = {.root = v->dir.len ? v->dir : S(".")};
	struct strs folders = built_folders(&b, v->arena);

	for (size_t i = 0; i < folders.count; i++)
		if (has_pages_below(v, folders.at[i]))
			return folders.at[i];
	return (str){0};
}

static str
find_folder(struct survey *v)
{
	str own = survey_text(v, "feeds.folder");

	if (own.len && is_home(v, own))
		return own;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (is_home(v, str_of(usual[i])))
			return str_of(usual[i]);
	return find_by_form(v);
}

/* ---- the address and the title ---- */

/* Whether an address is one of a preview server on this machine. */
static bool
is_local(str url)
{
	str port, host = url_host(url_split(url).authority, &port);

	return str_eq(host, S("localhost")) || str_starts(host, S("127.")) ||
	    str_starts(host, S("0.0.")) || str_ends(host, S(".local"));
}

static void
learn_url(struct survey *v, str url, const char *from)
{
	if (!url_is_web(url) || is_local(url) || survey_is_known(v, "site.url"))
		return;
	if (!str_ends(url, S("/")))
		url = str_sub(url, 0, str_rchr(url, '/') + 1);
	survey_set(v, arena_printf(v->arena, "site.url=%.*s", STR_ARG(url)),
	    arena_printf(v->arena, "%.*s/%s", STR_ARG(v->built), from));
	import_drop_gaps(v->im, S("site.url:"));
}

static str
between(str text, str start, str end)
{
	size_t at = str_find(text, start), stop;

	if (at == STR_NONE)
		return (str){0};
	text = str_from(text, at + start.len);
	stop = str_find(text, end);
	return stop == STR_NONE ? (str){0} : str_trim(str_sub(text, 0, stop));
}

/* The text of an element of a page, without the attributes of its tag. */
static str
element(struct survey *v, str text, str start, str end)
{
	str inner = between(text, start, end);
	size_t gt = str_chr(inner, '>');

	return gt == STR_NONE ? (str){0} : old_xml_text(v->arena,
	    str_from(inner, gt + 1));
}

static void
learn_title(struct survey *v, str title)
{
	if (title.len == 0 || survey_is_known(v, "site.title") ||
	    str_chr(title, '{') != STR_NONE)
		return;
	import_change(v->im, v->arena, S("site.title"), S(""), title,
	    arena_printf(v->arena, "%.*s/index.html", STR_ARG(v->built)));
	import_drop_gaps(v->im, S("site.title:"));
}

/* The deepest folder that contains all addresses of the sitemap. */
static str
common_folder(str map)
{
	str common = {0}, url;
	bool any = false;

	while ((url = between(map, S("<loc>"), S("</loc>"))).len) {
		size_t n = 0;

		map = str_from(map, (size_t)(url.ptr - map.ptr) + url.len);
		if (!any)
			common = url;
		any = true;
		while (n < common.len && n < url.len &&
		    common.ptr[n] == url.ptr[n])
			n++;
		common.len = n;
	}
	return str_sub(common, 0, str_rchr(common, '/') + 1);
}

/* Learns site.url from the sitemap. If the common folder of its pages is a
 * folder of the built site, the site is at the root of the host. */
static void
learn_sitemap(struct survey *v, str map)
{
	str url = common_folder(map), path = url_split(url).path;
	str index = path_join(v->arena, path_relative(path), S("index.html"));
	struct buf page = {0};

	if (path.len > 1 && survey_read(v, index, &page))
		url.len -= path.len - 1;
	buf_free(&page);
	learn_url(v, url, "sitemap.xml");
}

static void
learn_home(struct survey *v)
{
	struct config none = {.dir = v->dir};
	struct built b;
	struct buf home = {0}, map = {0};

	if (built_open(&b, &none, v->built))
		learn_url(v, built_canonical(&b, S("index.html"),
		    S("http://localhost/"), v->arena), "index.html");
	built_close(&b);
	if (survey_read(v, S("sitemap.xml"), &map))
		learn_sitemap(v, buf_str(&map));
	if (survey_read(v, S("index.html"), &home))
		learn_title(v, element(v, buf_str(&home), S("<title"),
		    S("</title>")));
	buf_free(&home);
	buf_free(&map);
}

void
survey_find(struct survey *v)
{
	v->built = find_folder(v);
	if (v->built.len == 0)
		return;
	learn_home(v);
	import_change(v->im, v->arena, S("posts.built"), S(""), v->built,
	    S("its pages are there"));
	if (!v->im->is_plain)
		return;
	import_change(v->im, v->arena, S("feeds.folder"), S(""), v->built,
	    S("where the pages are"));
	import_change(v->im, v->arena, S("feeds.url"), S(""), S("/"),
	    (str){0});
}

/* ---- addresses ---- */

static void
report_lost(struct survey *v, const struct witness *w)
{
	struct buf text = {0};

	for (size_t i = 0; i < w->n_kinds; i++) {
		buf_reset(&text);
		witness_add_lost(&text, w, &w->kinds[i]);
		import_add_gap(v->im, v->arena, "posts.built: %s",
		    buf_cstr(&text));
	}
	buf_free(&text);
}

/* Applies the settings that give posts their pages. False: none were found. */
static bool
apply_forms(struct survey *v, const struct witness *w)
{
	bool any = false;

	for (size_t i = 0; i < w->n_kinds; i++) {
		const struct lost_kind *k = &w->kinds[i];

		for (size_t n = 0; n < k->settings.count; n++, any = true)
			survey_set(v, k->settings.at[n], arena_printf(v->arena,
			    "with it %zu posts have their pages in %.*s",
			    k->cured * k->count / k->tried,
			    STR_ARG(v->built)));
	}
	return any;
}

static void
report_addresses(struct survey *v, const struct witness *w)
{
	size_t found = w->posts - w->n_lost;

	import_add_check(v->im, v->arena, "%zu of %zu addresses found in %.*s",
	    found, w->posts, STR_ARG(v->built));
	report_lost(v, w);
}

/* ---- canonical addresses of the pages ---- */

/* How the canonical addresses of pages differ from those of the config. */
struct differences {
	size_t pages, same, longer, shorter, moved;
	str origin; /* of the last page with another host or scheme */
};

/* Compares our address of a page with its canonical address. A difference in
 * the last slash counts only if sitemap.xml agrees with the page: some themes
 * remove the slash from canonical addresses. */
static void
compare_page(struct differences *d, struct built *b, str ours, str theirs,
    struct arena *a)
{
	struct url o = url_split(ours), t = url_split(theirs);
	bool is_slash = !str_eq(o.path, t.path) &&
	    str_eq(path_bare(o.path), path_bare(t.path));

	if (theirs.len == 0 || is_local(theirs))
		return;
	d->pages++;
	if (str_eq(ours, theirs) || (is_slash && !built_has_listed(b, theirs)))
		d->same++;
	else if (!str_eq(o.path, t.path)) {
		d->longer += str_eq(o.path, path_bare(t.path));
		d->shorter += str_eq(path_bare(o.path), t.path);
	} else if (t.has_authority) {
		d->moved++;
		d->origin = arena_printf(a, "%.*s://%.*s", STR_ARG(t.scheme),
		    STR_ARG(t.authority));
	}
}

static struct differences
compare_pages(struct survey *v, struct site *s)
{
	enum { SAMPLE = 40 };
	struct differences d = {0};
	struct built b;
	size_t step = s->n_posts / SAMPLE + 1;

	if (built_open(&b, &s->config, v->built))
		for (size_t i = 0; i < s->n_posts; i += step) {
			const struct post *p = &s->posts[i];
			str path;

			if (p->has_page && built_find(&b, p->matter->url,
			    &path, v->arena) == BUILT_PAGE)
				compare_page(&d, &b, p->matter->url,
				    built_canonical(&b, path, p->matter->url,
				    v->arena), v->arena);
		}
	built_close(&b);
	return d;
}

static bool
is_most(size_t part, size_t all)
{
	return part > 0 && part * 10 >= all * 9;
}

/* Changes the config if nearly all pages differ from it in the same way. False:
 * nothing was changed. */
static bool
apply_differences(struct survey *v, struct site *s)
{
	struct differences d = compare_pages(v, s);
	str from = arena_printf(v->arena, "the pages in %.*s name their "
	    "addresses so", STR_ARG(v->built));
	str base = config_base(&s->config);

	if (is_most(d.longer, d.pages))
		survey_set(v, S("posts.slash=always"), from);
	else if (is_most(d.shorter, d.pages))
		survey_set(v, S("posts.slash=never"), from);
	else if (is_most(d.moved, d.pages) &&
	    !str_eq(survey_text(v, "site.url"), d.origin))
		survey_set(v, arena_printf(v->arena, "site.url=%.*s%.*s/",
		    STR_ARG(d.origin), STR_ARG(base)), from);
	else {
		if (d.same < d.pages)
			import_add_gap(v->im, v->arena, "posts: %zu of %zu "
			    "pages that were read name another address as "
			    "their own", d.pages - d.same, d.pages);
		return false;
	}
	return true;
}

/* ---- all of it ---- */

/* Drops a setting that was learned from the folder that was found. */
static void
forget(struct survey *v, const char *key, const char *words)
{
	const struct import_setting *i = import_setting_find(v->im,
	    str_of(key));

	if (i == NULL || !path_is_in(i->from, v->built))
		return;
	import_drop(v->im, str_of(key));
	import_add_gap(v->im, v->arena, "%s: %s was not found; fill it in",
	    key, words);
}

/* Whether the folder that was found has pages, but none of a post. Without a
 * dialect it may be any folder with a home page. Then it is not taken, which is
 * a gap. */
static bool
drop_built(struct survey *v, const struct witness *w)
{
	const struct post *p = w->n_kinds ? w->kinds[0].example : NULL;

	if (!v->im->is_plain || w->n_lost < w->posts || p == NULL)
		return false;
	import_add_gap(v->im, v->arena, "posts.built: '%.*s' has pages, but "
	    "none at the addresses of the posts, such as '%.*s' of '%.*s'; if "
	    "it is the site, set posts.built, feeds.folder and "
	    "posts.permalink", STR_ARG(v->built),
	    STR_ARG(url_split(p->matter->url).path), STR_ARG(p->path));
	forget(v, "site.url", "the address of the site");
	forget(v, "site.title", "the title of the site");
	import_drop(v->im, S("posts.built"));
	import_drop(v->im, S("feeds.folder"));
	import_drop(v->im, S("feeds.url"));
	v->built = (str){0};
	return survey_is_known(v, "site.url") &&
	    import_setting_find(v->im, S("site.title"));
}

/* Checks the addresses with the current settings. True: some settings were
 * changed, and another round must follow. */
static bool
check_round(struct survey *v, struct site *s, bool last)
{
	enum { MOST = 200 };
	struct witness w;

	if (v->built.len == 0)
		return false;
	witness_look(&w, s, v->options, v->built, MOST, true);
	if (w.is_empty || w.posts == 0)
		return false;
	if (!last && (apply_forms(v, &w) || apply_differences(v, s)))
		return true;
	if (drop_built(v, &w))
		return true;
	if (v->built.len)
		report_addresses(v, &w);
	return false;
}

static void
report_posts(struct survey *v, struct site *s)
{
	size_t skipped[SKIP_COUNT];
	struct buf words = {0};

	site_survey(s, skipped);
	for (int k = SKIP_NONE + 1; k < SKIP_COUNT; k++)
		if (skipped[k])
			buf_printf(&words, ", %zu %s", skipped[k],
			    skip_words[k]);
	import_add_check(v->im, v->arena, "%zu post%s%s",
	    skipped[SKIP_NONE], skipped[SKIP_NONE] == 1 ? "" : "s",
	    buf_cstr(&words));
	buf_free(&words);
}

void
survey_check(struct survey *v)
{
	struct buf text = {0};
	struct site s;
	bool again = true, ok = true;

	for (int i = 0; again && ok && i <= MOST_ROUNDS; i++) {
		ok = survey_open(v, &s, &text);
		again = ok && check_round(v, &s, i + 1 >= MOST_ROUNDS);
		if (ok && !again) {
			report_posts(v, &s);
			if (v->built.len)
				survey_feeds(v, &s);
			else
				survey_convert(v, &s);
		}
		site_close(&s);
	}
	buf_free(&text);
}
