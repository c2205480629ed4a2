/* SPDX-License-Identifier: MIT
 * test_episode: what posts say of themselves as episodes of a podcast. */
#include "post/read/episode.h"

#include "post/read/read.h"
#include "support.h"

static const struct {
	const char *text;
	long seconds; /* -1: it is none */
} durations[] = {
	{"0", 0}, {"3723", 3723}, {" 3723 ", 3723}, {"62:03", 3723},
	{"1:02:03", 3723}, {"01:02:03", 3723}, {"99:00:00", 356400},
	{"3723.5", 3723}, {"1:02:03.999", 3723}, {"PT1H2M3S", 3723},
	{"pt1h", 3600}, {"1h 2m 3s", 3723}, {"62m", 3720}, {"3S", 3},
	{"9999999", 9999999},
	{"", -1}, {":", -1}, {"1:", -1}, {":1", -1}, {"1:60", -1},
	{"1:2:3:4", -1}, {"1:02:60", -1}, {"1.", -1}, {"1.x", -1},
	{"-1", -1}, {"x", -1}, {"10000000", -1},
	{"99999999999999999999", -1}, {"1m 1h", -1}, {"1h 1h", -1},
	{"1 2", -1}, {"1h 2", -1}, {"PT", -1}, {"P1D", -1}, {"1d", -1},
	{"one", -1},
};

static void
test_duration(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(durations); i++) {
		uint64_t n = 0;
		bool ok = episode_duration(str_of(durations[i].text), &n);

		if (ok != (durations[i].seconds >= 0) ||
		    (ok && n != (uint64_t)durations[i].seconds))
			fail_msg("'%s': %d, %d", durations[i].text, ok,
			    (int)n);
	}
}

static void
add_file(struct buf *out, const char *name, const struct episode_file *f)
{
	if (f->ref.len)
		buf_printf(out, " %s:%.*s@%d:%d", name, STR_ARG(f->ref),
		    f->at.line, f->at.col);
	if (f->type.len)
		buf_printf(out, "(%.*s)", STR_ARG(f->type));
	if (f->language.len)
		buf_printf(out, "[%.*s]", STR_ARG(f->language));
}

static void
print(struct buf *out, const struct episode *e)
{
	buf_printf(out, "%.*s %.*s %d s%d e%d %s", STR_ARG(e->title),
	    STR_ARG(e->type), (int)e->seconds, (int)e->season,
	    (int)e->number, e->says_explicit
	    ? e->is_explicit ? "explicit" : "clean" : "");
	add_file(out, "image", &e->image);
	add_file(out, "chapters", &e->chapters);
	for (size_t i = 0; i < e->n_transcripts; i++)
		add_file(out, "transcript", &e->transcripts[i]);
	for (size_t i = 0; i < e->n_people; i++) {
		buf_printf(out, " %.*s/%.*s/%.*s/%.*s",
		    STR_ARG(e->people[i].name), STR_ARG(e->people[i].role),
		    STR_ARG(e->people[i].group), STR_ARG(e->people[i].url));
		add_file(out, "img", &e->people[i].image);
	}
}

static const struct {
	const char *front, *want, *said;
} rows[] = {
#define A "audio: /a.mp3\n"
	{"a: b", "none", ""},
	{"duration: x", "none", ""},
	{A, "  0 s0 e0 ", ""},
	{A "duration: 61\nexplicit: yes\nseason: 2\nepisode: 3\n"
	    "episodeType: Trailer", " trailer 61 s2 e3 explicit", ""},
	{A "audio_duration: 61\nseason-number: 2\nepisode_number: '3'",
	    "  61 s2 e3 ", ""},
	{A "title: T\nimage: x.png\npeople: [J]", "  0 s0 e0 ", ""},
	{A "itunes_title: T\npodcast-image: x.png\nitunesHost: J",
	    "T  0 s0 e0  image:x.png@6:16 J/host//", ""},
	{A "'itunes:duration': 1\nitunes: {explicit: clean}",
	    "  1 s0 e0 clean", ""},
	{A "podcast: {duration: 2, guest: [J, {name: K, role: r, group: g, "
	    "href: 'https://k/', img: k.png}]}\nduration: 3",
	    "  2 s0 e0  J/guest// K/r/g/https://k/ img:k.png@5:89", ""},
	{A "extra: {duration: 4, podcast: {episode: 5}}", "  4 s0 e5 ", ""},
	{A "chapters: /c.json\ntranscript: t.vtt",
	    "  0 s0 e0  chapters:/c.json@5:11 transcript:t.vtt@6:13", ""},
	/* A theme's own. */
	{A "chapters: [a]\ntranscript: Some words. More.", "  0 s0 e0 ", ""},
	{A "chapters: true\ntranscript: {a: b}", "  0 s0 e0 ", ""},
	{A "podcast_transcripts: [{url: a, type: text/x, language: de}, b]",
	    "  0 s0 e0  transcript:a@5:29(text/x)[de] transcript:b@5:61", ""},
	{A "duration: ~\nepisode:", "  0 s0 e0 ", ""},
	{A "duration: long", "  0 s0 e0 ", "episode-value 5:11 value of "
	    "'duration' is 'long', expected a duration such as 1:02:03, or "
	    "seconds"},
	{A "podcast: {chapters: true, episode: [1]}",
	    "  0 s0 e0  chapters:true@5:21", "episode-value 5:36 value of "
	    "'episode' is a list, expected a number from 1 on"},
	{A "podcast: {people: [{name: J, href: x}]}",
	    "  0 s0 e0  J///", "episode-value 5:36 href of 'people' is 'x', "
	    "expected an absolute http or https URL"},
#undef A
};

static void
check_row(size_t i)
{
	struct arena a = {0};
	struct config c;
	struct post_worker w;
	struct post p;
	struct buf text = {0}, got = {0}, packed = {0};
	struct post_reader reader = {.config = &c, .now = at("2020-01-01")};
	struct found file = {.path = S("a.md")};
	struct unpack u;

	make_config(&c, &a, "podcast={image: /c.png, categories: [Arts], "
	    "explicit: no, owner: {email: j@e.org}}");
	/* The title is a line of its own, which a row may give as well. */
	buf_printf(&text, "---\ndate: 2010-07-06\nslug: t\n%s\n"
	    "Title: T\n---\n", rows[i].front);
	put_file("a.md", buf_cstr(&text));
	post_worker_init(&w, &c);
	post_read(&p, &reader, &file, &w);
	if (p.matter->episode) {
		print(&got, p.matter->episode);
		check_buf(rows[i].front, &got, rows[i].want);
		episode_pack(&packed, p.matter->episode);
		u = (struct unpack){.rest = buf_str(&packed)};
		print(&got, episode_unpack(&u, &a));
		assert_false(u.bad);
		assert_int_equal(u.rest.len, 0);
	} else
		buf_add(&got, S("none"));
	check_buf(rows[i].front, &got, rows[i].want);
	check_reports(rows[i].front, &p, rows[i].said);
	/* Bytes that are cut off are bad, and nothing else happens. */
	for (size_t n = 0; n < packed.len; n++) {
		u = (struct unpack){.rest = str_sub(buf_str(&packed), 0, n)};
		episode_unpack(&u, &a);
		assert_true(u.bad);
	}
	buf_free(&text);
	buf_free(&got);
	buf_free(&packed);
	post_worker_free(&w);
	arena_free(&a);
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_row(i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_duration),
		cmocka_unit_test_setup_teardown(
		    test_read, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
