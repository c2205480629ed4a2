from pelicanconf import *
SITEURL = ''
