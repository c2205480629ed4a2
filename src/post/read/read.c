/* SPDX-License-Identifier: MIT
 * read: reads a file as a post, step by step (reading.h). */
#include "post/read/read.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "post/post_codes.h"
#include "post/read/choose.h"
#include "post/read/defaults.h"
#include "post/read/field.h"
#include "post/keys/field_keys.h"
#include "post/read/heading.h"
#include "post/permalink/ident.h"
#include "post/read/people.h"
#include "post/permalink/permalink_tokens.h"
#include "post/post_file.h"
#include "post/read/reading.h"
#include "post/read/terms.h"

bool
reading_fail_type(struct reading *j, const struct value *v,
    const char *expected)
{
	value_diag(j->diags, DIAG_FIELD_TYPE, j->src, v,
	    "'%.*s' is %s, expected %s", STR_ARG(v->key), value_kind_name(v),
	    expected);
	return false;
}

const struct value *
reading_field(const struct reading *j, enum field f)
{
	return field_keys_get(j->config, j->front, f);
}

void
reading_drop(struct reading *j, const struct value *v, const char *expected)
{
	value_diag(j->diags, DIAG_FIELD_DROPPED, j->src, v,
	    "'%.*s' is %s, expected %s", STR_ARG(v->key), value_kind_name(v),
	    expected);
}

/* ---- texts ---- */

/* "my-first_post" gives "My first post", and "My First_post" by Jekyll's
 * titleize_slug. A name that is only a date stays. */
static str
title_of_name(struct reading *j)
{
	bool words = j->config->posts.generator->front.capital_words;
	str name = j->parts.bare.len ? j->parts.bare : S("index");
	char *s = arena_cstr(j->scratch, name);
	struct datetime d;
	size_t len;

	if (datetime_parse_name(name, &d, &len))
		return field_text(j->arena, name);
	for (size_t i = 0; i < name.len; i++) {
		bool first = i == 0 || (words && name.ptr[i - 1] == '-');

		if (s[i] == '-' || (s[i] == '_' && !words))
			s[i] = ' ';
		else if (first && s[i] >= 'a' && s[i] <= 'z')
			s[i] = (char)(s[i] - 'a' + 'A');
		else if (words && !first)
			s[i] = char_lower(s[i]);
	}
	return field_text(j->arena, str_of(s));
}

static str
title_text(struct reading *j, str text)
{
	struct buf plain = {0};
	str title;

	if (!j->config->posts.generator->front.title_is_html)
		return field_text(j->arena, text);
	/* Slugs remove the tags themselves. */
	j->parts.title = field_text(j->arena, text);
	scan_add_plain(&plain, text);
	title = field_text(j->arena, buf_str(&plain));
	buf_free(&plain);
	return title;
}

static bool
read_title(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_TITLE);
	bool is_new = !j->config->posts.generator->front.has_heading;
	struct heading heading;

	if (v && v->kind != VALUE_SCALAR)
		return reading_fail_type(j, v, "text");
	if (v)
		j->matter->title = title_text(j, v->text);
	j->lacks_title = j->matter->title.len == 0 &&
	    j->config->posts.generator->front.needs_title;
	/* If headings are no titles for the generator, it makes addresses from
	 * the name of the file. */
	if (j->matter->title.len == 0 && is_new)
		j->parts.title = title_of_name(j);
	if (j->matter->title.len == 0 &&
	    heading_find(&heading, j->body, j->kind, j->scratch)) {
		j->matter->title = field_text(j->arena, heading.title);
		j->matter->heads_text = true;
	}
	if (j->matter->title.len || j->config->posts.untitled)
		return true;
	if (j->lacks_title)
		return true;
	j->matter->title = title_of_name(j);
	if (j->post->skip == SKIP_NONE)
		diag_add(j->diags, DIAG_TITLE_MISSING, j->src,
		    (struct mark){1, 0}, "no title; '%.*s' is used",
		    STR_ARG(j->matter->title));
	return true;
}

/* Reads a field with a single value. False: it has another one. */
static bool
read_text(struct reading *j, enum field field, str *text)
{
	const struct value *v = reading_field(j, field);

	*text = (str){0};
	if (v && v->kind != VALUE_SCALAR)
		return reading_fail_type(j, v, "text");
	if (v)
		*text = str_trim(v->text);
	return true;
}

static bool
read_summary(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_SUMMARY);

	if (v && v->kind != VALUE_SCALAR)
		reading_drop(j, v, "text");
	else if (v)
		j->matter->summary = arena_str(j->arena, str_trim(v->text));
	return true;
}

static bool
read_authors(struct reading *j)
{
	const struct value *v = reading_field(j, FIELD_AUTHOR);

	if (v)
		people_read(j, v, j->reader->authors,
		    j->config->posts.generator->terms.split ==
		    SPLIT_SEMICOLON);
	return true;
}

