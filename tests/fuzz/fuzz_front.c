/* SPDX-License-Identifier: MIT
 * fuzz_front: any bytes as front matter, in the syntax that the first byte
 * chooses. What is parsed is packed and unpacked as the crew does. */
#include <stdint.h>
#include <stdlib.h>

#include "base/data/pack.h"
#include "post/front/front_matter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str text = {(const char *)data + 1, size - 1};
	struct source src = {S("fuzz.md"), text};
	struct front_matter fm = {.text = text};
	struct arena a = {0};
	struct diags diags = {0};
	struct buf packed = {0};
	struct unpack u;
	struct value *v;

	if (size == 0)
		return 0;
	fm.syntax = (enum front_syntax)(data[0] % (FRONT_HEADER + 1));
	v = front_matter_parse(&fm, &src, &a, &diags);
	if (v == NULL && diags.first == NULL)
		abort();
	pack_value(&packed, v);
	u = (struct unpack){.rest = buf_str(&packed)};
	if ((unpack_value(&u, &a) == NULL) != (v == NULL) || u.bad ||
	    u.rest.len)
		abort();
	buf_free(&packed);
	diags_free(&diags);
	arena_free(&a);
	return 0;
}
