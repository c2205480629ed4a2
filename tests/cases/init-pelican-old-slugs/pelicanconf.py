SITENAME = 'Lakes'
SITEURL = 'https://lakes.example.org'
TIMEZONE = 'UTC'
SLUG_SUBSTITUTIONS = (('C++', 'cpp'), ('C#', 'c-sharp', True))
TAG_SUBSTITUTIONS = (('.NET', 'dot-net'), ('C++', 'never'))
CATEGORY_SUBSTITUTIONS = ()
AUTHOR_SUBSTITUTIONS = (('Ann & Bob', 'both'),)
