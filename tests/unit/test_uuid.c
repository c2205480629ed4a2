/* SPDX-License-Identifier: MIT
 * test_uuid: names that are the same wherever they are made. */
#include "base/web/uuid.h"

#include "support.h"

#define PODCAST "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"
#define DNS "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

static const struct {
	const char *space, *name, *uuid;
} rows[] = {
	/* The examples of podcast:guid and of RFC 9562, A.4. */
	{PODCAST, "mp3s.nashownotes.com/pc20rss.xml",
	    "917393e3-1b1e-5cef-ace4-edaa54e1f810"},
	{PODCAST, "podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"},
	{DNS, "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"},
	/* Of lengths about that of a block, by Python's uuid5. */
	{DNS, "", "4ebd0208-8328-5d69-8c44-ec50939c0967"},
	{DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    "5824f981-4282-59d4-9716-acb6d741350e"},
	{DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    "39f39c20-db47-5131-8879-62f8f67f9014"},
	{DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    "7280cc42-274a-5c4a-91fc-ae23f853eeb7"},
	{DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    "69349718-028b-5ff0-a00f-c024ded6e6ee"},
};

static void
test_names(void **state)
{
	char text[UUID_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i].name, uuid_of_name(rows[i].space,
		    str_of(rows[i].name), text), rows[i].uuid);
}

static void
test_form(void **state)
{
	(void)state;
	assert_true(uuid_is(S(PODCAST)));
	assert_true(uuid_is(S("EAD4C236-BF58-58C6-A2C6-A6B28D128CB6")));
	assert_false(uuid_is(S("")));
	assert_false(uuid_is(S("ead4c236-bf58-58c6-a2c6-a6b28d128cb")));
	assert_false(uuid_is(S("ead4c236-bf58-58c6-a2c6-a6b28d128cbg")));
	assert_false(uuid_is(S("ead4c236bf58-58c6-a2c6-a6b28d128cb6-")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
