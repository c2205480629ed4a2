/* SPDX-License-Identifier: MIT
 * site_files: looks for the pictures and link targets of an entry among the
 * files that the site's generator wrote. */
#include "content/entry/site_files.h"

#include <sys/stat.h>

#include "base/core/file.h"
#include "base/text/html_scan.h"
#include "base/web/url.h"
#include "content/codes/content_codes.h"
#include "content/entry/page.h"
#include "content/html/html.h"

enum { MOST_PAGE = 16 * 1024 * 1024 };

/* A picture on the page of the post. */
struct page_picture {
	str url, alt;
	bool is_doubtful; /* another picture has the same description */
	struct page_picture *next;
};

struct settling {
	struct body *body;
	bool is_read, has_page;
	struct buf page;             /* HTML of the page */
	str url;                     /* address of the page */
	struct page_picture *first;
};

/* ---- files ---- */

static bool
has_file(struct body *b, str name)
{
	const struct config *c = b->env->config;
	struct stat st;

	return stat(path_join(b->arena, c->dir, path_join(b->arena,
	    c->posts.built, name)).ptr, &st) == 0 && S_ISREG(st.st_mode);
}

enum { MOST_NAMES = 2 * (PAGE_PATHS + 1) };

/* Lists the files that a server may show at an address, if the folder is served
 * as `site`. */
static size_t
list_below(struct body *b, str site, str url, str *names)
{
	size_t n = page_paths(names, site, url, b->arena);

	if (n == PAGE_PATHS)
		names[n++] = arena_str(b->arena, str_sub(names[0], 0,
		    names[0].len - (sizeof ".html" - 1)));
	return n;
}

/* The same for a folder that is served as site.url, or as the root of its
 * host. */
static size_t
list_names(struct body *b, str url, str names[MOST_NAMES])
{
	const struct config *c = b->env->config;
	str root = str_sub(c->site.url, 0, config_origin(c).len + 1);
	size_t n = list_below(b, c->site.url, url, names);

	if (n && !str_eq(root, c->site.url))
		n += list_below(b, root, url, names + n);
	return n;
}

/* The file at an address. Empty: there is none; then adds the possible names to
 * the sources of the entry, so that it is made again once one exists. *is_own:
 * the address is on the site. */
static str
find_file(struct body *b, str url, bool *is_own)
{
	const struct config *c = b->env->config;
	str names[MOST_NAMES], name;
	size_t n = list_names(b, url, names);

	*is_own = n > 0;
	for (size_t i = 0; i < n; i++)
		if (has_file(b, names[i]))
			return names[i];
	for (size_t i = 0; i < n; i++) {
		name = path_join(b->arena, c->posts.built, names[i]);
		sources_add(b->env->sources, name, file_look(path_join(
		    b->arena, c->dir, name).ptr), b->arena);
	}
	return (str){0};
}

/* Whether an address is on the site, but has no file. */
static bool
is_missing(struct body *b, str url)
{
	bool is_own;

	return find_file(b, url, &is_own).len == 0 && is_own;
}

/* ---- the page ---- */

static void
add_picture(struct settling *s, str src, str alt)
{
	struct arena *a = s->body->arena;
	struct page_picture *p = arena_alloc(a, sizeof *p);
	struct buf text = {0}, url = {0};

	html_text_clean(&text, src);
	if (url_resolve(&url, s->url, buf_str(&text)) &&
	    url_is_web(buf_str(&url))) {
		p->url = arena_str(a, buf_str(&url));
		buf_reset(&text);
		html_text_clean(&text, alt);
		p->alt = arena_str(a, str_trim(buf_str(&text)));
		for (struct page_picture *o = s->first; o && p->alt.len;
		     o = o->next)
			if (str_eq(o->alt, p->alt) && !str_eq(o->url, p->url))
				o->is_doubtful = p->is_doubtful = true;
		p->next = s->first;
		s->first = p;
	}
	buf_free(&text);
	buf_free(&url);
}

static void
list_pictures(struct settling *s)
{
	struct html_scan scan = html_scan_begin(buf_str(&s->page));
	struct html_tag tag;

	while (html_scan_tag(&scan, &tag)) {
		bool is_img = str_ieq(tag.name, S("img"));
		bool is_meta = str_ieq(tag.name, S("meta"));
		str src = {0}, alt = {0}, property = {0};
		struct html_attribute a;

		while ((is_img || is_meta) && html_scan_attribute(&tag, &a)) {
			if (str_ieq(a.name, is_img ? S("src") : S("content")))
				src = a.value;
			if (str_ieq(a.name, S("alt")))
				alt = a.value;
			if (str_ieq(a.name, S("property")))
				property = a.value;
		}
		html_scan_past(&scan, &tag);
		if (src.len && (is_img || str_eq(property, S("og:image"))))
			add_picture(s, src, alt);
	}
}

/* Reads the page of the post, once, and lists its pictures. False: there is
 * none. */
static bool
read_page(struct settling *s)
{
	struct body *b = s->body;
	const struct config *c = b->env->config;
	struct stamp stamp;
	str path, name;
	bool is_own;

	if (s->is_read)
		return s->has_page;
	s->is_read = true;
	s->url = b->post->matter->url;
	name = find_file(b, s->url, &is_own);
	if (name.len == 0)
		return false;
	name = path_join(b->arena, c->posts.built, name);
	path = path_join(b->arena, c->dir, name);
	stamp = file_look(path.ptr);
	sources_add(b->env->sources, name, stamp, b->arena);
	s->has_page = file_read(&s->page, path.ptr, MOST_PAGE);
	if (s->has_page)
		list_pictures(s);
	return s->has_page;
}

