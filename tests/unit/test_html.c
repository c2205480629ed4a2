/* SPDX-License-Identifier: MIT
 * test_html: what authors write as HTML, made safe and sound for readers. */
#include "content/html/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Joins relative references to a page, and refuses scripts. */
static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	(void)ctx;
	if (str_istarts(ref, S("javascript:")))
		return false;
	if (str_istarts(ref, S("data:")))
		return use == LINK_MEDIA && (buf_add(out, ref), true);
	if (str_starts(ref, S("//")))
		buf_add(out, S("https:"));
	else if (str_find(ref, S(":")) == STR_NONE)
		buf_add(out, S("https://e.org/"));
	buf_add(out, ref);
	return true;
}

static const str hosts[] = {S_INIT("youtube.com")};

static const struct html_policy plain = {
	.resolve = resolve,
	.iframe_hosts = hosts,
	.n_iframe_hosts = COUNT(hosts),
};

static const struct html_policy with_ids = {
	.resolve = resolve,
	.id_prefix = S_INIT("p1-"),
};

struct row {
	const char *html;
	const char *wanted;
};

static const struct row elements[] = {
	/* What cmark writes stays as it is. */
	{"", ""},
	{"<p>a <em>b</em><br />\nc</p>\n<hr />\n",
	 "<p>a <em>b</em><br />\nc</p>\n<hr />\n"},
	{"<ul>\n<li>a</li>\n</ul>", "<ul>\n<li>a</li>\n</ul>"},
	{"<table><thead><tr><th>a</th></tr></thead></table>",
	 "<table><thead><tr><th>a</th></tr></thead></table>"},
	{"<figure><img src=\"a.png\"><figcaption>b</figcaption></figure>",
	 "<figure><img src=\"https://e.org/a.png\" />"
	 "<figcaption>b</figcaption></figure>"},

	/* Rule 26. */
	{"a<script>x</script><style>x</style><!-- x -->b", "ab"},
	{"<link><meta><base><title>x</title>a", "a"},
	{"<form>a<input><button>x</button><select><option>x</select>"
	 "<textarea>x</textarea></form>", "a\n"},
	{"<label>a</label><fieldset><legend>b</legend></fieldset>", "a\nb\n"},
	{"<noscript><p>x</p></noscript><template>x</template>a", "a"},
	{"<div hidden><p>x</p></div>a", "a"},
	{"<svg><text>x</text></svg>a", "a"},
	{"<math><mi>x</mi><mo>=</mo></math>",
	 "<math alttext=\"x=\"><mi>x</mi><mo>=</mo></math>"},
	{"<x-y>a</x-y> <font>b</font> <marquee>c</marquee>", "a b c"},
	{"<applet>x</applet><embed><object data='a.swf'></object>",
	 "<a href=\"https://e.org/a.swf\">https://e.org/a.swf</a>"},
	{"<object data='a.swf'><param><p>b</p></object>", "<p>b</p>"},
	{"<object data='a.swf'><embed src='b.swf'></object>",
	 "<a href=\"https://e.org/b.swf\">https://e.org/b.swf</a>"},
	{"<embed src='data:x,y'>", ""},
	{"<xmp><b></xmp>", "<pre>&lt;b&gt;</pre>"},

	/* iframes. */
	{"<iframe src='//www.youtube.com/e/1' title=t style=x></iframe>",
	 "<iframe src=\"https://www.youtube.com/e/1\" title=\"t\"></iframe>"},
	{"<iframe data-src='https://YouTube.com/e'>x</iframe>",
	 "<iframe src=\"https://YouTube.com/e\"></iframe>"},
	{"<iframe src='https://notyoutube.com/' title=' t '></iframe>",
	 "<a href=\"https://notyoutube.com/\">t</a>"},
	{"<iframe src='https://youtube.com@b.org/'></iframe>",
	 "<a href=\"https://youtube.com@b.org/\">"
	 "https://youtube.com@b.org/</a>"},
	{"<iframe src='https://youtube.com:x@b.org/'></iframe>",
	 "<a href=\"https://youtube.com:x@b.org/\">"
	 "https://youtube.com:x@b.org/</a>"},
	{"<a href=b><iframe src='http://c.org/'></iframe></a>",
	 "<a href=\"https://e.org/b\">http://c.org/</a>"},
	{"<iframe src='javascript:x'></iframe><iframe></iframe>", ""},

	/* Pictures. Rule 29. */
	{"<img src=a alt='b &amp; \"'>",
	 "<img src=\"https://e.org/a\" alt=\"b &amp; &quot;\" />"},
	{"a <img alt='b <c>'> <img src='' alt=d>", "a b &lt;c&gt; d"},
	{"<img src=a width=1 height='0px'><img width=1 src=a>",
	 "<img width=\"1\" src=\"https://e.org/a\" />"},
	{"<img src='data:image/gif;base64,R0' data-src=a>",
	 "<img src=\"https://e.org/a\" />"},
	{"<img src=b data-src=a>", "<img src=\"https://e.org/a\" />"},
	{"<img src=b data-src=''>", "<img src=\"https://e.org/b\" />"},
	{"<img src=b data-lazy-src=a>", "<img src=\"https://e.org/a\" />"},
	{"<img src=b data-original=c.png>",
	 "<img src=\"https://e.org/c.png\" />"},
	{"<img src=b data-lazy=true>", "<img src=\"https://e.org/b\" />"},
	{"<img src=b data-source=a>", "<img src=\"https://e.org/b\" />"},
	{"<img src=b> <noscript><img src=a></noscript>",
	 " <img src=\"https://e.org/a\" />"},
	{"<img src=b><noscript>x</noscript>",
	 "<img src=\"https://e.org/b\" />"},
	{"<img src=b>x<noscript><img src=a></noscript>",
	 "<img src=\"https://e.org/b\" />x<img src=\"https://e.org/a\" />"},
	{"<img src=b data-srcset='a 2x'>",
	 "<img src=\"https://e.org/b\" srcset=\"https://e.org/a 2x\" />"},
	{"<picture><source srcset=a><source><img src=b></picture>",
	 "<picture><source srcset=\"https://e.org/a\" />"
	 "<img src=\"https://e.org/b\" /></picture>"},
	{"<source src=a><track src=b>c", "c"},

	/* Code. Rule 28. */
	{"<pre class=hl><code class='x language-c'>a&lt;\n</code></pre>",
	 "<pre><code class=\"language-c\">a&lt;\n</code></pre>"},
	{"<pre>\n\na</pre><pre>&#13;b</pre>",
	 "<pre>\n\na</pre><pre>\n\nb</pre>"},
	{"<table><tr><td class='gutter gl'>1<td class=code>a</table>",
	 "<table><tbody><tr><td>a</td></tr></tbody></table>"},
	{"<h2>a <a class=headerlink href=#a>\xC2\xB6</a></h2>",
	 "<h2>a </h2>"},
	{"<h2><a class='x anchor' href=#a><svg></svg></a>a</h2>",
	 "<h2>a</h2>"},
	{"<h2>a <a class=anchor href=#a>##</a></h2>", "<h2>a </h2>"},
	{"<h2><a class=anchor href=b>###</a></h2>",
	 "<h2><a href=\"https://e.org/b\">###</a></h2>"},
	{"<h2><a class=anchor href=b>Long</a></h2>"
	 "<p><a class=anchor href=b>#</a></p>",
	 "<h2><a href=\"https://e.org/b\">Long</a></h2>"
	 "<p><a href=\"https://e.org/b\">#</a></p>"},
};

