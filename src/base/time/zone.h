/* SPDX-License-Identifier: MIT
 * zone: the offsets of an IANA time zone, without TZ and without libc. */
#ifndef FEEDMILL_BASE_TIME_ZONE_H
#define FEEDMILL_BASE_TIME_ZONE_H

#include <stdint.h>

#include "base/core/hash.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct zone;

/* Offset 0, always there. */
extern const struct zone *const zone_utc;

/* Reads the zone of that name ("America/Denver", "UTC") from the system's
 * database, or NULL where there is no such zone or it does not parse. Lives
 * in the arena. RFC 8536 (TZif), with the rule in its footer for the times
 * after the last transition. No name leads out of the database. */
const struct zone *zone_read(struct arena *a, str name);
/* The same from the bytes of a TZif file, which may be damaged. They are not
 * needed afterwards. */
const struct zone *zone_parse(struct arena *a, str bytes);

/* The digest of the file: zones change. */
struct digest zone_digest(const struct zone *z);
/* Seconds east of UTC at that instant. */
int zone_offset_at(const struct zone *z, int64_t utc);
/* The instant of a local time: `local` is the seconds since 1970-01-01
 * 00:00:00 on the wall clock. In a gap the offset before it holds, and of
 * two instants the first is taken. */
int64_t zone_to_utc(const struct zone *z, int64_t local);

#endif
