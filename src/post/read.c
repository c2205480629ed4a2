/* SPDX-License-Identifier: MIT
 * read: a file to a post.
 *
 * Each read_ function takes one thing from the front matter and returns
 * false where it is there and wrong, which costs the post. */
#include "read.h"

#include "../base/file.h"
#include "../base/url.h"
#include "choose.h"
#include "defaults.h"
#include "dialect.h"
#include "field.h"
#include "front_matter.h"
#include "ident.h"
#include "people.h"
#include "permalink.h"
#include "post_file.h"
#include "terms.h"

const char *const skip_names[SKIP_COUNT] = {
	[SKIP_ERROR] = "error",
	[SKIP_UNDATED] = "undated",
	[SKIP_DRAFT] = "draft",
	[SKIP_HIDDEN] = "hidden",
	[SKIP_EXPIRED] = "expired",
	[SKIP_FUTURE] = "future",
};

/* One post in the making. */
struct job {
	struct post *post;
	const struct post_reader *reader;
	const struct config *config;
	const struct found *file;
	const struct source *src;
	const struct value *front; /* a map, maybe an empty one */
	struct arena *arena;       /* for what stays */
	struct arena *scratch;
	struct permalink_parts parts;
	const struct language *in; /* NULL: the site has but one */
	str folder;                /* what sections and categories are below:
	                            * the config's, or the language's in it */
	bool bundle;               /* folder/index.md */
	bool named_date;           /* the file's name begins with a date */
	struct datetime name_date;
};

static bool
fail_type(struct job *j, const struct value *v, const char *expected)
{
	diag_add(&j->post->diags, DIAG_FIELD_TYPE, j->src, v->at,
	    "'%.*s' is %s, expected %s", STR_ARG(v->key), value_kind_name(v),
	    expected);
	return false;
}

/* ---- the file's name ---- */

static bool
is_in(str path, str folder)
{
	return folder.len && str_starts(path, folder) &&
	    str_starts(str_from(path, folder.len), S("/"));
}

/* Takes ".fr" off a name where that is a language of the site. Without one
 * the folder tells. */
static void
take_language(struct job *j, str *name)
{
	size_t dot = str_rchr(*name, '.');
	str code = dot == STR_NONE ? (str){0} : str_from(*name, dot + 1);
	const struct language *g = j->config->languages;

	for (; g; g = g->next)
		if (code.len && str_ieq(code, g->name)) {
			j->in = g;
			name->len = dot;
			return;
		}
	for (g = j->config->languages; g; g = g->next) {
		if (is_in(j->file->path, g->folder))
			j->in = g;
		if (str_ieq(g->name, j->config->site.language) && !j->in)
			j->in = g;
	}
}

/* Splits the name into stem and date. A page bundle, folder/index.md, has
 * its folder's name. */
static void
read_name(struct job *j)
{
	str path = j->file->path;
	str name = path_base(path);
	size_t date_len;

	name.len = str_rchr(name, '.');
	take_language(j, &name);
	/* A folder that holds a language is neither section nor category. */
	j->folder = j->file->folder;
	if (j->in && is_in(path, j->in->folder) &&
	    j->in->folder.len > j->folder.len)
		j->folder = j->in->folder;
	j->bundle = str_eq(name, S("index")) && path_dir(path).len;
	if (j->bundle)
		name = path_base(path_dir(path));
	j->parts.stem = name;
	j->named_date = datetime_parse_name(name, &j->name_date, &date_len);
	if (j->named_date && date_len < name.len &&
	    !dialect_get(j->config)->keeps_date)
		j->parts.stem = str_from(name, date_len);
}

/* Where addresses begin: below the last folder of that name on the way to
 * the posts, or below the folder of the config itself. */
static size_t
content_root(struct job *j)
{
	const char *name = dialect_get(j->config)->content;
	str folder = j->file->folder, rest = folder, part;
	size_t from = folder.len;

	if (name && *name == '\0')
		return 0;
	while (name && str_split(&rest, '/', &part))
		if (str_eq(part, str_of(name)))
			from = (size_t)(part.ptr - folder.ptr) + part.len;
	return from;
}

/* The folders between the content root and the file: Hugo's sections. */
static void
read_sections(struct job *j)
{
	size_t root = content_root(j);
	bool in_language = j->folder.len > j->file->folder.len;
	str dir = path_dir(j->file->path);

	dir = str_from(dir, in_language && j->folder.len > root
	    ? j->folder.len : root);
	while (str_starts(dir, S("/")))
		dir = str_from(dir, 1);
	/* A bundle's own folder is its name, not a section. */
	if (j->bundle && dir.len)
		dir = path_dir(dir);
	j->parts.sections = j->post->sections = dir;
}

