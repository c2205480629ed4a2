/* SPDX-License-Identifier: MIT
 * config_write: what was imported as the text of a feedmill.yaml. */
#ifndef FEEDMILL_CONFIG_CONFIG_WRITE_H
#define FEEDMILL_CONFIG_CONFIG_WRITE_H

#include "generators/import/import.h"

/* Appends it as a feedmill.yaml, with comments that say where each value
 * comes from. What the site has no value for, and must have, is left to fill
 * in. */
void config_write(struct buf *out, const struct import *im);

/* Appends one value as it would stand there, on one line. */
void config_write_value(struct buf *out, const struct value *v);

#endif
