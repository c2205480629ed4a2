/* SPDX-License-Identifier: MIT
 * test_xml_reader: what libxml2 reads, and where it stood. */
#include "validate/reading/xml_reader.h"

#include "validate/tables/feed_rules.h"
#include "judge.h"

struct log {
	struct buf b;
	int left; /* tags until it stops; 0: never */
};

static void
add_name(struct buf *b, const struct xml_name *n)
{
	buf_printf(b, "%.*s%s%.*s", STR_ARG(n->prefix),
	    n->prefix.len ? ":" : "", STR_ARG(n->local));
	if (n->uri.len)
		buf_printf(b, "{%.*s}", STR_ARG(n->uri));
}

static void
on_start(void *ctx, const struct xml_tag *t)
{
	struct log *l = ctx;

	l->left--;
	buf_printf(&l->b, "<%zu-%zu ", t->at, t->end);
	add_name(&l->b, &t->name);
	for (size_t i = 0; i < t->n_bindings; i++)
		buf_printf(&l->b, " xmlns:%.*s=%.*s",
		    STR_ARG(t->bindings[i].prefix),
		    STR_ARG(t->bindings[i].uri));
	for (size_t i = 0; i < t->n_attributes; i++) {
		buf_addc(&l->b, ' ');
		add_name(&l->b, &t->attributes[i].name);
		buf_printf(&l->b, "=%.*s", STR_ARG(t->attributes[i].value));
	}
	buf_addc(&l->b, '>');
}

static void
on_text(void *ctx, str text, const struct xml_text *place)
{
	struct log *l = ctx;

	buf_printf(&l->b, "[%zu %.*s]", xml_text_place(place), STR_ARG(text));
}

static void
on_end(void *ctx)
{
	struct log *l = ctx;

	buf_add(&l->b, S("</>"));
}

static void
on_doctype(void *ctx, str public_id, str system_id)
{
	struct log *l = ctx;

	buf_printf(&l->b, "!%.*s,%.*s!", STR_ARG(public_id),
	    STR_ARG(system_id));
}

static bool
on_stop(void *ctx)
{
	return ((struct log *)ctx)->left == 0;
}

static const struct xml_events events = {
	on_start, on_text, on_end, on_doctype, on_stop};

static void
check_read(const char *text, int left, bool ok, const char *want,
    const char *findings)
{
	struct validate_options o = {0};
	struct validate_result r;
	struct diags diags = {0};
	struct document d = {.text = str_of(text), .options = &o,
		.result = &r, .diags = &diags};
	struct log l = {.left = left ? left : -1};
	struct buf b = {0};

	assert_int_equal(xml_read(&d, &events, &l), ok);
	check_buf(text, &l.b, want);
	list_findings(&b, &diags, DIAG_NOTE);
	check_buf(text, &b, findings);
	buf_free(&l.b);
	buf_free(&b);
	arena_free(&d.arena);
	arena_free(&d.scratch);
	diags_free(&diags);
}

/* Offsets are bytes of the text, whatever is before. */
static void
test_events(void **state)
{
	(void)state;
	check_read("<a/>", 0, true, "<0-4 a></>", "");
	check_read("<?xml version='1.0' encoding='x'?>\n<!-- é -->\n"
	    "<a b='é' c = \"&lt;\"\n>é</a>", 0, true,
	    "<47-69 a b=é c=<>[69 é]</>", "");
	check_read("<a>x<b/>y</a>", 0, true,
	    "<0-3 a>[3 x]<4-8 b></>[8 y]</>", "");
	check_read("<p:a xmlns:p='u' xmlns='v' p:b='c' xml:lang='d'/>", 0,
	    true, "<0-49 p:a{u} xmlns:p=u xmlns:=v p:b{u}=c "
	    "xml:lang{http://www.w3.org/XML/1998/namespace}=d></>", "");
	check_read("<a><![CDATA[<b>]]></a>", 0, true,
	    "<0-3 a>[12 <b>]</>", "");
	/* A prefix that nobody declared is for the caller. */
	check_read("<p:a q:b='c'/>", 0, true, "<0-14 p:a q:b=c></>", "");
	/* To stop in the middle. */
	check_read("<a><b/><c/></a>", 2, false, "<0-3 a><3-7 b>", "");
}

