/* SPDX-License-Identifier: MIT
 * episode: a post as an episode of a podcast. */
#include "post/read/episode.h"

#include <string.h>

#include "base/text/scan.h"

enum { MOST_DIGITS = 7 };

/* Reads a number off the front. */
static bool
take_number(str *text, uint64_t *n)
{
	struct scan_number number = scan_number(text);

	*n = (uint64_t)number.value;
	return number.digits > 0 && number.digits <= MOST_DIGITS;
}

/* "1:02:03", "62:03", "3723" */
static bool
read_clock(str text, uint64_t *seconds)
{
	uint64_t n, sum = 0;
	int parts = 0;

	do {
		if (!take_number(&text, &n) || (parts > 0 && n > 59))
			return false;
		sum = sum * 60 + n;
	} while (++parts < 3 && scan_char(&text, ':'));
	/* Drop a fraction of a second. */
	if (scan_char(&text, '.') && !take_number(&text, &n))
		return false;
	*seconds = sum;
	return text.len == 0;
}

/* "PT1H2M3S", "1h 2m 3s" */
static bool
read_units(str text, uint64_t *seconds)
{
	static const char units[] = "hms";
	static const uint64_t lengths[] = {3600, 60, 1};
	const char *from = units;
	uint64_t n, sum = 0;

	if (str_istarts(text, S("PT")))
		text = str_from(text, 2);
	while (text.len) {
		const char *unit;

		scan_blanks(&text);
		if (!take_number(&text, &n))
			return false;
		unit = strchr(from, char_lower(scan_peek(text)));
		if (unit == NULL || *unit == '\0')
			return false;
		sum += n * lengths[unit - units];
		from = unit + 1;
		text = str_from(text, 1);
	}
	*seconds = sum;
	return from != units;
}

bool
episode_duration(str text, uint64_t *seconds)
{
	text = str_trim(text);
	return read_clock(text, seconds) || read_units(text, seconds);
}

/* ---- as bytes ---- */

static void
pack_file(struct buf *out, const struct episode_file *f)
{
	pack_str(out, f->ref);
	pack_mark(out, f->at);
	pack_str(out, f->type);
	pack_str(out, f->language);
}

static struct episode_file
unpack_file(struct unpack *u)
{
	struct episode_file f;

	f.ref = unpack_str(u);
	f.at = unpack_mark(u);
	f.type = unpack_str(u);
	f.language = unpack_str(u);
	return f;
}

void
episode_pack(struct buf *out, const struct episode *e)
{
	pack_str(out, e->title);
	pack_str(out, e->type);
	pack_uint(out, e->seconds);
	pack_uint(out, e->season);
	pack_uint(out, e->number);
	pack_uint(out, e->says_explicit);
	pack_uint(out, e->is_explicit);
	pack_file(out, &e->image);
	pack_file(out, &e->chapters);
	pack_uint(out, e->n_transcripts);
	for (size_t i = 0; i < e->n_transcripts; i++)
		pack_file(out, &e->transcripts[i]);
	pack_uint(out, e->n_people);
	for (size_t i = 0; i < e->n_people; i++) {
		pack_str(out, e->people[i].name);
		pack_str(out, e->people[i].role);
		pack_str(out, e->people[i].group);
		pack_str(out, e->people[i].url);
		pack_file(out, &e->people[i].image);
	}
}

const struct episode *
episode_unpack(struct unpack *u, struct arena *a)
{
	struct episode *e = arena_alloc(a, sizeof *e);

	e->title = unpack_str(u);
	e->type = unpack_str(u);
	e->seconds = unpack_uint(u);
	e->season = unpack_uint(u);
	e->number = unpack_uint(u);
	e->says_explicit = unpack_size(u, 1);
	e->is_explicit = unpack_size(u, 1);
	e->image = unpack_file(u);
	e->chapters = unpack_file(u);
	e->n_transcripts = unpack_size(u, u->rest.len);
	e->transcripts = arena_array(
	    a, e->n_transcripts, sizeof *e->transcripts);
	for (size_t i = 0; i < e->n_transcripts; i++)
		e->transcripts[i] = unpack_file(u);
	e->n_people = unpack_size(u, u->rest.len);
	e->people = arena_array(a, e->n_people, sizeof *e->people);
	for (size_t i = 0; i < e->n_people; i++) {
		e->people[i].name = unpack_str(u);
		e->people[i].role = unpack_str(u);
		e->people[i].group = unpack_str(u);
		e->people[i].url = unpack_str(u);
		e->people[i].image = unpack_file(u);
	}
	return e;
}
