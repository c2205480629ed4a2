/* SPDX-License-Identifier: MIT
 * read_date: when a post was published and changed. */
#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/time/zone.h"
#include "post/post_codes.h"
#include "post/keys/field_keys.h"
#include "post/permalink/path_date.h"
#include "post/read/field.h"
#include "post/read/reading.h"

/* ---- a date in the front matter ---- */

/* Takes from `least` to `most` digits. */
static bool
take_digits(str *s, size_t least, size_t most)
{
	size_t n = scan_number(s).digits;

	return n >= least && n <= most;
}

/* Whether a date without a zone is a timestamp of YAML, which is in UTC
 * (https://yaml.org/type/timestamp.html): it has seconds. Ruby's Psych parses
 * only those; other dates stay texts, which Jekyll reads in the zone of the
 * site. */
static bool
is_utc_timestamp(str s)
{
	if (!take_digits(&s, 4, 4) || !scan_char(&s, '-') ||
	    !take_digits(&s, 1, 2) || !scan_char(&s, '-') ||
	    !take_digits(&s, 1, 2) || !(scan_any(&s, "Tt") || scan_blanks(&s)) ||
	    !take_digits(&s, 1, 2) || !scan_char(&s, ':') ||
	    !take_digits(&s, 2, 2) || !scan_char(&s, ':') ||
	    !take_digits(&s, 2, 2))
		return false;
	if (scan_char(&s, '.'))
		scan_number(&s);
	return s.len == 0;
}

/* The time of the file's commit. A file that is not committed yet has that of
 * its last change: Eleventy takes the time of the run, with which the entry
 * would change in every run. History changes without the file, so the post is
 * read in every run. */
static int64_t
time_in_git(struct reading *j, bool is_born)
{
	instant t = is_born ? j->file->added : j->file->committed;

	j->post->needs_history = true;
	j->post->from = j->post->until = j->reader->now;
	if (t == 0)
		t = j->file->stamp.changed / 1000000000;
	return t < j->reader->now ? t : j->reader->now;
}

/* Reads Eleventy's "Created" and "Last Modified", times of the file itself, and
 * "git Created" and "git Last Modified", those of its commits. */
static bool
take_file_date(struct reading *j, str text, struct datetime *d)
{
	bool in_git = str_istarts(text, S("git ")), is_born;
	int64_t t = j->file->stamp.changed;

	if (in_git)
		text = str_from(text, 4);
	is_born = str_ieq(text, S("created"));
	if (!j->config->posts.generator->front.has_file_dates ||
	    (!is_born && !str_ieq(text, S("last modified"))))
		return false;
	if (in_git)
		t = time_in_git(j, is_born) * 1000000000;
	else if (is_born)
		t = file_born(path_join(j->scratch, j->config->dir,
		    j->file->path).ptr, t);
	*d = datetime_at(t / 1000000000, zone_utc);
	return true;
}

/* Reads a single value. False: it is not a date, and *why says so. */
static bool
parse_text(struct reading *j, const struct value *v, struct datetime *d,
    str *why)
{
	const struct front_rules *r = &j->config->posts.generator->front;
	str after;

	if (take_file_date(j, str_trim(v->text), d))
		return true;
	if (!datetime_parse_as(v->text, r->dates, d, &after, j->scratch, why))
		return false;
	d->has_offset |= r->has_utc_timestamps && !v->quoted &&
	    is_utc_timestamp(v->text);
	if (after.len)
		value_diag(j->diags, DIAG_DATE_TEXT, j->src, v,
		    "%.*s '%.*s' has text after it: '%.*s'",
		    STR_ARG(v->key), STR_ARG(v->text), STR_ARG(after));
	return true;
}

