"""PDF with a text layer, read in a process of its own.

A PDF of a few kilobytes can unpack to gigabytes or draw for hours inside PDFium, where nothing can stop it, and a
damaged one may bring it down. So a child process reads, within limits of memory and time, and a new one takes its place
when it does not come back. It serves until the program ends.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import Lock, Timer

from extract.failures import Unreadable
from extract.reading.articles import Article, Metadata

_SECONDS = 120.0  # for one PDF; one of 1,000 full pages takes 15
_MEMORY = 1_500_000_000  # bytes of address space; one of 1,000 full pages needs 400,000,000
_ROOT = Path(__file__).parents[2]


def read(data: bytes) -> Article:
    """Return the running text of all pages, lines joined to paragraphs, without the headers and footers of pages."""
    return _reader().read(data)


class Reader:
    """A child process that reads PDFs one after the other, and is started anew after one that breaks the limits."""

    def __init__(self, *, seconds: float = _SECONDS, memory: int = _MEMORY) -> None:
        """:param seconds: for one PDF; :param memory: in bytes of address space, for all the process does."""
        self.seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = Lock()

    def read(self, data: bytes) -> Article:
        """Return the article; :raises Unreadable: with a reason for people, also where a limit is broken."""
        with self._one_at_a_time:
            reply = self._ask(data)
        if not reply:
            raise Unreadable("is a broken PDF, or one too intricate to read: print it to a new PDF, or save its text")
        values = json.loads(reply)
        if "reason" in values:
            raise Unreadable(values["reason"])
        return Article(values["text"], Metadata(**values["metadata"]))

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, data: bytes) -> bytes:
        """Return the line that the process answers, empty where it was stopped or fell."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        clock = Timer(self.seconds, process.kill)
        clock.start()
        try:
            process.stdin.write(len(data).to_bytes(8, "big") + data)
            process.stdin.flush()
            reply = process.stdout.readline()
        except BrokenPipeError:
            reply = b""
        finally:
            clock.cancel()
        if not reply:
            self.close()
        return reply

    def _started(self) -> subprocess.Popen[bytes]:
        search = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
        return subprocess.Popen(  # noqa: S603 (our own module, and a number)
            [sys.executable, "-m", "extract.formats.pdfium", str(self._memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": search},
        )


@cache
def _reader() -> Reader:
    reader = Reader()
    atexit.register(reader.close)
    return reader
