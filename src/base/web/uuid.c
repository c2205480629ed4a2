/* SPDX-License-Identifier: MIT
 * uuid: UUIDs that are made of names, so that they are always the same. By
 * way of libuuid. */
#include "base/web/uuid.h"

#include <assert.h>
#include <uuid/uuid.h>

bool
uuid_is(str text)
{
	uuid_t u;

	return text.len &&
	    uuid_parse_range(text.ptr, text.ptr + text.len, u) == 0;
}

str
uuid_of_name(const char *space, str name, char out[UUID_TEXT])
{
	uuid_t from, made;
	int result = uuid_parse(space, from);

	assert(result == 0);
	(void)result;
	uuid_generate_sha1(made, from, name.ptr ? name.ptr : "", name.len);
	uuid_unparse_lower(made, out);
	return (str){out, UUID_TEXT - 1};
}
