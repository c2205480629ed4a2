/* SPDX-License-Identifier: MIT
 * replies: what a post replies to. */
#include "content/entry/replies.h"

/* RFC 4685, 3: `ref` is the id of the resource that is replied to, or its
 * address if it has no id. Pages of other sites are taken to have none. */
static str
id_of(str url, const struct body_env *env)
{
	const struct post *own;

	if (env->index == NULL || !str_starts(url, env->config->site.url))
		return url;
	env->sources->posts = true;
	own = post_index_at(env->index, url);
	return own ? own->id : url;
}

size_t
replies_find(const struct reply **list, const struct post *p,
    const struct body_env *env, struct arena *a)
{
	size_t n = p->matter->relations->n_replies_to;
	struct reply *replies = n ? arena_array(a, n, sizeof *replies) : NULL;

	for (size_t i = 0; i < n; i++) {
		str url = p->matter->relations->replies_to[i];

		replies[i] = (struct reply){id_of(url, env), url};
	}
	*list = replies;
	return n;
}
