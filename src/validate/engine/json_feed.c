/* SPDX-License-Identifier: MIT
 * json_feed: JSON Feed 1.0 and 1.1. https://www.jsonfeed.org/version/1.1/
 *
 * A table has the keys of each kind of object and the types of their values.
 * What concerns several keys is checked by a function for each kind. */
#include "validate/engine/json_feed.h"

#include "base/data/data_codes.h"
#include "base/data/json.h"
#include "base/core/table.h"
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

enum { MOST_VALUES = 1000 * 1000 /* bounds the memory of the tree */ };

enum kind { ANY, TEXT, NUMBER, TRUTH, LIST, OBJECT };

/* Kinds of objects, as bits. */
enum {
	IN_FEED = 1 << 0,
	IN_ITEM = 1 << 1,
	IN_AUTHOR = 1 << 2,
	IN_HUB = 1 << 3,
	IN_ATTACHMENT = 1 << 4,
};

struct key {
	const char *name;
	unsigned in;             /* kinds of objects that may have it, */
	unsigned must, should;   /* must have it, should have it */
	enum kind kind;          /* of its value */
	const struct type *type; /* of a text, or of the texts in a list */
	unsigned holds;          /* kind of an object, or of those in a list */
};

TYPE(version_url, NULL, NULL, RULE_BLANK);

static const struct key keys[] = {
	{"attachments", IN_ITEM, 0, 0, LIST, NULL, IN_ATTACHMENT},
	{"author", IN_FEED | IN_ITEM, 0, 0, OBJECT, NULL, IN_AUTHOR},
	{"authors", IN_FEED | IN_ITEM, 0, 0, LIST, NULL, IN_AUTHOR},
	{"avatar", IN_AUTHOR, 0, 0, TEXT, &type_uri, 0},
	{"banner_image", IN_ITEM, 0, 0, TEXT, &type_uri, 0},
	{"content_html", IN_ITEM, 0, 0, TEXT, &type_html, 0},
	{"content_text", IN_ITEM, 0, 0, TEXT, &type_anything, 0},
	{"date_modified", IN_ITEM, 0, 0, TEXT, &type_rfc3339, 0},
	{"date_published", IN_ITEM, 0, 0, TEXT, &type_rfc3339, 0},
	{"description", IN_FEED, 0, 0, TEXT, &type_plain, 0},
	{"duration_in_seconds", IN_ATTACHMENT, 0, 0, NUMBER, NULL, 0},
	{"expired", IN_FEED, 0, 0, TRUTH, NULL, 0},
	{"external_url", IN_ITEM, 0, 0, TEXT, &type_uri, 0},
	{"favicon", IN_FEED, 0, 0, TEXT, &type_uri, 0},
	{"feed_url", IN_FEED, 0, IN_FEED, TEXT, &type_web_url, 0},
	{"home_page_url", IN_FEED, 0, IN_FEED, TEXT, &type_web_url, 0},
	{"hubs", IN_FEED, 0, 0, LIST, NULL, IN_HUB},
	{"icon", IN_FEED, 0, 0, TEXT, &type_uri, 0},
	{"id", IN_ITEM, IN_ITEM, 0, ANY, NULL, 0},
	{"image", IN_ITEM, 0, 0, TEXT, &type_uri, 0},
	{"items", IN_FEED, IN_FEED, 0, LIST, NULL, IN_ITEM},
	{"language", IN_FEED | IN_ITEM, 0, 0, TEXT, &type_language, 0},
	{"mime_type", IN_ATTACHMENT, IN_ATTACHMENT, 0, TEXT,
		&type_media_type, 0},
	{"name", IN_AUTHOR, 0, 0, TEXT, &type_plain_filled, 0},
	{"next_url", IN_FEED, 0, 0, TEXT, &type_web_url, 0},
	{"size_in_bytes", IN_ATTACHMENT, 0, 0, NUMBER, NULL, 0},
	{"summary", IN_ITEM, 0, 0, TEXT, &type_plain, 0},
	{"tags", IN_ITEM, 0, 0, LIST, &type_plain_filled, 0},
	{"title", IN_FEED, IN_FEED, 0, TEXT, &type_plain_filled, 0},
	{"title", IN_ITEM | IN_ATTACHMENT, 0, 0, TEXT, &type_plain_filled,
		0},
	{"type", IN_HUB, IN_HUB, 0, TEXT, &type_filled, 0},
	{"url", IN_ITEM | IN_AUTHOR, 0, 0, TEXT, &type_uri, 0},
	{"url", IN_HUB | IN_ATTACHMENT, IN_HUB | IN_ATTACHMENT, 0, TEXT,
		&type_web_url, 0},
	{"user_comment", IN_FEED, 0, 0, TEXT, &type_anything, 0},
	{"version", IN_FEED, IN_FEED, 0, TEXT, &type_version_url, 0},
};
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