/* ---- one picture ---- */

static str
stem_of(str url)
{
	str name = path_base(url_split(url).path);
	size_t dot = str_rchr(name, '.');

	return str_sub(name, 0, dot == STR_NONE ? name.len : dot);
}

/* Whether the picture at `url` may be made from a file with this stem: for pic,
 * "pic.B1z4x.webp", "pic-B1z4x.png" and "pic.png". */
static bool
is_named(str url, str stem)
{
	str name = path_base(url_split(url).path);

	return stem.len && str_starts(name, stem) && name.len > stem.len &&
	    char_is_one_of(name.ptr[stem.len], ".-_@");
}

/* How well a picture of the page fits; 0: not at all. A dot after the stem
 * counts more than a hyphen: a-b.B1z4x.png is more likely made from a-b.png
 * than from a.png. */
static int
fit_of(const struct page_picture *p, str stem, str alt)
{
	str name = path_base(url_split(p->url).path);

	if (!is_named(p->url, stem))
		return 0;
	return 1 + 2 * (name.ptr[stem.len] == '.') +
	    4 * (alt.len && str_eq(alt, p->alt));
}

/* The address of the picture of the page that fits best by its name; of
 * several, that with the shortest name. If none fits, the only one with the
 * same description. */
static str
find_picture(struct settling *s, str url, str alt)
{
	str best = {0}, stem = stem_of(url);
	int most = 0;

	for (struct page_picture *p = s->first; p; p = p->next) {
		int fit = fit_of(p, stem, alt);

		if (fit == 0 || fit < most || (fit == most &&
		    path_base(p->url).len > path_base(best).len) ||
		    is_missing(s->body, p->url))
			continue;
		most = fit;
		best = p->url;
	}
	for (struct page_picture *p = s->first; p && best.len == 0;
	     p = p->next)
		if (alt.len && str_eq(p->alt, alt) && !p->is_doubtful &&
		    !is_missing(s->body, p->url))
			best = p->url;
	return best;
}

/* ---- all of an entry ---- */

static struct mark
place_of(const struct body *b, str url)
{
	str name = path_base(path_bare(url_split(url).path));
	size_t at = name.len ? str_find(b->src->text, name) : STR_NONE;

	return at == STR_NONE ? (struct mark){0}
	                      : mark_of(b->src->text, at);
}

static void
report(struct body *b, const char *what, str url)
{
	const struct config *c = b->env->config;

	if (!c->content.check_links)
		return;
	diag_add(b->diags, DIAG_LINK_UNKNOWN, b->src,
	    diags_is_full(b->diags, DIAG_LINK_UNKNOWN) ? (struct mark){0}
	    : place_of(b, url), "%s '%.*s' is not in '%.*s'", what,
	    STR_ARG(url), STR_ARG(c->posts.built));
}

/* A tag with an address: its attribute, and the words for messages. */
static const struct addressed {
	const char *tag, *attribute, *what;
} addressed[] = {
	{"img", "src", "picture"}, {"a", "href", "link"},
	{"video", "src", "video"}, {"audio", "src", "sound"},
	{"source", "src", "file"},
};

/* Returns the new value of an attribute; empty: it stays. */
static str
settle_address(struct settling *s, const struct addressed *k, str value,
    str alt)
{
	struct body *b = s->body;
	struct buf url = {0}, text = {0};
	str found = {0};

	html_text_clean(&url, value);
	html_text_clean(&text, alt);
	if (url_is_web(buf_str(&url)) && (k == addressed ||
	    b->env->config->content.check_links) &&
	    is_missing(b, buf_str(&url)) && read_page(s)) {
		if (k == addressed)
			found = find_picture(s, buf_str(&url),
			    str_trim(buf_str(&text)));
		if (found.len == 0)
			report(b, k->what, buf_str(&url));
	}
	buf_free(&url);
	buf_free(&text);
	return found;
}

void
site_files_settle(struct buf *html, struct body *b)
{
	struct settling s = {.body = b};
	struct html_scan scan;
	struct html_tag tag;
	struct buf out = {0};
	str text = buf_str(html);
	size_t from = 0;

	if (b->env->config->posts.built.len == 0)
		return;
	scan = html_scan_begin(text);
	while (html_scan_tag(&scan, &tag)) {
		const struct addressed *k = tag.is_end ? NULL
		    : STR_ROW(addressed, tag.name, str_ieq);
		str value = k ? html_scan_value(tag, str_of(k->attribute))
		    : (str){0};
		str found = value.len ? settle_address(&s, k, value,
		    html_scan_value(tag, S("alt"))) : (str){0};

		html_scan_past(&scan, &tag);
		if (found.len == 0)
			continue;
		buf_add(&out, str_sub(text, from,
		    (size_t)(value.ptr - text.ptr) - from));
		html_escape(&out, found);
		from = (size_t)(value.ptr - text.ptr) + value.len;
	}
	if (from) {
		buf_add(&out, str_from(text, from));
		buf_reset(html);
		buf_add(html, buf_str(&out));
	}
	buf_free(&out);
	buf_free(&s.page);
}

str
site_files_named(struct body *b, str ref)
{
	struct settling s = {.body = b};
	str found = {0};

	if (b->env->config->posts.built.len && read_page(&s))
		found = find_picture(&s, ref, (str){0});
	buf_free(&s.page);
	return found;
}
