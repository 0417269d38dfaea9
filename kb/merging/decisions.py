"""The ledger of what people decided about entities: who, when, why and what. It is only ever added to.

A decision is undone by another one, which can be undone in turn. What `what` holds, as JSON, by `do`:

- merge, keep-apart: `one` and `other`, the bearers of two entities; `called`, what they were called;
- confirm: the same of an entity's fullest bearer and those of another name, which are one already;
- split: `of`, an entity, and its name `called`, which one document or more (`documents`, with the `pairs` of block and
  key by which these know it) or one name (`names` and `rest`, bearers) should not be;
- rename, retype: `of`, `called`, all its `bearers`, and the new `name` with its `key`, or `label`;
- not-a-name: `document`, `start`, `end` and `text` of a mention;
- undo: `decision`, its number.

Entities and bearers are told by their lasting ids, places by document and offset: a decision holds for whatever is
read in later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

from kb.base.connection import SqliteConnection
from kb.merging.grouping import DECIDED
from kb.merging.rulings import Ruling, write_rulings
from kb.resolve import entity_id

DOINGS = ("merge", "keep-apart", "confirm", "split", "rename", "retype", "not-a-name", "undo")


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry of the ledger."""

    id: int
    decided: str  # ISO 8601, UTC
    who: str
    why: str
    what: dict[str, Any]  # as the module says
    undone_by: int | None = None  # the decision, in force, that undid it

    @property
    def do(self) -> str:
        """One of DOINGS."""
        return str(self.what["do"])


def ledger(conn: SqliteConnection) -> list[Decision]:
    """Return all decisions, the first one first."""
    rows = conn.execute("SELECT id, decided, who, why, what FROM decisions ORDER BY id").fetchall()
    found = [Decision(id, decided, who, why, json.loads(what)) for id, decided, who, why, what in rows]
    undone: dict[int, int] = {}
    for decision in reversed(found):
        if decision.do == "undo" and decision.id not in undone:
            undone.setdefault(int(decision.what["decision"]), decision.id)
    return [Decision(d.id, d.decided, d.who, d.why, d.what, undone.get(d.id)) for d in found]


def enter(conn: SqliteConnection, what: dict[str, Any], *, decided: str, who: str, why: str) -> Decision:
    """Add a decision to the ledger and put in force what all of them now come to."""
    text = json.dumps(what, ensure_ascii=False, sort_keys=True)
    known = (decided, who, text, why)
    id = conn.execute("INSERT INTO decisions (decided, who, what, why) VALUES (?, ?, ?, ?)", known).lastrowid
    entries = ledger(conn)
    write_rulings(conn, ((d.id, ruling) for d in entries if d.undone_by is None for ruling in rulings_of(d)))
    return next(entry for entry in entries if entry.id == id)


def rulings_of(decision: Decision) -> Iterator[Ruling]:
    """Yield what a decision comes to while it is in force."""
    what = decision.what
    match decision.do:
        case "merge" | "confirm":
            yield from _pairs("same", product(what["one"], what["other"]))
        case "keep-apart":
            yield from _pairs("apart", product(what["one"], what["other"]))
        case "split" if "documents" in what:
            yield from _set_apart(decision)
        case "split":
            yield from _pairs("apart", product(what["names"], what["rest"]))
            yield from _pairs("same", pairwise(what["names"]))
        case "rename":
            yield from (Ruling("name", bearer, what["key"], what["name"]) for bearer in what["bearers"])
        case "retype":
            yield from (Ruling("label", bearer, "", what["label"]) for bearer in what["bearers"])
        case "not-a-name":
            yield Ruling("mention", what["document"], what["text"], json.dumps([what["start"], what["end"]]))


def _set_apart(decision: Decision) -> Iterator[Ruling]:
    """Give what the documents know a bearer of its own; all of these are one."""
    extra = f"{DECIDED} {decision.id}"
    pairs: list[list[str]] = decision.what["pairs"]
    for document, (block, key) in product(decision.what["documents"], pairs):
        yield Ruling("move", document, json.dumps([block, key]), extra)
    own = [entity_id(block, key, extra) for block, key in pairs]
    yield from _pairs("same", pairwise(own))


def _pairs(what: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Ruling]:
    return (Ruling(what, one, other) for one, other in pairs)
