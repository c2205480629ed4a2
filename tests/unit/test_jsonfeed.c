/* SPDX-License-Identifier: MIT
 * test_jsonfeed: feeds in JSON Feed 1.1, byte for byte. */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "sample.h"

#define ITEM                                                                   \
	"\n    {\n"                                                            \
	"      \"id\": \"tag:e.org,2008:1\",\n"                                \
	"      \"url\": \"https://example.org/a/\",\n"                         \
	"      \"title\": \"A < B\",\n"
#define PUBLISHED "      \"date_published\": \"2008-07-01T20:54:15Z\",\n"

static void
test_entry(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_entry(&s, &format_json, ITEM
	    "      \"summary\": \"x & y\",\n" PUBLISHED
	    "      \"date_modified\": \"2008-07-02T00:00:01Z\",\n"
	    "      \"authors\": [\n"
	    "        {\n"
	    "          \"name\": \"Jane & Co\",\n"
	    "          \"url\": \"https://e.org/?a&b\"\n"
	    "        },\n"
	    "        {\n"
	    "          \"name\": \"Joe\"\n"
	    "        }\n"
	    "      ],\n"
	    "      \"tags\": [\n"
	    "        \"C & <D>\",\n"
	    "        \"é\"\n"
	    "      ],\n"
	    "      \"content_html\": \"<p>x &amp; y</p>\"\n"
	    "    }");
	/* Without authors, terms, a change and a full text. */
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.post.updated = s.post.published;
	s.entry.content.html = (str){0};
	check_entry(&s, &format_json, ITEM PUBLISHED
	    "      \"content_text\": \"x & y\"\n"
	    "    }");
	/* A summary that repeats the content says nothing. */
	s.entry.content.html = S("<p class=\"a\">\\</p>\n");
	s.entry.summary_is_all = true;
	check_entry(&s, &format_json, ITEM PUBLISHED
	    "      \"content_html\": \"<p class=\\\"a\\\">\\\\</p>\\n\"\n"
	    "    }");
	arena_free(&s.arena);
}

/* One name under two taxonomies is one tag; a language is there where it is
 * not the feed's. */
static void
test_rest(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "site.language=de");
	s.post.matter->n_authors = 0;
	s.post.updated = s.post.published;
	s.terms[1].text = S("c & <d>");
	s.terms[1].key = s.terms[0].key;
	s.terms[1].taxonomy = s.terms[0].taxonomy->next;
	s.post.matter->language = S("en");
	s.entry.summary_is_all = true;
	check_entry(&s, &format_json, ITEM PUBLISHED
	    "      \"tags\": [\n"
	    "        \"C & <D>\"\n"
	    "      ],\n"
	    "      \"language\": \"en\",\n"
	    "      \"content_html\": \"<p>x &amp; y</p>\"\n"
	    "    }");
	arena_free(&s.arena);
}

/* A link blog's entry. */
static void
test_external(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.post.updated = s.post.published;
	s.entry.external_url = S("https://x/?a&b");
	s.entry.summary_is_all = true;
	check_entry(&s, &format_json, "\n    {\n"
	    "      \"id\": \"tag:e.org,2008:1\",\n"
	    "      \"url\": \"https://example.org/a/\",\n"
	    "      \"external_url\": \"https://x/?a&b\",\n"
	    "      \"title\": \"A < B\",\n" PUBLISHED
	    "      \"content_html\": \"<p>x &amp; y</p>\"\n"
	    "    }");
	arena_free(&s.arena);
}

#define OPEN                                                                   \
	"{\n  \"version\": \"https://jsonfeed.org/version/1.1\",\n"            \
	"  \"title\": \"Example: é\",\n"                                       \
	"  \"home_page_url\": \"https://example.org/p/\",\n"                   \
	"  \"feed_url\": \"https://example.org/feeds/index.x\",\n"
#define OURS                                                                   \
	"  \"_feedmill\": {\n    \"version\": \"" FEEDMILL_VERSION "\"\n  },\n"

static void
test_feed(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_feed(&s, &format_json, S("\n    {}"), OPEN
	    "  \"authors\": [\n    {\n      \"name\": \"Example\"\n    }\n"
	    "  ],\n  \"language\": \"en\",\n" OURS
	    "  \"items\": [\n    {}\n  ]\n}\n");
	check_feed(&s, &format_json, S(""), OPEN
	    "  \"authors\": [\n    {\n      \"name\": \"Example\"\n    }\n"
	    "  ],\n  \"language\": \"en\",\n" OURS
	    "  \"items\": []\n}\n");
	arena_free(&s.arena);
	sample_init(&s, "site.description=It's & that\nsite.language=pt-BR\n"
	    "site.author={name: J, email: j@e.org, url: 'https://j.org'}\n"
	    "site.rights=© 2008\nsite.icon=/i.png\n"
	    "site.favicon=https://cdn.example/f.png?v=1");
	check_feed(&s, &format_json, S("\n    {}"), OPEN
	    "  \"description\": \"It's & that\",\n"
	    "  \"icon\": \"https://example.org/i.png\",\n"
	    "  \"favicon\": \"https://cdn.example/f.png?v=1\",\n"
	    "  \"authors\": [\n    {\n      \"name\": \"J\",\n"
	    "      \"url\": \"https://j.org\"\n    }\n"
	    "  ],\n  \"language\": \"pt-BR\",\n" OURS
	    "  \"items\": [\n    {}\n  ]\n}\n");
	arena_free(&s.arena);
}

static void
test_hubs(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "feeds.hub=[https://a.example/?x=1&y=2, "
	    "http://b.example/]");
	check_feed(&s, &format_json, S(""), OPEN
	    "  \"authors\": [\n    {\n      \"name\": \"Example\"\n    }\n"
	    "  ],\n  \"language\": \"en\",\n  \"hubs\": [\n"
	    "    {\n      \"type\": \"WebSub\",\n"
	    "      \"url\": \"https://a.example/?x=1&y=2\"\n    },\n"
	    "    {\n      \"type\": \"WebSub\",\n"
	    "      \"url\": \"http://b.example/\"\n    }\n  ],\n" OURS
	    "  \"items\": []\n}\n");
	arena_free(&s.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_rest),
		cmocka_unit_test(test_external),
		cmocka_unit_test(test_feed),
		cmocka_unit_test(test_hubs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
