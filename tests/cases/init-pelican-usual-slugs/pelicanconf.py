SITENAME = 'Lakes'
SITEURL = 'https://lakes.example.org'
TIMEZONE = 'UTC'
SLUG_REGEX_SUBSTITUTIONS = [
    (r'[^\w\s-]', ''),  # as Pelican has it
    (r'(?u)\A\s*', ''),
    (r'(?u)\s*\Z', ''),
    (r'[-\s]+', '-'),
]
TAG_SUBSTITUTIONS = ()
