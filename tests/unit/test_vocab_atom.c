/* SPDX-License-Identifier: MIT
 * test_vocab_atom: Atom, held against RFC 4287 and what adds to it. */
#include "judge.h"

#define NS "xmlns='http://www.w3.org/2005/Atom'"
#define HEAD "<?xml version='1.0' encoding='utf-8'?>\n"
#define META "<title>é</title><id>tag:example.org,2024:</id>" \
	"<updated>2024-04-01T00:00:00Z</updated>"
#define SELF "<link rel='self' href='https://example.org/f'/>"
#define AUTHOR "<author><name>Jo</name></author>"
#define ENTRY_META "<title>x</title><id>tag:example.org,2024:1</id>" \
	"<updated>2024-01-01T00:00:00Z</updated>"

/* A part, within a feed that is right otherwise; it begins in column 1 of
 * line 3. */
static void
in_feed(const char *part, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, HEAD "<feed " NS " xml:lang='en'>" META SELF AUTHOR
	    "\n%s\n</feed>", part);
	check_document(buf_str(&b), DIAG_NOTE, want);
	buf_free(&b);
}

static void
in_entry(const char *part, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, HEAD "<feed " NS " xml:lang='en'>" META SELF AUTHOR
	    "<entry>" ENTRY_META "\n%s\n</entry></feed>", part);
	check_document(buf_str(&b), DIAG_NOTE, want);
	buf_free(&b);
}

#define CONTENT "<content>x</content>"

static void
test_right(void **state)
{
	(void)state;
	in_feed("", "");
	in_entry(CONTENT, "");
	in_entry("<content type='html'>&lt;p>x&lt;/p></content>", "");
	in_entry("<content type='xhtml'><div xmlns='http://www.w3.org/1999/"
	    "xhtml'><p>x</p></div></content>", "");
	in_entry("<content type='image/png'>iVBORw0K</content>"
	    "<summary>x</summary>", "");
	in_entry("<content type='image/png' src='a.png'/>"
	    "<summary>x</summary>", "");
	in_entry("<content type='application/xml'><x:y xmlns:x='urn:ex:y'/>"
	    "</content>", "unknown-namespace 3:38 the namespace 'urn:ex:y' is "
	    "unknown: its elements are not checked");
	in_entry("<link href='https://example.org/1'/><summary>x</summary>",
	    "");
	in_feed("<subtitle/>", "blank 3:1 <subtitle> is empty");
}

static void
test_missing(void **state)
{
	(void)state;
	check_document(S(HEAD "<feed " NS " xml:lang='en'>\n <entry/></feed>"),
	    DIAG_WARNING,
	    "missing-element 3:2 <entry> has no <id>\n"
	    "missing-element 3:2 <entry> has no <title>\n"
	    "missing-element 3:2 <entry> has no <updated>\n"
	    "missing-author 3:2 <entry> has no <author>, and the feed has "
	    "none before it\n"
	    "missing-text 3:2 <entry> has neither <content> nor <summary>\n"
	    "missing-alternate 3:2 <entry> has neither <content> nor a <link> "
	    "rel='alternate'\n"
	    "missing-element 2:1 <feed> has no <id>\n"
	    "missing-element 2:1 <feed> has no <title>\n"
	    "missing-element 2:1 <feed> has no <updated>\n"
	    "missing-self 2:1 <feed> has no <link> rel='self'");
	in_feed("<author/>", "missing-element 3:1 <author> has no <name>");
	in_feed("<category/>", "missing-attribute 3:1 <category> has no "
	    "attribute 'term'");
	in_feed("<link/>", "missing-attribute 3:1 <link> has no attribute "
	    "'href'");
	in_entry("<content src='a.png' type='image/png'/>",
	    "missing-summary 2:221 <entry> has content elsewhere, but no "
	    "<summary>");
	in_entry("<content type='image/png'>iVBO</content>",
	    "missing-summary 2:221 <entry> has content as base64, but no "
	    "<summary>");
	in_entry(CONTENT "<source/>", "missing-recommended 3:21 <source> has "
	    "no <id>\n"
	    "missing-recommended 3:21 <source> has no <title>\n"
	    "missing-recommended 3:21 <source> has no <updated>");
}

