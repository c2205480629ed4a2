/* SPDX-License-Identifier: MIT
 * xml_attributes: the attributes of an element, against its row. */
#include "validate/engine/xml_attributes.h"

#include "validate/engine/names.h"
#include "validate/reading/characters.h"
#include "validate/tables/feed_rules.h"

/* The name as rows have it: "href", "xml:lang", "thr:count". Empty: it is of
 * an unknown namespace. */
static str
table_name(struct check *c, struct frame *f, const struct xml_name *name)
{
	const struct vocabulary *v;

	if (name->uri.len == 0 && name->prefix.len == 0)
		return arena_str(&f->arena, name->local);
	if (str_eq(name->prefix, S("xml")))
		return names_written(&f->arena, name);
	v = name->uri.len ? names_vocabulary(c, name->uri) : NULL;
	if (v == NULL)
		return (str){0};
	return arena_printf(&f->arena, "%s:%.*s", v->prefix,
	    STR_ARG(name->local));
}

static void
copy_attributes(struct check *c, struct frame *f, const struct xml_tag *tag)
{
	f->attributes = arena_array(
	    &f->arena, tag->n_attributes, sizeof *f->attributes);
	for (size_t i = 0; i < tag->n_attributes; i++) {
		const struct xml_attribute *a = &tag->attributes[i];

		characters_check(c->document, a->value, NULL, tag->at);
		f->attributes[f->n_attributes].value =
		    arena_str(&f->arena, a->value);
		f->attributes[f->n_attributes++].name =
		    table_name(c, f, &a->name);
	}
}

void
xml_attributes_open(struct check *c, struct frame *f, const struct xml_tag *tag)
{
	str value;

	copy_attributes(c, f, tag);
	if (frame_attribute(f, S("xml:lang"), &value)) {
		f->language = value;
		frame_check(c, f, S("xml:lang"), &type_language_or_none);
	}
	if (frame_attribute(f, S("xml:base"), &value)) {
		f->has_base = true;
		frame_check(c, f, S("xml:base"), &type_iri_reference);
	}
}

static const struct attribute *
find_attribute(const struct element *row, str name)
{
	for (const struct attribute *a = row->attributes; a && a->name; a++)
		if (str_eq(str_of(a->name), name))
			return a;
	return NULL;
}

static void
report_attribute(struct check *c, const struct frame *f, str name)
{
	const char *names[32];
	size_t n = 0;

	if (!document_wants(c->document, RULE_UNDEFINED_ATTRIBUTE))
		return;
	for (const struct attribute *a = f->row->attributes;
	    a && a->name && n < 32; a++)
		names[n++] = a->name;
	document_report(c->document, RULE_UNDEFINED_ATTRIBUTE,
	    xml_place_attribute(c->document, f->at, name), frame_reference(f),
	    "<%.*s> may not have the attribute '%.*s'%.*s", STR_ARG(f->name),
	    STR_ARG(document_quote(c->document, name)),
	    STR_ARG(document_hint(c->document, name, names, n, "''")));
}

void
xml_attributes_check(struct check *c, struct frame *f,
    const struct xml_tag *tag)
{
	for (size_t i = 0; i < f->n_attributes; i++) {
		str name = f->attributes[i].name;
		const struct attribute *a = find_attribute(f->row, name);

		if (a)
			frame_check(c, f, name, a->type);
		else if (name.len == 0) {
			if (c->format == FORMAT_RSS &&
			    tag->name.uri.len == 0 &&
			    tag->attributes[i].name.uri.len)
				frame_report(c, f, RULE_EXTENSION_ATTRIBUTE,
				    "has the attribute '%.*s' of another "
				    "vocabulary",
				    STR_ARG(tag->attributes[i].name.local));
		} else if (!str_has_word(S("xml:lang xml:base xml:space "
		    "xml:id"), name, str_eq))
			report_attribute(c, f, name);
	}
	for (const struct attribute *a = f->row->attributes; a && a->name;
	    a++) {
		str value;

		if (a->need == REQUIRED &&
		    !frame_attribute(f, str_of(a->name), &value))
			frame_report(c, f, RULE_MISSING_ATTRIBUTE,
			    "has no attribute '%s'", a->name);
	}
}
