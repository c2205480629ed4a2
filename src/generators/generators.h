/* SPDX-License-Identifier: MIT
 * generators: the table of all generators. */
#ifndef FEEDMILL_GENERATORS_GENERATORS_H
#define FEEDMILL_GENERATORS_GENERATORS_H

#include "generators/generator.h"

/* One row a generator, each in a file of its name. `feedmill init` tries them
 * in this order: those that look into a file come before those that know a site
 * by the name of that file. */
#define GENERATORS(ROW)                                                        \
	ROW(zola)                                                              \
	ROW(hugo)                                                              \
	ROW(hexo)                                                              \
	ROW(octopress)                                                         \
	ROW(jekyll)                                                            \
	ROW(pelican)                                                           \
	ROW(eleventy)                                                          \
	ROW(astro)                                                             \
	ROW(docusaurus)                                                        \
	ROW(vitepress)                                                         \
	ROW(plain)

#define GENERATOR_DECLARE(name) extern const struct generator generator_##name;
GENERATORS(GENERATOR_DECLARE)

/* The i-th generator, from 0; NULL behind the last one. */
const struct generator *generator_at(size_t i);
/* The one of that name, as posts.dialect has it; or NULL. */
const struct generator *generator_find(str name);

#endif
