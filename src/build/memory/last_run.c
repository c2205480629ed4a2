/* SPDX-License-Identifier: MIT
 * last_run: the item "run" of the state, which names all the others. */
#include "build/memory/last_run.h"

#include "base/data/pack.h"

void
last_run_pack(struct buf *out, const struct last_run *r)
{
	size_t from = out->len;

	pack_digest(out, r->fingerprint);
	pack_digest(out, r->chunks);
	pack_digest(out, r->labels);
	pack_digest(out, r->entries);
	pack_digest(out, r->documents);
	pack_digest(out, r->judged);
	pack_digest(out, r->report);
	pack_digest(out, r->said);
	pack_digest(out, r->ledger);
	pack_int(out, r->from);
	pack_int(out, r->until);
	pack_int(out, r->clock);
	pack_uint(out, r->retry);
	pack_digest(out, digest_of(str_from(buf_str(out), from)));
}

bool
last_run_unpack(str packed, struct last_run *r)
{
	struct unpack u = {.rest = packed};
	struct digest seal;

	r->fingerprint = unpack_digest(&u);
	r->chunks = unpack_digest(&u);
	r->labels = unpack_digest(&u);
	r->entries = unpack_digest(&u);
	r->documents = unpack_digest(&u);
	r->judged = unpack_digest(&u);
	r->report = unpack_digest(&u);
	r->said = unpack_digest(&u);
	r->ledger = unpack_digest(&u);
	r->from = unpack_int(&u);
	r->until = unpack_int(&u);
	r->clock = unpack_int(&u);
	r->retry = unpack_uint(&u) != 0;
	packed.len -= u.rest.len;
	seal = unpack_digest(&u);
	return !u.bad && digest_eq(seal, digest_of(packed));
}
