SITE_URL = "https://bog.example.org/"
BLOG_TITLE = "Bog"
PRETTY_URLS = False
POSTS = (
    ("texts/news/*.md", "log", "post.tmpl"),
    ("texts/old/*.md", "log", "post.tmpl"),
    ("none/*.md", "log", "post.tmpl"),
)
