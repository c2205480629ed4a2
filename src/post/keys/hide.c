/* SPDX-License-Identifier: MIT
 * hide: front matter that keeps a post out of feeds. */
#include "post/keys/hide.h"

#include <stdlib.h>

#include "config/config.h"
#include "post/read/choose.h"
#include "post/read/field.h"
#include "post/read/reading.h"

/* How a value of a key is judged. */
enum hide_by {
	BY_TRUE,     /* any value but false hides */
	BY_FALSE,    /* false, or a word that means it, hides */
	BY_LOCK,     /* any value but false locks */
	BY_WORD,     /* some words hide or lock */
	BY_BUILD,    /* a map with `list` and `render` */
};

/* In the order of strcmp. Keys are in lower case, without '-', '_' and
 * blanks. */
static const struct row {
	const char *key;
	enum hide_by by;
} rows[] = {
	{"access", BY_WORD},
	{"build", BY_BUILD},
	{"dgpublish", BY_FALSE},
	{"disablefeed", BY_TRUE},
	{"disablerss", BY_TRUE},
	{"encrypt", BY_LOCK},
	{"encrypted", BY_LOCK},
	{"encryption", BY_LOCK},
	{"excludefeed", BY_TRUE},
	{"excludefromatom", BY_TRUE},
	{"excludefromfeed", BY_TRUE},
	{"excludefromfeeds", BY_TRUE},
	{"excludefromrss", BY_TRUE},
	{"excluderss", BY_TRUE},
	{"feedexclude", BY_TRUE},
	{"hidefromfeed", BY_TRUE},
	{"hidefromfeeds", BY_TRUE},
	{"hidefromrss", BY_TRUE},
	{"includeinfeed", BY_FALSE},
	{"includeinfeeds", BY_FALSE},
	{"includeinrss", BY_FALSE},
	{"infeed", BY_FALSE},
	{"inrss", BY_FALSE},
	{"isencrypted", BY_LOCK},
	{"ishidden", BY_TRUE},
	{"isprivate", BY_LOCK},
	{"isprotected", BY_LOCK},
	{"isunlisted", BY_TRUE},
	{"listed", BY_FALSE},
	{"locked", BY_LOCK},
	{"membersonly", BY_LOCK},
	{"nofeed", BY_TRUE},
	{"norss", BY_TRUE},
	{"paidonly", BY_LOCK},
	{"passphrase", BY_LOCK},
	{"passwd", BY_LOCK},
	{"password", BY_LOCK},
	{"passwordprotected", BY_LOCK},
	{"postpassword", BY_LOCK},
	{"poststatus", BY_WORD},
	{"private", BY_LOCK},
	{"protect", BY_LOCK},
	{"protected", BY_LOCK},
	{"public", BY_FALSE},
	{"publish", BY_FALSE},
	{"requirepassword", BY_LOCK},
	{"rss", BY_FALSE},
	{"rssexclude", BY_TRUE},
	{"rssignore", BY_TRUE},
	{"secret", BY_LOCK},
	{"showinfeed", BY_FALSE},
	{"showinrss", BY_FALSE},
	{"skipfeed", BY_TRUE},
	{"skiprss", BY_TRUE},
	{"status", BY_WORD},
	{"subscribersonly", BY_LOCK},
	{"unlisted", BY_TRUE},
	{"visibility", BY_WORD},
};
enum { ROWS = sizeof rows / sizeof rows[0], MOST_KEY = 24 };

static const char unlisted_words[] = "unlisted hidden skip trash trashed "
    "deleted inherit auto-draft pending";
static const char locked_words[] = "private password protected locked "
    "encrypted secret members member paid tiers subscribers subscriber "
    "premium restricted internal";
static const char false_words[] = "false no off 0 none never hidden exclude "
    "excluded";

static int
compare_key(const void *key, const void *row)
{
	const char *a = key, *b = ((const struct row *)row)->key;

	return *a != *b ? (unsigned char)*a - (unsigned char)*b
	    : strcmp(a, b);
}

