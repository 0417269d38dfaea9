"""A server of the chat-completions protocol, asked once. Nothing it sends is trusted.

Only the address that the person gave is contacted: no redirect is followed and no proxy of the environment is used.
The whole exchange ends within `LIMIT` seconds, however slowly the server sends.
"""

from __future__ import annotations

import json
import socket
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Timer
from typing import Any
from urllib.parse import urlsplit

PATH = "/v1/chat/completions"
LIMIT = 30.0  # seconds for one exchange; a model of 7 billion parameters on two cores writes 100 words in that time
MOST_BYTES = 200_000  # of what the server sends
MOST_TOKENS = 600  # that the server is asked to write


class ServerAddressWrong(ValueError):
    """The address is none that can be asked; the message says why."""


class ServerFailed(Exception):
    """The server gave no text; the message says why, in words for people."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask, and for which model."""

    host: str
    port: int
    path: str
    encrypted: bool
    model: str
    key: str | None = None  # sent as a bearer token

    @property
    def address(self) -> str:
        """The address, for people."""
        return f"{'https' if self.encrypted else 'http'}://{self.host}:{self.port}{self.path}"


def read_server(url: str, model: str, key: str | None = None) -> Server:
    """The server at an address, with or without the protocol's path.

    :raises ServerAddressWrong: when it is no plain http or https address.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ServerAddressWrong(f"{url!r} is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ServerAddressWrong(f"{url!r} is no address: give one such as http://localhost:8080")
    if parts.username or parts.password or parts.query or parts.fragment or not url.isascii() or not url.isprintable():
        raise ServerAddressWrong("the address may hold no password, query or sign beyond ASCII")
    if key is not None and not (key.isascii() and key.isprintable()):
        raise ServerAddressWrong("the key holds signs that no key has")
    path = parts.path.rstrip("/").removesuffix(PATH).removesuffix("/v1") + PATH
    encrypted = parts.scheme == "https"
    return Server(parts.hostname, port or (443 if encrypted else 80), path, encrypted, model, key)


def complete(server: Server, messages: list[dict[str, str]], *, limit: float = LIMIT) -> str:
    """The text that the server writes to these messages.

    :param limit: seconds for the whole exchange.
    :raises ServerFailed: when there is none.
    """
    asked = {"model": server.model, "messages": messages, "temperature": 0, "max_tokens": MOST_TOKENS, "stream": False}
    status, body = _exchange(server, json.dumps(asked).encode(), limit)
    if status != 200:
        raise ServerFailed(f"the server answered with status {status}")
    if len(body) > MOST_BYTES:
        raise ServerFailed(f"the server sent more than {MOST_BYTES:,} bytes")
    return _content(body)


def _exchange(server: Server, body: bytes, limit: float) -> tuple[int, bytes]:
    kind = HTTPSConnection if server.encrypted else HTTPConnection
    slow = f"the server did not answer within {limit:g} seconds"
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    headers |= {"Authorization": f"Bearer {server.key}"} if server.key else {}
    with closing(kind(server.host, server.port, timeout=limit)) as connection:
        try:
            connection.connect()
        except OSError as error:
            raise ServerFailed(f"nobody answers at {server.address}: {error}") from None
        late = Event()
        timer = Timer(limit, _cut, [connection.sock, late])
        timer.start()
        try:
            connection.request("POST", server.path, body, headers)
            response = connection.getresponse()
            status, sent = response.status, response.read(MOST_BYTES + 1)
        except (OSError, HTTPException) as error:
            broken = f"the exchange with the server broke off: {error}"
            raise ServerFailed(slow if late.is_set() or isinstance(error, TimeoutError) else broken) from None
        finally:
            timer.cancel()
            timer.join()
    if late.is_set():
        raise ServerFailed(slow)
    return status, sent


def _cut(connected: socket.socket, late: Event) -> None:
    """End an exchange that takes too long, in whatever part of it."""
    late.set()
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is over


def _content(body: bytes) -> str:
    try:
        sent: Any = json.loads(body)
        content = sent["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str) or not content.strip():
        raise ServerFailed("the server sent no text in the protocol's form")
    return content