/* The language of the front matter, else that of the file name or folder. */
static bool
read_language(struct reading *j)
{
	static const char *const keys[] = {"lang", "language", "locale"};
	struct post *p = j->post;

	j->matter->language = j->in ? j->in->name : j->config->site.language;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct value *v = field_find(j->front, str_of(keys[i]));
		str tag = v && v->kind == VALUE_SCALAR
		    ? config_language_tag(j->scratch, v->text) : (str){0};

		if (tag.len) {
			j->matter->language = shared_text(j->shared, tag);
			break;
		}
	}
	for (const struct language *g = j->config->languages; g; g = g->next)
		if (str_ieq(g->name, j->matter->language))
			j->in = g;
	p->in = j->in;
	return true;
}

/* ---- address and id ---- */

/* The categories for the address: the same whether the site has feeds of
 * categories or not. */
static struct strs
categories_of(struct reading *j)
{
	const struct post *p = j->post;
	struct strs list = {arena_array(j->scratch, p->n_labels, sizeof(str)),
		0};
	const struct taxonomy *t = j->config->feeds.taxonomies;

	for (; t; t = t->next)
		if (str_eq(t->name, S("categories")))
			break;
	if (t == NULL)
		return terms_without_feeds(j, S("categories"));
	for (size_t i = 0; i < p->n_labels; i++)
		if (p->labels[i]->taxonomy == t)
			list.at[list.count++] = p->labels[i]->text;
	return list;
}

/* An address of the front matter. Adds a slash to Zola's `path`, and to Hugo's
 * `url` if it has no dot: these are folders. */
static str
given_url(struct reading *j, const struct value *v)
{
	const struct generator *g = j->config->posts.generator;
	str url = str_trim(v->text);
	bool is_folder = g->address.url_is_folder
	    ? str_chr(url, '.') == STR_NONE
	    : g->front.url_key && str_ieq(v->key, str_of(g->front.url_key));

	if (!is_folder || url.len == 0 || str_ends(url, S("/")))
		return url;
	return arena_printf(j->scratch, "%.*s/", STR_ARG(url));
}

/* Makes the address that the front matter gives. If a template cannot be
 * evaluated, posts.permalink replaces it, if the config has that key. */
static bool
read_given_url(struct reading *j, const struct value *v, str pattern)
{
	const struct generator *g = j->config->posts.generator;
	str unknown = {0};

	if (g->front.url_is_template &&
	    str_find(v->text, S("{")) != STR_NONE)
		j->matter->url = permalink_templated(j->arena, j->config,
		    v->text, &j->parts, j->front, &unknown);
	else
		j->matter->url = permalink_given(j->arena, j->config,
		    given_url(j, v), &j->parts);
	if (unknown.len && !value_is_null(j->config->posts.permalink))
		j->matter->url = permalink_make(j->arena, j->config, pattern,
		    &j->parts);
	if (j->matter->url.len)
		return true;
	/* A page that is in no feed needs no address. */
	if (unknown.len && (j->post->skip == SKIP_UNDATED ||
	    reading_is_list(j)))
		return true;
	if (unknown.len)
		value_diag(j->diags, DIAG_URL_TEMPLATE, j->src, v,
		    "'%.*s' is '%.*s', but only %s can evaluate '%.*s'",
		    STR_ARG(v->key), STR_ARG(v->text), g->label,
		    STR_ARG(unknown));
	else
		value_diag(j->diags, DIAG_URL_INVALID, j->src, v,
		    "'%.*s' is '%.*s', expected a path on the site",
		    STR_ARG(v->key), STR_ARG(v->text));
	return false;
}

/* Hugo removes these from the ends of a slug that is made from the name. */
static str
trim_marks(str slug)
{
	while (slug.len && char_is_one_of(slug.ptr[0], " -_"))
		slug = str_from(slug, 1);
	while (slug.len && char_is_one_of(slug.ptr[slug.len - 1], " -_"))
		slug.len--;
	return slug;
}

/* The sections down to the last one that has an _index.md. In Hugo only these
 * and the first are sections. */
static str
find_branch(struct reading *j)
{
	str sections = j->parts.sections;
	str dir = path_dir(j->file->path);

	if (j->bundle)
		dir = path_dir(dir);
	while (path_dir(sections).len &&
	    !defaults_has_index(j->reader->defaults, dir)) {
		sections = path_dir(sections);
		dir = path_dir(dir);
	}
	return sections;
}