static void
test_structure(void **state)
{
	(void)state;
	in_feed("<title>y</title>", "duplicate-element 3:1 <feed> has more "
	    "than one <title>");
	in_feed("<summary>y</summary>", "undefined-element 3:1 <summary> may "
	    "not be in <feed>");
	in_feed("<subtitel>y</subtitel>", "undefined-element 3:1 <subtitel> "
	    "may not be in <feed>, did you mean <subtitle>?");
	in_feed("é", "unexpected-text 3:1 <feed> may not have text, but has "
	    "'é'");
	in_feed("<blob xmlns=''/>", "no-vocabulary 3:1 <blob> is in no "
	    "namespace");
	in_feed("<logo x='y'>a.png</logo>", "undefined-attribute 3:7 <logo> "
	    "may not have the attribute 'x'");
	in_feed("<link hrev='x' href='y'/>", "undefined-attribute 3:7 <link> "
	    "may not have the attribute 'hrev', did you mean 'href'?");
	in_feed("<entry>" ENTRY_META CONTENT "</entry><icon>a</icon>",
	    "misplaced-metadata 3:122 <icon> comes after an entry");
	in_feed("<title/><id/>", "duplicate-element 3:1 <feed> has more than "
	    "one <title>\n"
	    "blank 3:1 <title> is empty\n"
	    "duplicate-element 3:9 <feed> has more than one <id>\n"
	    "invalid-uri 3:9 <id> is empty, expected an absolute IRI");
	in_entry(CONTENT "<source>" META AUTHOR "</source><subtitle/>",
	    "undefined-element 3:155 <subtitle> may not be in <entry>");
	/* The author of a source is one of the entry. */
	check_document(S(HEAD "<entry " NS " xml:lang='en'>" ENTRY_META CONTENT
	    "<source>" META AUTHOR "</source></entry>"), DIAG_NOTE, "");
}

static void
test_constructs(void **state)
{
	(void)state;
	in_feed("<rights type='text/plain'>x</rights>",
	    "invalid-text-type 3:15 <rights> type 'text/plain' is not text, "
	    "html or xhtml");
	in_feed("<rights type=''>x</rights>",
	    "blank-attribute 3:1 <rights> has an empty type");
	in_feed("<rights>é <b>x</b></rights>", "undefined-element 3:11 <b> "
	    "may "
	    "not be in <rights>, whose type is 'text'");
	in_feed("<rights type='html'>é &lt;b>x</rights>", "unbalanced-html "
	    "3:23 <rights> has <b>, which is not closed");
	in_feed("<rights type='html'><![CDATA[é <b>x]]></rights>",
	    "unbalanced-html 3:32 <rights> has <b>, which is not closed");
	in_feed("<rights>a &lt;/b></rights>", "contains-html 3:11 <rights> is "
	    "plain text, but has the HTML tag '</b>'");
	in_feed("<rights type='xhtml'>x</rights>", "missing-xhtml-div 3:1 "
	    "<rights> is xhtml and has text outside of a <div>: 'x'");
	in_feed("<rights type='xhtml'><p xmlns='http://www.w3.org/1999/"
	    "xhtml'/></rights>", "missing-xhtml-div 3:1 <rights> is xhtml and "
	    "begins with <p>, expected a <div> of the namespace "
	    "http://www.w3.org/1999/xhtml");
	in_feed("<rights type='xhtml'><div/></rights>", "missing-xhtml-div "
	    "3:1 <rights> is xhtml and begins with <div>, expected a <div> of "
	    "the namespace http://www.w3.org/1999/xhtml");
	in_feed("<rights type='xhtml'><div xmlns='http://www.w3.org/1999/"
	    "xhtml'/><div xmlns='http://www.w3.org/1999/xhtml'/></rights>",
	    "second-div 3:65 <div> is a second element in <rights>, which "
	    "holds a single <div>");
	in_entry("<content type='message/rfc822'>YQ==</content>"
	    "<summary>x</summary>", "invalid-media-type 3:16 <content> type "
	    "'message/rfc822' is a composite type, which content may not have");
	in_entry("<content type='image/png'>a b c d e</content>"
	    "<summary>x</summary>", "not-base64 3:1 <content> is image/png, "
	    "but not base64");
	in_entry("<content src='x'/><summary>x</summary>",
	    "missing-type 3:1 <content> has src, but no type");
	in_entry("<content src='x' type='a/b'>y</content><summary>x</summary>",
	    "unexpected-text 3:29 <content> has both src and content");
	in_entry("<content type='text/html'>&lt;p>x&lt;/p></content>",
	    "html-fragment 3:1 <content> is text/html, but not a whole "
	    "document");
}

