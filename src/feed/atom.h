/* SPDX-License-Identifier: MIT
 * atom: feeds in Atom 1.0. RFC 4287. */
#ifndef FEEDMILL_FEED_ATOM_H
#define FEEDMILL_FEED_ATOM_H

#include "format.h"

extern const struct format format_atom;

#endif
