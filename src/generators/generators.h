/* SPDX-License-Identifier: MIT
 * generators: the table of all generators. */
#ifndef FEEDMILL_GENERATORS_GENERATORS_H
#define FEEDMILL_GENERATORS_GENERATORS_H

#include "generators/generator.h"

/* One row per generator, each in a file of its name. `feedmill init` tries them
 * in this order: generators that check the contents of a file come before those
 * that check only its name, and Eleventy before those with a _config.yml or
 * _posts, which its sites may have too. */
#define GENERATORS(ROW)                                                        \
	ROW(zola)                                                              \
	ROW(hugo)                                                              \
	ROW(eleventy)                                                          \
	ROW(hexo)                                                              \
	ROW(octopress)                                                         \
	ROW(jekyll)                                                            \
	ROW(pelican)                                                           \
	ROW(astro)                                                             \
	ROW(docusaurus)                                                        \
	ROW(vitepress)                                                         \
	ROW(plain)

#define GENERATOR_DECLARE(name) extern const struct generator generator_##name;
GENERATORS(GENERATOR_DECLARE)

/* The i-th generator, from 0; NULL after the last. */
const struct generator *generator_at(size_t i);
/* The generator with that name (posts.dialect), or NULL. */
const struct generator *generator_find(str name);

#endif
