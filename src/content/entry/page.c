/* SPDX-License-Identifier: MIT
 * page: the text of a post, from the page that a generator made of it. */
#include "content/entry/page.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/data/data_codes.h"
#include "base/web/url.h"
#include "base/core/utf8.h"
#include "config/config_codes.h"
#include "content/codes/content_codes.h"
#include "content/html/html_tree.h"
#include "content/links/links.h"
#include "content/html/selector.h"
#include "post/post_codes.h"

enum { MOST_PAGE = 16 * 1024 * 1024 };

/* Where themes put the text of a post, the most reliable first: microdata and
 * microformats name it, an <article> or <main> may hold the title and the date
 * as well. */
static const char *const usual_parts[] = {
	"[itemprop=articleBody]",
	".e-content",
	".entry-content",
	".post-content",
	"article .content",
	"article",
	"main",
};
enum { USUAL_PARTS = sizeof usual_parts / sizeof usual_parts[0] };

/* ---- the config ---- */

static bool
check_select(const struct config *c, struct diags *diags)
{
	struct arena a = {0};
	const struct value *v = config_find(c, "content.select");
	const char *why;
	size_t bad;
	bool ok = c->content.select.len == 0 ||
	    selector_parse(&a, c->content.select, &bad, &why);

	if (!ok)
		diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
		    config_mark_in(c, v, bad), "content.select is '%.*s': %s",
		    STR_ARG(c->content.select), why);
	arena_free(&a);
	return ok;
}

static bool
check_folder(const struct config *c, struct diags *diags)
{
	struct arena a = {0};
	struct stat st;
	int failed = stat(path_join(&a, c->dir, c->content.pages).ptr, &st);
	const char *why = failed ? strerror(errno) : "not a folder";
	bool ok = !failed && S_ISDIR(st.st_mode);

	if (!ok)
		diag_add(diags, DIAG_CONFIG_FOLDER, &c->source,
		    config_mark(c, "content.pages"), "pages folder '%.*s': %s",
		    STR_ARG(c->content.pages), why);
	arena_free(&a);
	return ok;
}

bool
page_check(const struct config *c, struct diags *diags)
{
	bool ok = check_select(c, diags);

	return (c->content.source != CONTENT_PAGES || check_folder(c, diags)) &&
	    ok;
}

/* ---- where the page is ---- */

/* Appends a decoded path as a relative one: "%2Fetc" must not become an
 * absolute path. False: it would lead out of the folder. */
static bool
clean_path(struct buf *out, str path)
{
	str part;

	if (str_chr(path, '\0') != STR_NONE)
		return false;
	while (str_split(&path, '/', &part)) {
		if (str_eq(part, S("..")) || str_eq(part, S(".")))
			return false;
		if (part.len && out->len)
			buf_addc(out, '/');
		buf_add(out, part);
	}
	return true;
}

static size_t
list_paths(str paths[PAGE_PATHS], str path, bool is_folder, struct arena *a)
{
	str index = arena_printf(a, "%.*s%sindex.html", STR_ARG(path),
	    path.len ? "/" : "");

	if (is_folder || path.len == 0)
		paths[0] = index;
	else if (str_iends_any(path, ".html .htm .xhtml"))
		paths[0] = arena_str(a, path);
	else {
		paths[0] = arena_printf(a, "%.*s.html", STR_ARG(path));
		paths[1] = index;
		return 2;
	}
	return 1;
}

size_t
page_paths(str paths[PAGE_PATHS], str site, str url, struct arena *a)
{
	struct buf decoded = {0}, path = {0};
	struct url u = url_split(url), s = url_split(site);
	size_t n = 0;

	if (str_eq(u.scheme, s.scheme) && str_eq(u.authority, s.authority) &&
	    str_starts(u.path, s.path)) {
		url_decode(&decoded, str_from(u.path, s.path.len));
		if (clean_path(&path, buf_str(&decoded)))
			n = list_paths(paths, buf_str(&path),
			    str_ends(u.path, S("/")), a);
	}
	buf_free(&decoded);
	buf_free(&path);
	return n;
}

/* ---- reading it ---- */

struct reader {
	const struct post *post;
	const struct links *links;
	const struct config *config;
	struct arena *scratch;
	struct source src; /* the page */
};

__attribute__((format(printf, 3, 4))) static bool
fail(struct reader *r, diag_code code, const char *fmt, ...)
{
	va_list ap;
	str message;

	va_start(ap, fmt);
	message = arena_vprintf(r->scratch, fmt, ap);
	va_end(ap);
	diag_add(r->links->diags, code, r->links->src, (struct mark){0},
	    "%.*s", STR_ARG(message));
	return false;
}

static bool
fail_missing(struct reader *r, const str *names, size_t n)
{
	if (n == 0)
		return fail(r, DIAG_PAGE_MISSING,
		    "no page in '%.*s' can have the address '%.*s'",
		    STR_ARG(r->config->content.pages),
		    STR_ARG(r->post->matter->url));
	if (n == 1)
		return fail(r, DIAG_PAGE_MISSING,
		    "its page '%.*s' is not there", STR_ARG(names[0]));
	return fail(r, DIAG_PAGE_MISSING,
	    "its page '%.*s' or '%.*s' is not there", STR_ARG(names[0]),
	    STR_ARG(names[1]));
}

