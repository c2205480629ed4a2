/* SPDX-License-Identifier: MIT
 * plain: feeds in plain text, a format that only a test knows. */
#ifndef FEEDMILL_TESTS_FORMAT_PLAIN_H
#define FEEDMILL_TESTS_FORMAT_PLAIN_H

#include "feed/formats/format.h"

extern const struct format format_plain;

#endif
