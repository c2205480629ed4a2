/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#include "post/permalink/ident.h"

#include "base/text/pattern.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "post/read/field.h"

/* ---- parts of the address ---- */

struct ident_source {
	str url;
	const struct permalink_parts *parts;
};

static void
put_permalink(struct buf *out, const struct ident_source *s)
{
	buf_add(out, s->url);
}

static void
put_host(struct buf *out, const struct ident_source *s)
{
	buf_add(out, url_split(s->url).authority);
}

static void
put_path(struct buf *out, const struct ident_source *s)
{
	buf_add(out, url_split(s->url).path);
}

/* The address up to its last segment. */
static void
put_folder(struct buf *out, const struct ident_source *s)
{
	str url = path_bare(s->url);

	/* A post may be the home page. */
	if (s->url.len <= s->parts->home.len)
		buf_add(out, s->parts->home);
	else
		buf_add(out, str_sub(url, 0, str_rchr(url, '/') + 1));
}

static void
put_name(struct buf *out, const struct ident_source *s)
{
	url_encode_path(out, s->parts->slug.len ? s->parts->slug
	                                        : s->parts->stem);
}

/* Not encoded, unlike put_name: templates of feeds write it like this. */
static void
put_slug(struct buf *out, const struct ident_source *s)
{
	buf_add(out, s->parts->slug.len ? s->parts->slug : s->parts->stem);
}

/* The path of the address below site.url, with its first slash. */
static str
local_path(const struct ident_source *s)
{
	str path = url_split(s->url).path;

	return str_starts(path, s->parts->base)
	    ? str_from(path, s->parts->base.len) : path;
}

static void
put_url(struct buf *out, const struct ident_source *s)
{
	buf_add(out, local_path(s));
}

/* Jekyll's post.id. */
static void
put_id(struct buf *out, const struct ident_source *s)
{
	str path = path_bare(local_path(s));

	if (path.len == 0)
		buf_addc(out, '/');
	else
		buf_add(out, str_sub(path, 0, str_rchr(path, '/') + 1));
	put_slug(out, s);
}

static void
put_date(struct buf *out, const struct ident_source *s)
{
	const struct datetime *d = &s->parts->date;

	buf_printf(out, "%04d-%02d-%02d", d->year, d->month, d->day);
}

/* No key of a front matter begins with a colon. */
static const struct part {
	const char *name;
	void (*put)(struct buf *out, const struct ident_source *s);
} parts[] = {
	{"permalink", put_permalink},
	{":folder", put_folder},
	{":name", put_name},
	{":slug", put_slug},
	{":url", put_url},
	{":id", put_id},
	{":host", put_host},
	{":path", put_path},
	{":date", put_date},
};

static const struct part *
find_part(str name)
{
	return STR_ROW(parts, name, str_eq);
}

/* ---- patterns ---- */

bool
ident_check_pattern(const struct config *c, const char *name, str pattern,
    bool *any, struct diags *diags)
{
	str rest = pattern, before, key;

	*any = false;
	do {
		if (!pattern_next(&rest, &before, &key) ||
		    (key.ptr && key.len == 0)) {
			diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
			    config_mark(c, name),
			    "%s '%.*s' has a brace without a key", name,
			    STR_ARG(pattern));
			return false;
		}
		if (str_starts(key, S(":")) && find_part(key) == NULL) {
			diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
			    config_mark(c, name),
			    "%s has '{%.*s}', expected {:folder}, "
			    "{:name}, {:slug}, {:url}, {:id}, {:host}, "
			    "{:path} or {:date}", name,
			    STR_ARG(key));
			return false;
		}
		*any |= key.ptr != NULL;
	} while (rest.len);
	return true;
}

bool
ident_check(const struct config *c, struct diags *diags)
{
	bool any;

	if (!ident_check_pattern(c, "posts.id", c->posts.id, &any, diags))
		return false;
	if (!any)
		diag_add(diags, DIAG_CONFIG_VALUE, &c->source,
		    config_mark(c, "posts.id"),
		    "posts.id '%.*s' is the same for every post, expected a "
		    "{key} in it", STR_ARG(c->posts.id));
	return any;
}

bool
ident_has_key(str pattern)
{
	str before, key;

	while (pattern.len && pattern_next(&pattern, &before, &key))
		if (key.ptr && find_part(key) == NULL)
			return true;
	return false;
}

bool
ident_fill(struct buf *out, str pattern, str url,
    const struct permalink_parts *parts_of, const struct value *front)
{
	struct ident_source source = {url, parts_of};
	str rest = pattern, before, key;
	bool whole = true;

	do {
		const struct part *part;
		const struct value *v;

		pattern_next(&rest, &before, &key);
		buf_add(out, before);
		if (key.ptr == NULL)
			break;
		part = find_part(key);
		if (part) {
			part->put(out, &source);
			continue;
		}
		v = field_find_path(front, key);
		if (v && v->kind == VALUE_SCALAR && v->text.len)
			buf_add(out, v->text);
		else
			whole = false;
	} while (rest.len);
	return whole;
}

str
ident_make(struct arena *a, str pattern, str url,
    const struct permalink_parts *parts_of, const struct value *front)
{
	struct buf out = {0};
	bool whole = ident_fill(&out, pattern, url, parts_of, front);
	str id = whole ? arena_str(a, buf_str(&out)) : url;

	buf_free(&out);
	return id;
}
