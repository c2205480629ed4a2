#!/usr/bin/env python
import os
SITENAME = u'not read' + os.name
SITENAME = "It's \"here\""  # a comment
SITEURL = os.environ['URL']
if True:
    SITEURL = 'https://not-read.example.org'
AUTHOR = """Ann"""
TIMEZONE = 'Mars/Olympus'
ARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'
SLUGIFY_SOURCE = 'basename'
PAGE_PATHS = ['pages', "extra",]
FEED_ALL_ATOM = None
FEED_ALL_RSS = 'feeds/all.rss.xml'
CATEGORY_FEED_ATOM = 'feeds/%s.atom.xml'
WITH_FUTURE_DATES = False
FEED_MAX_ITEMS = 30