static const struct row attributes[] = {
	{"<p onclick=a style=b class=c data-d=e id=f lang=en dir=rtl>",
	 "<p lang=\"en\" dir=\"rtl\"></p>"},
	{"<a href=' b ' target=x rel=y name=z title=t>c</a>",
	 "<a href=\"https://e.org/b\" title=\"t\">c</a>"},
	{"<a href='javascript:x'>b</a><a>c</a>", "bc"},
	{"<a href='#b'>c</a>", "<a href=\"https://e.org/#b\">c</a>"},
	{"<blockquote cite=a>b</blockquote>",
	 "<blockquote cite=\"https://e.org/a\">b</blockquote>"},
	{"<q cite='javascript:x'>b</q>", "<q>b</q>"},
	{"<ol start=3 reversed type=a><li value=9>a</ol>",
	 "<ol start=\"3\" reversed=\"\" type=\"a\">"
	 "<li value=\"9\">a</li></ol>"},
	{"<video src=a poster=b controls autoplay></video>",
	 "<video src=\"https://e.org/a\" poster=\"https://e.org/b\" "
	 "controls=\"\"></video>"},
	{"<table border=1 width=9><tr><td colspan=2 align=right headers=a>b",
	 "<table width=\"9\"><tbody><tr><td colspan=\"2\" align=\"right\">b"
	 "</td></tr></tbody></table>"},
	{"<time datetime=2020>a</time><data value=1>b</data>",
	 "<time datetime=\"2020\">a</time><data value=\"1\">b</data>"},
	{"<p title='a&#13;&#xFDD0;&#x1F600;&#x1FFFE;\x01<'>",
	 "<p title=\"a\n\xF0\x9F\x98\x80&lt;\"></p>"},
};

