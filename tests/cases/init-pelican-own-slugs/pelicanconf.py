SITENAME = 'Lakes'
SITEURL = 'https://lakes.example.org'
TIMEZONE = 'UTC'
SLUG_REGEX_SUBSTITUTIONS = [
    (r'[^\w\s-]', ''),
    (r'(?u)\A\s*', ''),
    (r'(?u)\s*\Z', ''),
]
TAG_REGEX_SUBSTITUTIONS = []
CATEGORY_REGEX_SUBSTITUTIONS = [
    (r'[^\w\s-]', ''), (r'(?u)\A\s*', ''), (r'(?u)\s*\Z', ''),
    (r'[-\s]+', '_'),
]
