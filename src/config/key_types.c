/* SPDX-License-Identifier: MIT
 * key_types: the types of config keys. */
#include "config/key_types.h"

#include <string.h>

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "generators/generators.h"
#include "validate/tables/languages.h"
#include "validate/types/type.h"

static const char *const expected[KEY_TYPES] = {
	[KEY_TEXT] = "text",
	[KEY_URL] = "an absolute http or https URL",
	[KEY_REFERENCE] = "a path below site.url, or an absolute URL",
	[KEY_EMAIL] = "an e-mail address",
	[KEY_LANGUAGE] = "a language tag such as en or pt-BR",
	[KEY_ZONE] = "an IANA time zone such as America/Denver",
	[KEY_TIME] = "a time of day such as 09:00",
	[KEY_DATE] = "a date such as 2024-01-31",
	[KEY_SPAN] = "a time such as 30d, 12h or 4w, or off",
	[KEY_BOOL] = "true or false",
	[KEY_FLAG] = "true or false",
	[KEY_COUNT] = "a number from ",
	[KEY_CHOICE] = "one of ",
	[KEY_CHOICES] = "some of ",
	[KEY_GENERATOR] = "one of ",
	[KEY_LIST] = "a list of texts",
	[KEY_RAW] = "",
	[KEY_QUERY] = "a query such as 'tag:linux -tag:windows'",
	[KEY_FILE] = "true, false or a path below feeds.folder that ends like ",
	[KEY_TAXONOMIES] = "a map of front matter keys",
	[KEY_LANGUAGES] = "a map of language tags",
	[KEY_COLLECTIONS] = "a map of names",
	[KEY_EXTRA] = "a list of feeds, each a map of keys",
};

void
config_key_expects(struct buf *out, const struct key *k)
{
	buf_add(out, str_of(expected[k->type]));
	for (size_t i = 0; k->type == KEY_GENERATOR && generator_at(i); i++)
		buf_printf(out, "%s%s", i ? ", " : "", generator_at(i)->name);
	for (const char *p = k->range; *p; p++)
		if (*p == '|')
			buf_add(out, S(", "));
		else if (*p == '-' && k->type == KEY_COUNT)
			buf_add(out, S(" to "));
		else
			buf_addc(out, *p);
}

static bool
set_text(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	(void)k;
	*(str *)field = arena_str(a, v->text);
	return v->text.len > 0;
}

static bool
set_url(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct url u = url_split(v->text);
	struct buf b = {0};
	bool ok = url_is_web(v->text) && url_resolve(&b, v->text, v->text);

	/* Other addresses are below one with a range. */
	if (*k->range && (u.has_query || u.has_fragment))
		ok = false;
	if (ok)
		*(str *)field = arena_str(a, buf_str(&b));
	buf_free(&b);
	return ok;
}

/* Made absolute by finish_url, once site.url is known. */
static bool
set_reference(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	bool is_web = url_is_web(v->text);
	struct url u = url_split(v->text);
	struct buf b = {0};
	bool ok = !u.has_fragment && (!u.has_scheme || is_web) &&
	    url_resolve(&b, S("https://example.org/"),
	    is_web ? v->text : path_relative(v->text));

	buf_free(&b);
	return ok && set_text(a, k, v, field);
}

bool
config_is_email(str s)
{
	return type_is_email(s) &&
	    str_chr(str_from(s, str_chr(s, '@')), '.') != STR_NONE;
}

/* The W3C's validator warns of an address in a name (ContainsEmail). */
struct person
config_person(struct person who, struct arena *a)
{
	size_t from = str_chr(who.name, '<'), to = str_chr(who.name, '>');
	str email, first, last;

	if (from == STR_NONE || to == STR_NONE || to < from)
		return who;
	email = str_sub(who.name, from + 1, to - from - 1);
	if (!type_is_email(email))
		return who;
	first = str_trim(str_sub(who.name, 0, from));
	last = str_trim(str_from(who.name, to + 1));
	if (who.email.len == 0 && config_is_email(email))
		who.email = email;
	who.name = first.len && last.len ? arena_printf(a, "%.*s %.*s",
	    STR_ARG(first), STR_ARG(last)) : first.len ? first : last;
	if (who.name.len == 0)
		who.name = email;
	return who;
}