static const struct row srcsets[] = {
	{"a", "https://e.org/a"},
	{"a 1x, b 2x", "https://e.org/a 1x, https://e.org/b 2x"},
	{" ,a,b 1x,c 640w ", "https://e.org/a,b 1x, https://e.org/c 640w"},
	{"a, b,, c", "https://e.org/a, https://e.org/b, https://e.org/c"},
	{"data:image/png;base64,A= 1x, b 2x",
	 "data:image/png;base64,A= 1x, https://e.org/b 2x"},
	{"javascript:x 1x, b 2x", "https://e.org/b 2x"},
	{"a (x), b 2x", "https://e.org/b 2x"},
};

/* Trees that a parser would not read back as they are. */
static const struct row repairs[] = {
	{"<p>a", "<p>a</p>"},
	{"a</b></p>c", "a<p></p>c"},
	{"<b><i>a</b>b</i>", "<b><i>a</i></b><i>b</i>"},
	{"<p>a<x-y><p>b</x-y></p>", "<p>a</p><p>b</p>"},
	{"<p>a<object><p>b</p></object>c</p>", "<p>a</p><p>b</p>c\n"},
	{"<p><object><p>b</p></object></p>", "<p>b</p>\n"},
	{"<p><b><object><div>a</div></object></b></p>", "<p><b>a\n</b></p>"},
	{"<p>a<table><tr><td>b</table>",
	 "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>"},
	{"<a href=b>c<table><tr><td><a href=d>e</a></table></a>",
	 "<a href=\"https://e.org/b\">c<table><tbody><tr><td>e</td></tr>"
	 "</tbody></table></a>"},
	{"<h1>a<h2>b</h2></h1>", "<h1>a</h1><h2>b</h2>"},
	{"<h1><span><h2>a</h2></span></h1>", "<h1><span>a\n</span></h1>"},
	{"<td>a</td><tr><li>b", "a<li>b</li>"},
	{"<li>a<form><li>b</form>", "<li>a\nb\n</li>"},
	{"<table>a<tr>b<td>c</table>",
	 "ab<table><tbody><tr><td>c</td></tr></tbody></table>"},
	{"<ruby>a<rt>b<b><rt>c</b></ruby>",
	 "<ruby>a<rt>b<b>c</b></rt></ruby>"},
	{"<nobr>a<nobr>b</nobr></nobr>", "ab"},
	{"<b><b><b><b>a</b></b></b></b>", "<b>a</b>"},
	{"<br></br>", "<br /><br />"},
	{"a < b & c &copy; &nosuch; \x01\x7F&#x80;&#0;",
	 "a &lt; b &amp; c \xC2\xA9 &amp;nosuch; \xE2\x82\xAC\xEF\xBF\xBD"},
	/* gumbo gives a byte that is not UTF-8. */
	{"a&#888888888888812;b", "ab"},
	{"<p title='a&#888888888888812;b'>", "<p title=\"ab\"></p>"},
	{"<![CDATA[x]]>a<table><math><mi><![CDATA[ x ]]>b",
	 "a<math alttext=\"b\"><mi>b</mi></math><table></table>"},
};

