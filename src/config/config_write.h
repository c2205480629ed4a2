/* SPDX-License-Identifier: MIT
 * config_write: writes imported settings as a feedmill.yaml. */
#ifndef FEEDMILL_CONFIG_CONFIG_WRITE_H
#define FEEDMILL_CONFIG_CONFIG_WRITE_H

#include "generators/import/import.h"

/* Appends a feedmill.yaml. A comment names the source of each value; required
 * keys without a value are left empty, with a comment. */
void config_write(struct buf *out, const struct import *im);

/* Appends one value in YAML, on one line. */
void config_write_value(struct buf *out, const struct value *v);

#endif
