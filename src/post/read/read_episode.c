/* SPDX-License-Identifier: MIT
 * read_episode: reads the podcast keys of a post with an enclosure. */
#include "base/core/utf8.h"
#include "base/web/media_type.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "post/post_codes.h"
#include "post/read/field.h"
#include "post/read/reading.h"

struct listener {
	struct reading *reading;
	struct episode *episode;
	str key;          /* being read */
	bool sure;        /* the key is only used for podcasts */
	const char *role; /* default role of people */
};

/* ---- values ---- */

static void
fail(struct listener *l, const struct value *v, const char *expected)
{
	struct reading *j = l->reading;
	bool text = v->kind == VALUE_SCALAR;
	const char *quote = text ? "'" : "";
	str got = text ? v->text : str_of(value_kind_name(v));

	value_diag(j->diags, DIAG_EPISODE_VALUE, j->src, v,
	    "%s of '%.*s' is %s%.*s%s, expected %s", v->key.len &&
	    !str_eq(v->key, l->key) ? arena_cstr(j->scratch, v->key)
	    : "value", STR_ARG(l->key), quote, STR_ARG(got), quote, expected);
}

static str
text_of(struct listener *l, const struct value *v)
{
	return field_text_of(l->reading->arena, v);
}

static void
read_duration(struct listener *l, const struct value *v)
{
	if (v->kind != VALUE_SCALAR ||
	    !episode_duration(v->text, &l->episode->seconds))
		fail(l, v, "a duration such as 1:02:03, or seconds");
}

static void
read_explicit(struct listener *l, const struct value *v)
{
	struct episode *e = l->episode;
	bool is = v->kind == VALUE_SCALAR && str_ieq(v->text, S("explicit"));

	if (!is && !(v->kind == VALUE_SCALAR &&
	    (str_ieq(v->text, S("clean")) || value_bool(v, &is)))) {
		fail(l, v, "true or false");
		return;
	}
	e->says_explicit = true;
	e->is_explicit = is;
}

static void
read_count(struct listener *l, const struct value *v, uint64_t *out)
{
	long n;

	if (v->kind == VALUE_SCALAR && value_int(v, &n) && n > 0)
		*out = (uint64_t)n;
	else
		fail(l, v, "a number from 1 on");
}

static void
read_season(struct listener *l, const struct value *v)
{
	read_count(l, v, &l->episode->season);
}

static void
read_number(struct listener *l, const struct value *v)
{
	read_count(l, v, &l->episode->number);
}

static void
read_type(struct listener *l, const struct value *v)
{
	static const char *const types[] = {"full", "trailer", "bonus"};

	for (size_t i = 0; i < 3; i++)
		if (str_ieq(text_of(l, v), str_of(types[i]))) {
			l->episode->type = str_of(types[i]);
			return;
		}
	fail(l, v, "full, trailer or bonus");
}

static void
read_title(struct listener *l, const struct value *v)
{
	str title = text_of(l, v);

	if (title.len)
		l->episode->title = title;
	else
		fail(l, v, "text");
}

/* ---- files ---- */

/* Whether the value of a key that themes use too is not a file: a text, times,
 * or a switch. */
static bool
is_other(struct listener *l, const struct value *v)
{
	bool flag;

	return !l->sure && (v->kind != VALUE_SCALAR || value_bool(v, &flag) ||
	    (str_chr(v->text, '/') == STR_NONE &&
	    str_chr(v->text, '.') == STR_NONE) ||
	    str_chr(v->text, ' ') != STR_NONE ||
	    str_chr(v->text, '\n') != STR_NONE);
}

static const struct value *
find_member(const struct value *map, const char *name)
{
	const struct value *v = value_ifind(map, str_of(name));

	return value_is_null(v) ? NULL : v;
}

/* A path, or a map with a path and optional type and language. */
static bool
read_file(struct listener *l, const struct value *v, struct episode_file *f)
{
	const struct value *url = v, *type = NULL, *language = NULL;

	if (v->kind == VALUE_MAP) {
		type = find_member(v, "type");
		language = find_member(v, "language");
		url = find_member(v, "url");
		if (url == NULL)
			url = find_member(v, "file");
	}
	if (url == NULL || text_of(l, url).len == 0) {
		fail(l, url ? url : v, "a path or URL, or a map with url");
		return false;
	}
	*f = (struct episode_file){.ref = text_of(l, url)};
	if (url->src == NULL)
		f->at = url->at;
	if (type && media_type_is(text_of(l, type)))
		f->type = text_of(l, type);
	else if (type)
		fail(l, type, "a media type such as text/vtt");
	if (language && config_is_language(text_of(l, language)))
		f->language = text_of(l, language);
	else if (language)
		fail(l, language, "a language tag such as en or pt-BR");
	return true;
}

static void
read_image(struct listener *l, const struct value *v)
{
	read_file(l, v, &l->episode->image);
}

static void
read_chapters(struct listener *l, const struct value *v)
{
	if (!is_other(l, v))
		read_file(l, v, &l->episode->chapters);
}

/* The number of items, and the first; a single value is a list of one. */
static size_t
list_of(const struct value *v, const struct value **first)
{
	size_t n = 0;

	*first = v;
	if (v->kind != VALUE_LIST)
		return 1;
	*first = v->first;
	for (const struct value *i = v->first; i; i = i->next)
		n++;
	return n;
}