static const struct row ids[] = {
	{"<h2 id=a>b</h2>", "<h2 id=\"p1-a\">b</h2>"},
	{"<h2 id=p1-a>b</h2>", "<h2 id=\"p1-a\">b</h2>"},
	{"<h2 id='a b'>c</h2><p id=''>", "<h2>c</h2><p></p>"},
	{"<a id=a></a><a name=b>c</a>",
	 "<a id=\"p1-a\"></a><a name=\"p1-b\">c</a>"},
	{"<table><tr><td headers=' a  b'>c</table>",
	 "<table><tbody><tr><td headers=\"p1-a p1-b\">c</td></tr></tbody>"
	 "</table>"},
	{"<img id=a alt=b>", "b"},
};

static const struct row texts[] = {
	{"", ""},
	{"  a \t\n b ", "a b"},
	{"a &amp; b &lt;c&gt;&nbsp;d", "a & b <c>\xC2\xA0" "d"},
	{"<b>a</b>b<i> c</i>", "ab c"},
	{"<p>a</p><p>b<br>c</p><ul><li>d</ul>", "a b c d"},
	{"Vec<T> and Vec<Option<T>>", "Vec<T> and Vec<Option<T>>"},
	{"Edit <your-name> <b>now</b>", "Edit <your-name> now"},
	{"<x-y>a</x-y>", "<x-y>a</x-y>"},
	{"a < b > c", "a < b > c"},
	{"a<script>x</script><style>x</style>b", "ab"},
	{"The <script> element", "The element"},
	{"a<!-- x -->b\x01", "ab"},
};

static void
check_html(const struct row *rows, size_t count, const struct html_policy *p)
{
	struct arena scratch = {0};
	struct buf out = {0}, again = {0};

	for (size_t i = 0; i < count; i++) {
		buf_reset(&out);
		buf_reset(&again);
		assert_true(html_sanitize(&out, str_of(rows[i].html), p,
		    &scratch));
		assert_string_equal(buf_cstr(&out), rows[i].wanted);
		assert_true(html_sanitize(&again, buf_str(&out), p,
		    &scratch));
		assert_string_equal(buf_cstr(&again), rows[i].wanted);
		arena_reset(&scratch);
	}
	buf_free(&out);
	buf_free(&again);
	arena_free(&scratch);
}

