from pelicanconf import *
SITEURL = 'https://www.lakes.example.org'