/* The row of a key in any spelling, or NULL. */
static const struct row *
find_row(str key)
{
	char folded[MOST_KEY + 1];
	size_t n = 0;

	for (size_t i = 0; i < key.len; i++) {
		char c = key.ptr[i];

		if (c == '-' || c == '_' || c == ' ')
			continue;
		if (n == MOST_KEY)
			return NULL;
		folded[n++] = char_lower(c);
	}
	folded[n] = '\0';
	return bsearch(folded, rows, ROWS, sizeof rows[0], compare_key);
}

static bool
is_one_of(const struct value *v, const char *words)
{
	return v->kind == VALUE_SCALAR &&
	    str_has_word(str_of(words), str_trim(v->text), str_ieq);
}

/* Whether a value is empty, or means "no". */
static bool
is_nothing(const struct value *v)
{
	return value_is_null(v) || (v->kind == VALUE_SCALAR &&
	    (str_trim(v->text).len == 0 || is_one_of(v, "false no off 0 none")));
}

/* Whether `build` keeps a page out of lists, or does not render it. */
static bool
is_not_built(const struct value *build)
{
	const struct value *list = field_find(build, S("list"));
	const struct value *render = field_find(build, S("render"));

	return (list && is_one_of(list, "false no off never")) ||
	    (render && is_one_of(render, "false no off never"));
}

static enum hide_kind
judge_word(const struct value *v)
{
	if (is_one_of(v, locked_words))
		return HIDE_LOCKED;
	return is_one_of(v, unlisted_words) ? HIDE_UNLISTED : HIDE_NOT;
}

static enum hide_kind
judge(const struct row *row, const struct value *v)
{
	switch (row->by) {
	case BY_TRUE:
		return is_nothing(v) ? HIDE_NOT : HIDE_UNLISTED;
	case BY_FALSE:
		return is_one_of(v, false_words) ? HIDE_UNLISTED : HIDE_NOT;
	case BY_LOCK:
		return is_nothing(v) ? HIDE_NOT : HIDE_LOCKED;
	case BY_WORD:
		return judge_word(v);
	case BY_BUILD:
		return is_not_built(v) ? HIDE_UNLISTED : HIDE_NOT;
	}
	return HIDE_NOT;
}

/* The strictest result for the members of a map; at the top, also for those
 * below `params` or `extra`. */
static enum hide_kind
judge_members(const struct value *map, bool is_top, const struct value **by)
{
	enum hide_kind worst = HIDE_NOT;

	for (const struct value *v = map->first; v; v = v->next) {
		const struct row *row = find_row(v->key);
		const struct value *at = v;
		enum hide_kind kind = row ? judge(row, v) : HIDE_NOT;

		if (is_top && v->kind == VALUE_MAP && reading_is_extra(v->key))
			kind = judge_members(v, false, &at);
		if (kind > worst) {
			worst = kind;
			*by = at;
		}
	}
	return worst;
}

enum hide_kind
hide_find(const struct value *front, const struct value **by)
{
	*by = NULL;
	return judge_members(front, true, by);
}

/* Whether a value is one of the wanted values. "*" means any value that is not
 * empty or false. */
static bool
fits(const struct value *v, const struct value *wanted)
{
	if (wanted->kind == VALUE_LIST) {
		for (const struct value *w = wanted->first; w; w = w->next)
			if (fits(v, w))
				return true;
		return false;
	}
	if (wanted->kind == VALUE_SCALAR && str_eq(wanted->text, S("*")))
		return !is_nothing(v);
	return choose_has_one(v, wanted);
}

const struct value *
hide_by_config(const struct config *c, const struct value *front)
{
	const struct value *w = c->posts.hide ? c->posts.hide->first : NULL;

	for (; w; w = w->next) {
		const struct value *v = field_find_path(front, w->key);

		if (v && fits(v, w))
			return v;
	}
	return NULL;
}
