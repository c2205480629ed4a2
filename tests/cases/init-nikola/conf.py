# -*- coding: utf-8 -*-
BLOG_AUTHOR = "Cy Moss"  # (translatable)
BLOG_TITLE = "Moss and stone"
SITE_URL = "https://moss.example.org/"
BLOG_EMAIL = "cy@moss.example.org"
BLOG_DESCRIPTION = "Damp places"
DEFAULT_LANG = "en"
TIMEZONE = "Europe/London"
POSTS = (("posts/*.md", "posts", "post.tmpl"),)
