/* SPDX-License-Identifier: MIT
 * liquid_tags: the tags of Liquid and Nunjucks, as plugins everywhere have
 * them. */
#ifndef FEEDMILL_GENERATORS_LIQUID_TAGS_H
#define FEEDMILL_GENERATORS_LIQUID_TAGS_H

#include "generators/generator.h"

extern const struct tag_row liquid_tags[];

#endif
