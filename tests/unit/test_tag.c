/* SPDX-License-Identifier: MIT
 * test_tag: shortcodes and template tags, as they stand in a text. */
#include "content/tags/tag.h"

#include "support.h"

/* Tags as a line: kind, name, arguments or text, and the partner's index. */
static void
describe(struct buf *b, const struct tags *tags)
{
	static const char kinds[] = "<>=\"!e";

	for (size_t i = 0; i < tags->count; i++) {
		const struct tag *t = &tags->list[i];

		if (i)
			buf_addc(b, ' ');
		if (t->kind == TAG_ELEMENT) {
			buf_addc(b, kinds[t->kind]);
			continue;
		}
		buf_printf(b, "%c%.*s(%.*s)", kinds[t->kind],
		    STR_ARG(t->name), STR_ARG(t->kind == TAG_BROKEN ||
		    t->kind == TAG_TEXT ? t->text : t->args));
		if (t->is_single)
			buf_addc(b, '/');
		if (t->partner != TAG_NO_PARTNER)
			buf_printf(b, "%zu", t->partner);
	}
}

static const struct {
	tag_next *next;
	const char *text, *want;
} rows[] = {
	{tag_next_shortcode, "a { b {{ c }} {% d %}", ""},
	{tag_next_shortcode, "{{< a >}}", "<a()"},
	{tag_next_shortcode, "{{<a b=\"c\" `d`>}}", "<a(b=\"c\" `d`)"},
	{tag_next_shortcode, "{{% a/b-c.d x\ny %}}", "<a/b-c.d(x\ny)"},
	{tag_next_shortcode, "{{< a />}} {{< b x / >}}", "<a()/ <b(x)/"},
	{tag_next_shortcode, "{{< a \">}}\" >}}", "<a(\">}}\")"},
	{tag_next_shortcode, "{{< a \"\\\">}}\" >}}", "<a(\"\\\">}}\")"},
	{tag_next_shortcode, "{{< a \"b >}} \"", "<a(\"b)"},
	{tag_next_shortcode, "{{< a >}}{{< /a >}}", "<a()1 >a()0"},
	{tag_next_shortcode, "{{< a >}}{{% / a %}}", "<a()1 >a()0"},
	{tag_next_shortcode, "{{</* a b */>}}", "\"{{<( a b )"},
	{tag_next_shortcode, "{{%/* a */%}}{{</* b", "\"{{%( a ) !({{</*)"},
	{tag_next_shortcode, "{{< a {{< b >}}", "!({{<) <b()"},
	{tag_next_shortcode, "{{< a", "!({{<)"},
	{tag_next_shortcode, "{{< >}}", "<()"},
	/* What another pair is closed over has no partner. */
	{tag_next_shortcode, "{{<a>}}{{<b>}}{{</a>}}{{</b>}}",
	    "<a()2 <b() >a()0 >b()"},
	{tag_next_shortcode, "{{<a>}}{{<a>}}{{</a>}}{{</a>}}",
	    "<a()3 <a()2 >a()1 >a()0"},
	{tag_next_shortcode, "{{<a>}}{{<b>}}{{<a>}}{{</b>}}{{</a>}}",
	    "<a()4 <b()3 <a() >b()1 >a()0"},
	{tag_next_nunjucks, "{# a {{ b }} #}{{ c }}", "\"() =(c)"},
	{tag_next_nunjucks, "{#id} {# a #}", "\"()"},
	{tag_next_nunjucks, "{# a {# b #}", "\"()"},
	{tag_next_nunjucks, "{# a", ""},
	{tag_next_mdx, "a <b> c </b> <a@b.c> 1 < 2 <!-- A -->", ""},
	{tag_next_mdx, "a <B c=\"d\"/> b", "<B(c=\"d\")/"},
	{tag_next_mdx, "<B>x</B>", "<B()1 >B()0"},
	{tag_next_mdx, "<B.C x={a > b}>y</B.C>", "<B.C(x={a > b})1 >B.C()0"},
	{tag_next_mdx, "<B a='>' b={\"}\"} {...c}/>",
	    "<B(a='>' b={\"}\"} {...c})/"},
	{tag_next_mdx, "<B\n a\n>", "<B(a)"},
	{tag_next_mdx, "<B\n\n a>", ""},
	{tag_next_mdx, "<>a</>", "\"() \"()"},
	{tag_next_mdx, "{a} \\{b} {/* c } */}", "=(a) \"()"},
	{tag_next_mdx, "{a.map(b => (<C>{b}'s</C>))}", "=(a.map(b => "
	    "(<C>{b}'s</C>)))"},
	{tag_next_mdx, "{\"}\" + '{' + `}` /* } */ // }\n}",
	    "=(\"}\" + '{' + `}` /* } */ // })"},
	{tag_next_mdx, "{a", "!({)"},
	{tag_next_mdx, "<p class={a}>x</p>", "e"},
	{tag_next_mdx, "<div>\nx\n</div>", "e e"},
	{tag_next_mdx, "x <div>y</div>", ""},
	{tag_next_mdx, "import A from 'a'\nexport const b = {\n\n}\n\nimport c",
	    "\"() \"()"},
	{tag_next_mdx, "import A from 'a'\n\nexport default B\n\na\nimport b",
	    "\"() \"()"},
	{tag_next_mdx, "important\n\nimportA", ""},
	{tag_next_mdx, "# A {#a}\n{.b} {...c}", "\"() \"() =(...c)"},
	{tag_next_vue, "a <b> </b> { c } {% d %} <a@b.c> <x:y-z>", ""},
	{tag_next_vue, "<B c=\"d > e\"/> <b-c>x</b-c>",
	    "<B(c=\"d > e\")/ <b-c()2 >b-c()1"},
	{tag_next_vue, "{{ a.b }} {{c}} {{ d", "=(a.b) =(c)"},
	{tag_next_vue, "<https://a-b.c/d> <p-", ""},
	{tag_next_call, "{{ a }} {% if b %} {{b", ""},
	{tag_next_call, "{{ a() }}", "<a()/"},
	{tag_next_call, "{{a(b=\")}}\", c=1)}}", "<a(b=\")}}\", c=1)/"},
	{tag_next_call, "{% a(b=1) %}x{% end %}", "<a(b=1)1 >()0"},
	{tag_next_call, "{% a() %}{% b() %}{% end %}{% end %}{% end %}",
	    "<a()3 <b()2 >()1 >()0 >()"},
	{tag_next_call, "{{/* a() */}} {%/* b() */%}",
	    "\"{{( a() ) \"{%( b() )"},
	{tag_next_call, "{{ a(b }} {{ a( {{ a() %}", "!({{) !({{) !({{)"},
	{tag_next_call, "{% end }} {% ending %}", ""},
	{tag_next_liquid, "{{ a | b }}", "=(a | b)"},
	{tag_next_liquid, "{{a}}{{- b -}}", "=(a) =(b)"},
	{tag_next_liquid, "{% a b c %}{%d%}", "<a(b c) <d()"},
	{tag_next_liquid, "{%- a -%}{%- enda -%}", "<a()1 >a()0"},
	{tag_next_liquid, "{% raw %}{{ x }}{% y %}{% endraw %}",
	    "\"({{ x }}{% y %})"},
	{tag_next_liquid, "{% raw %}{{{% endraw %} x }}", "\"({{)"},
	{tag_next_liquid, "{% comment %}{{ x }}{%-endcomment-%}", "\"()"},
	{tag_next_liquid, "{% # x %}", "\"()"},
	{tag_next_liquid, "{% raw %} {{ x }}", "<raw() =(x)"},
	{tag_next_liquid, "{{ a\n\n}}", "!({{)"},
	{tag_next_liquid, "{{ a {{ b }}", "!({{) =(b)"},
	{tag_next_liquid, "{% a", "!({%)"},
	{tag_next_liquid, "{%!s(x)}} {% %}", "!({%) !({%)"},
	{tag_next_liquid, "{% if a %}{% else %}{% endif %}",
	    "<if(a)2 <else() >if()0"},
};