static bool
set_email(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	return config_is_email(v->text) && set_text(a, k, v, field);
}

bool
config_is_language(str tag)
{
	str rest = tag, part;
	size_t n = 0;

	while (str_split(&rest, '-', &part)) {
		if (part.len == 0 || part.len > 8 || (n == 0 &&
		    (part.len == 1 || !language_is_known(part))))
			return false;
		if (!scan_is_all(part, n++ ? char_is_alnum : char_is_alpha))
			return false;
	}
	return n > 0;
}

str
config_language_tag(struct arena *a, str text)
{
	str whole = str_trim(text);
	char *tag = arena_cstr(a, whole);
	size_t n = 0;

	for (; n < whole.len && tag[n] != '.' && tag[n] != '@'; n++)
		if (tag[n] == '_')
			tag[n] = '-';
	return config_is_language((str){tag, n}) ? (str){tag, n} : (str){0};
}

static bool
set_language(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct value tag = *v;

	tag.text = config_language_tag(a, v->text);
	return tag.text.len && set_text(a, k, &tag, field);
}

static bool
set_zone(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	const struct zone *z = zone_read(a, v->text);

	(void)k;
	*(const struct zone **)field = z;
	return z != NULL;
}

static bool
set_time(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct datetime d;
	str why;
	str text = arena_printf(a, "2000-01-01 %.*s", STR_ARG(v->text));

	(void)k;
	if (!datetime_parse(text, &d, a, &why) || !d.has_time ||
	    d.has_offset)
		return false;
	*(long *)field = (d.hour * 60L + d.minute) * 60 + d.second;
	return true;
}

static bool
set_date(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct datetime d;
	str why;

	(void)k;
	if (!datetime_parse(v->text, &d, a, &why))
		return false;
	*(instant *)field = datetime_instant(&d, zone_utc);
	return true;
}

/* Seconds; "off" is 0. */
static bool
set_span(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	static const char units[] = "hdw";
	static const long seconds[] = {3600, 86400, 7 * 86400};
	struct value number = {.kind = VALUE_SCALAR, .text = v->text};
	const char *unit;
	bool wanted;
	long n;

	(void)a, (void)k;
	*(long *)field = 0;
	if (value_bool(v, &wanted))
		return !wanted;
	if (v->text.len == 0)
		return false;
	unit = memchr(units, v->text.ptr[--number.text.len], 3);
	if (unit == NULL || !value_int(&number, &n) || n < 1 || n > 100000)
		return false;
	*(long *)field = n * seconds[unit - units];
	return true;
}

static bool
set_bool(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	(void)a, (void)k;
	return value_bool(v, field);
}

/* A bool as a number: -1 means not given. */
static bool
set_flag(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	bool b;

	(void)a, (void)k;
	if (!value_bool(v, &b))
		return false;
	*(long *)field = b;
	return true;
}

static bool
set_count(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct value least = {.kind = VALUE_SCALAR}, most = least;
	str rest = str_of(k->range);
	long n, min = 0, max = 0;

	(void)a;
	str_split(&rest, '-', &least.text);
	most.text = rest;
	if (!value_int(v, &n) || !value_int(&least, &min) ||
	    !value_int(&most, &max) || n < min || n > max)
		return false;
	*(long *)field = n;
	return true;
}

static bool
set_choice(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	str rest = str_of(k->range), name;

	(void)a;
	for (long i = 0; str_split(&rest, '|', &name); i++)
		if (str_eq(v->text, name)) {
			*(long *)field = i;
			return true;
		}
	return false;
}

