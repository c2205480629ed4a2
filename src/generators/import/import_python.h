/* SPDX-License-Identifier: MIT
 * import_python: the settings of a config that is a Python program. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_PYTHON_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_PYTHON_H

#include "generators/import/import_site.h"

/* The constants in upper case that lines of the file assign, the last one of
 * each name: literals, and names of constants above or in `known`, which may be
 * NULL. A map; empty if the file does not exist. */
struct value *python_constants(struct import_site *s, const char *name,
    const struct value *known);

#endif
