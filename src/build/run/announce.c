/* SPDX-License-Identifier: MIT
 * announce: pings the hubs for feeds that a run changed. */
#include "build/run/announce.h"

#include "build/run/documents.h"
#include "config/config_codes.h"
#include "feed/plan/plan.h"
#include "publish/publish.h"

bool
announce_has_hub(const struct config *c, struct diags *diags)
{
	if (c->feeds.hubs.count)
		return true;
	diag_add(diags, DIAG_CONFIG_REQUIRED, &c->source, (struct mark){0},
	    "key 'feeds.hub' is missing: there is no hub to ping");
	return false;
}

void
announce_open(struct announce *n, const struct config *c)
{
	str state = c->posts.state;

	*n = (struct announce){.config = c};
	if (c->feeds.hubs.count && !str_eq(state, S("none")))
		n->path = arena_printf(&n->arena, "%s.pings", path_join(
		    &n->arena, c->dir, state).ptr).ptr;
}

void
announce_close(struct announce *n)
{
	owed_free(&n->owed);
	arena_free(&n->arena);
}

/* Lists all documents of the plan, and marks those that changed. A feed with
 * several paths is listed by the address of the first. */
static size_t
list_feeds(struct announce *n, const struct plan *plan,
    const struct documents *d, struct owed_feed **list)
{
	size_t count = 0;

	*list = arena_array(&n->arena, plan->n_feeds * plan->n_formats,
	    sizeof **list);
	for (size_t i = 0; i < plan->n_feeds; i++)
		for (size_t k = 0; k < plan->n_formats; k++)
			if (plan->feeds[i].path[k].len)
				(*list)[count++] = (struct owed_feed){
					plan->feeds[i].url[k],
					documents_result(d, i, k, 0)->changed};
	return count;
}

bool
announce_owe(struct announce *n, const struct plan *plan,
    const struct documents *d, struct diags *diags)
{
	const struct strs *hubs = &n->config->feeds.hubs;
	struct owed_feed *list;
	size_t count;

	if (hubs->count == 0)
		return true;
	count = list_feeds(n, plan, d, &list);
	if (n->path) {
		enum owed_result result =
		    owed_add(n->path, hubs, list, count, diags);

		if (result != OWED_FOREIGN)
			return result == OWED_DONE;
		n->is_foreign = true;
	}
	/* No list can be kept, but this run can still tell the hubs. */
	n->path = NULL;
	owed_merge(&n->owed, hubs, list, count);
	return true;
}

bool
announce_read(struct announce *n, struct diags *diags)
{
	return n->path == NULL || owed_read(&n->owed, n->path, diags);
}

void
announce_tell(struct announce *n, struct ping_counts *counts,
    struct diags *diags)
{
	*counts = (struct ping_counts){0};
	if (!announce_read(n, diags) || n->owed.count == 0)
		return;
	ping_hubs(&n->owed, n->config, counts, diags);
	if (n->path)
		owed_settle(n->path, &n->owed, diags);
}
