"""Every message says what happened and what to do; results stay apart from messages."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing

import pytest


@pytest.mark.parametrize("what", ["documents", "entities", "figures", "quotes", "claims"])
def test_an_empty_list_says_what_to_do(kb_on, what):
    found = kb_on(what, "--like", "zzzz")
    assert (found.exit_code, found.stdout) == (0, "")
    assert found.stderr == "There are none: use fewer filters or other words, or add articles with kb add.\n"
    assert kb_on(what, "--like", "zzzz", "--json").output == "[]\n"


def test_empty_lists_of_lists_and_decisions_say_what_to_do(kb_on):
    assert kb_on("basket", "lists").stderr == "There are none: make a list with kb basket add NAME ID.\n"
    assert kb_on("decisions").stderr.startswith("There are none: decide something with kb merge")


def test_a_folder_without_articles_says_what_is_read(fresh, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "port.jpg").touch()
    done = fresh("add", str(tmp_path / "pictures"))
    assert (done.exit_code, done.stdout) == (0, "Articles: none\n")
    assert done.stderr.startswith("Nothing was read: give files, or folders that hold files, ending in .txt ")


def test_a_taken_port_says_what_to_do(kb_on):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = kb_on("serve", "--port", str(port))
    assert (refused.exit_code, refused.stderr) == (
        1,
        f"Error: port {port} is taken: name another with --port, or leave it out\n",
    )


def test_a_base_that_breaks_while_it_is_read_says_what_to_do(fresh, tmp_path, filled):
    with closing(sqlite3.connect(filled)) as whole, closing(sqlite3.connect(tmp_path / "kb.db")) as copy:
        whole.backup(copy)
        copy.execute("DROP TABLE figures")
    refused = fresh("figures")
    assert refused.exit_code == 1
    assert refused.stderr == (
        "Error: the base could not be read or written (no such table: figures): wait until no other program writes to "
        "it, and see that the disk has room; kb check says more\n"
    )


def test_what_is_off_is_followed_by_what_to_do(fresh, tmp_path, filled):
    with closing(sqlite3.connect(filled)) as whole, closing(sqlite3.connect(tmp_path / "kb.db")) as copy:
        whole.backup(copy)
        copy.execute("UPDATE sentences SET start = start + 1 WHERE key = 1")
        copy.commit()
    checked = fresh("check")
    assert checked.exit_code == 1
    assert checked.stdout.startswith("offset: sentence ")
    assert checked.stderr.startswith("The base is not whole: bring back a copy")
