/* SPDX-License-Identifier: MIT
 * semantics: elements of two vocabularies that say the same, of which readers
 * take one or the other. RSS Advisory Board, RSS Profile; feed rule 33. */
#include "validate/engine/hooks.h"

static const struct {
	const char *core, *extension;
	uint64_t in;
} pairs[] = {
	{"author", "dc:creator", IN(ITEM)},
	{"category", "dc:subject", IN(ITEM) | IN(CHANNEL)},
	{"copyright", "dc:rights", IN(CHANNEL)},
	{"generator", "admin:generatorAgent", IN(CHANNEL)},
	{"guid", "atom:id", IN(ITEM)},
	{"language", "dc:language", IN(CHANNEL)},
	{"lastBuildDate", "dcterms:modified", IN(CHANNEL)},
	{"managingEditor", "dc:creator", IN(CHANNEL)},
	{"pubDate", "atom:published", IN(ITEM)},
	{"pubDate", "dc:date", IN(ITEM) | IN(CHANNEL)},
	{"source", "dc:source", IN(ITEM)},
	{"webMaster", "dc:publisher", IN(CHANNEL)},
	{"cc:license", "creativeCommons:license", IN_FEEDS | IN_ENTRIES},
	{"title", "atom:title", IN(ITEM) | IN(CHANNEL)},
	{"description", "xhtml:body", IN(ITEM)},
	{"description", "atom:content", IN(ITEM)},
};

void
hook_check_semantics(struct check *c, const struct frame *f)
{
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if ((pairs[i].in & UINT64_C(1) << f->place) &&
		    frame_count(f, str_of(pairs[i].core)) &&
		    frame_count(f, str_of(pairs[i].extension)))
			frame_report(c, f, RULE_SAME_MEANING,
			    "has <%s> and <%s>, which say the same",
			    pairs[i].core, pairs[i].extension);
}
