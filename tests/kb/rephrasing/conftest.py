"""A chat-completions server on loopback that answers as a test tells it to: real sockets, no mocks."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer

import pytest

Handler = BaseHTTPRequestHandler
Reply = Callable[[Handler], None]


def text_reply(text: str) -> Reply:
    """A reply in the protocol's form."""
    return json_reply({"choices": [{"message": {"role": "assistant", "content": text}}]})


def json_reply(value: object, status: int = 200) -> Reply:
    return raw_reply(json.dumps(value).encode(), status)


def raw_reply(body: bytes, status: int = 200, **headers: str) -> Reply:
    def reply(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


class FakeServer:
    """What a test sees of the server: where it is, what it was asked; `reply` is what it answers with."""

    def __init__(self) -> None:
        self.reply: Reply = text_reply("")
        self.asked: list[dict[str, object]] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()
        seen = self

        class Asked(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                seen.headers.append(dict(self.headers))
                seen.asked.append(
                    json.loads(self.rfile.read(int(self.headers["Content-Length"]))) | {"path": self.path}
                )
                try:
                    seen.reply(self)
                except OSError:
                    return  # the other side has gone

            def log_message(self, format: str, *args: object) -> None:
                return

        self.http: HTTPServer = ThreadingHTTPServer(("127.0.0.1", 0), Asked)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A running server."""
    fake = FakeServer()
    thread = threading.Thread(target=fake.http.serve_forever, args=(0.02,))
    thread.start()
    yield fake
    fake.over.set()
    fake.http.shutdown()
    thread.join()
    fake.http.server_close()
