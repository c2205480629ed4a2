/* SPDX-License-Identifier: MIT
 * test_body: the text of a post, with what its generator does in it done:
 * tags, templates of the site, Liquid's expressions. */
#include "content/tags/body.h"

#include "content/tags/template.h"
#include "support.h"

static struct matter matters[] = {
	{.title = S_INIT("A *t*"), .url = S_INIT("https://example.org/a/")},
	{.title = S_INIT("B <i>"), .url = S_INIT("https://example.org/b/")},
};
static struct post posts[] = {
	{.path = S_INIT("a.md"), .matter = &matters[0]},
	{.path = S_INIT("b.md"), .matter = &matters[1]},
};

/* Expands a body in a file with front matter of four lines. */
static void
expand(struct buf *out, const char *settings, const char *body,
    struct diags *d, struct drops *drops)
{
	struct arena a = {0};
	struct config c;
	struct buf file = {0};
	struct front_matter fm;
	struct source src = {S("a.md"), {0}};
	struct sources sources = {0};
	struct body_env env = {&c, NULL, drops, &sources, NULL, false, NULL};
	struct body b = {.env = &env, .post = &posts[0], .src = &src,
		.front = &fm, .arena = &a, .diags = d};

	make_config(&c, &a, settings);
	buf_printf(&file, "---\nk: v&\nm: {n: deep}\n---\n%s", body);
	src.text = buf_str(&file);
	env.index = post_index_open(&c, posts, COUNT(posts), &a);
	assert_true(front_matter_cut(&fm, &src, c.posts.generator, d));
	buf_add(out, body_expand(&b, fm.body));
	post_index_close(env.index);
	buf_free(&file);
	arena_free(&a);
}

#define HUGO "posts.dialect=hugo\n"
#define ZOLA "posts.dialect=zola\n"
#define JEKYLL "posts.dialect=jekyll\n"
#define HEXO "posts.dialect=hexo\n"
#define T(map) "shortcodes={" map "}\n"

