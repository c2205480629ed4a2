/* SPDX-License-Identifier: MIT
 * help: what --help prints, from the tables. */
#ifndef FEEDMILL_CLI_HELP_H
#define FEEDMILL_CLI_HELP_H

#include "base/core/buf.h"

void help_text(struct buf *out);

#endif