/* What a page has beside its text. */
static const struct row hidden[] = {
	{"a<b hidden>b</b><i style='color:red; DISPLAY : none'>c</i>"
	 "<i style='display:block'>d</i>", "a<i>d</i>"},
	{"<h2>A <a href=#a>#</a></h2>", "<h2>A </h2>"},
	{"<h2><a href=/p/#a>\xC2\xB6</a> A</h2>", "<h2> A</h2>"},
	{"<h2>A<a href=#a><svg></svg></a></h2>", "<h2>A</h2>"},
	{"<h2>A b <a href=#a>Permalink to: A b</a></h2>", "<h2>A b </h2>"},
	{"<h2>A <a href=#a>Link to C</a></h2>",
	 "<h2>A <a href=\"https://e.org/#a\">Link to C</a></h2>"},
	{"<h2>A <a href=p>#</a></h2>",
	 "<h2>A <a href=\"https://e.org/p\">#</a></h2>"},
	{"<h2><a href=#a>A</a></h2>",
	 "<h2><a href=\"https://e.org/#a\">A</a></h2>"},
	{"<h2><a href=#a>#</a></h2>",
	 "<h2><a href=\"https://e.org/#a\">#</a></h2>"},
	{"<p>A <a href=#a>#</a></p>",
	 "<p>A <a href=\"https://e.org/#a\">#</a></p>"},
	{"<table><tr><td><pre>1\n2\n</pre><td><pre>a\nb\n</pre></table>",
	 "<table><tbody><tr><td><pre>a\nb\n</pre></td></tr></tbody></table>"},
	{"<table><tr><td>9<br>10<td><pre>a\nb\n</pre></table>",
	 "<table><tbody><tr><td><pre>a\nb\n</pre></td></tr></tbody></table>"},
	{"<table><tr><td>1<td><pre>a</pre></table>",
	 "<table><tbody><tr><td>1</td><td><pre>a</pre></td></tr></tbody>"
	 "</table>"},
	{"<table><tr><td>1 3<td><pre>a</pre></table>",
	 "<table><tbody><tr><td>1 3</td><td><pre>a</pre></td></tr></tbody>"
	 "</table>"},
	{"<table><tr><td>1 2<td>a</table>",
	 "<table><tbody><tr><td>1 2</td><td>a</td></tr></tbody></table>"},
	{"<pre><span>1</span>a\n<span>2</span>b\n</pre>",
	 "<pre>a\nb\n</pre>"},
	{"<pre><span><span>1</span>a\n</span><span><span>2</span>b</span></pre>",
	 "<pre><span>a\n</span><span>b</span></pre>"},
	{"<pre><span>1</span>a\n<span>3</span>b\n</pre>",
	 "<pre><span>1</span>a\n<span>3</span>b\n</pre>"},
	{"<pre><span>1</span>\n<span>2</span>\nx\n</pre>",
	 "<pre><span>1</span>\n<span>2</span>\nx\n</pre>"},
	{"<pre><span class=ln>7</span>a</pre>", "<pre>a</pre>"},
	{"<pre><i style='user-select: none'>7</i>a</pre>",
	 "<pre><i>7</i>a</pre>"},
	{"<pre><span style='user-select: none'>7</span>a</pre>",
	 "<pre>a</pre>"},
	{"<p><span class=ln>7</span>a</p>", "<p><span>7</span>a</p>"},
};

#define HALF "<mfrac><mn>1</mn><mn>2</mn></mfrac>"
#define TEX "<annotation encoding=\"application/x-tex\">\\frac12</annotation>"
/* A formula, as MathML, as TeX and as text. */
static const struct {
	const char *html, *mathml, *tex, *text;
} formulas[] = {
	{"<math>" HALF "</math>",
	 "<math alttext=\"1/2\">" HALF "</math>", "1/2", "1/2"},
	{"<math display=block onclick=x href=y><semantics>" HALF TEX
	 "</semantics></math>",
	 "<math display=\"block\" alttext=\"\\frac12\"><semantics>" HALF TEX
	 "</semantics></math>", "\\[\\frac12\\]", "1/2"},
	{"<math alttext='a&lt;b'><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>",
	 "<math alttext=\"a&lt;b\"><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>",
	 "\\(a&lt;b\\)", "a&lt;b"},
	{"<math><msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow>"
	 "</msub><msqrt><mn>2</mn></msqrt></math>",
	 "<math alttext=\"x_(i+1)\xE2\x88\x9A(2)\"><msub><mi>x</mi><mrow>"
	 "<mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub><msqrt><mn>2</mn>"
	 "</msqrt></math>", "x_(i+1)\xE2\x88\x9A(2)",
	 "x_(i+1)\xE2\x88\x9A(2)"},
	{"<math><mtext>a<script>x</script></mtext><maction>b</maction>"
	 "<mglyph src=c></mglyph></math>",
	 "<math alttext=\"ab\"><mtext>a</mtext>b</math>", "ab", "ab"},
	{"<span><span><math><mn>2</mn></math></span><span aria-hidden=true>2"
	 "</span></span>",
	 "<span><span><math alttext=\"2\"><mn>2</mn></math></span></span>",
	 "<span><span>2</span></span>", "<span><span>2</span></span>"},
	{"<p><math><mn>1</mn></math><b aria-hidden=true><math><mn>2</mn>"
	 "</math></b></p>", "<p><math alttext=\"1\"><mn>1</mn></math><b>"
	 "<math alttext=\"2\"><mn>2</mn></math></b></p>",
	 "<p>1<b>2</b></p>", "<p>1<b>2</b></p>"},
	{"<span aria-hidden=true>2</span>", "<span>2</span>",
	 "<span>2</span>", "<span>2</span>"},
	{"<script type='math/tex; mode=display'>a<b</script>",
	 "\\[a&lt;b\\]", "\\[a&lt;b\\]", "\\[a&lt;b\\]"},
	{"<b><math><mn>2</mn></math></b><script type=math/tex>2</script>",
	 "<b><math alttext=\"2\"><mn>2</mn></math></b>", "<b>2</b>",
	 "<b>2</b>"},
	{"<script>x</script>", "", "", ""},
};