static const struct {
	const char *settings, *body, *want;
	const char *diags; /* with the report of what is unknown */
} rows[] = {
	{HUGO, "plain", "plain", ""},
	{HUGO, "a { b } {{ c }}", "a { b } {{ c }}", ""},
	{HUGO, "{{< youtube x >}}",
	    "<a href=\"https://www.youtube.com/watch?v=x\">"
	    "https&#58;//www.youtube.com/watch?v=x</a>", ""},
	{HUGO, "{{< youtube >}}", "", "tag-argument 5:1 'youtube' has no id"},
	{HUGO, "é\né {{< gist a b c.txt >}}",
	    "é\né <a href=\"https://gist.github.com/a/b\">"
	    "https&#58;//gist.github.com/a/b</a>", ""},
	{HUGO, "é {{< figure >}}", "é ",
	    "tag-argument 5:3 'figure' has no picture"},
	{HUGO, "{{< figure src=\"a\nb\" >}}",
	    "<figure><img src=\"a b\"></figure>", ""},
	{HUGO, "{{< highlight x >}}\na\n{{< /highlight >}}", "```x\na\n```",
	    ""},
	{HUGO, "b {{< highlight `a``b` >}}`` ```` {{< /highlight >}} c",
	    "b \n\n`````a\n`` ````\n`````\n c", ""},
	{HUGO, "- {{< highlight x >}}\na\n\nb\n{{< /highlight >}}",
	    "- ```x\n  a\n  \n  b\n  ```", ""},
	{HUGO, "{{< ref b >}} {{< relref \"b#x\" >}}",
	    "https://example.org/b/ /b/#x", ""},
	{HUGO, "[x]({{< ref c >}})", "[x](feedmill:nowhere)",
	    "tag-target 5:5 'ref' names 'c', and there is no such post"},
	{HUGO, "{{< param k >}} {{< param \"m.n\" >}}", "v& deep", ""},
	{HUGO, "{{< q >}}a{{< y >}}b{{< /q >}}", "ab",
	    "tag-dropped 5:1 unknown shortcode 'q': dropped 1 time, and the text "
	    "in it stays; under 'shortcodes:' "
	    "write q: '<blockquote>{inner}</blockquote>'\n"
	    "tag-dropped 5:11 unknown shortcode 'y': dropped 1 time; under 'shortcodes:' "
	    "write y: ''"},
	{HUGO, "a\n{{< q >}}\nb", "a\n<!-- -->\nb",
	    "tag-dropped 6:1 unknown shortcode 'q': dropped 1 time; under 'shortcodes:' "
	    "write q: ''"},
	{HUGO, "a\n{{< q >}}\n\nb", "a\n\n\nb",
	    "tag-dropped 6:1 unknown shortcode 'q': dropped 1 time; under 'shortcodes:' "
	    "write q: ''"},
	{HUGO, "`{{< x >}}` {{</* x */>}}", "`{{< x >}}` {{< x >}}", ""},
	{HUGO, "{{< comment >}}a{{< /comment >}}b", "b", ""},
	{HUGO, "{{< /x >}}", "", "tag-stray 5:1 '{{< /x >}}' closes no "
	    "shortcode"},
	{HUGO, "{{< highlight x >}}", "", "tag-open 5:1 shortcode 'highlight' "
	    "is never closed"},
	{HUGO, "{{< x", " x", "tag-open 5:1 '{{<' is never closed"},
	/* A site's own. */
	{HUGO T("a: '<b c=\"{x}\">{0}{y?}</b>'"), "{{< a x=\"<'`\" >}}",
	    "<b c=\"&#60;&#39;&#96;\"></b>", "tag-argument 5:1 'a' has no "
	    "argument '0'"},
	{HUGO T("a: '<i>{inner}</i>'"), "x {{< a >}}*b*{{< /a >}}",
	    "x <i>*b*</i>", ""},
	{HUGO T("a: '<p>{inner}</p>'"), "{{< a >}}*b*{{< /a >}}",
	    "<p>\n\n*b*\n\n</p>", ""},
	{HUGO T("a: '{permalink:0} {title:0}'"), "{{< a b >}}",
	    "https://example.org/b/ B &#60;i&#62;", ""},
	/* What a template gives is not expanded again. */
	{JEKYLL T("a: '{0}'"), "{% a \"{{ page.title }}\" %}",
	    "&#123;&#123; page.title &#125;&#125;", ""},
	{ZOLA, "{{ youtube(id=\"x\") }} {{ x }}",
	    "<a href=\"https://www.youtube.com/watch?v=x\">"
	    "https&#58;//www.youtube.com/watch?v=x</a> {{ x }}", ""},
	{ZOLA T("q: '<q>{inner}</q>'"), "a {% q() %}b{% end %}",
	    "a <q>b</q>", ""},
	/* Liquid. */
	{JEKYLL, "{{ page.title }} {{ k }} {{ page.m.n }}", "A *t* v& deep",
	    ""},
	{JEKYLL, "{{ \"/x\" | relative_url }} {{ 'x' | absolute_url }}",
	    "/x https://example.org/x", ""},
	{JEKYLL "site.url=https://e.org/b/\n",
	    "{{ \"/x\" | url }} {{ \"x\" | url }} {{ site.url }} "
	    "{{ site.baseurl }}", "/b/x x https://e.org /b", ""},
	{JEKYLL, "{{ \"a|b\" | append: 'c' | prepend: k | upcase }}",
	    "V&A|BC", ""},
	{JEKYLL, "{{ \"<a b>\" | escape }} {{ \"A b!\" | slugify }} "
	    "{{ \"aXa\" | replace: \"a\", \"b\" | remove: 'X' }}",
	    "&lt;a b&gt; a-b bb", ""},
	{JEKYLL, "{{ no | default: \"x\" }} {{ \"\" | default: k }}",
	    "x v&", ""},
	{JEKYLL, "a {{- 'b' -}} c", "abc", ""},
	{JEKYLL, "{{ no }} {{ 'x' | f }} {% g %} `{{ no }}`", "   `{{ no }}`",
	    "tag-unknown 5:10 unknown filter 'f': dropped 1 time\n"
	    "tag-dropped 5:24 unknown tag 'g': dropped 1 time; under 'shortcodes:' "
	    "write g: ''\n"
	    "tag-unknown 5:1 unknown variable 'no': dropped 1 time"},
	{JEKYLL, "[a]({{ no }}) <a href=\"{{ no }}\" title=\"{{ no }}\">",
	    "[a](feedmill:nowhere) <a href=\"feedmill:nowhere\" title=\"\">",
	    "tag-unknown 5:5 unknown variable 'no': dropped 3 times"},
	{JEKYLL T("f: '<b>{0}{1}</b>', x.html: '{a}'"),
	    "{{ k | f: 'y' }} {% include x.html a=\"z\" %}",
	    "<b>v&#38;y</b> z", ""},
	{JEKYLL, "{% raw %}{{ a }}{% endraw %}{% comment %}b"
	    "{% endcomment %}", "{{ a }}", ""},
	{JEKYLL, "{% if a %}b{% else %}c{% endif %}", "b",
	    "tag-unknown 5:1 unknown condition of 'if': dropped 1 time"},
	{JEKYLL, "a{% if page.k == 'v' %}b{% elsif page.k %}c{{ k }}{% else %}"
	    "{{ x }}{% endif %}d", "acv&d", ""},
	{JEKYLL, "{% if page.k %}a{% if x %}b{% else %}c{% endif %}d{% else %}"
	    "e{% endif %}", "abd",
	    "tag-unknown 5:17 unknown condition of 'if': dropped 1 time"},
	{JEKYLL, "{% unless page.k %}{{ x }}{% endunless %}y", "y", ""},
	{JEKYLL, "{% case page.k %} z {% when 'a' %}a{% when 'v&' %}v"
	    "{% endcase %}", "v", ""},
	{JEKYLL, "{% for i in l %}a {{ i }}{% else %}b{% endfor %}c", "c",
	    "tag-unknown 5:1 unknown condition of 'for': dropped 1 time"},
	{JEKYLL, "{% for i in l %}a{% break %}{% endfor %}c", "ac",
	    "tag-unknown 5:1 unknown condition of 'for': dropped 1 time"},
	{JEKYLL, "`{% if a %}b{% else %}c{% endif %}`",
	    "`{% if a %}b{% else %}c{% endif %}`", ""},
	{JEKYLL, "{% if true %}a{% endif %}{% else %}{% if x %}b", "ab",
	    "tag-unknown 5:36 unknown tag 'if': dropped 1 time"},
	{JEKYLL T("if: 'T{inner}'"), "{% if a %}b{% else %}c{% endif %}",
	    "Tbc", ""},
	/* White space around tags that it is to leave. */
	{JEKYLL, "a {%- if false -%} b {%- else -%} c {%- endif -%} d", "acd",
	    ""},
	{JEKYLL, "{% assign a = 'x' | upcase %}{% capture b %}{{ a }}y"
	    "{% endcapture %}{{ b }}{{ a }}", "XyX", ""},
	{JEKYLL, "{% assign a = 'x' %}{% if a == 'x' %}y{% endif %}", "y", ""},
	{JEKYLL, "{% assign a = b | where: 'c' %}{{ a }}", "",
	    "tag-unknown 5:32 unknown variable 'a': dropped 1 time\n"
	    "tag-unknown 5:1 unknown variable 'b': dropped 1 time"},
	{JEKYLL, "{% assign a %}", "",
	    "tag-unknown 5:1 unknown tag 'assign': dropped 1 time"},
	{JEKYLL, "{% capture a %}b", "b",
	    "tag-open 5:1 tag 'capture' is never closed"},
	{HEXO, "{% set a = 'x' %}{{ a }}{% set b %}y{% endset %}{{ b }}",
	    "xy", ""},
	/* Comments of Nunjucks. */
	{HEXO, "a{# b {{ c }}\n\n#}d", "ad", ""},
	{HEXO, "`{# a #}` {#} b #}", "`{# a #}` {#} b #}", ""},
	{HEXO, "{#id} a {# b #} {# c", "{#id} a  {# c", ""},
	{JEKYLL, "a {# b #}", "a {# b #}", ""},
	{JEKYLL, "{% highlight x %}\n{{ k }} {% y %}\n{% endhighlight %}",
	    "```x\nv& {% y %}\n```", ""},
	{JEKYLL, "a\n{: .b}\n\n{% post_url b %}", "a\n{: .b}\n\n/b/", ""},
	{JEKYLL, "{% img a/b.png 1 2 \"t\" \"u\" %}",
	    "<img src=\"a/b.png\" width=\"1\" height=\"2\" alt=\"u\">", ""},
	{HEXO, "{% post_link b %} {% asset_img a.png x y %}",
	    "<a href=\"https://example.org/b/\">B &#60;i&#62;</a> "
	    "<img src=\"a.png\" alt=\"y\">", ""},
	{"posts.dialect=plain\n", "{{< a >}} {% b %} {: .c}",
	    "{{< a >}} {% b %} {: .c}", ""},
};

