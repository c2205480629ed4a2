/* SPDX-License-Identifier: MIT
 * podcast_keys: checks the podcast keys as directories require. Source:
 * Apple, A Podcaster's Guide to RSS. */
#include "config/podcast_keys.h"

#include "base/core/diag.h"
#include "base/core/file.h"
#include "base/core/utf8.h"
#include "base/image/image.h"
#include "base/web/url.h"
#include "base/web/uuid.h"
#include "config/config_codes.h"
#include "validate/tables/podcast_categories.h"

static void
fail(struct config *c, diag_code code, const struct value *v,
    struct diags *diags, const char *key, const char *words)
{
	diag_add(diags, code, v ? config_source(c, v) : &c->source,
	    v ? v->at : (struct mark){0}, "%s %s", key, words);
}

void
podcast_keys_finish_feeds(struct config *c, struct diags *diags)
{
	const struct value *section = config_find(c, "podcast");
	long main = 1;

	c->podcast.is_there = section && section->kind == VALUE_MAP;
	for (struct extra *x = c->feeds.extra; x; x = x->next) {
		const struct value *v = value_find(x->node, S("podcast"));

		if (x->extent.podcast < 0)
			x->extent.podcast = 0;
		if (x->extent.podcast)
			main = 0;
		if (x->extent.podcast && !c->podcast.is_there)
			fail(c, DIAG_CONFIG_REQUIRED, v, diags,
			    "feeds.extra.*.podcast",
			    "needs the keys below 'podcast'");
	}
	if (c->feeds.main.extent.podcast < 0)
		c->feeds.main.extent.podcast = main && c->podcast.is_there;
	else if (c->feeds.main.extent.podcast && !c->podcast.is_there)
		fail(c, DIAG_CONFIG_REQUIRED,
		    config_find(c, "feeds.main.podcast"), diags,
		    "feeds.main.podcast", "needs the keys below 'podcast'");
	for (struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		t->extent.podcast = 0;
}

/* ---- categories ---- */

/* Reports a category that is not in Apple's list. `near`: the most similar one,
 * or NULL; `of`: the parent of a subcategory, or NULL. */
static void
report_category(struct config *c, const struct value *v, str name,
    const char *near, const struct podcast_category *of, struct diags *diags)
{
	const char *expected = "a category of Apple's list, such as Arts";

	if (of)
		expected = of->subs[0] ? "a subcategory of it in Apple's list"
		                       : "none";
	diag_add(diags, DIAG_CONFIG_VALUE, config_source(c, v), v->at,
	    "podcast.categories has '%.*s'%s%s%s, expected %s%s%s",
	    STR_ARG(name), of ? " in '" : "", of ? of->name : "",
	    of ? "'" : "", near ? "'" : expected, near ? near : "",
	    near ? "'" : "");
}

static void
find_topic(struct config *c, struct podcast_topic *topic,
    const struct value *v, str text, struct diags *diags)
{
	const char *names[PODCAST_MOST_NAMES];
	const struct podcast_category *category;
	const char *part;
	str rest = text, name;

	str_split(&rest, '>', &name);
	name = str_trim(name);
	category = podcast_category_find(name);
	if (category == NULL) {
		report_category(c, v, name, nearest_name(name, names,
		    podcast_category_names(names)), NULL, diags);
		return;
	}
	topic->name = str_of(category->name);
	if (rest.ptr == NULL)
		return;
	rest = str_trim(rest);
	part = podcast_subcategory_find(category, rest);
	if (part)
		topic->part = str_of(part);
	else
		report_category(c, v, rest, nearest_name(rest, names,
		    podcast_subcategory_names(category, names)), category,
		    diags);
}

static void
find_topics(struct config *c, struct arena *a, struct diags *diags)
{
	const struct value *v = config_find(c, "podcast.categories");
	const struct value *item = v && v->kind == VALUE_LIST ? v->first : v;

	c->podcast.topics = arena_array(a, c->podcast.categories.count,
	    sizeof *c->podcast.topics);
	for (size_t i = 0; i < c->podcast.categories.count && item; i++) {
		find_topic(c, &c->podcast.topics[i], item,
		    c->podcast.categories.at[i], diags);
		item = item->next;
	}
}

/* ---- the cover ---- */

const char *
podcast_keys_check_image(const char *path, struct buf *found)
{
	struct image image;
	const char *why;

	if (!image_read(path, &image, &why))
		return why;
	if (!str_eq(str_of(image.type), S("image/jpeg")) &&
	    !str_eq(str_of(image.type), S("image/png"))) {
		buf_add(found, str_of(image.type));
		return "expected a JPEG or PNG";
	}
	buf_printf(found, "%u by %u pixels", (unsigned)image.width,
	    (unsigned)image.height);
	if (image.width != image.height || image.width < PODCAST_LEAST_SIDE ||
	    image.width > PODCAST_MOST_SIDE)
		return "expected a square of 1400 to 3000 pixels";
	return NULL;
}

static void
check_image(struct config *c, struct arena *a, struct diags *diags)
{
	const struct value *v = config_find(c, "podcast.image");
	struct buf below = {0}, found = {0};
	const char *wrong;
	str name, path;

	if (v == NULL || !c->media.is_there ||
	    !url_below(&below, c->site.url, c->podcast.image))
		goto out;
	name = path_clean(a, path_join(a, c->media.folder, buf_str(&below)));
	path = path_join(a, c->dir, name);
	if (stamp_eq(file_look(path.ptr), (struct stamp){0})) {
		if (c->media.is_given)
			diag_add(diags, DIAG_MEDIA_MISSING,
			    config_source(c, v), v->at,
			    "podcast.image '%.*s' does not exist",
			    STR_ARG(name));
		goto out;
	}
	wrong = podcast_keys_check_image(path.ptr, &found);
	if (wrong)
		diag_add(diags, DIAG_PODCAST_IMAGE, config_source(c, v), v->at,
		    "podcast.image '%.*s': %.*s%s%s", STR_ARG(name),
		    STR_ARG(buf_str(&found)), found.len ? ", " : "", wrong);
out:
	buf_free(&below);
	buf_free(&found);
}

/* ---- all of it ---- */

/* Directories reject a podcast without these keys. */
static void
require_keys(struct config *c, struct diags *diags)
{
	const struct value *section = config_find(c, "podcast");
	const struct {
		const char *key;
		bool is_given;
	} needed[] = {
		{"podcast.image", c->podcast.image.len > 0},
		{"podcast.categories", c->podcast.categories.count > 0},
		{"podcast.explicit", c->podcast.explicit >= 0},
		{"podcast.owner.email", c->podcast.owner.email.len > 0},
	};

	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
		if (!needed[i].is_given &&
		    value_is_null(config_find(c, needed[i].key)))
			diag_add(diags, DIAG_CONFIG_REQUIRED,
			    config_source(c, section),
			    section->key_at, "key '%s' is missing: "
			    "directories reject a podcast without it",
			    needed[i].key);
}

static bool
has_several(const struct config *c)
{
	size_t n = 0;

	if (c->feeds.main.extent.podcast)
		n = c->languages ? 2 : 1;
	for (const struct extra *x = c->feeds.extra; x; x = x->next)
		n += x->extent.podcast > 0;
	return n > 1;
}

static void
check_guid(struct config *c, struct diags *diags)
{
	const struct value *v = config_find(c, "podcast.guid");

	if (c->podcast.guid.len == 0 || v == NULL)
		return;
	if (!uuid_is(c->podcast.guid))
		diag_add(diags, DIAG_CONFIG_VALUE, config_source(c, v), v->at,
		    "podcast.guid is '%.*s', expected a UUID such as "
		    "917393e3-1b1e-5cef-ace4-edaa54e1f810",
		    STR_ARG(c->podcast.guid));
	else if (has_several(c))
		fail(c, DIAG_CONFIG_VALUE, v, diags, "podcast.guid",
		    "identifies one podcast, but several feeds are podcasts");
}

/* Apple refuses names with more characters. */
enum { MOST_NAME = 255 };

static void
check_name(struct config *c, const char *key, str name, struct diags *diags)
{
	const struct value *v = config_find(c, key);
	size_t n = utf8_len(name);

	if (n > MOST_NAME)
		diag_add(diags, DIAG_CONFIG_VALUE,
		    v ? config_source(c, v) : &c->source,
		    v ? v->at : (struct mark){0},
		    "%s has %zu characters, expected at most %d", key, n,
		    MOST_NAME);
}

void
podcast_keys_finish(struct config *c, struct arena *a, struct diags *diags)
{
	if (!c->podcast.is_there)
		return;
	if (c->podcast.author.len == 0)
		c->podcast.author = c->site.author.name.len
		    ? c->site.author.name : c->site.title;
	if (c->podcast.owner.name.len == 0)
		c->podcast.owner.name = c->podcast.author;
	if (c->podcast.owner.email.len == 0)
		c->podcast.owner.email = c->site.author.email;
	require_keys(c, diags);
	find_topics(c, a, diags);
	check_guid(c, diags);
	check_name(c, "podcast.author", c->podcast.author, diags);
	if (!str_eq(c->podcast.owner.name, c->podcast.author))
		check_name(c, "podcast.owner.name", c->podcast.owner.name,
		    diags);
	check_image(c, a, diags);
}
