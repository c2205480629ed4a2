/* SPDX-License-Identifier: MIT
 * import_python: the settings of a config that is a Python program. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_PYTHON_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_PYTHON_H

#include "generators/import/import_site.h"

/* A map of the constants, in upper case, that the file assigns. A value is a
 * literal, or the name of a constant above it or in `known`, which may be NULL.
 * The last assignment to a name counts. Empty if the file does not exist. */
struct value *python_constants(struct import_site *s, const char *name,
    const struct value *known);

#endif