static bool
fail_unreadable(struct reader *r, str name, int error)
{
	if (error == EFBIG)
		return fail(r, DIAG_FILE_TOO_LARGE,
		    "its page '%.*s' is larger than 16 MiB", STR_ARG(name));
	return fail(r, DIAG_FILE_UNREADABLE, "its page '%.*s': %s",
	    STR_ARG(name), strerror(error));
}

static bool
is_absent(int error)
{
	return file_is_absent(error) || error == EINVAL;
}

/* Reads the page's bytes, and sets its name. */
static bool
read_file(struct reader *r, struct buf *text)
{
	const struct config *c = r->config;
	str paths[PAGE_PATHS];
	size_t n = page_paths(
	    paths, c->site.url, r->post->matter->url, r->scratch);
	struct stamp stamp;
	str path;

	for (size_t i = 0; i < n; i++) {
		paths[i] = path_join(r->scratch, c->content.pages, paths[i]);
		path = path_join(r->scratch, c->dir, paths[i]);
		stamp = file_look(path.ptr);
		if (file_read(text, path.ptr, MOST_PAGE)) {
			r->src.name = paths[i];
			sources_add(r->links->sources, paths[i], stamp,
			    r->scratch);
			return true;
		}
		r->links->sources->nowhere = true;
		if (!is_absent(errno)) {
			r->links->sources->unread = errno != EFBIG;
			return fail_unreadable(r, paths[i], errno);
		}
	}
	return fail_missing(r, paths, n);
}

static bool
check_utf8(struct reader *r)
{
	str text = r->src.text;
	size_t bad = utf8_check(text);

	if (bad < text.len)
		diag_add(r->links->diags, DIAG_NOT_UTF8, &r->src,
		    mark_of(text, bad),
		    "byte 0x%02X is not UTF-8, in the page of %.*s",
		    (unsigned)(unsigned char)text.ptr[bad],
		    STR_ARG(r->links->src->name));
	return bad == text.len;
}

/* ---- the part of it ---- */

static const struct html_node *
find_selected(struct reader *r, const struct html_node *page, str text)
{
	const char *why;
	size_t bad;
	const struct selector *s =
	    selector_parse(r->scratch, text, &bad, &why);

	/* page_check has reported one that does not parse. */
	return s ? selector_find(s, page, r->scratch) : NULL;
}

static bool
fail_select(struct reader *r)
{
	struct buf names = {0};
	str select = r->config->content.select;

	if (select.len)
		buf_printf(&names, "'%.*s'", STR_ARG(select));
	for (size_t i = 0; select.len == 0 && i < USUAL_PARTS; i++)
		buf_printf(&names, "%s'%s'", i == 0 ? ""
		    : i + 1 < USUAL_PARTS ? ", " : " or ", usual_parts[i]);
	fail(r, DIAG_PAGE_SELECT, "nothing in its page '%.*s' matches %s",
	    STR_ARG(r->src.name), buf_cstr(&names));
	buf_free(&names);
	return false;
}

static const struct html_node *
find_part(struct reader *r, const struct html_node *page)
{
	const struct html_node *part = NULL;

	if (r->config->content.select.len)
		return find_selected(r, page, r->config->content.select);
	for (size_t i = 0; part == NULL && i < USUAL_PARTS; i++)
		part = find_selected(r, page, str_of(usual_parts[i]));
	return part;
}

/* What references in the page are relative to. */
static str
base_of(struct reader *r, const struct html_node *page)
{
	struct html_walk walk = {.arena = r->scratch};
	const struct html_node *node;
	struct buf base = {0};
	str href = {0}, url = r->post->matter->url;
	bool leaves, found = false;

	html_walk_down(&walk, page);
	while (!found && (node = html_walk_next(&walk, &leaves))) {
		if (!html_node_is_element(node) || leaves)
			continue;
		html_walk_down(&walk, node);
		found = html_node_is_named(node, S("base")) &&
		    html_node_attr(node, "href", &href);
	}
	if (found && url_resolve(&base, url, href) &&
	    url_is_web(buf_str(&base)))
		return buf_move(&base, r->scratch);
	buf_free(&base);
	return url;
}

static bool
write_part(struct reader *r, struct buf *out, const struct html_policy *policy)
{
	const struct html_node *page =
	    html_tree_parse_page(r->src.text, r->scratch);
	const struct html_node *part = page ? find_part(r, page) : NULL;
	struct html_policy here = *policy;
	struct links links = *r->links;

	if (page && part == NULL)
		return fail_select(r);
	if (page) {
		links.page = base_of(r, page);
		links.src = &r->src;
		here.ctx = &links;
		here.is_page = true;
	}
	return (page && html_sanitize_tree(out, part, &here, r->scratch)) ||
	    fail(r, DIAG_PAGE_DEPTH,
	    "the elements of its page '%.*s' are nested too deeply",
	    STR_ARG(r->src.name));
}

bool
page_read(struct buf *out, const struct post *p,
    const struct html_policy *policy, struct arena *scratch)
{
	const struct links *links = policy->ctx;
	struct reader r = {p, links, links->config, scratch, {{0}, {0}}};
	struct buf text = {0}, part = {0};
	bool ok = read_file(&r, &text);

	if (ok) {
		r.src.text = buf_str(&text);
		if (str_starts(r.src.text, S("\xEF\xBB\xBF")))
			r.src.text = str_from(r.src.text, 3);
		ok = check_utf8(&r) && write_part(&r, &part, policy);
	}
	buf_add(out, str_trim(buf_str(&part)));
	buf_free(&part);
	buf_free(&text);
	return ok;
}
