/* SPDX-License-Identifier: MIT
 * generators: the table of all generators. */
#include "generators/generators.h"

static const struct generator *const generators[] = {
#define GENERATOR_ROW(name) &generator_##name,
	GENERATORS(GENERATOR_ROW)
};
enum { COUNT = sizeof generators / sizeof generators[0] };

const struct generator *
generator_at(size_t i)
{
	return i < COUNT ? generators[i] : NULL;
}

const struct generator *
generator_find(str name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (str_eq(name, str_of(generators[i]->name)))
			return generators[i];
	return NULL;
}
