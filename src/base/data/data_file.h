/* SPDX-License-Identifier: MIT
 * data_file: the text of a file, and the values in it. */
#ifndef FEEDMILL_BASE_DATA_DATA_FILE_H
#define FEEDMILL_BASE_DATA_DATA_FILE_H

#include "base/data/value.h"

/* Removes a byte order mark from the text of a file. False: the rest is not
 * UTF-8, which is reported. */
bool data_file_check(struct source *src, struct diags *diags);
/* Parses a file as TOML, JSON or, with any other ending of its name, YAML.
 * NULL: there is an error in it, which is reported. */
struct value *data_file_parse(struct arena *a, const struct source *src,
    struct diags *diags);

#endif