bool
reading_parse_date(struct reading *j, const struct value *v, struct datetime *d)
{
	str why;

	if (v->kind != VALUE_SCALAR)
		return reading_fail_type(j, v, "a date");
	if (parse_text(j, v, d, &why))
		return true;
	value_diag(j->diags, DIAG_DATE_UNREADABLE, j->src, v,
	    "%.*s '%.*s' %.*s", STR_ARG(v->key), STR_ARG(v->text),
	    STR_ARG(why));
	return false;
}

instant
reading_instant(struct reading *j, struct datetime d)
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

bool
reading_has_come(struct reading *j, instant t)
{
	struct post *p = j->post;

	if (t <= j->reader->now) {
		if (p->from < t)
			p->from = t;
		return true;
	}
	if (p->until > t)
		p->until = t;
	return false;
}

const struct value *
reading_url(struct reading *j)
{
	const struct value *v = NULL;
	const struct front_rules *r = &j->config->posts.generator->front;
	bool flag;

	/* A computed address has priority. */
	if (r->computed_url)
		v = field_find_path(j->front, str_of(r->computed_url));
	if (v == NULL)
		v = reading_field(j, FIELD_URL);
	if (v && str_ieq(v->key, S("url")) && (r->ignores_url ||
	    (r->url_is_elsewhere && !str_starts(v->text, S("/")))))
		v = field_find(j->front, S("permalink"));
	if (value_is_null(v))
		v = NULL;
	if (v == NULL && r->url_key)
		v = field_find(j->front, str_of(r->url_key));
	/* `permalink: false` is not an address, and templates for new posts
	 * contain `url: ""`. */
	if (value_bool(v, &flag) ||
	    (v && v->kind == VALUE_SCALAR && str_trim(v->text).len == 0))
		return NULL;
	return v;
}

/* Reads a date that posts.keys takes from the file and not from its front
 * matter. False: it has none. */
static bool
take_source(struct reading *j, str source, struct datetime *d)
{
	int64_t t = j->file->stamp.changed / 1000000000;

	if (str_ieq(source, S(":filename"))) {
		*d = j->name_date;
		return j->is_dated_by_name = j->named_date;
	}
	if (str_ieq(source, S(":git")))
		t = j->file->committed;
	else if (!str_ieq(source, S(":filemodtime")))
		return false;
	*d = datetime_at(t, zone_utc);
	return t > 0;
}

/* Finds the date by posts.keys. Returns NULL and sets *found if it is not one
 * of the front matter. */
static const struct value *
find_configured(struct reading *j, struct datetime *d, bool *found)
{
	const struct value *keys = value_find(j->config->posts.keys, S("date"));
	const struct value *k = keys && keys->kind == VALUE_LIST ? keys->first
	    : keys;

	for (; k; k = k == keys ? NULL : k->next) {
		const struct value *v = field_find_path(j->front, k->text);

		if (!value_is_null(v))
			return v;
		*found = take_source(j, k->text, d);
		if (*found)
			return NULL;
	}
	return NULL;
}

/* Finds the date in the front matter. Hugo's `published` may be a date or a
 * flag, and its pages without a date have that of their change. */
static const struct value *
find_date(struct reading *j)
{
	static const char *const changes[] = {"lastmod", "modified"};
	const struct value *v = field_get(j->front, FIELD_DATE);
	bool flag;

	if (v)
		return v;
	v = field_find(j->front, S("published"));
	if (!value_is_null(v) && !value_bool(v, &flag))
		return v;
	if (!j->config->posts.generator->front.change_is_date)
		return NULL;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		v = field_find(j->front, str_of(changes[i]));
		if (v && v->kind == VALUE_SCALAR && str_trim(v->text).len)
			return v;
	}
	return NULL;
}

/* The date in three segments YYYY/MM/DD of a path. */
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

/* The first YYYY-MM-DD of the path. */
static bool
date_in_path(struct reading *j, struct datetime *d)
{
	size_t at = path_date_dashed(j->file->path);
	str why;

	return at != STR_NONE && datetime_parse(str_sub(j->file->path, at,
	    10), d, j->scratch, &why);
}

