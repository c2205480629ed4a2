/* SPDX-License-Identifier: MIT
 * path_date: a date in the path of a file. */
#ifndef FEEDMILL_POST_PERMALINK_PATH_DATE_H
#define FEEDMILL_POST_PERMALINK_PATH_DATE_H

#include "base/time/datetime.h"

struct path_date {
	str date; /* "2024-05-01", "2024/5/1", "2024/05-01" */
	str before, behind; /* the rest of the path, without the '-' or '/'
	                     * after the date */
};

/* Finds the last date in a path without an ending, such as that of
 * 2024/05-01-name or news/2024-05-01/name. */
bool path_date_find(str path, struct path_date *p);
/* Reads it. False: the calendar has no such day. */
bool path_date_parse(const struct path_date *p, struct datetime *d);
/* Where the first digits of the form 2024-05-01 are in a text, or STR_NONE. */
size_t path_date_dashed(str text);

#endif
