/* SPDX-License-Identifier: MIT
 * read: a file to a post.
 *
 * Each read_ function takes one thing from the front matter and returns
 * false where it is there and wrong, which costs the post. */
#include "read.h"

#include "../base/file.h"
#include "../base/url.h"
#include "../base/yaml.h"
#include "dialect.h"
#include "field.h"
#include "front_matter.h"
#include "ident.h"
#include "permalink.h"
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

/* Splits the name into stem and date. A page bundle, folder/index.md, has
 * its folder's name. */
static void
read_name(struct job *j)
{
	str path = j->file->path;
	str name = path_base(path);
	size_t date_len;

	name.len = str_rchr(name, '.');
	if (str_eq(name, S("index")) && path_dir(path).len)
		name = path_base(path_dir(path));
	j->parts.name = j->parts.stem = name;
	j->named_date = datetime_parse_name(name, &j->name_date, &date_len);
	if (j->named_date && date_len < name.len)
		j->parts.stem = str_from(name, date_len);
}

/* The folders between the content root and the file: Hugo's sections. The
 * root is the last folder called "content" on the way to the posts folder,
 * or that folder itself. */
static void
read_sections(struct job *j)
{
	str path = j->file->path, folder = j->file->folder;
	str dir = path_dir(path);
	str rest = folder, part;
	size_t from = folder.len;

	while (str_split(&rest, '/', &part))
		if (str_eq(part, S("content")))
			from = (size_t)(part.ptr - folder.ptr) + part.len;
	dir = str_from(dir, from);
	while (str_starts(dir, S("/")))
		dir = str_from(dir, 1);
	/* A bundle's own folder is its name, not a section. */
	if (str_istarts(path_base(path), S("index.")) && dir.len)
		dir = path_dir(dir);
	j->parts.sections = dir;
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

static bool
read_date(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = find_date(j);
	struct datetime d;

	if (v == NULL && !j->named_date) {
		p->skip = SKIP_UNDATED;
		return true;
	}
	if (v == NULL)
		d = j->name_date;
	else if (!parse_date(j, v, &d))
		return false;
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
	char *s = arena_cstr(j->arena, j->parts.stem);

	for (size_t i = 0; i < j->parts.stem.len; i++)
		if (s[i] == '-' || s[i] == '_')
			s[i] = ' ';
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return (str){s, j->parts.stem.len};
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

/* ---- people ---- */

static str
text_member(struct job *j, const struct value *map, str key)
{
	const struct value *v = field_find(map, key);

	return v && v->kind == VALUE_SCALAR ? field_text(j->arena, v->text)
	                                    : (str){0};
}

static bool
read_author(struct job *j, const struct value *v, struct person *who)
{
	str url;

	if (v->kind == VALUE_SCALAR) {
		who->name = field_text(j->arena, v->text);
		return true;
	}
	if (v->kind != VALUE_MAP)
		return fail_type(j, v, "a name or a map with one");
	who->name = text_member(j, v, S("name"));
	who->email = text_member(j, v, S("email"));
	url = text_member(j, v, S("url"));
	if (url_is_web(url))
		who->url = url;
	if (who->name.len == 0)
		return fail_type(j, v, "a name or a map with one");
	return true;
}

static bool
read_authors(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = field_get(j->front, FIELD_AUTHOR);
	const struct value *first = v;
	size_t n = 1;

	if (v == NULL)
		return true;
	if (v->kind == VALUE_LIST) {
		first = v->first;
		n = v->size;
	}
	p->authors = arena_array(j->arena, n, sizeof *p->authors);
	for (const struct value *i = first; i; i = i->next) {
		struct person *who = &p->authors[p->n_authors];

		if (value_is_null(i))
			continue;
		if (!read_author(j, i, who))
			return false;
		p->n_authors += who->name.len > 0;
		if (v->kind != VALUE_LIST)
			break;
	}
	return true;
}

/* ---- whether it is to be published ---- */

static bool
flag(struct job *j, const char *key, bool fallback)
{
	bool b = fallback;

	value_bool(field_find(j->front, str_of(key)), &b);
	return b;
}

static bool
is_word(const struct value *v, str word)
{
	return v && v->kind == VALUE_SCALAR && str_ieq(v->text, word);
}

static bool
is_draft(struct job *j)
{
	return flag(j, "draft", false) || !flag(j, "published", true) ||
	    is_word(field_find(j->front, S("status")), S("draft")) ||
	    str_find(j->file->path, S("_drafts/")) != STR_NONE;
}

static bool
is_hidden(struct job *j)
{
	const struct value *build = field_find(j->front, S("build"));
	const struct value *list = field_find(build, S("list"));
	bool listed = true;

	value_bool(list, &listed);
	return flag(j, "hidden", false) || flag(j, "headless", false) ||
	    !flag(j, "feed", true) || !listed || is_word(list, S("never")) ||
	    is_word(field_find(j->front, S("status")), S("hidden")) ||
	    /* The page of a Hugo or Zola section. */
	    str_starts(path_base(j->file->path), S("_index."));
}

static bool
read_skip(struct job *j)
{
	struct post *p = j->post;
	const struct value *v = field_get(j->front, FIELD_EXPIRY);
	struct datetime d;
	bool expired = false;

	if (v) {
		if (!parse_date(j, v, &d))
			return false;
		expired = to_instant(j, d) <= j->reader->now;
	}
	p->draft = is_draft(j);
	if (p->skip != SKIP_NONE)
		return true;
	if (p->draft && !j->config->posts.drafts)
		p->skip = SKIP_DRAFT;
	else if (is_hidden(j))
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
	const struct value *v = field_get(j->front, FIELD_URL);

	j->parts.title = p->title;
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
	if (v == NULL) {
		p->url = permalink_make(j->arena, j->config,
		    permalink_pattern(j->config), &j->parts);
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
		diag_add(&p->diags, DIAG_ID_NOT_IRI, j->src,
		    (struct mark){1, 0}, "id '%.*s' is no absolute IRI",
		    STR_ARG(p->id));
	return true;
}

/* ---- all of it ---- */

static bool
read_front(struct job *j)
{
	struct front_matter fm;
	struct value *front;

	if (!front_matter_cut(&fm, j->src, &j->post->diags))
		return false;
	front = yaml_parse(j->scratch, fm.text, j->src, fm.lines_before,
	    &j->post->diags);
	if (front && front->kind != VALUE_MAP) {
		diag_add(&j->post->diags, DIAG_FIELD_TYPE, j->src, front->at,
		    "front matter is %s, expected keys and values",
		    value_kind_name(front));
		return false;
	}
	j->front = front;
	return front != NULL;
}

static bool
read_terms(struct job *j)
{
	size_t errors = j->post->diags.counts[DIAG_ERROR];

	terms_read(j->post, j->config, j->front, j->file->folder, j->src,
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
		read_date, read_updated, read_title, read_summary, read_authors,
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
