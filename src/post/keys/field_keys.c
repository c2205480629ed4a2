/* SPDX-License-Identifier: MIT
 * field_keys: finds the fields of posts under other keys: those of the config
 * (posts.keys), and those of themes and exports. */
#include "post/keys/field_keys.h"

#include "config/config_codes.h"
#include "base/time/datetime.h"
#include "post/read/reading.h"

/* ---- posts.keys ---- */

static const char *const field_names[FIELD_COUNT] = {
	[FIELD_TITLE] = "title",
	[FIELD_DATE] = "date",
	[FIELD_UPDATED] = "updated",
	[FIELD_EXPIRY] = "expiry",
	[FIELD_AUTHOR] = "author",
	[FIELD_SUMMARY] = "summary",
	[FIELD_URL] = "url",
	[FIELD_SLUG] = "slug",
	[FIELD_LINK] = "link",
	[FIELD_REPLY] = "reply",
	[FIELD_COMMENTS] = "comments",
};

static bool
is_name_or_names(const struct value *v)
{
	if (v->kind == VALUE_SCALAR)
		return v->text.len > 0;
	for (const struct value *i = v->first; i; i = i->next)
		if (i->kind != VALUE_SCALAR || i->text.len == 0)
			return false;
	return v->kind == VALUE_LIST && v->first;
}

static bool
fail_field(const struct config *c, const struct value *m, struct diags *diags)
{
	const char *near = nearest_name(m->key, field_names, FIELD_COUNT);
	struct buf all = {0};

	for (int f = 0; f < FIELD_COUNT; f++)
		buf_printf(&all, "%s%s", f ? ", " : "", field_names[f]);
	diag_add(diags, DIAG_CONFIG_KEY, config_source(c, m), m->key_at,
	    "posts.keys has '%.*s', %s%s%s", STR_ARG(m->key),
	    near ? "did you mean '" : "expected one of ",
	    near ? near : buf_cstr(&all), near ? "'?" : "");
	buf_free(&all);
	return false;
}

/* Whether a name is that of a field or a taxonomy. */
static bool
is_field(const struct config *c, str name)
{
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		if (str_eq(t->name, name))
			return true;
	return str_eq(name, S("tags")) || str_eq(name, S("categories")) ||
	    STR_ROW(field_names, name, str_eq) != NULL;
}

/* Checks a field's sources that are not front matter. */
static bool
check_sources(const struct config *c, const struct value *m,
    struct diags *diags)
{
	static const char *const sources[] = {":filename", ":filemodtime",
		":git"};
	bool ok = true;

	for (const struct value *k = m->kind == VALUE_LIST ? m->first : m; k;
	     k = k == m ? NULL : k->next) {
		if (!str_starts(k->text, S(":")) || (str_eq(m->key, S("date")) &&
		    STR_ROW(sources, k->text, str_ieq)))
			continue;
		diag_add(diags, DIAG_CONFIG_KEY, config_source(c, k), k->at,
		    "posts.keys.%.*s has '%.*s', expected a front matter key%s",
		    STR_ARG(m->key), STR_ARG(k->text), str_eq(m->key, S("date"))
		    ? ", :filename, :fileModTime or :git" : "");
		ok = false;
	}
	return ok;
}

bool
field_keys_check(const struct config *c, struct diags *diags)
{
	const struct value *keys = c->posts.keys;
	bool ok = true;

	if (keys && keys->kind != VALUE_MAP) {
		diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, keys),
		    keys->at, "posts.keys is %s, expected a map of fields to "
		    "front matter keys", value_kind_name(keys));
		return false;
	}
	for (const struct value *m = keys ? keys->first : NULL; m; m = m->next)
		if (!is_field(c, m->key))
			ok = fail_field(c, m, diags);
		else if (!is_name_or_names(m)) {
			diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, m),
			    m->at, "posts.keys.%.*s is %s, expected a front "
			    "matter key or a list of them", STR_ARG(m->key),
			    value_kind_name(m));
			ok = false;
		} else
			ok &= check_sources(c, m, diags);
	return ok;
}

static const struct value *
find_configured(const struct config *c, const struct value *front, str name)
{
	const struct value *m = value_find(c->posts.keys, name);
	const struct value *v = NULL;

	if (m && m->kind == VALUE_SCALAR)
		v = field_find_path(front, m->text);
	for (const struct value *i = m ? m->first : NULL;
	     i && value_is_null(v); i = i->next)
		v = field_find_path(front, i->text);
	return value_is_null(v) ? NULL : v;
}

const struct value *
field_keys_get(const struct config *c, const struct value *front, enum field f)
{
	const struct value *v = c->posts.keys
	    ? find_configured(c, front, str_of(field_names[f])) : NULL;

	return v ? v : field_get(front, f);
}