static void
read_transcripts(struct listener *l, const struct value *v)
{
	struct episode *e = l->episode;
	const struct value *i;
	size_t n = list_of(v, &i), got = 0;

	if (is_other(l, v))
		return;
	e->transcripts = arena_array(
	    l->reading->arena, n, sizeof *e->transcripts);
	for (size_t k = 0; k < n; k++, i = i->next)
		if (read_file(l, i, &e->transcripts[got]))
			got++;
	e->n_transcripts = got;
}

/* ---- people ---- */

static const struct value *
first_of(const struct value *map, const char *const *names)
{
	const struct value *v = NULL;

	for (; *names && v == NULL; names++)
		v = find_member(map, *names);
	return v;
}

/* The limit in characters that the podcast namespace sets for
 * <podcast:person>. */
enum { MOST_NAME = 128 };

static bool
read_person(struct listener *l, const struct value *v,
    struct episode_person *p)
{
	static const char *const urls[] = {"href", "url", NULL};
	static const char *const images[] = {"img", "image", NULL};
	bool map = v->kind == VALUE_MAP;
	const struct value *url, *image;

	*p = (struct episode_person){
		.name = text_of(l, map ? find_member(v, "name") : v)};
	if (p->name.len == 0 || utf8_len(p->name) > MOST_NAME) {
		fail(l, v, p->name.len ? "a name of at most 128 characters"
		    : "a name, or a map with one");
		return false;
	}
	p->role = str_of(l->role);
	if (!map)
		return true;
	if (find_member(v, "role"))
		p->role = text_of(l, find_member(v, "role"));
	p->group = text_of(l, find_member(v, "group"));
	url = first_of(v, urls);
	if (url && url_is_web(text_of(l, url)))
		p->url = text_of(l, url);
	else if (url)
		fail(l, url, "an absolute http or https URL");
	image = first_of(v, images);
	if (image)
		read_file(l, image, &p->image);
	return true;
}

static void
read_people(struct listener *l, const struct value *v)
{
	struct episode *e = l->episode;
	struct episode_person *old = e->people;
	const struct value *i;
	size_t n = list_of(v, &i);

	e->people = arena_array(
	    l->reading->arena, e->n_people + n, sizeof *e->people);
	for (size_t k = 0; k < e->n_people; k++)
		e->people[k] = old[k];
	for (size_t k = 0; k < n; k++, i = i->next)
		if (read_person(l, i, &e->people[e->n_people]))
			e->n_people++;
}

/* ---- keys ---- */

/* Names for reading_is_key. Loose ones are recognised anywhere, the others
 * only below or after `podcast` or `itunes`. */
static const struct {
	const char *name;
	bool is_loose;
	void (*read)(struct listener *l, const struct value *v);
	const char *role;
} keys[] = {
	{"duration", true, read_duration, ""},
	{"audioduration", true, read_duration, ""},
	{"episodeduration", true, read_duration, ""},
	{"explicit", true, read_explicit, ""},
	{"season", true, read_season, ""},
	{"seasonnumber", true, read_season, ""},
	{"episode", true, read_number, ""},
	{"episodenumber", true, read_number, ""},
	{"episodetype", true, read_type, ""},
	{"episodetitle", true, read_title, ""},
	{"episodeimage", true, read_image, ""},
	{"transcript", true, read_transcripts, ""},
	{"transcripts", true, read_transcripts, ""},
	{"chapters", true, read_chapters, ""},
	{"title", false, read_title, ""},
	{"image", false, read_image, ""},
	{"person", false, read_people, ""},
	{"persons", false, read_people, ""},
	{"people", false, read_people, ""},
	{"host", false, read_people, "host"},
	{"hosts", false, read_people, "host"},
	{"guest", false, read_people, "guest"},
	{"guests", false, read_people, "guest"},
};

/* Removes "itunes_" or "podcast:" from a key. */
static bool
take_prefix(str *key)
{
	static const str prefixes[] = {S_INIT("itunes"), S_INIT("podcast")};

	for (size_t i = 0; i < 2; i++)
		if (str_istarts(*key, prefixes[i])) {
			scan_front(key, prefixes[i].len);
			scan_char(key, ':');
			return true;
		}
	return false;
}

static void
read_key(struct listener *l, const struct value *v, str key)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if ((l->sure || keys[i].is_loose) &&
		    reading_is_key(key, str_of(keys[i].name))) {
			l->role = keys[i].role;
			keys[i].read(l, v);
			return;
		}
}

/* The keys that are sure, or those that are not. */
static void
read_keys(struct listener *l, const struct value *map, bool sure, bool within)
{
	for (const struct value *v = map->first; v; v = v->next) {
		str key = v->key;
		bool prefixed = take_prefix(&key) || within;

		if (value_is_null(v))
			continue;
		if (v->kind == VALUE_MAP && !within &&
		    (reading_is_extra(v->key) || (prefixed && key.len == 0)))
			read_keys(l, v, sure, prefixed);
		else if (prefixed == sure) {
			l->sure = sure;
			l->key = v->key;
			read_key(l, v, key);
		}
	}
}

bool
read_episode(struct reading *j)
{
	struct episode e = {0};
	struct listener l = {.reading = j, .episode = &e};
	struct episode *kept;

	if (!j->config->podcast.is_there || j->matter->media == NULL ||
	    j->matter->media->n_files == 0)
		return true;
	read_keys(&l, j->front, false, false);
	read_keys(&l, j->front, true, false);
	kept = arena_alloc(j->arena, sizeof *kept);
	*kept = e;
	j->matter->episode = kept;
	return true;
}