/* The date in the file name, its folders, or the address in the front
 * matter. */
static bool
find_named_date(struct reading *j, struct datetime *d)
{
	const struct value *url = reading_url(j);
	struct path_date in;

	if (j->config->posts.generator->address.has_dashed_date &&
	    date_in_path(j, d))
		return true;
	if (j->named_date) {
		*d = j->name_date;
		return true;
	}
	if (j->config->posts.generator->address.has_path_date &&
	    path_date_find(j->parts.path, &in))
		return path_date_parse(&in, d);
	return date_of_path(path_dir(j->file->path), d) ||
	    (url && url->kind == VALUE_SCALAR && date_of_path(url->text, d));
}

/* Reports a post without a date whose name begins with an impossible date. */
static bool
fail_name(struct reading *j)
{
	diag_add(j->diags, DIAG_DATE_UNREADABLE, j->src, (struct mark){1, 0},
	    "no date, and the name '%.*s' does not begin with a day that "
	    "there is", STR_ARG(j->parts.name));
	return false;
}

bool
read_date(struct reading *j)
{
	struct post *p = j->post;
	bool found = false;
	struct datetime d;
	const struct value *v = find_configured(j, &d, &found);

	if (v == NULL && !found)
		v = find_date(j);
	if (j->no_post) {
		p->skip = SKIP_UNDATED;
		return true;
	}
	if (v == NULL && !found && j->is_misnamed)
		return fail_name(j);
	if (v == NULL && !found && !find_named_date(j, &d)) {
		v = field_keys_late(j->front, false);
		if (v == NULL) {
			p->skip = SKIP_UNDATED;
			return true;
		}
	}
	j->because[SKIP_FUTURE] = v;
	if (v && !reading_parse_date(j, v, &d))
		return false;
	p->published = p->updated = reading_instant(j, d);
	if (p->published < 0) {
		value_diag(j->diags, DIAG_DATE_RANGE, j->src, v,
		    "the date is before 1970");
		return false;
	}
	j->parts.date = d;
	j->parts.published = p->published;
	if (j->config->posts.generator->address.site_time && d.has_offset)
		j->parts.date = datetime_at(p->published,
		    j->config->site.zone);
	return true;
}

/* Reads a date that a post does not need. False: it is left out, which is
 * reported. */
static bool
parse_optional(struct reading *j, const struct value *v, struct datetime *d)
{
	str why;

	if (v->kind != VALUE_SCALAR)
		reading_drop(j, v, "a date");
	else if (parse_text(j, v, d, &why))
		return true;
	else
		value_diag(j->diags, DIAG_FIELD_DROPPED, j->src, v,
		    "%.*s '%.*s' %.*s", STR_ARG(v->key), STR_ARG(v->text),
		    STR_ARG(why));
	return false;
}

bool
read_updated(struct reading *j)
{
	struct post *p = j->post;
	const struct value *v = reading_field(j, FIELD_UPDATED);
	struct datetime d;
	instant t;

	if (j->config->posts.updated == UPDATED_GIT && j->file->committed &&
	    p->skip != SKIP_UNDATED) {
		if (j->file->committed > p->published &&
		    reading_has_come(j, j->file->committed))
			p->updated = j->file->committed;
		return true;
	}
	if (v == NULL)
		v = field_keys_late(j->front, true);
	if (v == NULL)
		return true;
	if (!parse_optional(j, v, &d) || p->skip == SKIP_UNDATED)
		return true;
	t = reading_instant(j, d);
	/* A date without a time may be any time of that day. */
	if (t < p->published && d.has_time)
		value_diag(j->diags, DIAG_UPDATED_EARLY, j->src, v,
		    "'%.*s' is before the date of publication",
		    STR_ARG(v->key));
	/* An update in the future has not happened yet. */
	if (t > p->published && reading_has_come(j, t))
		p->updated = t;
	return true;
}
