"""Runs peers where they are installed: here, or in the Python that the environment variable FOOTNOTE_PEERS names.

`python -m venv P && P/bin/pip install "quantulum3[classifier]" recognizers-text-suite "emoji<1.7" textacy`, for textacy with
our own requirements beside it, then `FOOTNOTE_PEERS=P/bin/python`: peers are never among our requirements.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SERVE = Path(__file__).with_name("peers_serve.py")
NAMES = {"quantulum3": "quantulum3", "recognizers": "Recognizers-Text"}


def python() -> str:
    """The interpreter that may have the peers."""
    return os.environ.get("FOOTNOTE_PEERS", sys.executable)


class Peer:
    """A peer's figures through a process of its own, in the shape that the scorers take."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def extract(self, texts: dict[str, str]) -> dict[str, dict[str, Any]]:
        """The peer's figures of each text, by id."""
        return {key: {"figures": self._figures(key, text)} for key, text in texts.items()}

    def _figures(self, key: str, text: str) -> list[dict[str, Any]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"id": key, "text": text}) + "\n")
        self.process.stdin.flush()
        return list(json.loads(self.process.stdout.readline())["figures"])

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def start(name: str) -> Peer | None:
    """The peer, or `None` where it is not installed."""
    process = subprocess.Popen(
        [python(), str(SERVE), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    if process.stdout.readline():
        return Peer(process)
    process.wait()
    return None


def figure_peers() -> dict[str, Peer]:
    """The figure peers that are installed, by the name to show."""
    found = {shown: start(name) for name, shown in NAMES.items()}
    for shown, peer in found.items():
        if peer is None:
            print(f"{shown}: not installed")
    return {shown: peer for shown, peer in found.items() if peer is not None}
