#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""hub.py PORTFILE LOG HOOK: WebSub hubs on the loopback interface, good and bad.

Each path is another hub. Each request is logged to LOG before it is answered:
method, path, number of the connection, body. Writes its port to PORTFILE when
it listens. Ends when its standard input ends. /hook runs the program HOOK while
the sender waits.
"""
import collections
import http.server
import os
import subprocess
import sys
import threading

LOG, HOOK = sys.argv[2:4]
FORM = 'application/x-www-form-urlencoded'
OVER = threading.Event()
# Status, headers and body.
ANSWERS = {
    '/good': (204, {}, b''),
    '/accepted': (202, {}, b'thank you'),
    '/page': (200, {}, b'a page'),
    '/down': (500, {}, b''),
    '/busy': (503, {'Retry-After': '3600'}, b''),
    '/soon': (429, {'Retry-After': '0'}, b''),
    '/refuses': (400, {'Content-Type': 'text/plain; charset=utf-8'},
                 b'  \xe2\x80\x9cno\xe2\x80\x9d\x1b[2J topic\r\nof mine'),
    '/no-hub': (404, {'Content-Type': 'text/html'}, b'<p>x</p>' * 20000),
    '/moved': (301, {'Location': '/good'}, b''),
    '/found': (302, {'Location': '/good'}, b''),
    '/see': (303, {'Location': '/page'}, b''),
    '/for-now': (307, {'Location': '/good'}, b''),
    '/for-good': (308, {'Location': '/good'}, b''),
    '/loop': (307, {'Location': '/loop'}, b''),
    '/file': (307, {'Location': 'file:///etc/passwd'}, b''),
}
LOCK = threading.Lock()
COUNTS = collections.Counter()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, format, *args):
        pass

    def setup(self):
        with LOCK:
            COUNTS['connections'] += 1
            self.number = COUNTS['connections']
        super().setup()

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self):
        self.close_connection = True
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b'x' * 65536)
        except OSError:
            pass

    def record(self, body):
        with LOCK:
            COUNTS[self.path] += 1
            count = COUNTS[self.path]
            with open(LOG, 'a', encoding='ascii') as f:
                print(self.command, self.path, self.number, body, file=f)
        return count

    def do_GET(self):
        self.record('')
        self.answer(*ANSWERS.get(self.path, (404, {}, b'')))

    def do_POST(self):
        size = int(self.headers['Content-Length'])
        body = self.rfile.read(size).decode('ascii')
        count = self.record(body)
        if self.headers['Content-Type'] != FORM:
            self.answer(415, {}, b'')
        elif self.path == '/once' and count == 1:
            self.answer(500, {}, b'')
        elif self.path == '/no-rss' and '.rss' in body:
            self.answer(403, {}, b'')
        elif self.path == '/no-x' and 'Fx.atom' in body:
            self.answer(500, {}, b'')
        elif self.path == '/hang':
            OVER.wait()
        elif self.path == '/endless':
            self.endless()
        elif self.path == '/silent':
            self.close_connection = True
        elif self.path == '/half':
            self.close_connection = True
            self.send_response(200)
            self.send_header('Content-Length', '100')
            self.end_headers()
        elif self.path == '/hook':
            subprocess.run([HOOK], check=True)
            self.answer(*ANSWERS['/good'])
        else:
            self.answer(*ANSWERS.get(self.path, ANSWERS['/good']))


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # the client closes a connection on which the answer never ends


def main():
    server = Server(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(sys.argv[1] + '.new', 'w', encoding='ascii') as f:
        f.write(str(server.server_port))
    os.rename(sys.argv[1] + '.new', sys.argv[1])
    sys.stdin.read()
    OVER.set()


main()
