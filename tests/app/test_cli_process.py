"""The command line as its own process: streaming, closed pipes, no network."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
KB = [sys.executable, "-c", "from app.cli import cli; cli(prog_name='kb')"]
OFFLINE = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"reached for the network: {event} {arguments}")
sys.addaudithook(refuse)
from app.cli import cli
cli(prog_name="kb")
"""


def test_batch_answers_each_question_as_it_comes(filled):
    words = [*KB, "--db", str(filled), "ask", "--batch", "-"]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asking:
        for id in ("first", "second"):
            asking.stdin.write(json.dumps({"id": id, "question": "What will the quay cost?"}) + "\n")
            asking.stdin.flush()
            assert json.loads(asking.stdout.readline())["id"] == id  # while standard input is still open
    assert asking.returncode == 0


def test_closed_pipe_is_quiet(filled):
    words = [*KB, "--db", str(filled), "claims", "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        listing.stdout.close()
        said = listing.stderr.read()
    assert said == b""


def test_nothing_reaches_for_the_network(tmp_path):
    article = json.dumps({"id": "a", "text": "Rain fell on Cork for 3 days, Mary Moss said."})
    kb = [sys.executable, "-c", OFFLINE, "--db", str(tmp_path / "kb.db")]
    added = subprocess.run([*kb, "add", "-"], cwd=ROOT, input=article, capture_output=True, text=True)
    assert (added.returncode, added.stdout) == (0, "Articles: 1 added\n"), added.stderr
    asked = subprocess.run([*kb, "ask", "Where did rain fall?", "--json"], cwd=ROOT, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["citations"][0]["document"] == "a"


def test_output_is_utf8_in_any_locale(filled):
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = [*KB, "--db", str(filled), "quotes"]
    shown = subprocess.run(words, cwd=ROOT, env=plain, capture_output=True, check=True)
    assert "“We will build a third quay.”" in shown.stdout.decode("utf-8")


def test_serve_prints_an_address_that_answers(filled):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [*KB, "--db", str(filled), "serve", "--port", str(port)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
        try:
            address = next(line.split()[-1] for line in serving.stdout if "http://" in line)
            with urlopen(f"{address}/_stcore/health") as health:
                assert (address, health.read()) == (f"http://127.0.0.1:{port}", b"ok")
        finally:
            serving.kill()


def test_pipeline_that_is_not_installed_is_named(tmp_path):
    (tmp_path / "cork.txt").write_text("Rain fell on Cork.", "utf-8")
    words = [*KB, "extract", str(tmp_path / "cork.txt")]
    shown = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "KB_PIPELINE": "nowhere"}, capture_output=True, text=True
    )
    assert (shown.returncode, shown.stdout) == (1, "")
    assert shown.stderr.startswith("Error: KB_PIPELINE names 'nowhere', which is not installed")