#define DIV "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
#define VID "</div></content>"

static void
test_xhtml(void **state)
{
	(void)state;
	in_entry(DIV "é<blob/>" VID, "unknown-html 3:66 <div> has <blob>, "
	    "which is not an element of HTML");
	in_entry(DIV "<script/>" VID, "unsafe-html 3:65 <div> has <script>, "
	    "which readers remove");
	in_entry(DIV "<p onclick='x'/>" VID, "unsafe-attribute 3:68 <p> has "
	    "the attribute onclick, which readers remove");
	in_entry(DIV "<img src='a.png'/>" VID, "relative-reference 3:70 <img> "
	    "has a link to 'a.png', which is relative");
	in_entry("<content type='xhtml' xml:base='https://example.org/'><div "
	    "xmlns='http://www.w3.org/1999/xhtml'><img src='a.png'/>" VID,
	    "relative-to-base 3:102 <img> has a link to 'a.png', which is "
	    "relative");
	in_entry(DIV "<b xmlns=''/>" VID, "missing-namespace 3:65 <b> in "
	    "<div> is in no namespace, expected http://www.w3.org/1999/xhtml");
	in_entry(DIV "<id xmlns='http://www.w3.org/2005/Atom'/>" VID,
	    "undefined-element 3:65 <id> may not be in <div>, which is "
	    "XHTML");
	in_entry(DIV "a &lt;/b>" VID, "contains-html 3:67 <div> is plain "
	    "text, but has the HTML tag '</b>'");
	in_entry(DIV "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>" VID,
	    "");
}

static void
test_links(void **state)
{
	(void)state;
	in_feed("<link rel='alternate' href='a'/><link href='b'/>",
	    "duplicate-alternate 3:33 <feed> has more than one alternate link "
	    "of type '' and hreflang ''");
	in_feed("<link type='text/html' href='a'/><link href='b'/><link "
	    "hreflang='de' href='c'/>", "");
	in_feed("<link rel='é x' href='a'/>", "unknown-rel 3:12 <link> rel "
	    "'é x' is not a registered relation");
	in_feed("<link rel='https://example.org/rel' href='a'/>", "");
	in_feed("<link rel='' href='a'/>", "blank-attribute 3:12 <link> rel "
	    "is empty");
	in_feed("<link rel='http://www.iana.org/assignments/relation/self' "
	    "href='https://example.org/g' type='text/html'/>",
	    "self-type 3:1 <link> is rel='self' and of the type 'text/html', "
	    "which is not one of a feed");
	in_feed("<link rel='self' href='/f'/>", "relative-self 3:24 <link> "
	    "href '/f' is relative, expected the whole address of the feed");
	in_feed("<link rel='via' href='a'>b</link>", "link-not-empty 3:1 "
	    "<link> has text, which readers do not show");
	in_feed("<link rel='via' href='a b' hreflang='x_y' length='-1' "
	    "type='z'/>",
	    "invalid-uri-character 3:24 <link> href 'a b' has a space, which "
	    "must be written %20\n"
	    "invalid-language 3:38 <link> hreflang 'x_y' is not a language "
	    "tag as en or pt-BR\n"
	    "invalid-integer 3:51 <link> length '-1' is not a number from 0 "
	    "on\n"
	    "invalid-media-type 3:61 <link> type 'z' is not a media type as "
	    "text/html");
	in_entry(CONTENT "<link rel='next' href='a'/>", "feed-rel-in-entry "
	    "3:32 <link> rel 'next' is a relation of feeds, not of entries");
}

static void
test_ids(void **state)
{
	struct buf b = {0};

	(void)state;
	in_feed("<entry>" ENTRY_META CONTENT "</entry><entry>" ENTRY_META
	    CONTENT "</entry>", "duplicate-id 3:145 <id> "
	    "'tag:example.org,2024:1' is also that of another entry");
	for (int i = 0; i < 10; i++)
		buf_add(&b, S("<entry>" ENTRY_META CONTENT "</entry>"));
	buf_reset(&b);
	buf_add(&b, S(HEAD "<feed " NS ">" META SELF AUTHOR));
	for (int i = 0; i < 10; i++)
		buf_add(&b, S("<entry>" ENTRY_META CONTENT "</entry>"));
	buf_add(&b, S("</feed>"));
	check_document(buf_str(&b), DIAG_ERROR,
	    "one-id 2:1 <feed> has 10 entries with the same id");
	buf_free(&b);
}

