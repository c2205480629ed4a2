/* SPDX-License-Identifier: MIT
 * names: namespaces and prefixes, and the vocabularies that they name. */
#include "validate/engine/names.h"

#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/hooks.h"

enum { CACHED = 32 };

/* A lookup goes through all vocabularies, and a document has few
 * namespaces. */
struct name_cache {
	struct {
		str uri;
		const struct vocabulary *vocabulary;
	} rows[CACHED];
	size_t count;
};

/* Namespaces of earlier versions. */
static const struct obsolete {
	const char *uri;
	const char *prefix; /* of the vocabulary that replaces it */
} obsolete[] = {
	{"http://purl.org/atom/ns#", "atom"},
	{"http://example.com/newformat#", "atom"},
};

void
names_bind(struct check *c, str uri, const struct vocabulary *v)
{
	struct name_cache *cache = c->names;

	if (cache == NULL)
		cache = c->names = arena_alloc(
		    &c->document->arena, sizeof *cache);
	if (cache->count == CACHED)
		return;
	cache->rows[cache->count].uri = arena_str(&c->document->arena, uri);
	cache->rows[cache->count++].vocabulary = v;
}

const struct vocabulary *
names_vocabulary(struct check *c, str uri)
{
	struct name_cache *cache = c->names;
	const struct vocabulary *v;
	bool is_near;

	if (uri.len == 0)
		return c->plain;
	for (size_t i = 0; cache && i < cache->count; i++)
		if (str_eq(cache->rows[i].uri, uri))
			return cache->rows[i].vocabulary;
	v = vocabulary_find(uri, &is_near);
	names_bind(c, uri, v);
	return v;
}

str
names_written(struct arena *a, const struct xml_name *name)
{
	if (name->prefix.len == 0)
		return arena_str(a, name->local);
	return arena_printf(a, "%.*s:%.*s", STR_ARG(name->prefix),
	    STR_ARG(name->local));
}

/* ---- declarations ---- */

/* "xmlns:atom", until the next report. */
static str
name_of_binding(struct check *c, str prefix)
{
	return arena_printf(&c->document->scratch, "xmlns%s%.*s",
	    prefix.len ? ":" : "", STR_ARG(prefix));
}

static str
quoted(struct check *c, str s)
{
	return document_quote(c->document, s);
}

static void
check_spelling(struct check *c, const struct vocabulary *v, str uri,
    size_t at)
{
	bool is_media = str_eq(str_of(v->prefix), S("media"));

	/* Yahoo's own first examples left the slash out, and parsers that
	 * follow the specification find nothing in such feeds. */
	document_report(c->document, is_media ? RULE_MEDIA_NAMESPACE
	    : RULE_NEAR_NAMESPACE, at, v->reference,
	    "the namespace is '%.*s', expected '%s'",
	    STR_ARG(quoted(c, uri)), v->uri);
}

/* A known namespace under another prefix than the customary one. */
static void
check_prefix(struct check *c, const struct vocabulary *v, str prefix,
    size_t at)
{
	bool is_atom = c->depth <= 1 && (v == &vocabulary_atom ||
	    str_eq(str_of(v->prefix), S("xhtml"))) &&
	    (c->format == FORMAT_ATOM || c->format == FORMAT_ATOM_ENTRY);

	if (prefix.len == 0 || v->prefix[0] == '\0')
		return;
	if (is_atom)
		document_report(c->document, RULE_AVOID_PREFIX, at, NULL,
		    "the prefix '%.*s' is declared for %s, which some "
		    "readers expect without a prefix",
		    STR_ARG(quoted(c, prefix)), v->name);
	else if (!str_eq(prefix, str_of(v->prefix)))
		document_report(c->document, RULE_UNUSUAL_PREFIX, at, NULL,
		    "the prefix '%.*s' is declared for %s, whose customary "
		    "one is '%s'", STR_ARG(quoted(c, prefix)), v->name,
		    v->prefix);
}

/* A namespace is a URI. False: this one is not, which is reported. */
static bool
check_form(struct check *c, str prefix, str uri)
{
	const struct frame *f = &c->frames[c->depth - 1];
	size_t before = c->document->diags->counts[DIAG_ERROR];
	struct subject s = frame_subject(c, f,
	    arena_str(&c->document->arena, name_of_binding(c, prefix)), uri,
	    &type_iri_reference);

	s.reference = "Namespaces in XML 2";
	type_check(&s, uri);
	return before == c->document->diags->counts[DIAG_ERROR];
}

static void
check_unknown(struct check *c, str prefix, str uri, size_t at)
{
	const struct vocabulary *v = vocabulary_of_prefix(prefix);
	const struct obsolete *old = STR_ROW(obsolete, uri, str_eq);

	if (old) {
		names_bind(c, uri, vocabulary_of_prefix(str_of(old->prefix)));
		document_report(c->document, RULE_OBSOLETE_NAMESPACE, at, NULL,
		    "the namespace '%.*s' is obsolete",
		    STR_ARG(quoted(c, uri)));
	} else if (v)
		document_report(c->document, RULE_RESERVED_PREFIX, at, NULL,
		    "the prefix '%.*s' is declared for '%.*s', readers expect "
		    "'%s'", STR_ARG(quoted(c, prefix)),
		    STR_ARG(quoted(c, uri)), v->uri);
	else if (uri.len && check_form(c, prefix, uri))
		document_report(c->document, RULE_UNKNOWN_NAMESPACE, at, NULL,
		    "the namespace '%.*s' is unknown: its elements are not "
		    "checked", STR_ARG(quoted(c, uri)));
}

static bool
is_first_binding(struct check *c, str prefix, str uri)
{
	struct buf binding = {0};
	bool is_new;

	buf_printf(&binding, "%.*s=%.*s", STR_ARG(prefix), STR_ARG(uri));
	is_new = hook_is_new(c, "xmlns", buf_str(&binding));
	buf_free(&binding);
	return is_new;
}

void
names_check_bindings(struct check *c, const struct xml_tag *tag)
{
	for (size_t i = 0; i < tag->n_bindings; i++) {
		str uri = tag->bindings[i].uri;
		str prefix = tag->bindings[i].prefix;
		const struct vocabulary *v;
		bool is_near;
		size_t at;

		if (!is_first_binding(c, prefix, uri))
			continue;
		at = xml_place_attribute(
		    c->document, tag->at, name_of_binding(c, prefix));
		v = uri.len ? vocabulary_find(uri, &is_near) : NULL;
		if (v && is_near)
			check_spelling(c, v, uri, at);
		else if (v)
			check_prefix(c, v, prefix, at);
		else
			check_unknown(c, prefix, uri, at);
	}
}

/* ---- uses ---- */

static void
check_name(struct check *c, const struct xml_tag *tag,
    const struct xml_name *name, bool is_attribute)
{
	size_t at = tag->at;
	str prefix = name->prefix;

	if (prefix.len == 0 || name->uri.len || str_eq(prefix, S("xml")))
		return;
	if (is_attribute)
		at = xml_place_attribute(c->document, tag->at,
		    names_written(&c->document->scratch, name));
	document_report(c->document, RULE_UNDECLARED_PREFIX, at, NULL,
	    "the prefix '%.*s' is not declared, expected xmlns:%.*s=\"...\"",
	    STR_ARG(quoted(c, prefix)), STR_ARG(quoted(c, prefix)));
}

void
names_check_prefixes(struct check *c, const struct xml_tag *tag)
{
	check_name(c, tag, &tag->name, false);
	for (size_t i = 0; i < tag->n_attributes; i++)
		check_name(c, tag, &tag->attributes[i].name, true);
}