static void
test_find(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tags tags = tags_find(
		    str_of(rows[i].text), rows[i].next, NULL, &a);

		describe(&b, &tags);
		check_buf(rows[i].text, &b, rows[i].want);
	}
	buf_free(&b);
	arena_free(&a);
}

/* Offsets are those of the text, and no tag is in another. */
static void
test_offsets(void **state)
{
	static tag_next *const all[] = {
		tag_next_shortcode, tag_next_call, tag_next_liquid,
		tag_next_nunjucks, tag_next_mdx, tag_next_vue};
	static const char bytes[] = "{{{%%}}}<>/*-\"`( )=a\nend#A";
	struct arena a = {0};
	char text[120];
	unsigned seed = 7;

	(void)state;
	for (int n = 0; n < 9000; n++) {
		struct tags tags;
		size_t end = 0;

		for (size_t i = 0; i < sizeof text; i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = bytes[seed / 65536 % (sizeof bytes - 1)];
		}
		tags = tags_find(
		    (str){text, sizeof text}, all[n % 6], NULL, &a);
		for (size_t i = 0; i < tags.count; i++) {
			const struct tag *t = &tags.list[i];

			assert_true(t->start >= end && t->end > t->start);
			end = t->end;
			if (t->partner != TAG_NO_PARTNER)
				assert_int_equal(
				    tags.list[t->partner].partner, i);
		}
		assert_true(end <= sizeof text);
		arena_reset(&a);
	}
	arena_free(&a);
}

