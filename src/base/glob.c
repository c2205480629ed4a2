/* SPDX-License-Identifier: MIT
 * glob: patterns of paths. */
#include "glob.h"

static bool
match_many(str pattern, str path)
{
	/* "a/" and a "**" at the end: whatever follows. */
	if (pattern.len == 0)
		return true;
	for (;;) {
		if (glob_match(pattern, path))
			return true;
		if (path.len == 0)
			return false;
		path = str_from(path, 1);
	}
}

static bool
match_some(str pattern, str path)
{
	for (;;) {
		if (glob_match(pattern, path))
			return true;
		if (path.len == 0 || path.ptr[0] == '/')
			return false;
		path = str_from(path, 1);
	}
}

bool
glob_match(str pattern, str path)
{
	while (pattern.len) {
		if (str_starts(pattern, S("**/")))
			return match_many(str_from(pattern, 3), path);
		if (str_starts(pattern, S("**")))
			return match_many(str_from(pattern, 2), path);
		if (pattern.ptr[0] == '*')
			return match_some(str_from(pattern, 1), path);
		if (path.len == 0 || (pattern.ptr[0] == '?'
		    ? path.ptr[0] == '/' : pattern.ptr[0] != path.ptr[0]))
			return false;
		if (pattern.len == 1 && pattern.ptr[0] == '/')
			return true;
		pattern = str_from(pattern, 1);
		path = str_from(path, 1);
	}
	return path.len == 0;
}