#define DATED(n, published, updated) "<entry><title>x</title><id>" \
	"tag:example.org,2024:" n "</id><published>" published \
	"</published><updated>" updated "</updated>" CONTENT "</entry>"

static void
test_dates(void **state)
{
	(void)state;
	in_feed(DATED("1", "2024-02-01T00:00:00+01:00", "2024-03-01T00:00:00Z")
	    DATED("2", "2024-01-31T23:00:00Z", "2024-04-01T00:00:00Z"), "");
	in_feed(DATED("1", "2024-02-01T00:00:00Z", "2024-01-31T23:59:59Z"),
	    "updated-before-published 3:1 <entry> was updated before it was "
	    "published");
	in_feed(DATED("1", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
	    "\n" DATED("2", "2024-01-01T00:00:01Z", "2024-01-02T00:00:00Z")
	    DATED("3", "2024-01-01T00:00:02Z", "2024-01-02T00:00:00Z"),
	    "not-sorted 4:1 <entry> is newer than the one before it");
	/* In the order of changes. */
	in_feed(DATED("1", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z")
	    "\n" DATED("2", "2024-01-01T00:00:01Z", "2024-01-02T00:00:00Z"),
	    "");
	in_feed(DATED("1", "2024-01-01T00:00:00Z", "2024-04-01T00:00:01Z"),
	    "feed-updated-before-entry 2:103 the feed was updated before one "
	    "of its entries");
}

#define FH "xmlns='http://purl.org/syndication/history/1.0'"

static void
test_extensions(void **state)
{
	(void)state;
	in_feed("<complete " FH "/><link rel='next' href='https://"
	    "example.org/g'/><link rel='current' href='https://example.org/f'"
	    "/>", "feed-is-complete 3:60 the feed is complete, but links to "
	    "rel='next'");
	in_feed("<complete " FH "/><link rel='current' href='https://"
	    "example.org/g'/>", "feed-is-complete 3:60 the feed is complete, "
	    "but its link rel='current' is not its own, "
	    "'https://example.org/g'");
	in_feed("<archive " FH "/>",
	    "incomplete-archive 2:1 <feed> is an archive, but has no link to "
	    "the one before or after it\n"
	    "incomplete-archive 2:1 <feed> is an archive, but has no link "
	    "rel='current'");
	in_feed("<archive " FH ">x</archive>"
	    "<link rel='prev-archive' href='https://example.org/g'/>"
	    "<link rel='current' href='https://example.org/f'/>",
	    "unexpected-text 3:58 <archive> may not have text, but has 'x'");
	in_entry(CONTENT "<t:total xmlns:t='http://purl.org/syndication/"
	    "thread/1.0'>x</t:total>", "unusual-prefix 3:30 the prefix 't' is "
	    "declared for Atom threading, whose customary one is 'thr'\n"
	    "invalid-integer 3:79 <t:total> 'x' is not a number from 0 on");
	in_entry(CONTENT "<thr:in-reply-to xmlns:thr='http://purl.org/"
	    "syndication/thread/1.0'/>", "missing-attribute 3:21 "
	    "<thr:in-reply-to> has no attribute 'ref'");
	in_feed("<at:deleted-entry xmlns:at='http://purl.org/atompub/"
	    "tombstones/1.0' ref='x' when='2024'/>",
	    "invalid-uri 3:74 <at:deleted-entry> ref 'x' is not an absolute "
	    "IRI\n"
	    "invalid-rfc3339-date 3:83 <at:deleted-entry> when '2024' is not "
	    "a date as 2024-01-31T09:00:00Z");
	in_entry(CONTENT "<app:control xmlns:app='http://www.w3.org/2007/app'>"
	    "<app:draft>maybe</app:draft></app:control>",
	    "invalid-boolean 3:84 <app:draft> 'maybe' is not 'yes' or 'no'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_right),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_structure),
		cmocka_unit_test(test_constructs),
		cmocka_unit_test(test_xhtml),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_extensions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
