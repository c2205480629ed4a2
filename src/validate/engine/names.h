/* SPDX-License-Identifier: MIT
 * names: namespaces and prefixes, and the vocabularies that they name. */
#ifndef FEEDMILL_VALIDATE_ENGINE_NAMES_H
#define FEEDMILL_VALIDATE_ENGINE_NAMES_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The vocabulary of a namespace, or NULL. No namespace is c->plain. */
const struct vocabulary *names_vocabulary(struct check *c, str uri);
/* From here on, takes a namespace for that of a vocabulary. */
void names_bind(struct check *c, str uri, const struct vocabulary *v);
/* Judges the xmlns attributes of a tag. */
void names_check_bindings(struct check *c, const struct xml_tag *tag);
/* Reports prefixes in the tag that are not declared. */
void names_check_prefixes(struct check *c, const struct xml_tag *tag);
/* "atom:link", in the arena. */
str names_written(struct arena *a, const struct xml_name *name);

#endif
