/* SPDX-License-Identifier: MIT
 * region: memory that a process shares with those that it forks, filled with
 * slices of bytes. */
#include "base/process/region.h"

#include <string.h>
#include <sys/mman.h>

void *
region_map(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

bool
region_open(struct region *r)
{
	if (r->bytes == NULL)
		r->bytes = region_map(REGION_ROOM);
	return r->bytes != NULL;
}

void
region_close(struct region *r)
{
	if (r->bytes)
		munmap(r->bytes, REGION_ROOM);
	*r = (struct region){0};
}

bool
region_add(struct region *r, str s)
{
	if (s.len > REGION_ROOM ||
	    REGION_ROOM - r->used < s.len + sizeof s.len)
		return false;
	memcpy(r->bytes + r->used, &s.len, sizeof s.len);
	if (s.len)
		memcpy(r->bytes + r->used + sizeof s.len, s.ptr, s.len);
	r->used += sizeof s.len + s.len;
	return true;
}

void
region_reset(struct region *r)
{
	if (r->used > REGION_KEPT)
		madvise(r->bytes, REGION_ROOM, MADV_REMOVE);
	r->used = 0;
}

str
region_bytes(const struct region *r)
{
	return (str){r->bytes, REGION_ROOM};
}

bool
region_cut(str *bytes, str *slice)
{
	size_t len;

	if (bytes->len < sizeof len)
		return false;
	memcpy(&len, bytes->ptr, sizeof len);
	*bytes = str_from(*bytes, sizeof len);
	if (len > bytes->len)
		return false;
	*slice = str_sub(*bytes, 0, len);
	*bytes = str_from(*bytes, len);
	return true;
}