static void
test_formulas(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(formulas); i++) {
		struct row row = {formulas[i].html, formulas[i].mathml};
		struct html_policy p = plain;

		check_html(&row, 1, &p);
		p.math = HTML_MATH_TEX;
		row.wanted = formulas[i].tex;
		check_html(&row, 1, &p);
		p.math = HTML_MATH_TEXT;
		row.wanted = formulas[i].text;
		check_html(&row, 1, &p);
	}
}

static void
test_hidden(void **state)
{
	(void)state;
	check_html(hidden, COUNT(hidden), &plain);
}

static void
test_elements(void **state)
{
	(void)state;
	check_html(elements, COUNT(elements), &plain);
}

static void
test_attributes(void **state)
{
	(void)state;
	check_html(attributes, COUNT(attributes), &plain);
}

static void
test_repairs(void **state)
{
	(void)state;
	check_html(repairs, COUNT(repairs), &plain);
}

static void
test_ids(void **state)
{
	(void)state;
	check_html(ids, COUNT(ids), &with_ids);
}

static void
test_srcsets(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(srcsets); i++) {
		struct row row = {
			arena_printf(&a, "<img src=i srcset=\"%s\">",
			    srcsets[i].html).ptr,
			arena_printf(&a, "<img src=\"https://e.org/i\" "
			    "srcset=\"%s\" />", srcsets[i].wanted).ptr,
		};

		check_html(&row, 1, &plain);
	}
	arena_free(&a);
}

static void
test_text(void **state)
{
	struct arena scratch = {0};
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		buf_reset(&out);
		html_text(&out, str_of(texts[i].html), &scratch);
		assert_string_equal(buf_cstr(&out), texts[i].wanted);
	}
	buf_free(&out);
	arena_free(&scratch);
}

/* The rows of the table are found by bisection: each must be. */
static void
test_allowed(void **state)
{
	static const char names[] = "abbr acronym address article aside audio "
	    "b bdi bdo big blockquote center cite code data dd del details "
	    "dfn dir div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 "
	    "header hgroup i ins kbd li main mark menu nav ol p picture pre "
	    "q ruby s samp section small span strike strong sub summary sup "
	    "table time tt u ul var video";
	str rest = str_of(names), name;
	struct arena a = {0};

	(void)state;
	while (str_word(&rest, &name)) {
		const char *html = arena_printf(&a, "<%.*s></%.*s>",
		    STR_ARG(name), STR_ARG(name)).ptr;

		check_html(&(struct row){html, html}, 1, &plain);
	}
	arena_free(&a);
}

