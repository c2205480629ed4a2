/* SPDX-License-Identifier: MIT
 * atom: feeds in Atom 1.0. RFC 4287. */
#ifndef FEEDMILL_FEED_FORMATS_ATOM_H
#define FEEDMILL_FEED_FORMATS_ATOM_H

#include "feed/formats/format.h"

extern const struct format format_atom;

#endif
