/* SPDX-License-Identifier: MIT
 * test_kramdown: kramdown's Markdown. What each row wants has the words, the
 * elements and the addresses that kramdown 2.4 gives, but for parts of tables,
 * of which there is one body. */
#include "content/markdown/kramdown/kramdown.h"
#include "content/markdown/node_html.h"

#include "support.h"

static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	(void)ctx;
	(void)use;
	buf_add(out, ref);
	return true;
}

static const struct html_policy policy = {.resolve = resolve};

static const struct {
	const char *text, *want;
} rows[] = {
	/* Paragraphs, and what interrupts them */
	{"", ""},
	{"a\nb", "<p>a\nb</p>\n"},
	{"a\n\n\nb", "<p>a</p>\n<p>b</p>\n"},
	{"   a\n    b", "<p>a\n    b</p>\n"},
	{"a\n# b", "<p>a</p>\n<h1>b</h1>\n"},
	{"a\n#b", "<p>a\n#b</p>\n"},
	{"a\n> b", "<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n"},
	{"a\n- b", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n"},
	{"a\n-b", "<p>a\n-b</p>\n"},
	{"a\n1. b", "<p>a</p>\n<ol>\n<li>b</li>\n</ol>\n"},
	{"a\n1) b", "<p>a\n1) b</p>\n"},
	{"a\n---", "<h2>a</h2>\n"},
	{"a\n***", "<p>a\n***</p>\n"},
	{"a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
	{"a\n```\nb\n```", "<p>a</p>\n<pre><code>b\n</code></pre>\n"},
	{"a\n```\nb", "<p>a\n```\nb</p>\n"},
	{"a\n<div>b</div>", "<p>a</p>\n<div>b</div>\n"},
	{"a\n<b>c</b>", "<p>a\n<b>c</b></p>\n"},
	{"a\n    b", "<p>a\n    b</p>\n"},
	{"a\n^\nb", "<p>a</p>\n<p>b</p>\n"},
	{"a\n{:.x}\nb", "<p>a</p>\n<p>b</p>\n"},
	{"a\r\nb\rc", "<p>a\nb\nc</p>\n"},
	/* Headings */
	{"# a", "<h1>a</h1>\n"},
	{"#a", "<p>#a</p>\n"},
	{"####### a", "<p>####### a</p>\n"},
	{"# a #", "<h1>a</h1>\n"},
	{"# a#", "<h1>a#</h1>\n"},
	{"# a \\#", "<h1>a #</h1>\n"},
	{"# a {#b}", "<h1>a</h1>\n"},
	{"# a {b}", "<h1>a {b}</h1>\n"},
	{"#", "<p>#</p>\n"},
	{"# ", "<p>#</p>\n"},
	{"a\n=", "<h1>a</h1>\n"},
	{"a\n-", "<h2>a</h2>\n"},
	{"a\n---", "<h2>a</h2>\n"},
	{"a\nb\n===", "<p>a\nb\n===</p>\n"},
	{"    a\n===", "<pre><code>a ===\n</code></pre>\n"},
	{"   a\n===", "<h1>a</h1>\n"},
	{"a {#b}\n===", "<h1>a</h1>\n"},
	{"a\n=== b", "<p>a\n=== b</p>\n"},
	{" # a", "<p># a</p>\n"},
	{"   a\n---   ", "<h2>a</h2>\n"},
	{"# a\nb", "<h1>a</h1>\n<p>b</p>\n"},
	/* Quotes */
	{"> a\nb", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"},
	{"> a\n\nb", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n"},
	{"> a\n>b\n>\n> c",
	    "<blockquote>\n<p>a\nb</p>\n<p>c</p>\n</blockquote>\n"},
	{">a\n> > b",
	    "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n"
	    "</blockquote>\n"},
	{"   > a", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
	{"    > a", "<pre><code>&gt; a\n</code></pre>\n"},
	{"> # a\n> - b",
	    "<blockquote>\n<h1>a</h1>\n<ul>\n<li>b</li>\n</ul>\n"
	    "</blockquote>\n"},
	{"> a\n<div>b</div>",
	    "<blockquote>\n<p>a</p>\n</blockquote>\n<div>b</div>\n"},
	{"> a\n{:.x}", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
	/* Indented code */
	{"    a", "<pre><code>a\n</code></pre>\n"},
	{"   a", "<p>a</p>\n"},
	{"\ta\n\tb", "<pre><code>a\nb\n</code></pre>\n"},
	{"    a\n\n    b", "<pre><code>a\n\nb\n</code></pre>\n"},
	{"    a\n\n\n    b\nc", "<pre><code>a\n\n\nb c\n</code></pre>\n"},
	{"a\n\n    b\n\nc",
	    "<p>a</p>\n<pre><code>b\n</code></pre>\n<p>c</p>\n"},
	{"    a\nb", "<pre><code>a b\n</code></pre>\n"},
	{"    a\n{:.x}\nb", "<pre><code>a\n</code></pre>\n<p>b</p>\n"},
	{"    a\n^\n    b",
	    "<pre><code>a\n</code></pre>\n<pre><code>b\n</code></pre>\n"},
	{"        a", "<pre><code>    a\n</code></pre>\n"},
	/* Fenced code */
	{"```\na\n```", "<pre><code>a\n</code></pre>\n"},
	{"~~~\na\n~~~", "<pre><code>a\n</code></pre>\n"},
	{"``` c\na\n```",
	    "<pre><code class=\"language-c\">a\n</code></pre>\n"},
	{"```c?x=1\na\n```",
	    "<pre><code class=\"language-c\">a\n</code></pre>\n"},
	{"``` a b\nc\n```", "<p><code>a b\nc\n</code></p>\n"},
	{"```\na", "<p>```\na</p>\n"},
	{"````\n```\n````", "<pre><code>```\n</code></pre>\n"},
	{"```\na\n````", "<pre><code>a\n</code></pre>\n"},
	{"   ```\na\n   ```", "<pre><code>a\n</code></pre>\n"},
	{"    ```\na\n    ```", "<pre><code>``` a\n```\n</code></pre>\n"},
	{"  ```\n  a\n b\n  ```", "<pre><code>a\nb\n</code></pre>\n"},
	{"~~~\n```\n~~~", "<pre><code>```\n</code></pre>\n"},
	{"```\n\n```", "<pre><code>\n</code></pre>\n"},
	{"~~\na\n~~", "<p>~~\na\n~~</p>\n"},
	/* Rules */
	{"---", "<hr />\n"},
	{"***", "<hr />\n"},
	{"_ _ _", "<hr />\n"},
	{"--", "<p>\u2013</p>\n"},
	{"-*-", "<p>-*-</p>\n"},
	{"  * * *  ", "<hr />\n"},
	{"    ---", "<pre><code>---\n</code></pre>\n"},
	{"- - -", "<hr />\n"},
	/* Lists */
	{"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
	{"* a\n+ b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
	{"- a\n\n- b",
	    "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n"
	    "</ul>\n"},
	{"- a\n- b\n\n- c",
	    "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n<li>c</li>\n"
	    "</ul>\n"},
	{"- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"},
	{"- a\n\n b", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n"},
	{"- a\nb", "<ul>\n<li>a\nb</li>\n</ul>\n"},
	{"- a\n  - b\n    - c",
	    "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n"
	    "</li>\n</ul>\n</li>\n</ul>\n"},
	{"- a\n - b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
	{"- a\n    - b",
	    "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
	{"1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"},
	{"3. a", "<ol>\n<li>a</li>\n</ol>\n"},
	{"1) a", "<p>1) a</p>\n"},
	{"-a", "<p>-a</p>\n"},
	{"-", "<p>-</p>\n"},
	{"- ", "<ul>\n<li></li>\n</ul>\n"},
	{"- a\n\n\n- b",
	    "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n"
	    "</ul>\n"},
	{"- a\n^\n- b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"},
	{"- a\n\n^\n- b",
	    "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<ul>\n<li>b</li>\n"
	    "</ul>\n"},
	{"- a\n\n      b",
	    "<ul>\n<li>\n<p>a</p>\n<pre><code>b\n</code></pre>\n"
	    "</li>\n</ul>\n"},
	{"- a\n\n       b",
	    "<ul>\n<li>\n<p>a</p>\n<pre><code> b\n</code></pre>\n"
	    "</li>\n</ul>\n"},
	{"-   a\n    b", "<ul>\n<li>a\nb</li>\n</ul>\n"},
	{"- a\n***", "<ul>\n<li>a\n***</li>\n</ul>\n"},
	{"- a\n\n***", "<ul>\n<li>a</li>\n</ul>\n<hr />\n"},
	{"- a\n# b", "<ul>\n<li>a\n<h1>b</h1>\n</li>\n</ul>\n"},
	{"- a\n  # b", "<ul>\n<li>a\n<h1>b</h1>\n</li>\n</ul>\n"},
	{"- a\n\n  > b",
	    "<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n"
	    "</li>\n</ul>\n"},
	{"- # a", "<ul>\n<li>\n<h1>a</h1>\n</li>\n</ul>\n"},
	{"- a\n{:.x}", "<ul>\n<li>a</li>\n</ul>\n"},
	{"- {:.x} a", "<ul>\n<li>a</li>\n</ul>\n"},
	{"- a\n  {:.x}\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
	{"1. a\n- b", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"},
	{"- a\n1. b", "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n"},
	{"- a\n  1. b",
	    "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n"},
	{"- [ ] a\n- [x] b\n- [X] c",
	    "<ul>\n<li>\u2610 a</li>\n<li>\u2611 b</li>\n<li>\u2611 c</li>\n"
	    "</ul>\n"},
	{"- [y] a", "<ul>\n<li>[y] a</li>\n</ul>\n"},
	{"- [ ]a", "<ul>\n<li>[ ]a</li>\n</ul>\n"},
	{"\t- a", "<pre><code>- a\n</code></pre>\n"},
	{"- a\n\tb", "<ul>\n<li>a\n  b</li>\n</ul>\n"},
	{"- a\n\n\tb", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"},
	{"-\ta\n\n\tb", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"},
	{"10. a\n\n    b", "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n"},
	{"10. a\n\n   b", "<ol>\n<li>a</li>\n</ol>\n<p>b</p>\n"},
	{"- a\n<div>b</div>", "<ul>\n<li>a</li>\n</ul>\n<div>b</div>\n"},
	{"- a\n\nb", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n"},
	{"* a\n\n      code\n* b",
	    "<ul>\n<li>\n<p>a</p>\n<pre><code>code\n</code></pre>\n"
	    "</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"},
	{"* TOC\n{:toc}\n\n# a", "<h1>a</h1>\n"},
	/* Definition lists */
	{"a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
	{"a\n:b", "<p>a\n:b</p>\n"},
	{"a\n: b\n: c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n"},
	{"a\nb\n: c", "<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n</dl>\n"},
	{"a\n\n: b", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n"},
	{"a\n\n\n: b", "<p>a</p>\n<p>: b</p>\n"},
	{"a\n: b\n\nc\n: d",
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>d</dd>\n"
	    "</dl>\n"},
	{"a\n: b\n  c", "<dl>\n<dt>a</dt>\n<dd>b\nc</dd>\n</dl>\n"},
	{"a\n: b\n\n  c", "<dl>\n<dt>a</dt>\n<dd>b\n<p>c</p>\n</dd>\n</dl>\n"},
	{"a\n: b\n\n c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<p>c</p>\n"},
	{"a\n: - b",
	    "<dl>\n<dt>a</dt>\n<dd>\n<ul>\n<li>b</li>\n</ul>\n</dd>\n"
	    "</dl>\n"},
	{"a\n    : b", "<p>a\n    : b</p>\n"},
	{"a\n   : b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"},
	{": a", "<p>: a</p>\n"},
	{"# a\n: b", "<h1>a</h1>\n<p>: b</p>\n"},
	/* Tables */
	{"|a|b|\n|-|-|\n|c|d|",
	    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n"
	    "</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n"
	    "</tbody>\n</table>\n"},
	{"a|b\n-|-\nc|d",
	    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n"
	    "</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n"
	    "</tbody>\n</table>\n"},
	{"|a|b|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n"
	    "</tbody>\n</table>\n"},
	{"a|b",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n"
	    "</tbody>\n</table>\n"},
	{"|a|b|\n|c|d|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n"
	    "<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"},
	{"|a|b|\n|-|-|", "<p>|a|b|\n|-|-|</p>\n"},
	{"|-|-|\n|a|b|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n"
	    "</tbody>\n</table>\n"},
	{"|:-|-:|:-:|\n|a|b|c|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n<td>c</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"|a|b|c|\n|:-|-:|:-:|\n|a|b|c|",
	    "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n"
	    "<th align=\"right\">b</th>\n<th align=\"center\">c</th>\n"
	    "</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"left\">a</td>\n"
	    "<td align=\"right\">b</td>\n<td align=\"center\">c</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"|a\\|b|c|",
	    "<table>\n<tbody>\n<tr>\n<td>a|b</td>\n<td>c</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"|`a|b`|c|",
	    "<table>\n<tbody>\n<tr>\n<td><code>a|b</code></td>\n"
	    "<td>c</td>\n</tr>\n</tbody>\n</table>\n"},
	{"a\n|b|c|", "<p>a\n|b|c|</p>\n"},
	{"|a|b|\nc", "<p>|a|b|\nc</p>\n"},
	{"|a|b|\n|c|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n"
	    "<tr>\n<td>c</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n"},
	{"|a|\n|-|\n|b|\n|=|\n|c|",
	    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
	    "<tbody>\n<tr>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"|a|\n|-|\n|b|\n|-|\n|c|",
	    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
	    "<tbody>\n<tr>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"a \\| b", "<p>a | b</p>\n"},
	{"`a|b`", "<p><code>a|b</code></p>\n"},
	{"|a|*b|c*|",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>*b</td>\n<td>c*</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	{"| a |   | b |",
	    "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td></td>\n<td>b</td>\n"
	    "</tr>\n</tbody>\n</table>\n"},
	/* HTML blocks */
	{"<div>*a*</div>", "<div>*a*</div>\n"},
	{"<div>\n\n*a*\n\n</div>", "<div>\n\n*a*\n\n</div>\n"},
	{"<div markdown=\"1\">\n*a*\n</div>",
	    "<div markdown=\"1\">\n<p><em>a</em></p>\n</div>\n"},
	{"<div markdown=\"1\">*a*</div>",
	    "<div markdown=\"1\">\n<p><em>a</em>&lt;/div&gt;</p>\n"
	    "</div>\n"},
	{"<p markdown=\"1\">*a*</p>", "<p markdown=\"1\"><em>a</em></p>\n"},
	{"<div markdown=\"span\">*a*</div>",
	    "<div markdown=\"span\"><em>a</em></div>\n"},
	{"<p markdown=\"block\">*a*</p>",
	    "<p markdown=\"block\">\n<p><em>a</em>&lt;/p&gt;</p>\n"
	    "</p>\n"},
	{"<div markdown=\"0\">*a*</div>", "<div markdown=\"0\">*a*</div>\n"},
	{"<pre>\n*a*\n\n*b*</pre>\n*c*",
	    "<pre>\n*a*\n\n*b*</pre>\n<p><em>c</em></p>\n"},
	{"<b>*a*</b>", "<p><b><em>a</em></b></p>\n"},
	{"<div>a</p></div>", "<div>a&lt;/p&gt;</div>\n"},
	{"<div>a\n\n*b*", "<div>a\n\n*b*\n</div>\n"},
	{"<!-- *a* -->", "<!-- *a* -->\n"},
	{"<!-- a -->b", "<!-- a -->\n<p>b</p>\n"},
	{"<hr>*a*", "<hr>\n<p><em>a</em></p>\n"},
	{"<hr />\n*a*", "<hr />\n<p><em>a</em></p>\n"},
	{"<table><tr><td markdown=\"1\">*a*</td></tr></table>",
	    "<table><tr>\n<td markdown=\"1\">\n<p><em>a</em>&lt;/td&gt;&lt;/"
	    "tr&gt;&lt;/table&gt;</p>\n</td>\n</tr></table>\n"},
	{"<script>*a*</script>", "<script>*a*</script>\n"},
	{"<x-y>*a*</x-y>", "<x-y>*a*</x-y>\n"},
	{"<div", "<p>&lt;div</p>\n"},
	{"<div a=b/c>", "<p>&lt;div a=b/c&gt;</p>\n"},
	{"</div>", "<p>&lt;/div&gt;</p>\n"},
	{"<ul><li>*a*</li></ul>", "<ul><li>*a*</li></ul>\n"},
	{"   <div>a</div>", "<div>a</div>\n"},
	{"    <div>a</div>",
	    "<pre><code>&lt;div&gt;a&lt;/div&gt;\n</code></pre>\n"},
	{"{::options parse_block_html=\"true\" /}\n<div>*a*</div>",
	    "<div>\n<p><em>a</em>&lt;/div&gt;</p>\n</div>\n"},
	{"<details markdown=\"1\">\n<summary>*a*</summary>\n*b*\n"
	    "</details>",
	    "<details markdown=\"1\">\n<summary>*a*</summary>\n"
	    "<p><em>b</em></p>\n</details>\n"},
	/* Mathematics */
	{"$$a$$", "<p>\\[a\\]</p>\n"},
	{"a $$b_c_d$$ e", "<p>a \\(b_c_d\\) e</p>\n"},
	{"a\n$$b$$", "<p>a\n\\(b\\)</p>\n"},
	{"$$\na\n\nb\n$$", "<p>\\[a\n\nb\\]</p>\n"},
	{"$$a$$ b", "<p>\\(a\\) b</p>\n"},
	{"\\$$a$$", "<p>\\(a\\)</p>\n"},
	{"$$a", "<p>$$a</p>\n"},
	{"$a_b_c$", "<p>$a_b_c$</p>\n"},
	{"$$*a*$$\n\nb", "<p>\\[*a*\\]</p>\n<p>b</p>\n"},
	{"- $$a$$", "<ul>\n<li>\n<p>\\[a\\]</p>\n</li>\n</ul>\n"},
	/* Footnotes */
	{"a[^1]\n\n[^1]: b",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnote"
	    "s\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<p>b <a href=\"#fn"
	    "ref-1\" class=\"footnote-backref\">\u21A9</a></p>\n"
	    "</li>\n</ol>\n</section>\n"},
	{"a[^1]", "<p>a[^1]</p>\n"},
	{"[^1]: b", ""},
	{"a[^1] b[^1]\n\n[^1]: c",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup> b<sup class=\"footnote-ref\"><"
	    "a href=\"#fn-1\" id=\"fnref-1-2\" data-footnote-ref>1</a></sup>"
	    "</p>\n<section class=\"footnotes\" data-footnotes>\n"
	    "<ol>\n<li id=\"fn-1\">\n<p>c <a href=\"#fnref-1\" class=\"footn"
	    "ote-backref\">\u21A9</a> <a href=\"#fnref-1-2\" class=\"footnot"
	    "e-backref\">\u21A9<sup class=\"footnote-ref\">2</sup></a></p>\n"
	    "</li>\n</ol>\n</section>\n"},
	{"a[^b] c[^a]\n\n[^a]: A\n[^b]: B",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-b\" id=\"fnref-b"
	    "\" data-footnote-ref>1</a></sup> c<sup class=\"footnote-ref\"><"
	    "a href=\"#fn-a\" id=\"fnref-a\" data-footnote-ref>2</a></sup></"
	    "p>\n<section class=\"footnotes\" data-footnotes>\n"
	    "<ol>\n<li id=\"fn-b\">\n<p>B <a href=\"#fnref-b\" class=\"footn"
	    "ote-backref\">\u21A9</a></p>\n</li>\n<li id=\"fn-a\">\n"
	    "<p>A <a href=\"#fnref-a\" class=\"footnote-backref\">\u21A9</a>"
	    "</p>\n</li>\n</ol>\n</section>\n"},
	{"a[^1]\n\n[^1]: b\n\n    c",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnote"
	    "s\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<p>b</p>\n"
	    "<p>c <a href=\"#fnref-1\" class=\"footnote-backref\">\u21A9</a>"
	    "</p>\n</li>\n</ol>\n</section>\n"},
	{"a[^1]\n\n[^1]: b\nc",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup></p>\n<p>c</p>\n<section class="
	    "\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n"
	    "<p>b <a href=\"#fnref-1\" class=\"footnote-backref\">\u21A9</a>"
	    "</p>\n</li>\n</ol>\n</section>\n"},
	{"a[^1]\n\n[^1]:\n    - b",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnote"
	    "s\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<ul>\n"
	    "<li>b</li>\n</ul>\n<p> <a href=\"#fnref-1\" class=\"footnote-ba"
	    "ckref\">\u21A9</a></p>\n</li>\n</ol>\n</section>\n"},
	{"a[^1]\n\n[^1]: b[^2]\n[^2]: c",
	    "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1"
	    "\" data-footnote-ref>1</a></sup></p>\n<section class=\"footnote"
	    "s\" data-footnotes>\n<ol>\n<li id=\"fn-1\">\n<p>b<sup class=\"f"
	    "ootnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" data-footnote-re"
	    "f>2</a></sup> <a href=\"#fnref-1\" class=\"footnote-backref\">"
	    "\u21A9</a></p>\n</li>\n<li id=\"fn-2\">\n<p>c <a href=\"#fnref-"
	    "2\" class=\"footnote-backref\">\u21A9</a></p>\n</li>\n"
	    "</ol>\n</section>\n"},
	{"`[^1]`\n\n[^1]: b", "<p><code>[^1]</code></p>\n"},
	/* Abbreviations */
	{"AB ABC\n\n*[AB]: x", "<p><abbr title=\"x\">AB</abbr> ABC</p>\n"},
	{"AB\n\n*[AB]:", "<p><abbr>AB</abbr></p>\n"},
	{"ABx xAB AB.\n\n*[AB]: x",
	    "<p>ABx xAB <abbr title=\"x\">AB</abbr>.</p>\n"},
	{"`AB` *AB*\n\n*[AB]: x",
	    "<p><code>AB</code> <em><abbr title=\"x\">AB</abbr></em></p>\n"},
	{"A B\n\n*[A B]: x\n*[A]: y", "<p><abbr title=\"x\">A B</abbr></p>\n"},
	/* Links */
	{"[a](b)", "<p><a href=\"b\">a</a></p>\n"},
	{"[a](b \"c\")", "<p><a href=\"b\" title=\"c\">a</a></p>\n"},
	{"[a](b 'c')", "<p><a href=\"b\" title=\"c\">a</a></p>\n"},
	{"[a](<b c>)", "<p><a href=\"b c\">a</a></p>\n"},
	{"[a](b c)", "<p><a href=\"b c\">a</a></p>\n"},
	{"[a](b(c)d)", "<p><a href=\"b(c)d\">a</a></p>\n"},
	{"[a](b", "<p>[a](b</p>\n"},
	{"[a] (b)", "<p>[a] (b)</p>\n"},
	{"[a][b]\n\n[b]: c", "<p><a href=\"c\">a</a></p>\n"},
	{"[a] [b]\n\n[b]: c", "<p><a href=\"c\">a</a></p>\n"},
	{"[a][]\n\n[a]: c", "<p><a href=\"c\">a</a></p>\n"},
	{"[a]\n\n[a]: c", "<p><a href=\"c\">a</a></p>\n"},
	{"[A  b]\n\n[a b]: c", "<p><a href=\"c\">A  b</a></p>\n"},
	{"[a]\n\n[a]: b \"c\"", "<p><a href=\"b\" title=\"c\">a</a></p>\n"},
	{"[a]\n\n[a]: b\n    \"c\"",
	    "<p><a href=\"b\" title=\"c\">a</a></p>\n"},
	{"[a]\n\n[a]: <b c>", "<p><a href=\"b c\">a</a></p>\n"},
	{"[a]\n\n[a]: b c", "<p><a href=\"b c\">a</a></p>\n"},
	{"[a]\n\n[a]: b \"c\" d",
	    "<p>[a]</p>\n<p>[a]: b \u201Cc\u201D d</p>\n"},
	{"[a]\n\n   [a]: b", "<p><a href=\"b\">a</a></p>\n"},
	{"[a]\n\n    [a]: b",
	    "<p>[a]</p>\n<pre><code>[a]: b\n</code></pre>\n"},
	{"[a]\n[a]: b", "<p>[a]\n[a]: b</p>\n"},
	{"[a [b](c) d](e)", "<p><a href=\"e\">a [b](c) d</a></p>\n"},
	{"[*a*](b)", "<p><a href=\"b\"><em>a</em></a></p>\n"},
	{"*[a*](b)", "<p>*<a href=\"b\">a*</a></p>\n"},
	{"[a\\]b](c)", "<p><a href=\"c\">a]b</a></p>\n"},
	{"[a]\n\n[a]: b\n[a]: c", "<p><a href=\"c\">a</a></p>\n"},
	{"[](b)", "<p><a href=\"b\"></a></p>\n"},
	{"[a](b){:.x}", "<p><a href=\"b\">a</a></p>\n"},
	{"[a](b) {:.x}", "<p><a href=\"b\">a</a> {:.x}</p>\n"},
	{"[a](b?c&amp;d=1)", "<p><a href=\"b?c&amp;d=1\">a</a></p>\n"},
	/* Images */
	{"![a](b)", "<p><img src=\"b\" alt=\"a\" /></p>\n"},
	{"![a *b*](c \"d\")",
	    "<p><img src=\"c\" alt=\"a *b*\" title=\"d\" /></p>\n"},
	{"![a][b]\n\n[b]: c", "<p><img src=\"c\" alt=\"a\" /></p>\n"},
	{"[![a](b)](c)",
	    "<p><a href=\"c\"><img src=\"b\" alt=\"a\" /></a></p>\n"},
	{"!a", "<p>!a</p>\n"},
	{"![a]", "<p>![a]</p>\n"},
	{"! [a](b)", "<p>! <a href=\"b\">a</a></p>\n"},
	/* Addresses */
	{"<http://a>", "<p><a href=\"http://a\">http://a</a></p>\n"},
	{"<mailto:a@b>", "<p><a href=\"mailto:a@b\">a@b</a></p>\n"},
	{"<a@b.c>", "<p><a href=\"mailto:a@b.c\">a@b.c</a></p>\n"},
	{"<ftp://a>", "<p><a href=\"ftp://a\">ftp://a</a></p>\n"},
	{"<foo:a>", "<foo:a>\n</foo:a>\n"},
	{"http://a", "<p>http://a</p>\n"},
	{"a <http://b c> d",
	    "<p>a <a href=\"http://b c\">http://b c</a> d</p>\n"},
	/* Emphasis */
	{"*a*", "<p><em>a</em></p>\n"},
	{"**a**", "<p><strong>a</strong></p>\n"},
	{"***a***", "<p><strong><em>a</em></strong></p>\n"},
	{"_a_ __b__", "<p><em>a</em> <strong>b</strong></p>\n"},
	{"a_b_c", "<p>a_b_c</p>\n"},
	{"a*b*c", "<p>a<em>b</em>c</p>\n"},
	{"* a*", "<ul>\n<li>a*</li>\n</ul>\n"},
	{"*a *", "<p>*a *</p>\n"},
	{"*a", "<p>*a</p>\n"},
	{"**a", "<p>**a</p>\n"},
	{"**a*", "<p><em>*a</em></p>\n"},
	{"*a**", "<p>*a**</p>\n"},
	{"*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>\n"},
	{"**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>\n"},
	{"*a*b", "<p><em>a</em>b</p>\n"},
	{"_a_b", "<p>_a_b</p>\n"},
	{"a_b_", "<p>a_b_</p>\n"},
	{"\u00E9_b_", "<p>\u00E9_b_</p>\n"},
	{"1_b_", "<p>1<em>b</em></p>\n"},
	{"_a_\u00E9", "<p>_a_\u00E9</p>\n"},
	{"*a\nb*", "<p><em>a\nb</em></p>\n"},
	{"*a\n\nb*", "<p>*a</p>\n<p>b*</p>\n"},
	{"\\*a\\*", "<p>*a*</p>\n"},
	{"*a*{:.x} b", "<p><em>a</em> b</p>\n"},
	{"***a** b*", "<p><em><strong>a</strong> b</em></p>\n"},
	{"__init__", "<p><strong>init</strong></p>\n"},
	{"_a._", "<p><em>a.</em></p>\n"},
	{"a * b * c", "<p>a * b * c</p>\n"},
	/* Struck out */
	{"~~a~~", "<p><del>a</del></p>\n"},
	{"~a~", "<p>~a~</p>\n"},
	{"~~ a~~", "<p>~~ a~~</p>\n"},
	{"~~a ~~", "<p>~~a ~~</p>\n"},
	{"~~*a*~~", "<p><del><em>a</em></del></p>\n"},
	{"~~~a~~~", "<p>~<del>a</del>~</p>\n"},
	{"a~~b~~c", "<p>a<del>b</del>c</p>\n"},
	/* Code spans */
	{"`a`", "<p><code>a</code></p>\n"},
	{"``a`b``", "<p><code>a`b</code></p>\n"},
	{"`` ` ``", "<p><code>`</code></p>\n"},
	{"`a", "<p>`a</p>\n"},
	{"a ` b ` c", "<p>a ` b ` c</p>\n"},
	{"`a``", "<p><code>a</code>`</p>\n"},
	{"`*a*`", "<p><code>*a*</code></p>\n"},
	{"`a\\`", "<p><code>a\\</code></p>\n"},
	{"`&lt;`", "<p><code>&amp;lt;</code></p>\n"},
	{"` a `", "<p>` a `</p>\n"},
	/* Breaks */
	{"a  \nb", "<p>a<br />\nb</p>\n"},
	{"a\\\nb", "<p>a<br />\nb</p>\n"},
	{"a\\\\\nb", "<p>a<br />\nb</p>\n"},
	{"a \nb", "<p>a \nb</p>\n"},
	{"a   \nb", "<p>a <br />\nb</p>\n"},
	{"a  ", "<p>a</p>\n"},
	{"a\\", "<p>a\\</p>\n"},
	/* Entities and escapes */
	{"&amp; &lt; &copy;", "<p>&amp; &lt; \u00A9</p>\n"},
	{"&#65; &#x41;", "<p>A A</p>\n"},
	{"&nope;", "<p>&nope;</p>\n"},
	{"& a", "<p>&amp; a</p>\n"},
	{"&a b;", "<p>&amp;a b;</p>\n"},
	{"\\. \\a \\~", "<p>. \\a ~</p>\n"},
	{"\\_a\\_", "<p>_a_</p>\n"},
	{"a < b > c", "<p>a &lt; b &gt; c</p>\n"},
	{"a << b >> c", "<p>a \u00AB\u00A0b\u00A0\u00BB c</p>\n"},
	{"\\<<", "<p>&lt;&lt;</p>\n"},
	/* A colon stands between two names. */
	{"a <b:c>*d*</b:c>", "<p>a <b:c>*d*</b:c></p>\n"},
	{"a <b: c>*d*", "<p>a &lt;b: c&gt;<em>d</em></p>\n"},
	{"[a]\n\n[a]: <b>c>", "<p><a href=\"b&gt;c\">a</a></p>\n"},
	{"- a\\\n  # b", "<ul>\n<li>a\n<h1>b</h1>\n</li>\n</ul>\n"},
	/* What feeds must not hold is left to the HTML parser. */
	{"&#1; &#128; &#x110000;", "<p>&#1; &#128; \uFFFD</p>\n"},
	/* HTML in text */
	{"a <b>*c*</b>", "<p>a <b><em>c</em></b></p>\n"},
	{"a <code>*c*</code>", "<p>a <code>*c*</code></p>\n"},
	{"a <br> b", "<p>a <br> b</p>\n"},
	{"a <div> b", "<p>a &lt;div&gt; b</p>\n"},
	{"a </b> c", "<p>a &lt;/b&gt; c</p>\n"},
	{"a <b>c", "<p>a <b>c</b></p>\n"},
	{"<kbd>a</kbd>, b", "<p><kbd>a</kbd>, b</p>\n"},
	{"a <!-- *b* --> c", "<p>a <!-- *b* --> c</p>\n"},
	{"a <span markdown=\"0\">*b*</span>",
	    "<p>a <span markdown=\"0\">*b*</span></p>\n"},
	{"a <b c=\"d\" e='f'>g</b>", "<p>a <b c=\"d\" e='f'>g</b></p>\n"},
	{"a <b c=d/e>g</b>", "<p>a &lt;b c=d/e&gt;g&lt;/b&gt;</p>\n"},
	{"a < b", "<p>a &lt; b</p>\n"},
	/* Extensions */
	{"{::comment}\n*a*\n{:/comment}\nb", "<p>b</p>\n"},
	{"{::comment}\na\n{:/}\n\nb", "<p>b</p>\n"},
	{"a {::comment}b{:/} c", "<p>a  c</p>\n"},
	{"{::nomarkdown}\n*a*\n{:/}", "*a*\n"},
	{"a {::nomarkdown}*b*{:/}", "<p>a *b*</p>\n"},
	{"{::comment}\na", "<p>{::comment}\na</p>\n"},
	{"{::nope}\na\n{:/}", "<p>{::nope}\na\n{:/}</p>\n"},
	{"{:a: .b}\n\nc\n{:a}", "<p>c</p>\n"},
	{"{:.a}\nb", "<p>b</p>\n"},
	{"a {:b} c", "<p>a {:b} c</p>\n"},
	{"{:/}", "<p>{:/}</p>\n"},
	{"{::options a=\"b\" /}\na", "<p>a</p>\n"},
	/* Quotes and dashes */
	{"\"a\" 'b'", "<p>\u201Ca\u201D \u2018b\u2019</p>\n"},
	{"a's \"b\"", "<p>a\u2019s \u201Cb\u201D</p>\n"},
	{"\"a\"s", "<p>\u201Ca\u201Ds</p>\n"},
	{"-- --- ...", "<p>\u2013 \u2014 \u2026</p>\n"},
	{"'86s", "<p>\u201986s</p>\n"},
	{"\"'a'\"", "<p>\u201C\u2018a\u2019\u201D</p>\n"},
	{"(\"a\")", "<p>(\u201Ca\u201D)</p>\n"},
	{"\"*a*\"", "<p>\u201C<em>a</em>\u201D</p>\n"},
	{"*\"a\"*", "<p><em>\u201Ca\u201D</em></p>\n"},
	{"\\\"a\\\"", "<p>&quot;a&quot;</p>\n"},
	{"a \"\nb", "<p>a \u201C\nb</p>\n"},
};

/* The HTML of a text; or why there is none. */
static str
html_of(struct arena *a, str text, unsigned flavour)
{
	struct node_tree t = {.arena = a};
	struct node *root = kramdown_parse(&t, text, flavour);
	struct buf b = {0};

	if (root == NULL)
		return str_of(t.excess);
	node_html(&b, root, &policy);
	return buf_move(&b, a);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = {0};

		check_str(rows[i].text, html_of(&a, str_of(rows[i].text),
		    FLAVOUR_KRAMDOWN | FLAVOUR_SMART), rows[i].want);
		arena_free(&a);
	}
}

/* Signs stay where the site wants no others. */
static void
test_plain_signs(void **state)
{
	struct arena a = {0};

	(void)state;
	check_str("plain", html_of(&a, S("\"a\" -- 'b'... << c >>"),
	    FLAVOUR_KRAMDOWN),
	    "<p>&quot;a&quot; -- 'b'... &lt;&lt; c &gt;&gt;</p>\n");
	arena_free(&a);
}

static str
repeated(struct arena *a, const char *text, size_t times)
{
	struct buf b = {0};

	for (size_t i = 0; i < times; i++)
		buf_add(&b, str_of(text));
	return buf_move(&b, a);
}

/* Blocks may be 200 levels deep; what stands in text is text from there on. */
static void
test_depth(void **state)
{
	static const struct {
		const char *text;
		size_t times;
		bool fits;
	} deep[] = {
		{"> ", 190, true}, {"> ", 200, false},
		{"- ", 90, true}, {"- ", 101, false},
		{"<b>", 5000, true}, {"![", 5000, true},
		{"<div>", 5000, true},
		{"<div markdown=\"1\">\n", 5000, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(deep); i++) {
		struct arena a = {0};
		struct buf b = {0};

		buf_add(&b, repeated(&a, deep[i].text, deep[i].times));
		buf_add(&b, S("a\n"));
		assert_int_equal(str_starts(html_of(&a, buf_str(&b),
		    FLAVOUR_KRAMDOWN), S("<")), deep[i].fits);
		buf_free(&b);
		arena_free(&a);
	}
}

/* What never ends is read in a time that grows with its length. */
static void
test_unended(void **state)
{
	static const char *const texts[] = {
		"[", "*a ", "**a ", "_a ", "`a ", "``a `b ", "[a](", "![",
		"<a b=\"", "<!--", "~~a ", "$$a ", "(", "[a](b \"", "{:a\n",
		"{::comment}\n", "```a\n", "*a **b __c _d ", "[a][", "a|`b\n",
		"<p markdown=\"1\">\n", "[^a]: b\n", "*[a]: b\n", "- a\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena a = {0};
		str text = repeated(&a, texts[i],
		    200000 / strlen(texts[i]));

		html_of(&a, text, FLAVOUR_KRAMDOWN);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_plain_signs),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_unended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