/* The pattern of the address, by the language of the post. */
static str
pattern_of(struct reading *j)
{
	const struct config *c = j->config;
	const char *other = c->posts.generator->address.other;

	if (!str_ieq(j->matter->language, c->site.language) && j->in == NULL) {
		if (c->posts.lang_permalink.len)
			return c->posts.lang_permalink;
		if (other)
			return str_of(other);
	}
	return permalink_pattern(c, j->collection, j->parts.sections);
}

static bool
read_url(struct reading *j)
{
	const struct value *v = reading_url(j);
	str pattern = pattern_of(j);

	if (j->parts.title.len == 0)
		j->parts.title = j->matter->title;
	j->parts.home = j->config->site.url;
	j->parts.prefix = j->in ? j->in->prefix : S("");
	j->parts.base = config_base(j->config);
	if (str_find(v ? v->text : pattern, S("categor")) != STR_NONE)
		j->parts.categories = categories_of(j);
	for (size_t i = 0; i < j->parts.categories.count; i++)
		j->parts.categories.at[i] = config_term_text(j->config,
		    S("categories"), j->parts.categories.at[i]);
	j->parts.no_category = j->config->posts.no_category;
	if (!j->config->posts.generator->address.ignores_slug &&
	    !read_text(j, FIELD_SLUG, &j->parts.slug))
		return false;
	/* Hugo's :filename splits the name into date and slug. */
	if (j->is_dated_by_name && j->parts.slug.len == 0)
		j->parts.slug = trim_marks(j->parts.bare);
	j->parts.language = j->matter->language;
	j->parts.author = j->matter->n_authors ? j->matter->authors[0].name
	    : j->config->site.author.name;
	if (str_find(pattern, S(":indexed_sections")) != STR_NONE)
		j->parts.branch = find_branch(j);
	/* A page has no date for a dated pattern: it has an address only by its
	 * front matter or its collection. */
	if (j->parts.date.month == 0) {
		if (v == NULL && (j->collection == NULL ||
		    permalink_is_dated(pattern)))
			return true;
		j->parts.date = datetime_at(0, zone_utc);
	}
	j->matter->id_at = (struct mark){1, 0};
	if (v && v->src == NULL)
		j->matter->id_at = v->at;
	if (v == NULL) {
		j->matter->url = permalink_make(j->arena, j->config, pattern,
		    &j->parts);
		return true;
	}
	if (v->kind != VALUE_SCALAR)
		return reading_fail_type(j, v, "a path on the site");
	return read_given_url(j, v, pattern);
}

static bool
read_id(struct reading *j)
{
	struct post *p = j->post;

	if (j->matter->url.len == 0)
		return true;
	j->matter->own_id = ident_make(j->arena, j->config->posts.id,
	    j->matter->url, &j->parts, j->front);
	post_set_id(p, j->matter->own_id);
	if (!url_is_iri(p->id))
		diag_add(j->diags, DIAG_ID_NOT_IRI, j->src, j->matter->id_at,
		    "id '%.*s' is not an absolute IRI",
		    STR_ARG(p->id));
	return true;
}

/* ---- all of it ---- */

/* Whether a file is a page, even if its name has a date: it is not Markdown and
 * has no front matter. With is_bare that does not hold in _posts. */
static bool
is_plain_page(const struct reading *j, const struct front_matter *fm)
{
	str dir = path_dir(j->file->path), part;

	if (fm->format->kind == TEXT_MARKDOWN || fm->syntax != FRONT_NONE)
		return false;
	while (j->config->posts.generator->front.is_bare &&
	    str_split(&dir, '/', &part))
		if (str_eq(part, S("_posts")))
			return false;
	return true;
}

/* Removes the names of keys without a value, so that defaults apply. */
static void
drop_empty(struct value *front)
{
	for (struct value *v = front->first; v; v = v->next)
		if (v->kind == VALUE_NULL ||
		    (v->kind == VALUE_SCALAR && str_trim(v->text).len == 0)) {
			v->kind = VALUE_NULL;
			v->key = S("");
		}
}

static bool
read_front(struct reading *j)
{
	struct front_matter fm;
	struct value *front;

	if (!front_matter_cut(&fm, j->src, j->config->posts.generator,
	    j->diags))
		return false;
	front = front_parse(j->parser, &fm, j->src, j->scratch,
	    &j->post->is_unread, j->diags);
	if (front && front->kind != VALUE_MAP) {
		value_diag(j->diags, DIAG_FIELD_TYPE, j->src, front,
		    "front matter is %s, expected keys and values",
		    value_kind_name(front));
		return false;
	}
	if (front && j->config->posts.generator->front.drops_empty)
		drop_empty(front);
	j->front = front;
	j->body = fm.body;
	j->kind = fm.format->kind;
	j->is_page = is_plain_page(j, &fm);
	return front && (j->reader->defaults == NULL ||
	    defaults_apply(j->reader->defaults, front, j->file->path,
	    j->parser, &j->post->is_unread, j->scratch, j->diags));
}

