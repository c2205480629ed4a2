/* SPDX-License-Identifier: MIT
 * read_skip: whether a post is to be published. */
#include "base/core/file.h"
#include "post/post_codes.h"
#include "generators/generators.h"
#include "post/keys/hide.h"
#include "post/read/field.h"
#include "post/read/reading.h"

/* A flag of the front matter. Any other value is an error, so that a misspelt
 * one does not publish a draft. */
static bool
read_flag(struct reading *j, const char *key, bool fallback)
{
	const struct value *v = field_find(j->front, str_of(key));
	bool b = fallback;

	if (value_is_null(v) || value_bool(v, &b))
		return b;
	value_diag(j->diags, DIAG_FIELD_TYPE, j->src, v,
	    "'%.*s' is %s, expected true or false", STR_ARG(v->key),
	    v->kind == VALUE_SCALAR ? arena_printf(j->scratch, "'%.*s'",
	    STR_ARG(v->text)).ptr : value_kind_name(v));
	return fallback;
}

/* Remembers the key that gives a reason to skip the post, if it does. */
static bool
skips_by(struct reading *j, enum skip why, const char *key, bool skips)
{
	if (skips)
		j->because[why] = field_find(j->front, str_of(key));
	return skips;
}

/* Other values are allowed: `published` may be a date, `feed` a map. */
static bool
is_off(struct reading *j, const char *key)
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

/* `published` is a flag, unless it is a date. */
static bool
is_unpublished(struct reading *j)
{
	const struct value *v = field_find(j->front, S("published"));
	struct datetime d;
	str why;

	if (v && v->kind == VALUE_SCALAR &&
	    datetime_parse(v->text, &d, j->scratch, &why))
		return false;
	return !read_flag(j, "published", true);
}

static bool
has_status(struct reading *j, str word)
{
	return is_word(field_find(j->front, S("status")), word);
}

/* "a, b or c" of words. */
static str
one_of(struct arena *a, str words)
{
	str list = {0}, word, next;
	bool more = str_word(&words, &word);

	while (more) {
		more = str_word(&words, &next);
		list = arena_printf(a, "%.*s%s%.*s", STR_ARG(list),
		    list.len == 0 ? "" : more ? ", " : " or ", STR_ARG(word));
		word = next;
	}
	return list;
}

static void
check_status(struct reading *j)
{
	const struct value *v = field_find(j->front, S("status"));
	str words = str_of(j->config->posts.generator->front.status_words);
	str rest = words, word;

	if (value_is_null(v) || words.len == 0)
		return;
	while (str_word(&rest, &word))
		if (has_status(j, word))
			return;
	value_diag(j->diags, DIAG_FIELD_TYPE, j->src, v,
	    "'%.*s' is '%.*s', expected %.*s", STR_ARG(v->key),
	    STR_ARG(v->text), STR_ARG(one_of(j->scratch, words)));
}

static bool
is_draft(struct reading *j)
{
	return skips_by(j, SKIP_DRAFT, "draft",
	        read_flag(j, "draft", false)) ||
	    skips_by(j, SKIP_DRAFT, "published", is_unpublished(j)) ||
	    skips_by(j, SKIP_DRAFT, "status", has_status(j, S("draft"))) ||
	    str_starts(j->file->path, S("_drafts/")) ||
	    str_find(j->file->path, S("/_drafts/")) != STR_NONE;
}

static bool
hides(struct reading *j, const char *key, bool hidden)
{
	return skips_by(j, SKIP_HIDDEN, key, hidden);
}

/* A flag of any generator: others do not use these keys. */
static bool
has_hidden_key(struct reading *j)
{
	const struct generator *g;

	for (size_t i = 0; (g = generator_at(i)) != NULL; i++)
		if (g->front.hidden_key &&
		    hides(j, g->front.hidden_key,
		        read_flag(j, g->front.hidden_key, false)))
			return true;
	return false;
}

bool
reading_is_list(struct reading *j)
{
	const char *key = j->config->posts.generator->front.list_key;
	bool on = true;

	if (key == NULL || value_is_null(field_find(j->front, str_of(key))))
		return false;
	value_bool(field_find(j->front, str_of(key)), &on);
	return on;
}

static bool
is_hidden(struct reading *j)
{
	return (reading_is_list(j) && hides(j,
	        j->config->posts.generator->front.list_key, true)) ||
	    hides(j, "hidden", read_flag(j, "hidden", false)) ||
	    hides(j, "headless", read_flag(j, "headless", false)) ||
	    hides(j, "feed", is_off(j, "feed")) ||
	    hides(j, "status", has_status(j, S("hidden")) ||
	        has_status(j, S("skip"))) ||
	    hides(j, "permalink", is_off(j, "permalink")) ||
	    has_hidden_key(j) ||
	    /* The page of a Hugo or Zola section. */
	    str_starts(path_base(j->file->path), S("_index."));
}

/* Whether posts.hide, or a key that hide.h knows, keeps the post out of feeds.
 * The message does not quote the line: it may hold a password. */
static bool
is_kept_out(struct reading *j, bool is_due)
{
	const struct value *by = hide_by_config(j->config, j->front);

	if (by == NULL)
		j->is_locked = hide_find(j->front, &by) == HIDE_LOCKED;
	if (by == NULL)
		return false;
	j->because[SKIP_HIDDEN] = by;
	if (j->is_locked && is_due)
		diag_add(j->diags, DIAG_POST_LOCKED, j->src,
		    (struct mark){by->src ? 0 : by->key_at.line, 0},
		    "'%.*s' locks the post on the site: it is in no feed",
		    STR_ARG(by->key));
	return true;
}

bool
read_skip(struct reading *j)
{
	struct post *p = j->post;
	const struct value *v = reading_field(j, FIELD_EXPIRY);
	size_t errors = j->diags->counts[DIAG_ERROR];
	struct datetime d;
	bool expired = false, hidden;

	if (v) {
		if (!reading_parse_date(j, v, &d))
			return false;
		expired = reading_has_come(j, reading_instant(j, d));
		j->because[SKIP_EXPIRED] = v;
	}
	check_status(j);
	j->matter->draft = is_draft(j);
	hidden = is_hidden(j) || is_kept_out(j,
	    p->skip == SKIP_NONE && !expired &&
	    (!j->matter->draft || j->config->posts.drafts));
	if (j->diags->counts[DIAG_ERROR] > errors)
		return false;
	if (p->skip != SKIP_NONE)
		return true;
	if (j->matter->draft && !j->config->posts.drafts)
		p->skip = SKIP_DRAFT;
	else if (hidden)
		p->skip = SKIP_HIDDEN;
	else if (expired)
		p->skip = SKIP_EXPIRED;
	else if (!j->config->posts.future &&
	    !reading_has_come(j, p->published))
		p->skip = SKIP_FUTURE;
	else if (j->lacks_title && !j->config->posts.untitled) {
		p->skip = SKIP_HIDDEN;
		j->because[SKIP_HIDDEN] = NULL;
		diag_add(j->diags, DIAG_POST_UNTITLED, j->src,
		    (struct mark){1, 0}, "no title: %s leaves out such posts",
		    j->config->posts.generator->label);
	}
	return true;
}
