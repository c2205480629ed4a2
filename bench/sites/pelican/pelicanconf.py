# Feeds only.
SITENAME = "Bench"
SITEURL = "https://example.org"
PATH = "content"
TIMEZONE = "UTC"
PLUGINS = []
READERS = {"html": None}
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
DIRECT_TEMPLATES = []
STATIC_PATHS = THEME_STATIC_PATHS = PAGE_PATHS = []
ARTICLE_SAVE_AS = TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
ARTICLE_TRANSLATION_ID = None
SUMMARY_MAX_LENGTH = None
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {},
            "markdown.extensions.meta": {}}, "output_format": "html5"}
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_ALL_ATOM, FEED_ALL_RSS = "all.atom.xml", "all.rss.xml"
CATEGORY_FEED_ATOM = "category/{slug}.atom.xml"
CATEGORY_FEED_RSS = "category/{slug}.rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "tag/{slug}.atom.xml", "tag/{slug}.rss.xml"