/* ---- dates ---- */

static bool
parse_date(struct job *j, const struct value *v, struct datetime *d)
{
	str why;

	if (v->kind != VALUE_SCALAR)
		return fail_type(j, v, "a date");
	if (datetime_parse(v->text, d, j->scratch, &why))
		return true;
	diag_add(&j->post->diags, DIAG_DATE_UNREADABLE, j->src, v->at,
	    "%.*s '%.*s' %.*s", STR_ARG(v->key), STR_ARG(v->text),
	    STR_ARG(why));
	return false;
}

static instant
to_instant(struct job *j, struct datetime d)
{
	if (!d.has_time) {
		int t = (int)j->config->posts.time;

		d.hour = t / 3600;
		d.minute = t / 60 % 60;
		d.second = t % 60;
		d.has_time = true;
	}
	return datetime_instant(&d, j->config->site.zone);
}

static const struct value *
find_url(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_URL);
	const char *key = dialect_get(j->config)->url_key;

	return v || key == NULL ? v : field_find(j->front, str_of(key));
}

/* Hugo's `published` is a date or a flag, so it is a date only where it does
 * not read as one. */
static const struct value *
find_date(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_DATE);
	bool flag;

	if (v)
		return v;
	v = field_find(j->front, S("published"));
	return value_is_null(v) || value_bool(v, &flag) ? NULL : v;
}

/* The YYYY/MM/DD that whole segments of a path are. */
static bool
date_of_path(str path, struct datetime *d)
{
	str rest = path, part, above = {0}, top = {0};

	while (str_split(&rest, '/', &part)) {
		struct arena a = {0};
		str why, text = arena_printf(&a, "%.*s-%.*s-%.*s",
		    STR_ARG(top), STR_ARG(above), STR_ARG(part));
		bool found = top.len == 4 && above.len == 2 &&
		    part.len == 2 && datetime_parse(text, d, &a, &why);

		arena_free(&a);
		if (found)
			return true;
		top = above;
		above = part;
	}
	return false;
}

/* Where the front matter has no date: the file's name, the folders that it
 * is in, or the address that it gives. */
static bool
find_named_date(struct job *j, struct datetime *d)
{
	const struct value *url = find_url(j);

	if (j->named_date) {
		*d = j->name_date;
		return true;
	}
	return date_of_path(path_dir(j->file->path), d) ||
	    (url && url->kind == VALUE_SCALAR && date_of_path(url->text, d));
}

static bool
read_date(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = find_date(j);
	struct datetime d;

	if (v && !parse_date(j, v, &d))
		return false;
	if (v == NULL && !find_named_date(j, &d)) {
		p->skip = SKIP_UNDATED;
		return true;
	}
	p->published = p->updated = to_instant(j, d);
	if (p->published < 0) {
		diag_add(&p->diags, DIAG_DATE_RANGE, j->src,
		    v ? v->at : (struct mark){0},
		    "the date is before 1970");
		return false;
	}
	j->parts.date = d;
	if (dialect_get(j->config)->site_time && d.has_offset)
		j->parts.date = datetime_at(p->published,
		    j->config->site.zone);
	return true;
}

static bool
read_updated(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = field_get(j->front, FIELD_UPDATED);
	struct datetime d;
	instant t;

	if (v == NULL)
		return true;
	if (!parse_date(j, v, &d))
		return false;
	if (p->skip == SKIP_UNDATED)
		return true;
	t = to_instant(j, d);
	/* A date without a time is the whole of that day. */
	if (t < p->published && d.has_time)
		diag_add(&p->diags, DIAG_UPDATED_EARLY, j->src, v->at,
		    "'%.*s' is before the date of publication",
		    STR_ARG(v->key));
	/* Feeds have no entries from the future; a plan to revise is none. */
	if (t > p->published && t <= j->reader->now)
		p->updated = t;
	return true;
}

/* ---- texts ---- */

/* "my-first_post" gives "My first post". */
static str
title_of_name(struct job *j)
{
	char *s = arena_cstr(j->scratch, j->parts.stem);

	for (size_t i = 0; i < j->parts.stem.len; i++)
		if (s[i] == '-' || s[i] == '_')
			s[i] = ' ';
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return field_text(j->arena, str_of(s));
}