static void
test_expand(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diags d = {0};
		struct drops drops = {0};

		expand(&b, rows[i].settings, rows[i].body, &d, &drops);
		check_buf(rows[i].body, &b, rows[i].want);
		drops_report(&drops, &d);
		if (rows[i].diags)
			check_diags(rows[i].body, &d, rows[i].diags);
		diags_free(&d);
	}
	buf_free(&b);
}

static const struct {
	const char *template, *diags;
} templates[] = {
	{"'a {b} {0} {b-c?} {inner} {title:0} {permalink:x}'", ""},
	{"''", ""},
	{"'{'", "config-value 0:0 shortcodes.t has a '{' that is never closed"},
	{"'{}'", "config-value 0:0 shortcodes.t has '{}', expected the name or "
	    "number of an argument, or inner"},
	{"'{a b}'", "config-value 0:0 shortcodes.t has '{a b}', expected the "
	    "name or number of an argument, or inner"},
	{"'{x:0}'", "config-value 0:0 shortcodes.t has '{x:0}', expected "
	    "permalink or title and an argument"},
	{"'{titel:0}'", "config-value 0:0 shortcodes.t has '{titel:0}', "
	    "expected permalink or title and an argument, did you mean "
	    "'title'?"},
	{"{a: b}", "config-type 0:0 shortcodes.t is a map, expected a "
	    "template"},
};

