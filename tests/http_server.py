#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""http_server.py PORTFILE: serves feeds on the loopback interface, well or badly.

Writes its port to PORTFILE when it listens. Ends when its standard input ends.
"""
import gzip
import http.server
import os
import sys
import threading
import time

ATOM = '''<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>A feed</title>
<id>http://127.0.0.1:{port}/</id>
<link rel="self" href="http://127.0.0.1:{port}/atom.xml"/>
<updated>2024-01-01T00:00:00Z</updated>
<author><name>Jo</name></author>
{padding}</feed>
'''
RSS = '''<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>A caf\u00e9</title>
<link>http://127.0.0.1:{port}/</link>
<description>Of the loopback</description>
<language>en</language>
<atom:link rel="self" href="http://127.0.0.1:{port}{path}"/>
</channel></rss>
'''
PAGE = '''<!DOCTYPE html>
<title>Error</title>
<link rel="alternate" type="application/atom+xml" href="/atom.xml">
'''
MOVES = {'/moved': (301, '/atom.xml'), '/found': (302, '/atom.xml'),
         '/loop': (302, '/loop'), '/file': (302, 'file:///etc/passwd'),
         '/ftp': (301, 'ftp://127.0.0.1/')}


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        pass

    def send(self, body, media_type, **headers):
        if headers.pop('gzip', False):
            body = gzip.compress(body, mtime=0)
            headers['Content_Encoding'] = 'gzip'
        self.send_response(200)
        if media_type:
            self.send_header('Content-Type', media_type)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def atom(self, padding=''):
        return ATOM.format(port=self.server.server_port,
                           padding=padding).encode()

    def rss(self, encoding, real=None):
        return RSS.format(port=self.server.server_port, path=self.path,
                          encoding=encoding).encode(real or encoding)

    def endless(self):
        self.send_response(200)
        self.end_headers()
        block = b'<rss>' + b' ' * 1048576
        try:
            while True:
                self.wfile.write(block)
        except OSError:
            pass

    def do_GET(self):
        if self.path in MOVES:
            status, location = MOVES[self.path]
            self.send_response(status)
            self.send_header('Location', location)
            self.end_headers()
        elif self.path == '/atom.xml':
            if self.headers.get('If-None-Match') == '"1"':
                self.send_response(304)
                self.end_headers()
                return
            self.send(self.atom(), 'application/atom+xml', ETag='"1"')
        elif self.path == '/no-validator':
            self.send(self.rss('utf-8'), 'text/plain')
        elif self.path == '/no-304':
            self.send(self.rss('utf-8'), 'application/rss+xml',
                      Last_Modified='Mon, 01 Jan 2024 00:00:00 GMT')
        elif self.path == '/large':
            self.send(self.atom('<!--' + 5000 * ' ' + '-->'), 'text/xml',
                      ETag='"2"')
        elif self.path == '/gzip':
            self.send(self.atom('<!--' + 5000 * ' ' + '-->'), None,
                      ETag='"2"', gzip=True)
        elif self.path == '/charset':
            self.send(self.rss('utf-8', 'iso-8859-1'),
                      'application/rss+xml; charset="ISO-8859-1"',
                      ETag='"3"')
        elif self.path == '/page':
            self.send(PAGE.encode(), 'text/html', ETag='"4"')
        elif self.path == '/endless':
            self.endless()
        elif self.path == '/slow':
            time.sleep(20)
        else:
            self.send_error(404)


def main():
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(sys.argv[1] + '.new', 'w', encoding='ascii') as f:
        f.write(str(server.server_port))
    os.rename(sys.argv[1] + '.new', sys.argv[1])
    sys.stdin.read()


main()