const struct value *
field_keys_terms(const struct config *c, const struct value *front,
    str taxonomy)
{
	return c->posts.keys ? find_configured(c, front, taxonomy) : NULL;
}

/* ---- themes and exports ---- */

/* By priority; in lower case without '-', '_' and blanks, for
 * reading_is_key. */
static const str published_keys[] = {
	S_INIT("publishedat"), S_INIT("publishedon"),
	S_INIT("publisheddate"), S_INIT("publishedtime"),
	S_INIT("publishdate"), S_INIT("publishat"), S_INIT("publishtime"),
	S_INIT("pubdatetime"), S_INIT("pubdate"), S_INIT("datepublished"),
	S_INIT("dateposted"), S_INIT("publicationdate"),
	S_INIT("datepublish"), S_INIT("postdate"), S_INIT("postedat"),
	S_INIT("postedon"), S_INIT("posteddate"), S_INIT("posted"),
	S_INIT("firstpublishedat"), S_INIT("dcdate"), S_INIT("created"),
	S_INIT("createdat"), S_INIT("createdon"), S_INIT("createddate"),
	S_INIT("createdtime"), S_INIT("datecreated"), S_INIT("creationdate"),
	S_INIT("dategmt"), S_INIT("postdategmt")
};
static const str updated_keys[] = {
	S_INIT("moddatetime"), S_INIT("updatedat"), S_INIT("updatedon"),
	S_INIT("updatedtime"), S_INIT("updateddatetime"),
	S_INIT("lastupdated"), S_INIT("lastupdate"), S_INIT("lastupdatedat"),
	S_INIT("lastmodified"), S_INIT("lastmodifieddate"),
	S_INIT("lastmoddate"), S_INIT("modifiedat"), S_INIT("modifiedon"),
	S_INIT("modifieddate"), S_INIT("modifiedtime"),
	S_INIT("datemodified"), S_INIT("dateupdated"), S_INIT("updatedate"),
	S_INIT("edited"), S_INIT("editedat"), S_INIT("lastedited")
};

static const struct late {
	const str *names;
	size_t count;
	unsigned initials; /* of all names; a separator may precede them */
} late[] = {
	{published_keys, sizeof published_keys / sizeof *published_keys,
	    VALUE_LETTER('p') | VALUE_LETTER('d') | VALUE_LETTER('f') |
	    VALUE_LETTER('c') | VALUE_OTHER},
	{updated_keys, sizeof updated_keys / sizeof *updated_keys,
	    VALUE_LETTER('m') | VALUE_LETTER('u') | VALUE_LETTER('l') |
	    VALUE_LETTER('d') | VALUE_LETTER('e') | VALUE_OTHER},
};

/* The rank of a key among those of the list; their number if it is none. */
static size_t
rank_of(const struct late *list, str key)
{
	size_t i = 0;

	if (!(value_initial(key) & list->initials))
		return list->count;
	while (i < list->count && !reading_is_key(key, list->names[i]))
		i++;
	return i;
}

/* Whether a value is a date: some sites have a flag or a number under such a
 * key. */
static bool
is_date(const struct value *v)
{
	struct arena a = {0};
	struct datetime d;
	str why;
	bool is = v->kind == VALUE_SCALAR &&
	    datetime_parse(v->text, &d, &a, &why);

	arena_free(&a);
	return is;
}

/* Whether somebody meant a value as a date: 13/45/2024. */
static bool
is_meant_as_date(const struct value *v)
{
	size_t digits = 0, signs = 0;

	for (size_t i = 0; v->kind == VALUE_SCALAR && i < v->text.len; i++) {
		digits += char_is_digit(v->text.ptr[i]);
		signs += char_is_one_of(v->text.ptr[i], "-/.");
	}
	return digits >= 6 && digits <= 20 && signs >= 2;
}

/* What may be a date: `v`, or its member `date` if it is a map such as
 * Docusaurus's last_update; or NULL. */
static const struct value *
date_in(const struct value *v)
{
	return v->kind == VALUE_MAP ? field_find(v, S("date")) : v;
}

const struct value *
field_keys_late(const struct value *front, bool is_update)
{
	const struct late *list = &late[is_update];
	const struct value *best = NULL, *meant = NULL;
	size_t best_rank = list->count, meant_rank = list->count;

	for (const struct value *v = front->first; v; v = v->next) {
		size_t rank = rank_of(list, v->key);
		const struct value *date = rank < list->count ? date_in(v)
		    : NULL;

		if (date && rank < best_rank && is_date(date)) {
			best = date;
			best_rank = rank;
		} else if (date && rank < meant_rank &&
		    is_meant_as_date(date)) {
			meant = date;
			meant_rank = rank;
		}
	}
	return best ? best : meant;
}

bool
field_keys_is_known(str key)
{
	return rank_of(&late[0], key) < late[0].count ||
	    rank_of(&late[1], key) < late[1].count || field_is_known(key);
}