static const char *const kind_names[] = {"anything", "a text", "a number",
	"true or false", "a list", "an object"};

struct feed {
	struct document *document;
	struct buf path;  /* of the current value: "items[2].url" */
	bool is_1_1;
	struct table ids;
};

/* ---- reports ---- */

static str
path_of(const struct feed *f)
{
	return f->path.len ? buf_str(&f->path) : S("the feed");
}

static void
report(struct feed *f, diag_code code, const struct value *v,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

static void
report(struct feed *f, diag_code code, const struct value *v,
    const char *fmt, ...)
{
	struct finding g = {code, v->offset, "JSON Feed 1.1"};
	va_list ap;

	va_start(ap, fmt);
	if (document_wants(f->document, code))
		document_report_part(f->document, &g, path_of(f), fmt, ap);
	va_end(ap);
}

/* Appends a key; or an index, if the key is NULL. path_reset takes the return
 * value and goes back. */
static size_t
path_add(struct feed *f, str key, size_t i)
{
	size_t before = f->path.len;

	if (key.ptr)
		buf_printf(&f->path, "%s%.*s", before ? "." : "",
		    STR_ARG(document_quote(f->document, key)));
	else
		buf_printf(&f->path, "[%zu]", i);
	return before;
}

static void
path_reset(struct feed *f, size_t before)
{
	f->path.len = before;
}

/* ---- values ---- */

static enum kind
kind_of(const struct value *v)
{
	if (v->kind == VALUE_MAP)
		return OBJECT;
	if (v->kind == VALUE_LIST)
		return LIST;
	if (v->kind == VALUE_NULL)
		return ANY;
	if (v->quoted)
		return TEXT;
	return str_eq(v->text, S("true")) || str_eq(v->text, S("false"))
	    ? TRUTH : NUMBER;
}

static void
check_text(struct feed *f, const struct value *v, const struct type *type)
{
	struct subject s = {
		.document = f->document,
		.type = type,
		.element = path_of(f),
		.from = v->offset + 1, /* past the quote */
		.reference = "JSON Feed 1.1",
	};

	type_check(&s, v->text);
}

static void check_object(struct feed *f, const struct value *v, unsigned in);

/* False: the value is of another kind, which is reported. */
static bool
check_kind(struct feed *f, const struct value *v, enum kind kind)
{
	if (v->kind == VALUE_NULL) {
		report(f, RULE_NULL, v, "is null, expected %s",
		    kind_names[kind]);
		return false;
	}
	if (kind != ANY && kind_of(v) != kind) {
		report(f, RULE_JSON_TYPE, v, "is %s, expected %s",
		    kind_names[kind_of(v)], kind_names[kind]);
		return false;
	}
	if (kind == NUMBER && str_starts(v->text, S("-")))
		report(f, RULE_INVALID_INTEGER, v, "is below 0");
	return true;
}

static void
check_list(struct feed *f, const struct value *v, const struct key *k)
{
	size_t i = 0;

	for (const struct value *e = v->first; e; e = e->next) {
		size_t before = path_add(f, (str){0}, i++);
		enum kind kind = k->holds ? OBJECT : TEXT;

		if (!check_kind(f, e, kind))
			;
		else if (k->holds)
			check_object(f, e, k->holds);
		else
			check_text(f, e, k->type);
		path_reset(f, before);
	}
}

static void
check_value(struct feed *f, const struct value *v, const struct key *k)
{
	if (!check_kind(f, v, k->kind))
		return;
	if (k->kind == TEXT)
		check_text(f, v, k->type);
	else if (k->kind == LIST)
		check_list(f, v, k);
	else if (k->kind == OBJECT)
		check_object(f, v, k->holds);
}

/* ---- checks of several keys ---- */

static str
text_of(const struct value *v, const char *key)
{
	const struct value *m = value_find(v, str_of(key));

	return m && m->kind == VALUE_SCALAR ? m->text : (str){0};
}

static void
check_feed(struct feed *f, const struct value *v)
{
	const struct value *version = value_find(v, S("version"));
	const struct value *next_url = value_find(v, S("next_url"));
	str next = text_of(v, "next_url");

	f->is_1_1 = !str_eq(text_of(v, "version"),
	    S("https://jsonfeed.org/version/1"));
	f->document->result->format =
	    f->is_1_1 ? "JSON Feed 1.1" : "JSON Feed 1.0";
	if (version && f->is_1_1 && !str_eq(version->text,
	    S("https://jsonfeed.org/version/1.1")))
		report(f, RULE_INVALID_VERSION, version, "has the version "
		    "'%.*s', expected 'https://jsonfeed.org/version/1.1'",
		    STR_ARG(document_quote(f->document, version->text)));
	if (next.len && str_eq(next, text_of(v, "feed_url")))
		report(f, RULE_NEXT_IS_FEED, next_url,
		    "has a next_url that is its own feed_url");
	if (!value_find(v, S("language")) && f->is_1_1)
		report(f, RULE_MISSING_LANGUAGE, v, "has no language");
	if (text_of(v, "feed_url").len == 0)
		report(f, RULE_MISSING_SELF, v, "has no feed_url");
}

/* "id (required, string) ... if an id is presented as a number or other
 * type, a JSON Feed reader must coerce it to a string." */
static void
check_id(struct feed *f, const struct value *id)
{
	if (id->kind != VALUE_SCALAR) {
		if (id->kind != VALUE_NULL)
			report(f, RULE_JSON_TYPE, id, "has an id that is %s, "
			    "expected a text", kind_names[kind_of(id)]);
		return;
	}
	if (!id->quoted)
		report(f, RULE_ID_IS_NUMBER, id, "has the id %.*s, expected "
		    "a text", STR_ARG(document_quote(f->document, id->text)));
	if (id->text.len == 0)
		report(f, RULE_BLANK, id, "has an empty id");
	else if (table_find(&f->ids, id->text))
		report(f, RULE_DUPLICATE_GUID, id, "has the same id '%.*s' "
		    "as another item",
		    STR_ARG(document_quote(f->document, id->text)));
	else
		*table_at(&f->ids, id->text) = f;
}

static void
check_item(struct feed *f, const struct value *v)
{
	const struct value *id = value_find(v, S("id"));
	str published = text_of(v, "date_published");
	str modified = text_of(v, "date_modified");

	f->document->result->entries++;
	if (id)
		check_id(f, id);
	if (!value_find(v, S("content_html")) &&
	    !value_find(v, S("content_text")))
		report(f, RULE_ITEM_WITHOUT_CONTENT, v,
		    "has neither content_html nor content_text");
	if (published.len && modified.len == published.len &&
	    str_cmp(modified, published) < 0 && str_ends(modified, S("Z")) &&
	    str_ends(published, S("Z")))
		report(f, RULE_UPDATED_EARLY, v,
		    "was modified before it was published");
}

static void
check_author(struct feed *f, const struct value *v)
{
	if (!value_find(v, S("name")) && !value_find(v, S("url")) &&
	    !value_find(v, S("avatar")))
		report(f, RULE_AUTHOR_EMPTY, v,
		    "has none of name, url and avatar");
}

/* Keys of another version. */
static void
check_versions(struct feed *f, const struct value *v)
{
	static const char *const new_keys[] = {"authors", "language"};
	const struct value *m = value_find(v, S("author"));

	if (f->is_1_1 && m)
		report(f, RULE_DEPRECATED, m,
		    "has the key author of version 1, expected authors");
	for (size_t i = 0; !f->is_1_1 && i < 2; i++) {
		m = value_find(v, str_of(new_keys[i]));
		if (m)
			report(f, RULE_UNKNOWN_KEY, m,
			    "has the key %s of version 1.1", new_keys[i]);
	}
}

static const struct {
	unsigned in;
	void (*check)(struct feed *f, const struct value *v);
} objects[] = {
	{IN_FEED, check_feed},
	{IN_ITEM, check_item},
	{IN_AUTHOR, check_author},
};

/* ---- objects ---- */

static const struct key *
find_key(str name, unsigned in)
{
	for (size_t i = 0; i < KEY_COUNT; i++)
		if ((keys[i].in & in) && str_eq(name, str_of(keys[i].name)))
			return &keys[i];
	return NULL;
}

static void
report_unknown(struct feed *f, const struct value *m, unsigned in)
{
	const char *names[KEY_COUNT];
	size_t n = 0;

	if (!document_wants(f->document, RULE_UNKNOWN_KEY))
		return;
	for (size_t i = 0; i < KEY_COUNT; i++)
		if (keys[i].in & in)
			names[n++] = keys[i].name;
	document_report(f->document, RULE_UNKNOWN_KEY, m->key_offset,
	    "JSON Feed 1.1", "%.*s has the unknown key '%.*s'%.*s",
	    STR_ARG(path_of(f)),
	    STR_ARG(document_quote(f->document, m->key)),
	    STR_ARG(document_hint(f->document, m->key, names, n, "''")));
}

static void
check_members(struct feed *f, const struct value *v, unsigned in)
{
	for (const struct value *m = v->first; m; m = m->next) {
		const struct key *k = find_key(m->key, in);
		size_t before;

		if (k == NULL) {
			/* Extensions begin with an underscore. */
			if (!str_starts(m->key, S("_")))
				report_unknown(f, m, in);
			continue;
		}
		before = path_add(f, m->key, 0);
		check_value(f, m, k);
		path_reset(f, before);
	}
}

static void
check_missing(struct feed *f, const struct value *v, unsigned in)
{
	for (size_t i = 0; i < KEY_COUNT; i++) {
		const struct key *k = &keys[i];

		if (!((k->must | k->should) & in) ||
		    value_find(v, str_of(k->name)))
			continue;
		if (k->must & in)
			report(f, RULE_MISSING_KEY, v, "has no %s", k->name);
		else if (!str_eq(str_of(k->name), S("feed_url")))
			report(f, RULE_MISSING_RECOMMENDED, v, "has no %s",
			    k->name);
	}
}

/* It recurses at most twice: a feed holds items, which hold authors. */
static void
check_object(struct feed *f, const struct value *v, unsigned in)
{
	for (size_t i = 0; i < sizeof objects / sizeof objects[0]; i++)
		if (objects[i].in == in)
			objects[i].check(f, v);
	check_missing(f, v, in);
	if (in & (IN_FEED | IN_ITEM))
		check_versions(f, v);
	check_members(f, v, in);
}

/* ---- the document ---- */

/* An upper bound of the number of values. */
static size_t
count_values(str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.ptr[i] == ',' || text.ptr[i] == '[' ||
		    text.ptr[i] == '{';
	return n;
}

/* Reports what the parser reported, and frees it. */
static void
adopt_diags(struct document *d, struct diags *from)
{
	for (const struct diag *g = from->first; g; g = g->next) {
		struct diag_place place = {d->name, g->at, g->line, g->caret};

		if (document_count(d, g->code))
			diag_add_at(d->diags, g->code, &place, "RFC 8259",
			    g->message);
	}
	diags_free(from);
}

static bool
is_feed(const struct value *v)
{
	str version = text_of(v, "version");

	return str_find(version, S("jsonfeed.org/version")) != STR_NONE ||
	    (value_find(v, S("items")) && value_find(v, S("title")));
}

static void
check_tree(struct document *d, const struct value *v)
{
	struct feed f = {.document = d};
	str after = str_trim(str_from(d->text, v->end));

	if (after.len)
		document_report(d, DIAG_JSON_SYNTAX,
		    (size_t)(after.ptr - d->text.ptr), "RFC 8259 2",
		    "there is more text after the end of the JSON");
	if (v->kind != VALUE_MAP || !is_feed(v)) {
		document_report(d, d->options->may_be_other
		    ? RULE_OTHER_DOCUMENT : RULE_NOT_A_FEED, v->offset,
		    NULL, "the document is JSON, but not a JSON Feed: its "
		    "version is not that of one");
		return;
	}
	check_object(&f, v, IN_FEED);
	table_free(&f.ids);
	buf_free(&f.path);
}

void
json_feed_check(struct document *d)
{
	struct source src = {d->name, d->text};
	struct diags diags = {0};
	const struct value *v;

	d->is_json = true;
	if (d->is_converted)
		document_report(d, RULE_INVALID_ENCODING, 0, "RFC 8259 8.1",
		    "JSON must be UTF-8");
	else if (d->has_mark)
		document_report(d, RULE_JSON_MARK, 0, NULL,
		    "the document begins with a byte order mark");
	if (count_values(d->text) > MOST_VALUES) {
		document_report(d, RULE_TOO_LARGE, STR_NONE, NULL,
		    "the document has more than %d values", MOST_VALUES);
		return;
	}
	v = json_parse(&d->arena, d->text, &src, 0, &diags);
	adopt_diags(d, &diags);
	if (v)
		check_tree(d, v);
}
