/* SPDX-License-Identifier: MIT
 * format: the formats that a feed is written in. */
#include "feed/formats/format.h"

#include "validate/engine/validate.h"
#include "validate/tables/feed_rules.h"

str
format_label(const struct format *f)
{
	return str_of(f->label ? f->label : f->name);
}

const struct format *
format_find(str name)
{
	for (size_t i = 0; formats[i]; i++)
		if (str_eq(name, str_of(formats[i]->name)))
			return formats[i];
	return NULL;
}

void
format_validate(str document, str path, struct diags *found)
{
	struct validate_options o = {0};
	struct validate_result result;
	struct diags all = {0};
	bool is_judged;

	if (document.len > VALIDATE_MOST)
		return;
	is_judged = validate_document(document, path, &o, &result, &all);
	for (const struct diag *g = is_judged ? all.first : NULL; g;
	     g = g->next)
		if (g->code->level == DIAG_ERROR &&
		    g->code != RULE_TOO_LARGE)
			diag_copy(found, g);
	diags_free(&all);
}
