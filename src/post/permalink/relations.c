/* SPDX-License-Identifier: MIT
 * relations: pages that a post refers to.
 *
 * An invalid address is reported and left out; the post is published without
 * it. */
#include "post/permalink/relations.h"

#include "base/web/url.h"
#include "config/config_codes.h"
#include "post/post_codes.h"
#include "post/read/field.h"
#include "post/permalink/ident.h"
#include "post/read/reading.h"

bool
relations_check(const struct config *c, struct diags *diags)
{
	str pattern = c->posts.comments;
	bool any;

	if (!ident_check_pattern(c, "posts.comments", pattern, &any, diags))
		return false;
	if (pattern.len == 0 || url_is_web(pattern) ||
	    str_starts(pattern, S("/")) || str_starts(pattern, S("{")))
		return true;
	diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
	    config_mark(c, "posts.comments"),
	    "posts.comments is '%.*s', expected a path on the site or an http "
	    "or https URL", STR_ARG(pattern));
	return false;
}

/* ---- addresses ---- */

/* Whether it has the form of an address. "example.org/x" does not: it is more
 * likely a URL without its scheme than a path. */
static bool
is_address(str ref)
{
	return url_is_web(ref) || str_starts(ref, S("/")) ||
	    str_starts(ref, S("./")) || str_starts(ref, S("../")) ||
	    str_starts(ref, S("#"));
}

/* Resolves a reference of the front matter. One that begins with '/' is
 * relative to the root of the site, as in the text of a post (feed rule 23). */
static bool
resolve_ref(struct reading *j, struct buf *out, str ref)
{
	str site = j->config->site.url;
	str root = url_split(site).path;

	if (!is_address(ref))
		return false;
	if (!str_starts(ref, S("/")) || str_starts(ref, S("//")) ||
	    str_starts(ref, root))
		return url_resolve(out, j->matter->url, ref);
	return url_resolve(out, site,
	    arena_printf(j->scratch, ".%.*s", STR_ARG(ref)));
}

/* The address in a value, or below its key `url`; empty if there is none, which
 * is reported. */
static str
address_of(struct reading *j, const struct value *v, str key)
{
	const struct value *url = v->kind == VALUE_MAP
	    ? field_find(v, S("url")) : v;
	struct buf b = {0};
	str address = {0};

	if (url && url->kind == VALUE_SCALAR && str_trim(url->text).len &&
	    resolve_ref(j, &b, str_trim(url->text)) && url_is_web(buf_str(&b)))
		address = arena_str(j->arena, buf_str(&b));
	else
		value_diag(j->diags, DIAG_RELATION_INVALID, j->src,
		    url ? url : v, "'%.*s' is %s, expected an http or https "
		    "URL", STR_ARG(key), url && url->kind == VALUE_SCALAR
		    ? arena_printf(j->scratch, "'%.*s'",
		    STR_ARG(url->text)).ptr : value_kind_name(v));
	buf_free(&b);
	return address;
}

/* ---- keys ---- */

static struct relations *
relations_of(struct reading *j)
{
	struct relations *r = arena_alloc(j->arena, sizeof *r);

	if (j->matter->relations)
		*r = *j->matter->relations;
	j->matter->relations = r;
	return r;
}

/* The first of a list: jekyll-redirect-from allows one under `redirect_to`. */
static void
read_external(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_LINK);
	str key, url;

	if (v == NULL)
		v = field_find_path(j->front, S("extra.link_to"));
	if (value_is_null(v) || j->config->posts.links == POST_LINKS_PAGE)
		return;
	key = v->key;
	url = address_of(j, v->kind == VALUE_LIST && v->first ? v->first : v,
	    key);
	if (url.len && !str_eq(url, j->matter->url))
		relations_of(j)->external = url;
}

/* Themes use this key for other values too: names of services, maps of
 * settings, flags. */
static bool
is_theme_word(const struct value *v)
{
	return v->kind != VALUE_SCALAR ||
	    (str_chr(v->text, '/') == STR_NONE &&
	    str_chr(v->text, ':') == STR_NONE &&
	    str_chr(v->text, '#') == STR_NONE);
}

static void
read_comments(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_COMMENTS);
	struct value made = {.kind = VALUE_SCALAR, .at = {1, 0}};
	struct buf b = {0};
	bool on = true;
	str url = {0}, key = S("posts.comments");

	if (v && !value_bool(v, &on) && !is_theme_word(v))
		url = address_of(j, v, v->key);
	else if (on && j->config->posts.comments.len && ident_fill(&b,
	    j->config->posts.comments, j->matter->url, &j->parts,
	    j->front)) {
		made.text = buf_str(&b);
		url = address_of(j, &made, key);
	}
	if (url.len)
		relations_of(j)->comments = url;
	buf_free(&b);
}

/* Adds an address unless it is empty or in the list. */
static void
add_reply(str *list, size_t *n, str url)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(list[i], url))
			return;
	if (url.len)
		list[(*n)++] = url;
}

/* One, or a list of them. */
static void
read_replies(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_REPLY), *i = v;
	struct relations *r;
	str *list;
	size_t n = 0;

	if (v == NULL)
		return;
	list = arena_array(j->arena, v->size + 1, sizeof *list);
	if (v->kind == VALUE_LIST)
		for (i = v->first; i; i = i->next)
			add_reply(list, &n, address_of(j, i, v->key));
	else
		add_reply(list, &n, address_of(j, v, v->key));
	if (n == 0)
		return;
	r = relations_of(j);
	r->replies_to = list;
	r->n_replies_to = n;
	j->post->namespaces |= NAMESPACE_THR;
}

bool
read_relations(struct reading *j)
{
	/* A page is in no feed. */
	if (j->matter->url.len == 0)
		return true;
	read_external(j);
	read_comments(j);
	read_replies(j);
	return true;
}
