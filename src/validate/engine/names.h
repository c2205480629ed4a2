/* SPDX-License-Identifier: MIT
 * names: namespaces and prefixes. */
#ifndef FEEDMILL_VALIDATE_ENGINE_NAMES_H
#define FEEDMILL_VALIDATE_ENGINE_NAMES_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The vocabulary of a namespace, or NULL; that of no namespace is c->plain. */
const struct vocabulary *names_vocabulary(struct check *c, str uri);
/* Takes a namespace for a vocabulary from here on. */
void names_take(struct check *c, str uri, const struct vocabulary *v);
/* Judges what the xmlns attributes of a tag declare. */
void names_check_bindings(struct check *c, const struct xml_tag *tag);
/* Whether all prefixes in the tag are declared; others are reported. */
bool names_check_prefixes(struct check *c, const struct xml_tag *tag);
/* "atom:link", in the arena. */
str names_written(struct arena *a, const struct xml_name *name);

#endif
