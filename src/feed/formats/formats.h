/* SPDX-License-Identifier: MIT
 * formats: the formats of feedmill, each in a file of its name. */
#ifndef FEEDMILL_FEED_FORMATS_FORMATS_H
#define FEEDMILL_FEED_FORMATS_FORMATS_H

#include "feed/formats/format.h"

extern const struct format format_atom, format_json, format_rss;

#endif