/* What would keep a parser busy, and how much of it is still read. */
static const struct {
	const char *piece;
	int count;
	bool good;
} heaps[] = {
	{"<div>", 500, true},
	{"<div>", 501, false},
	{"<div>", 100000, false},
	{"<b>", 100000, false},
	{"<p><b>", 100000, false},
	{"<table>", 100000, false},
	{"<svg>", 100000, false},
	{"<ul><li>", 100000, false},
	{"<a \"", 100000, false},
	{"<li>", 100000, true},
	{"<p>", 100000, true},
	{"</p>", 100000, true},
	{"<!--", 100000, true},
	{"<![CDATA[>", 100000, true},
	{"<p><b>x</b></p>", 10000, true},
};

static void
test_heaps(void **state)
{
	struct arena scratch = {0};
	struct buf html = {0}, out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(heaps); i++) {
		buf_reset(&html);
		buf_reset(&out);
		buf_add(&out, S("x"));
		for (int n = 0; n < heaps[i].count; n++)
			buf_add(&html, str_of(heaps[i].piece));
		assert_int_equal(html_sanitize(&out, buf_str(&html), &plain,
		    &scratch), heaps[i].good);
		if (!heaps[i].good)
			assert_string_equal(buf_cstr(&out), "x");
		html_text(&out, buf_str(&html), &scratch);
		arena_reset(&scratch);
	}
	buf_free(&html);
	buf_free(&out);
	arena_free(&scratch);
}

/* Formatting that is left open comes back in each paragraph. */
static void
test_square_tree(void **state)
{
	struct arena scratch = {0};
	struct buf html = {0}, out = {0};

	(void)state;
	buf_add(&html, S("<p>"));
	for (int n = 0; n < 1900; n++)
		buf_printf(&html, "<b id=%d>", n);
	for (int n = 0; n < 20000; n++)
		buf_add(&html, S("<p>x"));
	assert_false(html_sanitize(&out, buf_str(&html), &plain, &scratch));
	assert_int_equal(out.len, 0);
	buf_free(&html);
	buf_free(&out);
	arena_free(&scratch);
}

static void
test_attribute_counts(void **state)
{
	struct arena scratch = {0};
	struct buf html = {0}, out = {0};

	(void)state;
	buf_add(&html, S("<p"));
	for (int n = 0; n < 200; n++)
		buf_printf(&html, " a%d=1", n);
	buf_add(&html, S(">"));
	assert_true(html_sanitize(&out, buf_str(&html), &plain, &scratch));
	html.len--;
	buf_add(&html, S(" b>"));
	assert_false(html_sanitize(&out, buf_str(&html), &plain, &scratch));
	buf_free(&html);
	buf_free(&out);
	arena_free(&scratch);
}

static void
test_escape(void **state)
{
	struct buf out = {0};

	(void)state;
	html_escape(&out, S("a<b>&\"'c"));
	assert_string_equal(buf_cstr(&out), "a&lt;b&gt;&amp;&quot;'c");
	buf_free(&out);
}

/* HTML that is nested too deeply keeps its text, and no program. */
static void
test_bare(void **state)
{
	static const struct {
		const char *html, *want;
	} rows[] = {
		{"<p>a<b>b</b></p>", "<p>a b </p>\n"},
		{"a<script>x()</script>b", "<p>a b</p>\n"},
		{"a<STYLE media=x>p{}</STYLE>b", "<p>a b</p>\n"},
		{"a<scripts>b</scripts>c", "<p>a b c</p>\n"},
		{"a<script>x()", "<p>a </p>\n"},
		{"a<style>p{}</p>b</style>c", "<p>a c</p>\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = {0};
		struct buf out = {0};

		html_bare(&out, str_of(rows[i].html), &plain, &a);
		assert_string_equal(buf_cstr(&out), rows[i].want);
		buf_free(&out);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_elements),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_formulas),
		cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_repairs),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_srcsets),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_allowed),
		cmocka_unit_test(test_heaps),
		cmocka_unit_test(test_bare),
		cmocka_unit_test(test_square_tree),
		cmocka_unit_test(test_attribute_counts),
		cmocka_unit_test(test_escape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