static void
test_entities(void **state)
{
	(void)state;
	check_read("<!DOCTYPE a [<!ENTITY x 'y<b/>'>]><a>&x;z</a>", 0, true,
	    "!,!<34-37 a>[37 y]<37-40 b></>[40 z]</>", "");
	check_read("<a>é&nbsp;&nbsp;&foo;</a>", 0, true,
	    "<0-3 a>[3 é][5 \xC2\xA0][11 \xC2\xA0]</>",
	    "undefined-entity 1:5 '&nbsp;' is not declared, it is a name of "
	    "HTML\nundefined-entity 1:17 '&foo;' is not declared");
	check_read("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD "
	    "RSS 0.91//EN' 'x'><a>&nbsp;</a>", 0, true,
	    "!-//Netscape Communications//DTD RSS 0.91//EN,x!"
	    "<72-75 a>[75 \xC2\xA0]</>", "");
	/* Files stay closed. */
	check_read("<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]>"
	    "<a>&x;</a>", 0, true, "!,!<47-50 a></>",
	    "external-entity 1:14 the entity 'x' is in another file, "
	    "'/etc/passwd', which is not read");
	check_read("<!DOCTYPE a [<!ENTITY % x SYSTEM '/etc/passwd'> %x;]>"
	    "<a/>", 0, true, "!,!<53-57 a></>",
	    "external-entity 1:14 the entity 'x' is in another file, "
	    "'/etc/passwd', which is not read");
	check_read("<!DOCTYPE a SYSTEM '/etc/passwd'><a/>", 0, true,
	    "!,/etc/passwd!<33-37 a></>", "");
	/* Neither do they grow without end. */
	check_read("<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]>"
	    "<a>&x;</a>", 0, false, "!,!<49-52 a>",
	    "xml-expansion 1:56 an entity contains itself, or expands to far "
	    "too much");
}

/* Each doubles the one before. */
static void
test_expansion(void **state)
{
	struct validate_options o = {0};
	struct validate_result r;
	struct diags diags = {0};
	struct buf text = {0};
	struct document d = {.options = &o, .result = &r, .diags = &diags};
	struct log l = {.left = -1};

	(void)state;
	buf_add(&text, S("<!DOCTYPE a [<!ENTITY e0 '0123456789'>"));
	for (int i = 1; i <= 20; i++)
		buf_printf(&text, "<!ENTITY e%d '&e%d;&e%d;'>", i, i - 1,
		    i - 1);
	buf_add(&text, S("]>"));
	/* So that the factor is not what ends it. */
	for (int i = 0; i < 40000; i++)
		buf_add(&text, S("<!-- a long comment -->"));
	buf_add(&text, S("<a>&e20;</a>"));
	d.text = buf_str(&text);
	assert_false(xml_read(&d, &events, &l));
	assert_int_equal(diags.first->code, RULE_XML_EXPANSION);
	assert_null(diags.first->next);
	assert_true(l.b.len < 64 << 20);
	buf_free(&l.b);
	buf_free(&text);
	arena_free(&d.arena);
	arena_free(&d.scratch);
	diags_free(&diags);
}

static void
test_errors(void **state)
{
	(void)state;
	check_read("<a>é<b></a>", 0, false, "<0-3 a>[3 é]<5-8 b>",
	    "xml-syntax 1:8 opening and ending tag mismatch: b line 1 and a");
	check_read("<a>é", 0, false, "<0-3 a>[3 é]", "xml-syntax 1:5 "
	    "premature end of data in tag a line 1");
	check_read("<a b='é' b='c'/>", 0, false, "", "xml-syntax 1:15 "
	    "attribute b redefined");
	check_read("<a/><b/>", 0, false, "<0-4 a></>", "xml-syntax 1:5 "
	    "extra content at the end of the document");
	check_read("\n<?xml version='1.0'?><a/>", 0, true, "<22-26 a></>",
	    "xml-declaration 2:1 the XML declaration must be the first "
	    "thing in the document");
	check_read("<?xml version='1.1'?><a/>", 0, true, "<21-25 a></>",
	    "xml-version 1:16 the version of XML is '1.1', expected '1.0'");
	check_read("", 0, false, "", "xml-syntax 1:1 start tag expected, "
	    "'<' not found");
}

/* Lines beyond 65535, where libxml2's own numbers end. */
static void
test_lines(void **state)
{
	struct buf text = {0};

	(void)state;
	buf_add(&text, S("<feed xmlns='http://www.w3.org/2005/Atom'>"));
	for (int i = 1; i < 70000; i++)
		buf_addc(&text, '\n');
	buf_add(&text, S("é<blob/></feed>"));
	check_document(buf_str(&text), DIAG_ERROR,
	    "unexpected-text 70000:1 <feed> may not have text, but has 'é'\n"
	    "undefined-element 70000:2 <blob> may not be in <feed>\n"
	    "missing-element 1:1 <feed> has no <id>\n"
	    "missing-element 1:1 <feed> has no <title>\n"
	    "missing-element 1:1 <feed> has no <updated>");
	buf_free(&text);
}

static void
test_attributes(void **state)
{
	static const char text[] = "<a b='é' c:d = \"e\"  f='>'/><g h='i'/>";
	struct document d = {.text = str_of(text)};
	size_t value;

	(void)state;
	assert_int_equal(xml_find_attribute(&d, 0, S("b"), &value), 3);
	assert_int_equal(value, 6);
	assert_int_equal(xml_find_attribute(&d, 0, S("c:d"), &value), 10);
	assert_int_equal(value, 17);
	assert_int_equal(xml_find_attribute(&d, 0, S("f"), &value), 21);
	assert_int_equal(xml_find_attribute(&d, 0, S("h"), &value), STR_NONE);
	assert_int_equal(xml_find_attribute(&d, 28, S("h"), &value), 31);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_entities),
		cmocka_unit_test(test_expansion),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_attributes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
