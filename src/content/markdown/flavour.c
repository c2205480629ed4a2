/* SPDX-License-Identifier: MIT
 * flavour: the Markdown of a site. */
#include "content/markdown/flavour.h"

#include "config/config.h"

static unsigned
switched(unsigned flavour, unsigned bit, long usual)
{
	if (usual == USUAL)
		return flavour;
	return usual == USUAL_ON ? flavour | bit : flavour & ~bit;
}

static unsigned
struck(unsigned flavour, long strike)
{
	static const unsigned bits[] = {
		[STRIKE_ANY] = FLAVOUR_STRIKE | FLAVOUR_STRIKE_ONE,
		[STRIKE_TWO] = FLAVOUR_STRIKE,
		[STRIKE_OFF] = 0,
	};

	if (strike == STRIKE_USUAL)
		return flavour;
	return (flavour & ~bits[STRIKE_ANY]) | bits[strike];
}

static unsigned
parsed(unsigned flavour, long parser)
{
	static const unsigned bits[] = {
		[PARSER_COMMONMARK] = 0,
		[PARSER_KRAMDOWN] = FLAVOUR_KRAMDOWN,
	};

	if (parser == PARSER_USUAL)
		return flavour;
	return (flavour & ~(unsigned)FLAVOUR_KRAMDOWN) | bits[parser];
}

unsigned
flavour_of(const struct config *c)
{
	unsigned f = c->posts.generator->text.flavour;

	f = switched(f, FLAVOUR_BREAKS, c->content.flavour.breaks);
	f = switched(f, FLAVOUR_LINKS, c->content.flavour.links);
	f = switched(f, FLAVOUR_INDENTED, c->content.flavour.indented);
	f = switched(f, FLAVOUR_DEFINITIONS, c->content.flavour.definitions);
	f = parsed(f, c->content.flavour.parser);
	f = struck(f, c->content.flavour.strike);
	return f | (c->content.smart ? FLAVOUR_SMART : 0);
}
