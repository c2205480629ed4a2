/* SPDX-License-Identifier: MIT
 * frame: an element that is open while a document is read, and what the hooks
 * of its row may ask and report. */
#include "validate/vocabularies/frame.h"

#include "validate/reading/xml_reader.h"

struct frame *
frame_up(const struct check *c, const struct frame *f)
{
	return f > c->frames ? (struct frame *)(f - 1) : NULL;
}

bool
frame_attribute(const struct frame *f, str name, str *value)
{
	*value = (str){0};
	for (size_t i = 0; i < f->n_attributes; i++)
		if (str_eq(f->attributes[i].name, name)) {
			*value = f->attributes[i].value;
			return true;
		}
	return false;
}

bool
frame_has_prefix(const struct check *c, const struct frame *f, str prefix)
{
	for (; f; f = frame_up(c, f))
		for (size_t i = 0; i < f->n_prefixes; i++)
			if (str_eq(f->prefixes[i], prefix))
				return true;
	return false;
}

/* Whether a child has the name "count" or "thr:count". */
static bool
is_named(const struct seen *s, str name)
{
	str prefix = str_of(s->vocabulary->prefix);

	if (str_starts(name, prefix) && prefix.len < name.len &&
	    name.ptr[prefix.len] == ':')
		name = str_from(name, prefix.len + 1);
	return str_eq(str_of(s->row->name), name);
}

unsigned
frame_count(const struct frame *f, str name)
{
	bool is_own = str_chr(name, ':') == STR_NONE;

	for (size_t i = 0; i < f->n_seen; i++)
		if (is_named(&f->seen[i], name) &&
		    (!is_own || f->seen[i].vocabulary == f->vocabulary))
			return f->seen[i].count;
	return 0;
}

void
frame_add_child(struct frame *f, const struct vocabulary *v,
    const struct element *row)
{
	for (size_t i = 0; i < f->n_seen; i++)
		if (f->seen[i].row == row) {
			f->seen[i].count++;
			return;
		}
	if (f->n_seen == f->cap_seen) {
		f->cap_seen = f->cap_seen ? 2 * f->cap_seen : 16;
		f->seen = mem_realloc(
		    f->seen, f->cap_seen * sizeof *f->seen);
	}
	f->seen[f->n_seen++] = (struct seen){v, row, 1};
}

str
frame_text(const struct frame *f)
{
	return str_trim(buf_str(&f->text));
}

void
frame_report(struct check *c, const struct frame *f, diag_code code,
    const char *fmt, ...)
{
	struct document *d = c->document;
	struct finding g = {code, f->at, frame_reference(f)};
	va_list ap;

	if (!document_wants(d, code))
		return;
	va_start(ap, fmt);
	document_report_part(d, &g, arena_printf(&d->scratch, "<%.*s>",
	    STR_ARG(f->name)), fmt, ap);
	va_end(ap);
}

const char *
frame_reference(const struct frame *f)
{
	if (f->row && f->row->reference)
		return f->row->reference;
	return f->vocabulary ? f->vocabulary->reference : NULL;
}

struct subject
frame_subject(struct check *c, const struct frame *f, str attribute,
    str value, const struct type *type)
{
	struct subject s = {
		.document = c->document,
		.type = type,
		.element = f->name,
		.attribute = attribute,
		.value = value,
		.from = f->end,
		.reference = frame_reference(f),
		.is_rss2 = c->is_rss2,
		.has_base = f->has_base,
	};

	/* An attribute that a DTD or an entity gave is not written there:
	 * report it at the tag. */
	if (attribute.len && xml_find_attribute(c->document, f->at, attribute,
	    &s.from) == STR_NONE)
		s.from = f->at;
	return s;
}

void
frame_check(struct check *c, const struct frame *f, str attribute,
    const struct type *type)
{
	str value = buf_str(&f->text);
	struct subject s;

	if (attribute.len && !frame_attribute(f, attribute, &value))
		return;
	s = frame_subject(c, f, attribute, value, type);
	/* Report empty text at the start tag. */
	if (attribute.len == 0 && str_trim(value).len == 0)
		s.from = f->at;
	type_check(&s, value);
}
