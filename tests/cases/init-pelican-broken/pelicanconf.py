SITENAME = 'T'
SITEURL = 'https://example.org
