"""A real server with a base of its own, and a real browser that may speak to nothing but this machine."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
PATIENCE = 60_000  # milliseconds: a machine may be busy, and the pipeline loads with the first article
OURS = {"127.0.0.1", "localhost"}


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of the browser; without one the tests are skipped, but never in CI."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no chromium, and CI may not skip the tests that need it")
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    return path


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app on an empty base; give its address."""
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "app/main.py"),
        f"--server.port={port}",
        "--server.headless=true",
    ]
    settings = {"KB_DB": str(folder / "kb.db"), "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        print((folder / "log").read_text("utf-8", "replace")[-2000:])  # shown beside a test that fails


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address) as answer:  # the server we started
                if answer.status == 200:
                    return
        except URLError:
            time.sleep(0.1)
    pytest.fail("the app did not start")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, server) -> Iterator[object]:
    """Give a new page; the test fails when the page asks any other machine for anything, or breaks."""
    page = browser.new_page(base_url=server, viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    outside: list[str] = []
    broken: list[str] = []

    def note(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.hostname not in OURS:
            outside.append(address)

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    page.close()
    assert outside == []
    assert broken == []


@pytest.fixture(scope="module")
def filled(request: pytest.FixtureRequest, server: str, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Add the ARTICLES of the test's module to the server's base by dropping them in."""
    press = tmp_path_factory.mktemp("press") / "press.jsonl"
    press.write_text("".join(json.dumps(article) + "\n" for article in request.module.ARTICLES), "utf-8")
    page = browser.new_page(base_url=server)
    page.set_default_timeout(PATIENCE)
    page.goto("/add")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([press])
    page.get_by_text("press.jsonl").first.wait_for()
    page.get_by_role("button", name="Add these files").click()
    page.locator(".fn-added").first.wait_for()
    page.close()
