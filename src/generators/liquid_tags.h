/* SPDX-License-Identifier: MIT
 * liquid_tags: common tags of Liquid and Nunjucks, with those of popular
 * plugins. */
#ifndef FEEDMILL_GENERATORS_LIQUID_TAGS_H
#define FEEDMILL_GENERATORS_LIQUID_TAGS_H

#include "generators/generator.h"

extern const struct tag_row liquid_tags[];

#endif