static const struct {
	enum tag_arg_style style;
	const char *text, *want; /* "name=value|value" */
} args[] = {
	{TAG_ARGS_SHORTCODE, "", ""},
	{TAG_ARGS_SHORTCODE, "a \"b c\" `d \\n`", "=a|=b c|=d \\n"},
	{TAG_ARGS_SHORTCODE, "a=b c=\"d \\\"e\\\"\" f = `g`", "a=b|c=d \"e\"|f=g"},
	{TAG_ARGS_SHORTCODE, "a,b 'c d'", "=a,b|='c|=d'"},
	{TAG_ARGS_SHORTCODE, "http://x.y/?a=b", "=http://x.y/?a=b"},
	{TAG_ARGS_SHORTCODE, "\"never closed", "=never closed"},
	{TAG_ARGS_CALL, "a=\"x, y\", b=1,c='d'", "a=x, y|b=1|c=d"},
	{TAG_ARGS_CALL, "a=[1, 2], b=true", "a=[1, 2]|b=true"},
	{TAG_ARGS_LIQUID, "\"a\", 'b' c", "=a|=b|=c"},
	{TAG_ARGS_JSX, "a=\"b c\" d='e' f", "a=b c|d=e|=f"},
	{TAG_ARGS_JSX, "a={'b c'} d={e} {...f} g={`h`} i",
	    "a=b c|d=|=|g=h|=i"},
	{TAG_ARGS_JSX, "a={{b: \"}\"}} c={d", "a=|c="},
	{TAG_ARGS_LIQUID, "x.html, image: \"i j\" k='l'",
	    "=x.html|image=i j|k=l"},
	{TAG_ARGS_LIQUID, "lang:ruby http://x.y", "=lang:ruby|=http://x.y"},
};

static void
test_args(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(args); i++) {
		struct tag_args list = tag_args_parse(
		    str_of(args[i].text), args[i].style, &a);

		for (size_t k = 0; k < list.count; k++)
			buf_printf(&b, "%s%.*s=%.*s", k ? "|" : "",
			    STR_ARG(list.list[k].name),
			    STR_ARG(list.list[k].value));
		check_buf(args[i].text, &b, args[i].want);
	}
	buf_free(&b);
	arena_free(&a);
}

static void
test_arg(void **state)
{
	struct arena a = {0};
	struct tag_args list = tag_args_parse(
	    S("zero k=named one"), TAG_ARGS_SHORTCODE, &a);

	(void)state;
	check_str("0", tag_arg(&list, "x", 0), "zero");
	check_str("1", tag_arg(&list, "x", 1), "one");
	check_str("2", tag_arg(&list, "x", 2), "");
	check_str("k", tag_arg(&list, "K", 0), "named");
	assert_null(tag_arg_at(&list, 2));
	assert_null(tag_arg_named(&list, S("zero")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_offsets),
		cmocka_unit_test(test_args),
		cmocka_unit_test(test_arg),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