static bool
read_title(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_TITLE);

	if (v && v->kind != VALUE_SCALAR)
		return fail_type(j, v, "text");
	if (v)
		j->post->title = field_text(j->arena, v->text);
	if (j->post->title.len)
		return true;
	j->post->title = title_of_name(j);
	if (j->post->skip == SKIP_NONE)
		diag_add(&j->post->diags, DIAG_TITLE_MISSING, j->src,
		    (struct mark){1, 0}, "no title; '%.*s' is used",
		    STR_ARG(j->post->title));
	return true;
}

static bool
read_summary(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_SUMMARY);

	if (v == NULL)
		return true;
	if (v->kind != VALUE_SCALAR)
		return fail_type(j, v, "text");
	j->post->summary = arena_str(j->arena, str_trim(v->text));
	return true;
}

static bool
read_authors(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_AUTHOR);

	return v == NULL || people_read(j->post, v, j->reader->authors,
	    dialect_get(j->config)->split == SPLIT_SEMICOLON, j->src,
	    j->arena);
}

/* The language that the front matter names, else the one of the name or
 * folder. */
static bool
read_language(struct job *j)
{
	static const char *const keys[] = {"lang", "language", "locale"};
	struct post *p = j->post;

	p->language = j->in ? j->in->name : j->config->site.language;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct value *v = field_find(j->front, str_of(keys[i]));

		if (v && v->kind == VALUE_SCALAR &&
		    config_is_language(v->text)) {
			p->language = arena_str(j->arena, v->text);
			break;
		}
	}
	for (const struct language *g = j->config->languages; g; g = g->next)
		if (str_ieq(g->name, p->language))
			j->in = g;
	p->in = j->in;
	return true;
}

/* ---- whether it is to be published ---- */

/* A flag of the front matter. What is neither true nor false is a mistake
 * that must not publish a draft. */
static bool
flag(struct job *j, const char *key, bool fallback)
{
	const struct value *v = field_find(j->front, str_of(key));
	bool b = fallback;

	if (value_is_null(v) || value_bool(v, &b))
		return b;
	diag_add(&j->post->diags, DIAG_FIELD_TYPE, j->src, v->at,
	    "'%.*s' is %s, expected true or false", STR_ARG(v->key),
	    v->kind == VALUE_SCALAR ? arena_printf(j->scratch, "'%.*s'",
	    STR_ARG(v->text)).ptr : value_kind_name(v));
	return fallback;
}

/* `published` may be Hugo's date, and `feed` a map of jekyll-feed's. */
static bool
is_off(struct job *j, const char *key)
{
	bool on = true;

	value_bool(field_find(j->front, str_of(key)), &on);
	return !on;
}

static bool
is_word(const struct value *v, str word)
{
	return v && v->kind == VALUE_SCALAR && str_ieq(v->text, word);
}

/* `published` is a flag, unless it is the post's date. */
static bool
is_unpublished(struct job *j)
{
	if (find_date(j) == field_find(j->front, S("published")))
		return false;
	return !flag(j, "published", true);
}

static bool
is_draft(struct job *j)
{
	return flag(j, "draft", false) || is_unpublished(j) ||
	    is_word(field_find(j->front, S("status")), S("draft")) ||
	    str_starts(j->file->path, S("_drafts/")) ||
	    str_find(j->file->path, S("/_drafts/")) != STR_NONE;
}

static bool
is_hidden(struct job *j)
{
	const struct value *build = field_find(j->front, S("build"));
	const struct value *list = field_find(build, S("list"));
	bool listed = true;

	value_bool(list, &listed);
	return flag(j, "hidden", false) || flag(j, "headless", false) ||
	    is_off(j, "feed") || !listed || is_word(list, S("never")) ||
	    is_word(field_find(j->front, S("status")), S("hidden")) ||
	    /* The page of a Hugo or Zola section. */
	    str_starts(path_base(j->file->path), S("_index."));
}

static bool
read_skip(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = field_get(j->front, FIELD_EXPIRY);
	size_t errors = p->diags.counts[DIAG_ERROR];
	struct datetime d;
	bool expired = false, hidden;

	if (v) {
		if (!parse_date(j, v, &d))
			return false;
		expired = to_instant(j, d) <= j->reader->now;
	}
	p->draft = is_draft(j);
	hidden = is_hidden(j);
	if (p->diags.counts[DIAG_ERROR] > errors)
		return false;
	if (p->skip != SKIP_NONE)
		return true;
	if (p->draft && !j->config->posts.drafts)
		p->skip = SKIP_DRAFT;
	else if (hidden || !choose_front(j->config, j->front))
		p->skip = SKIP_HIDDEN;
	else if (expired)
		p->skip = SKIP_EXPIRED;
	else if (p->published > j->reader->now && !j->config->posts.future)
		p->skip = SKIP_FUTURE;
	return true;
}

