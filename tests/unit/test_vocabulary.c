/* SPDX-License-Identifier: MIT
 * test_vocabulary: the tables of the vocabularies. */
#include "validate/vocabularies/vocabulary.h"

#include "support.h"

static void
check_attribute_rows(const struct vocabulary *v, const struct element *e)
{
	for (const struct attribute *a = e->attributes; a && a->name; a++) {
		str name = str_of(a->name);
		size_t colon = str_chr(name, ':');

		if (a->type == NULL)
			fail_msg("%s:%s %s has no type", v->prefix, e->name,
			    a->name);
		if (colon != STR_NONE &&
		    !vocabulary_of_prefix(str_sub(name, 0, colon)))
			fail_msg("%s:%s %s is of no vocabulary", v->prefix,
			    e->name, a->name);
	}
}

static void
check_row(const struct vocabulary *v, const struct element *e)
{
	if ((e->must | e->should) & ~e->in)
		fail_msg("%s:%s must be where it may not", v->prefix, e->name);
	if ((e->opens != PLACE_NOWHERE) != (e->holds == HOLDS_ELEMENTS))
		fail_msg("%s:%s opens a place, or should", v->prefix,
		    e->name);
	if (e->type && e->holds != HOLDS_TEXT)
		fail_msg("%s:%s has a type, and no text", v->prefix, e->name);
	/* That of HTML has many. */
	if (e->type && e->type->check && e->type != &type_html &&
	    e->type->code == 0)
		fail_msg("%s:%s has a type without a code", v->prefix,
		    e->name);
	check_attribute_rows(v, e);
}

/* Rows are found by bisection; of two of one name, places tell. */
static void
test_rows(void **state)
{
	const struct vocabulary *v;

	(void)state;
	for (size_t i = 0; (v = vocabulary_nth(i)) != NULL; i++)
		for (size_t k = 0; k < v->count; k++) {
			const struct element *e = &v->elements[k];
			int c = k ? strcmp(e[-1].name, e->name) : -1;

			if (c > 0)
				fail_msg("%s:%s is not sorted", v->prefix,
				    e->name);
			if (c == 0 && (e[-1].in & e->in))
				fail_msg("%s:%s is in a place twice",
				    v->prefix, e->name);
			check_row(v, e);
		}
}

static void
test_vocabularies(void **state)
{
	const struct vocabulary *v, *w;

	(void)state;
	for (size_t i = 0; (v = vocabulary_nth(i)) != NULL; i++) {
		assert_true(v->name && v->reference && v->count);
		for (size_t k = 0; k < i; k++) {
			w = vocabulary_nth(k);
			if (v->uri[0] && strcmp(v->uri, w->uri) == 0)
				fail_msg("%s is there twice", v->uri);
			if (v->prefix[0] && strcmp(v->prefix, w->prefix) == 0)
				fail_msg("%s is there twice", v->prefix);
		}
	}
}

/* Each place that something may stand in is opened by something. */
static void
test_places(void **state)
{
	const struct vocabulary *v;
	uint64_t used = 0, opened = 0;

	(void)state;
	for (size_t i = 0; (v = vocabulary_nth(i)) != NULL; i++)
		for (size_t k = 0; k < v->count; k++) {
			used |= v->elements[k].in;
			opened |= UINT64_C(1) << v->elements[k].opens;
		}
	for (int p = 1; p < PLACE_COUNT; p++)
		if ((used & ~opened) >> p & 1)
			fail_msg("nothing opens place %d", p);
}

static void
test_find(void **state)
{
	static const struct {
		const char *uri, *prefix; /* NULL: none */
		bool is_near;
	} rows[] = {
		{"http://www.w3.org/2005/Atom", "atom", false},
		{"http://www.w3.org/2005/atom", "atom", true},
		{"http://www.w3.org/2005/Atom/", "atom", true},
		{"http://search.yahoo.com/mrss/", "media", false},
		{"http://search.yahoo.com/mrss", "media", true},
		{"http://purl.org/rss/1.0/modules/threading/", "thr", false},
		{"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf", true},
		{"http://www.w3.org/2006/Atom", NULL, false},
		{"", NULL, false}, {"/", NULL, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool is_near;
		const struct vocabulary *v =
		    vocabulary_find(str_of(rows[i].uri), &is_near);

		if ((v == NULL) != (rows[i].prefix == NULL))
			fail_msg("%s", rows[i].uri);
		if (v && (strcmp(v->prefix, rows[i].prefix) != 0 ||
		    is_near != rows[i].is_near))
			fail_msg("%s: %s, %d", rows[i].uri, v->prefix,
			    is_near);
	}
}

static void
test_element(void **state)
{
	const struct vocabulary *dc = vocabulary_of_prefix(S("dc"));
	const struct element *e;

	(void)state;
	e = vocabulary_element(&vocabulary_rss, S("title"), PLACE_ITEM);
	assert_non_null(e);
	assert_true(e->in == IN(ITEM));
	assert_ptr_not_equal(e, vocabulary_element(&vocabulary_rss,
	    S("title"), PLACE_CHANNEL));
	assert_null(vocabulary_element(&vocabulary_rss, S("title"),
	    PLACE_DAYS));
	assert_null(vocabulary_element(&vocabulary_rss, S("titl"),
	    PLACE_ITEM));
	assert_null(vocabulary_element(&vocabulary_rss, S(""), PLACE_ITEM));
	/* Qualified Dublin Core. */
	assert_ptr_equal(vocabulary_element(dc, S("date.issued"), PLACE_ITEM),
	    vocabulary_element(dc, S("date"), PLACE_ITEM));
	assert_non_null(vocabulary_named(&vocabulary_rss, S("width")));
	assert_non_null(vocabulary_named(&vocabulary_rss, S("author")));
	assert_null(vocabulary_named(&vocabulary_rss, S("zz")));
	assert_null(vocabulary_of_prefix(S("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_vocabularies),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_element),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
