SITENAME = 'Blog'
SITEURL = 'https://blog.example.org'
TIMEZONE = 'UTC'
DEFAULT_DATE = 'fs'
FILENAME_METADATA = '(?P<slug>.*)'
ARTICLE_LANG_URL = '{path}'
SLUGIFY_USE_UNICODE = False