/* ---- address and id ---- */

static const struct strs *
categories_of(const struct post *p)
{
	static const struct strs none;

	for (size_t i = 0; i < p->n_terms; i++)
		if (str_eq(p->terms[i].taxonomy->name, S("categories")))
			return &p->terms[i].terms;
	return &none;
}

static bool
read_slug(struct job *j)
{
	const struct value *v = field_get(j->front, FIELD_SLUG);

	if (v == NULL)
		return true;
	if (v->kind != VALUE_SCALAR)
		return fail_type(j, v, "text");
	j->parts.slug = str_trim(v->text);
	return true;
}

static bool
read_url(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = find_url(j);

	j->parts.title = p->title;
	j->parts.prefix = j->in ? j->in->prefix : S("");
	j->parts.categories = *categories_of(p);
	if (!read_slug(j))
		return false;
	/* Without a date nothing dated can be made: a page has no address
	 * here but one that it gives. */
	if (j->parts.date.month == 0) {
		if (v == NULL)
			return true;
		j->parts.date = datetime_at(0, zone_utc);
	}
	p->id_at = (struct mark){1, 0};
	if (v)
		p->id_at = v->at;
	if (v == NULL) {
		p->url = permalink_make(j->arena, j->config,
		    permalink_pattern(j->config, j->parts.sections),
		    &j->parts);
		return true;
	}
	if (v->kind != VALUE_SCALAR)
		return fail_type(j, v, "a path on the site");
	p->url = permalink_given(j->arena, j->config, v->text, &j->parts);
	if (p->url.len)
		return true;
	diag_add(&p->diags, DIAG_URL_INVALID, j->src, v->at,
	    "'%.*s' is '%.*s', expected a path on the site",
	    STR_ARG(v->key), STR_ARG(v->text));
	return false;
}

static bool
read_id(struct job *j)
{
	struct post *p = j->post;

	if (p->url.len == 0)
		return true;
	p->id = ident_make(j->arena, j->config->posts.id, p->url, j->front);
	if (!url_is_iri(p->id))
		diag_add(&p->diags, DIAG_ID_NOT_IRI, j->src, p->id_at, "id '%.*s' is no absolute IRI",
		    STR_ARG(p->id));
	return true;
}

/* ---- all of it ---- */

static bool
read_front(struct job *j)
{
	struct front_matter fm;
	struct value *front;

	if (!front_matter_cut(&fm, j->src, j->config->posts.dialect,
	    &j->post->diags))
		return false;
	front = front_matter_parse(&fm, j->src, j->scratch, &j->post->diags);
	if (front && front->kind != VALUE_MAP) {
		diag_add(&j->post->diags, DIAG_FIELD_TYPE, j->src, front->at,
		    "front matter is %s, expected keys and values",
		    value_kind_name(front));
		return false;
	}
	if (front)
		defaults_apply(front, j->reader->defaults, j->file->path,
		    j->scratch);
	j->front = front;
	return front != NULL;
}

static bool
read_terms(struct job *j)
{
	size_t errors = j->post->diags.counts[DIAG_ERROR];

	terms_read(j->post, j->config, j->front, j->folder, j->src,
	    j->arena);
	return j->post->diags.counts[DIAG_ERROR] == errors;
}

void
post_read(struct post *p, const struct post_reader *r,
    const struct found *file, struct arena *a, struct arena *scratch)
{
	/* In the order in which they need one another. All are tried, so that
	 * one run shows every mistake. */
	static bool (*const steps[])(struct job *) = {
		read_language, read_date, read_updated, read_title, read_summary,
		read_authors,
		read_terms, read_url, read_id, read_skip,
	};
	struct buf text = {0};
	struct source src = {file->path, {0}};
	struct job j = {.post = p, .reader = r, .config = r->config,
		.file = file, .src = &src, .arena = a, .scratch = scratch};
	str path = path_join(scratch, r->config->dir, file->path);
	bool ok;

	*p = (struct post){.path = file->path};
	read_name(&j);
	read_sections(&j);
	ok = post_file_read(&text, path.ptr, &src, &p->diags) &&
	    read_front(&j);
	for (size_t i = 0; j.front && i < sizeof steps / sizeof steps[0]; i++)
		ok &= steps[i](&j);
	if (p->title.len == 0)
		p->title = title_of_name(&j);
	if (!ok)
		p->skip = SKIP_ERROR;
	else if (p->skip == SKIP_UNDATED)
		diag_add(&p->diags, DIAG_UNDATED, &src, (struct mark){0},
		    "no date: a page, left out of the feeds");
	buf_free(&text);
	arena_reset(scratch);
}
