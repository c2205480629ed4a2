/* SPDX-License-Identifier: MIT
 * publish_codes: what can happen when feeds are published.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_WRITE_FAILED, DIAG_ERROR, "write-failed",
	"Nothing was published; make room, or mend the permissions.")
DIAG(DIAG_FILE_FOREIGN, DIAG_ERROR, "file-foreign",
	"Name another path in the config, or move the file away: nothing was "
	"published.")
DIAG(DIAG_LOCKED, DIAG_ERROR, "locked",
	"Wait for the other run to end.")
DIAG(DIAG_PING_FAILED, DIAG_WARNING, "ping-failed",
	"The feeds are published. feedmill ping tells the hub later; if it "
	"never takes them, check feeds.hub.")
DIAG(DIAG_PINGS_UNUSABLE, DIAG_WARNING, "pings-unusable",
	"What hubs have still to be told may be lost: subscribers see the "
	"feeds when they look the next time. Delete the file if it stays so.")
DIAG(DIAG_FEED_STALE, DIAG_WARNING, "feed-stale",
	"Delete the file, or set feeds.prune: true.")
DIAG(DIAG_FEED_PRUNED, DIAG_NOTE, "feed-pruned",
	"Nothing makes it any more, and feeds.prune is true.")
