/* SPDX-License-Identifier: MIT
 * publish_codes: what can go wrong when feeds are published.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

DIAG(DIAG_WRITE_FAILED, DIAG_ERROR, "write-failed",
	"Nothing was published. Free disk space, or fix the permissions.")
DIAG(DIAG_WRITE_INCOMPLETE, DIAG_ERROR, "write-incomplete",
	"All else is published. The next run tries this again.")
DIAG(DIAG_FILE_FOREIGN, DIAG_ERROR, "file-foreign",
	"Name another path in the config, or move the file away. Nothing was "
	"published.")
DIAG(DIAG_LOCKED, DIAG_ERROR, "locked",
	"Wait for the other run to end.")
DIAG(DIAG_PING_FAILED, DIAG_WARNING, "ping-failed",
	"The feeds are published. Run feedmill ping to tell the hub later; if "
	"that fails again, check feeds.hub.")
DIAG(DIAG_PINGS_UNUSABLE, DIAG_WARNING, "pings-unusable",
	"Some pings may be lost: subscribers then get the feeds at their next "
	"poll. Delete the file if the next run reports the same.")
DIAG(DIAG_FEED_STALE, DIAG_WARNING, "feed-stale",
	"Delete the file, or set feeds.prune: true.")
DIAG(DIAG_FEED_PRUNED, DIAG_NOTE, "feed-pruned",
	"No post or setting produces the file now, and feeds.prune is true.")
DIAG(DIAG_FEED_UNCLAIMED, DIAG_NOTE, "feed-unclaimed",
	"Another config may publish the file. Delete it if none does.")
DIAG(DIAG_FEED_ORPHANED, DIAG_WARNING, "feed-orphaned",
	"Subscribers get this feed, and it does not change any more. Delete the "
	"file if it is not needed.")
DIAG(DIAG_FEED_SHARED, DIAG_WARNING, "feed-shared",
	"Give the feeds of one of the two configs other paths.")
DIAG(DIAG_FILES_UNUSABLE, DIAG_NOTE, "files-unusable",
	"Feeds that the list does not name are not removed. Delete the file if "
	"the next run reports the same.")
