/* SPDX-License-Identifier: MIT
 * people: the authors of a post. */
#include "post/read/people.h"

#include "base/core/file.h"
#include "base/data/data_file.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "post/post_codes.h"
#include "post/read/field.h"
#include "post/post_file.h"

/* ---- the table ---- */

static const struct value *
read_table(const struct config *c, str path, struct arena *a,
    struct diags *diags)
{
	struct buf text = {0};
	struct source src = {path, {0}};
	const struct value *v = NULL;

	if (post_file_read(&text, path_join(a, c->dir, path).ptr,
	    c->limits.post, &src, NULL, diags))
		v = data_file_parse(a, &src, diags);
	buf_free(&text);
	return v;
}

const struct value *
people_table(const struct config *c, struct arena *a, struct diags *diags,
    bool *ok)
{
	const struct value *v = c->posts.authors;

	*ok = true;
	if (v && v->kind == VALUE_SCALAR) {
		v = read_table(c, v->text, a, diags);
		*ok = v != NULL;
	}
	if (v && v->kind != VALUE_MAP) {
		*ok = false;
		diag_add(diags, DIAG_CONFIG_TYPE, &c->source,
		    config_mark(c, "posts.authors"),
		    "posts.authors is %s, expected a map of authors or the "
		    "path of one", value_kind_name(v));
	}
	return *ok ? v : NULL;
}

/* ---- a post ---- */

enum { MOST_AUTHORS = 50 }; /* of a post */

struct job {
	const struct value *table;
	const struct source *src;
	struct diags *diags;
	struct arena *arena;
	struct person *list;
	size_t count, cap;
	bool is_full;       /* an author was dropped */
};

static str
text_of(struct job *j, const struct value *map, str key)
{
	return field_text_of(j->arena, field_find(map, key));
}

static struct person
person_of(struct job *j, const struct value *map)
{
	static const str url_keys[] = {S_INIT("url"), S_INIT("uri"),
		S_INIT("website"), S_INIT("web"), S_INIT("link")};
	struct person who = {.name = text_of(j, map, S("name"))};
	str email = text_of(j, map, S("email"));

	if (who.name.len == 0)
		who.name = text_of(j, map, S("full_name"));
	if (config_is_email(email))
		who.email = email;
	for (size_t i = 0; i < sizeof url_keys / sizeof *url_keys; i++) {
		str url = text_of(j, map, url_keys[i]);

		struct buf b = {0};

		if (who.url.len == 0 && url_is_web(url) &&
		    url_resolve(&b, url, url))
			who.url = arena_str(j->arena, buf_str(&b));
		buf_free(&b);
	}
	return who;
}

static void
drop_person(struct job *j, str name)
{
	if (!j->is_full)
		diag_add(j->diags, DIAG_TOO_MANY_AUTHORS, j->src,
		    (struct mark){0}, "more than %d authors: '%.*s' and all "
		    "others were dropped", MOST_AUTHORS, STR_ARG(name));
	j->is_full = true;
}

static void
add_person(struct job *j, struct person who)
{
	if (who.name.len == 0)
		return;
	who = config_person(who, j->arena);
	for (size_t i = 0; i < j->count; i++)
		if (str_eq(j->list[i].name, who.name))
			return;
	if (j->count == MOST_AUTHORS) {
		drop_person(j, who.name);
		return;
	}
	j->list = arena_grow(j->arena, j->list, j->count, &j->cap,
	    sizeof *j->list);
	j->list[j->count++] = who;
}

/* Adds a name, or its entry in the table. */
static void
add_name(struct job *j, str text)
{
	str name = field_text(j->arena, text);
	const struct value *known = value_find(j->table, name);
	struct person who = {.name = name};

	if (known && known->kind == VALUE_MAP) {
		who = person_of(j, known);
		if (who.name.len == 0)
			who.name = name;
	} else if (known && known->kind == VALUE_SCALAR)
		who.name = field_text(j->arena, known->text);
	add_person(j, who);
}

static void
drop_value(struct job *j, const struct value *v)
{
	value_diag(j->diags, DIAG_FIELD_DROPPED, j->src, v,
	    "an author is %s, expected a name or a map with one",
	    value_kind_name(v));
}

static void
add_value(struct job *j, const struct value *v, bool split)
{
	str rest = v->text, part;
	char separator = str_chr(rest, ';') != STR_NONE ? ';' : ',';

	if (v->kind == VALUE_MAP) {
		struct person who = person_of(j, v);

		add_person(j, who);
		if (who.name.len == 0)
			drop_value(j, v);
	}
	if (v->kind == VALUE_LIST)
		drop_value(j, v);
	if (v->kind == VALUE_SCALAR && !split)
		add_name(j, v->text);
	while (v->kind == VALUE_SCALAR && split &&
	    str_split(&rest, separator, &part))
		add_name(j, part);
}

static void
add_all(struct job *j, const struct value *v, bool split)
{
	if (v->kind != VALUE_LIST)
		add_value(j, v, split);
	else
		for (const struct value *i = v->first; i; i = i->next)
			add_value(j, i, false);
}

void
people_read(const struct reading *j, const struct value *v,
    const struct value *table, bool split)
{
	struct job job = {.table = table, .src = j->src, .diags = j->diags,
		.arena = j->scratch};

	add_all(&job, v, split);
	j->post->matter->authors =
	    shared_people(j->shared, job.list, job.count);
	j->post->matter->n_authors = job.count;
}