static bool
read_terms(struct reading *j)
{
	size_t errors = j->diags->counts[DIAG_ERROR];

	terms_read(j);
	return j->diags->counts[DIAG_ERROR] == errors;
}

void
post_worker_init(struct post_worker *w, const struct config *c)
{
	*w = (struct post_worker){0};
	shared_init(&w->shared, c, &w->arena);
}

void
post_worker_free(struct post_worker *w)
{
	shared_free(&w->shared);
	stray_names_free(&w->stray);
	arena_free(&w->scratch);
	arena_free(&w->arena);
}

/* Drops warnings in pages and drafts: no feed shows their content. */
static void
drop_warnings(struct diags *d)
{
	struct diags kept = {0};

	if (d->counts[DIAG_WARNING] == 0)
		return;
	for (const struct diag *g = d->first; g; g = g->next)
		if (g->code->level != DIAG_WARNING)
			diag_copy(&kept, g);
	diags_free(d);
	*d = kept;
}

/* Leaves out posts that are in no feed, such as drafts: there a mistake changes
 * nothing. For a file without a date finds the key that was probably meant. */
static const struct stray *
find_stray(struct reading *j, struct stray_names *names)
{
	struct stray *list = stray_find(
	    j->front, j->config, names, &j->post->uses, j->arena);

	if (j->post->skip == SKIP_UNDATED)
		return stray_find_date(j->front, j->config, j->arena);
	return j->post->skip <= SKIP_ERROR ? list : NULL;
}

void
post_read(struct post *p, const struct post_reader *r,
    struct found *file, struct post_worker *w)
{
	/* Later steps use the results of earlier ones. A failure does not stop
	 * them, so that one run reports every mistake. */
	static bool (*const steps[])(struct reading *) = {
		read_language, read_date, read_updated, read_title,
		read_summary, read_authors, read_terms, read_url, read_id,
		read_relations, read_media, read_episode,
		read_skip, read_matches,
	};
	struct buf text = {0};
	struct diags diags = {.most = POST_REPORTS};
	struct source src = {file->path, {0}};
	struct reading j = {.post = p, .reader = r, .config = r->config,
		.matter = arena_alloc(&w->arena, sizeof *j.matter),
		.file = file, .src = &src, .arena = &w->arena,
		.scratch = &w->scratch, .shared = &w->shared,
		.parser = &w->parser,
		.diags = &diags};
	str path = path_join(&w->scratch, r->config->dir, file->path);
	bool is_text, ok;

	*p = (struct post){
		.path = file->path, .from = INT64_MIN, .until = INT64_MAX,
		.matter = j.matter};
	read_name(&j);
	read_sections(&j);
	is_text = post_file_read(&text, path.ptr, r->config->limits.post,
	    &src, &file->stamp, &diags);
	ok = is_text && read_front(&j);
	p->is_unread |= !is_text && stamp_is_unknown(file->stamp);
	/* Report nothing for a file that posts.where excludes. */
	if (j.front && choose_differs(j.config, j.front)) {
		p->skip = SKIP_HIDDEN;
		if (r->leaving)
			read_left(&j);
		j.front = NULL;
	}
	if (j.is_page) {
		p->skip = SKIP_UNDATED;
		j.front = NULL;
	}
	for (size_t i = 0; j.front && i < sizeof steps / sizeof steps[0]; i++)
		ok &= steps[i](&j);
	if (j.matter->title.len == 0 && !r->config->posts.untitled)
		j.matter->title = title_of_name(&j);
	if (!ok)
		p->skip = SKIP_ERROR;
	else if (j.no_post)
		diag_add(&diags, DIAG_UNDATED, &src, (struct mark){0},
		    "no post for %s: %s", r->config->posts.generator->label,
		    j.no_post);
	else if (p->skip == SKIP_UNDATED && !j.is_page)
		diag_add(&diags, DIAG_UNDATED, &src, (struct mark){0},
		    "no date: it is a page, and in no feed");
	/* The state keeps no error of the system: no file has this stamp. */
	if (p->is_unread)
		file->stamp = stamp_unknown;
	diags_sum(&diags, &src);
	if (r->leaving && j.front && p->skip > SKIP_ERROR)
		read_left(&j);
	p->digest = digest_of(buf_str(&text));
	p->skip_read = p->skip;
	if (p->skip == SKIP_UNDATED || p->skip == SKIP_DRAFT)
		drop_warnings(&diags);
	post_take_diags(p, &diags);
	if (j.front)
		post_set_stray(p, find_stray(&j, &w->stray));
	if (p->reports)
		p->reports->last_read = p->reports->all.last;
	buf_free(&text);
	arena_reset(&w->scratch);
}