/* One choice of several, as a bit. */
static bool
set_choices(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	long i;

	if (!set_choice(a, k, v, &i))
		return false;
	*(long *)field |= 1L << i;
	return true;
}

static bool
set_generator(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	const struct generator *g = generator_find(v->text);

	(void)a, (void)k;
	if (g)
		*(const struct generator **)field = g;
	return g != NULL;
}

/* A list of texts, or one text. */
static bool
set_list(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct strs *list = field;
	struct value one = *v;
	const struct value *first = v->kind == VALUE_LIST ? v->first : &one;
	size_t n = 0;

	(void)k;
	one.next = NULL;
	if (v->kind == VALUE_MAP)
		return false;
	for (const struct value *i = first; i; i = i->next, n++)
		if (i->kind != VALUE_SCALAR || i->text.len == 0)
			return false;
	*list = (struct strs){arena_array(a, n, sizeof(str)), 0};
	for (const struct value *i = first; i; i = i->next)
		list->at[list->count++] = arena_str(a, i->text);
	return true;
}

static bool
set_raw(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	(void)a, (void)k;
	*(const struct value **)field = v;
	return true;
}

static bool
set_query(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	struct where *w = arena_alloc(a, sizeof *w);

	w->key = k->path;
	w->text = v;
	*(struct where **)field = w;
	return v->text.len > 0;
}

/* A path; true for the usual path, which `range` names; or false. */
static bool
set_file(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	str usual = str_of(k->range), path = v->text;
	bool b;

	if (!v->quoted && value_bool(v, &b)) {
		*(str *)field = b ? usual : (str){0};
		return true;
	}
	*(str *)field = arena_str(a, path);
	return path_is_below(path) && str_iends(
	    path, str_from(usual, str_rchr(usual, '.')));
}

static const struct {
	bool scalar; /* accepts only a single value */
	bool (*set)(struct arena *, const struct key *, const struct value *,
	    void *field);
} types[KEY_TYPES] = {
	[KEY_TEXT] = {true, set_text},
	[KEY_URL] = {true, set_url},
	[KEY_REFERENCE] = {true, set_reference},
	[KEY_EMAIL] = {true, set_email},
	[KEY_LANGUAGE] = {true, set_language},
	[KEY_ZONE] = {true, set_zone},
	[KEY_TIME] = {true, set_time},
	[KEY_DATE] = {true, set_date},
	[KEY_SPAN] = {true, set_span},
	[KEY_BOOL] = {true, set_bool},
	[KEY_FLAG] = {true, set_flag},
	[KEY_COUNT] = {true, set_count},
	[KEY_CHOICE] = {true, set_choice},
	[KEY_CHOICES] = {true, set_choices},
	[KEY_GENERATOR] = {true, set_generator},
	[KEY_LIST] = {false, set_list},
	[KEY_RAW] = {false, set_raw},
	[KEY_QUERY] = {true, set_query},
	[KEY_FILE] = {true, set_file},
};

bool
key_is_scalar(const struct key *k)
{
	return types[k->type].scalar;
}

bool
key_set(struct arena *a, const struct key *k, const struct value *v,
    void *field)
{
	return types[k->type].set(a, k, v, field);
}

bool
config_key_takes(const char *key, const struct value *v, struct arena *a,
    struct buf *words, bool *plain)
{
	union {
		str text;
		long number;
		bool flag;
		instant date;
		const void *ptr;
		struct strs list;
	} field;

	*plain = false;
	for (size_t i = 0; i < config_key_count; i++) {
		const struct key *k = &config_keys[i];

		if (strcmp(k->path, key) != 0)
			continue;
		config_key_expects(words, k);
		*plain = k->type == KEY_COUNT || k->type == KEY_BOOL;
		return !key_is_scalar(k) || key_set(a, k, v, &field);
	}
	return true;
}
