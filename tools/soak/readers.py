"""Agents' pages that listen to the event stream for as long as a soak lasts, and read slowly or not at all."""

import socket
import threading


class Readers:
    """Every tenth one reads nothing: the server must not keep for it what it does not take."""

    def __init__(self, product, count):
        self._product = product
        self._is_over = threading.Event()
        self.bytes_read = 0
        self.reconnects = 0
        self._threads = [threading.Thread(target=self._listen, args=(index,), daemon=True) for index in range(count)]
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _listen(self, index):
        while not self._is_over.is_set():
            try:
                self._listen_once(index)
            except OSError:
                pass
            self.reconnects += 1
            self._is_over.wait(0.5)

    def _listen_once(self, index):
        with socket.create_connection(("127.0.0.1", self._product.port), timeout=5) as connection:
            request = f"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{self._product.port}\r\n"
            request += f"Accept: text/event-stream\r\nAuthorization: Bearer {self._product.token()}\r\n\r\n"
            connection.sendall(request.encode())
            if index % 10 == 9:
                self._is_over.wait()
                return
            while not self._is_over.is_set():
                try:
                    some = connection.recv(65536)
                except TimeoutError:
                    continue
                if not some:
                    return  # the token has run out, or the server let a slow reader go
                self.bytes_read += len(some)