static void
test_templates(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(templates); i++) {
		struct diags d = {0};
		struct config c;

		buf_printf(&b, "shortcodes.t=%s", templates[i].template);
		make_config(&c, &a, buf_cstr(&b));
		assert_int_equal(templates_check(&c, &d),
		    templates[i].diags[0] == '\0');
		/* The place within --set is of no interest here. */
		for (struct diag *g = d.first; g; g = g->next)
			g->at = (struct mark){0};
		check_diags(templates[i].template, &d, templates[i].diags);
		buf_reset(&b);
	}
	buf_free(&b);
	arena_free(&a);
}

/* Each post tells of some tags, and how many more there are. */
static void
test_many(void **state)
{
	struct buf text = {0}, out = {0};
	struct diags d = {.most = 20};
	struct drops drops = {0};

	(void)state;
	for (int i = 0; i < 3000; i++)
		buf_printf(&text, "{{< youtube >}}{{< n%d >}}{{< /m >}}", i);
	expand(&out, HUGO, buf_cstr(&text), &d, &drops);
	check_buf("text", &out, "");
	diags_sum(&d, NULL);
	assert_int_equal(d.counts[DIAG_WARNING], 42);
	check_str("last", d.last->message, "and 2980 more like these");
	d.most = 0;
	drops_report(&drops, &d);
	assert_int_equal(d.counts[DIAG_WARNING], 42 + 100);
	diags_free(&d);
	buf_free(&text);
	buf_free(&out);
}

static void
test_levels(void **state)
{
	(void)state;
	for (int levels = 50; levels <= 51; levels++) {
		struct buf text = {0}, out = {0};
		struct diags d = {0};
		struct drops drops = {0};

		for (int i = 0; i < levels; i++)
			buf_add(&text, S("{{< a >}}"));
		for (int i = 0; i < levels; i++)
			buf_add(&text, S("{{< /a >}}"));
		expand(&out, HUGO T("a: '({inner})'"), buf_cstr(&text), &d,
		    &drops);
		assert_int_equal(out.len, 2 * 50);
		assert_int_equal(d.counts[DIAG_WARNING], levels == 51);
		drops_free(&drops);
		diags_free(&d);
		buf_free(&text);
		buf_free(&out);
	}
}

/* Each text of a megabyte ends soon, in no more than so much. */
static void
test_hostile(void **state)
{
	static const char *const settings[] = {
		HUGO T("a: '<b>{inner}</b>'"), ZOLA T("a: '<b>{inner}</b>'"),
		JEKYLL T("a: '<b>{inner}</b>'"), "posts.dialect=pelican",
		"posts.dialect=eleventy"};
	static const char *const pieces[] = {"{{<", "{{< a >}}", "{{< /a >}}",
		"{{</*", "{{< \"", "{{% a", "{{ a(", "{% a() %}", "{% end %}",
		"{{/*", "{{", "{%", "{% raw %}", "{% comment %}", "{% a %}",
		"{% enda %}", "{{ x | ", "{{ x }", "\n{% a %}\n", "{: .a }",
		"{% highlight x %}\n", "    {% highlight x %}\n\n", "`{{ a }}",
		"{{ page.title | append: page.title }}"};
	struct buf text = {0}, out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(settings); i++)
		for (size_t k = 0; k < COUNT(pieces); k++) {
			struct diags d = {.most = 20};
			struct drops drops = {0};

			while (text.len < 400000)
				buf_add(&text, str_of(pieces[k]));
			expand(&out, settings[i], buf_cstr(&text), &d,
			    &drops);
			assert_true(out.len < 4 * text.len + 1000);
			assert_true(d.counts[DIAG_WARNING] <= 21);
			buf_reset(&text);
			buf_reset(&out);
			drops_free(&drops);
			diags_free(&d);
		}
	buf_free(&text);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expand),
		cmocka_unit_test(test_templates),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
