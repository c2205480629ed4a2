/* SPDX-License-Identifier: MIT
 * glob: patterns of paths.
 *
 * The pattern runs as an automaton over the characters of the path; its states
 * are the places in the pattern. So the time is bounded by the product of both
 * lengths, however many stars there are. */
#include "base/text/glob.h"

#include <string.h>

#include "base/core/utf8.h"

enum { MOST = 512 }; /* characters of a pattern; a longer one matches nothing */

struct pattern {
	uint32_t runes[MOST + 3]; /* NULs at the end, to look ahead */
	size_t len;
};

/* The length of the star at a place, with a '/' behind "**"; 0: none. */
static size_t
star_length(const struct pattern *p, size_t i)
{
	if (p->runes[i] != '*')
		return 0;
	if (p->runes[i + 1] != '*')
		return 1;
	return p->runes[i + 2] == '/' ? 3 : 2;
}

/* Stars may stand for nothing; "**" with '/' behind it only where a segment
 * begins. */
static void
skip_stars(const struct pattern *p, bool *at, bool segment)
{
	for (size_t i = 0; i < p->len; i++) {
		size_t n = star_length(p, i);

		if (at[i] && n && (n < 3 || segment))
			at[i + n] = true;
	}
}

static void
step_over(const struct pattern *p, const bool *at, bool *next, uint32_t r)
{
	memset(next, 0, (p->len + 1) * sizeof *next);
	for (size_t i = 0; i < p->len; i++) {
		size_t star = star_length(p, i);

		if (!at[i])
			continue;
		if (star)
			next[i] |= star > 1 || r != '/';
		else if (p->runes[i] == r || (p->runes[i] == '?' && r != '/'))
			next[i + 1] = true;
	}
}

static bool
read_pattern(struct pattern *p, str pattern)
{
	*p = (struct pattern){.len = 0};
	while (pattern.len && p->len < MOST)
		p->runes[p->len++] = utf8_next(&pattern);
	/* A folder is all that is below it. */
	if (p->len && p->len + 2 <= MOST && p->runes[p->len - 1] == '/') {
		p->runes[p->len++] = '*';
		p->runes[p->len++] = '*';
	}
	return pattern.len == 0;
}

bool
glob_match(str pattern, str path)
{
	struct pattern p;
	bool at[MOST + 4] = {true}, next[MOST + 4] = {false};
	bool segment = true;

	if (!read_pattern(&p, pattern))
		return false;
	skip_stars(&p, at, segment);
	while (path.len) {
		uint32_t r = utf8_next(&path);

		segment = r == '/';
		step_over(&p, at, next, r);
		memcpy(at, next, sizeof at);
		skip_stars(&p, at, segment);
	}
	return at[p.len];
}
