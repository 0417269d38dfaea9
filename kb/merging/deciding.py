"""People decide about entities: each function enters one decision in the ledger and puts it in force at once.

Whatever is read in, removed or made anew later, decisions in force hold; `undo` gives the exact earlier graph back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from extract.types import MENTION_LABELS
from kb.base.connection import SqliteConnection, as_json, writing
from kb.base.rows import EntityRow
from kb.merging import linking
from kb.merging.decisions import Decision, enter, ledger
from kb.merging.rulings import put_mentions_back
from kb.merging.tallies import refresh_names
from kb.names import normalise
from kb.network.ties import insert_ties
from kb.resolve import block_of
from kb.store import Store

LABELS = tuple(label for label in MENTION_LABELS if label != "DATE")

CONCERNED = """
    SELECT id FROM bearers
    WHERE entity IN (SELECT entity FROM bearers WHERE id IN (SELECT value FROM json_each(?)))
"""
ENTITIES = "SELECT DISTINCT entity FROM bearers WHERE id IN (SELECT value FROM json_each(?))"
KNOWN_AS = """
    SELECT DISTINCT document, label, key FROM referents
    WHERE entity = :entity AND document IN (SELECT value FROM json_each(:documents)) ORDER BY document, key
"""
MENTION = """
    SELECT m.end, m.surface FROM mentions m JOIN sentences s ON s.key = m.sentence
    WHERE s.document = ? AND m.start = ? ORDER BY m.end DESC
"""


class DecisionError(Exception):
    """A decision cannot be taken; the message says why and what would work."""


def decisions(store: Store) -> list[Decision]:
    """Return the ledger, the first decision first."""
    return ledger(store.db.conn)


def named_entity(store: Store, name: str) -> EntityRow:
    """Return the one entity with this id or name.

    :raises DecisionError: when there is none, or several have the name.
    """
    ids = store.ids_of(name)
    if len(ids) > 1:
        raise DecisionError(f"{len(ids)} entities are called {name!r}: name one by its id: {', '.join(ids)}")
    found = store.entity(ids[0]) if ids else None
    if found is None:
        raise DecisionError(f"no entity is called {name!r}: kb entities lists them")
    return found


def merge(store: Store, one: str, other: str, *, who: str, why: str) -> Decision:
    """Make two entities one; they are given by id or name, here and below."""
    return _pair(store, "merge", one, other, who, why)


def keep_apart(store: Store, one: str, other: str, *, who: str, why: str) -> Decision:
    """Keep two entities two, whatever their names."""
    return _pair(store, "keep-apart", one, other, who, why)


def confirm(store: Store, of: str, name: str, *, who: str, why: str) -> Decision:
    """Say that what goes by this name is rightly a part of an entity: it stays so, and is not asked about again.

    :raises DecisionError: when the entity has no such name beside its fullest one.
    """
    entity = named_entity(store, of)
    names = [id for id in _by_name(store, entity, name)[0] if id != entity.id]
    if not names:
        raise DecisionError(f"no text puts {name!r} to {entity.name!r} as another name ({_other_names(entity)})")
    what = {"do": "confirm", "one": [entity.id], "other": names, "called": [entity.name, " ".join(name.split())]}
    return _decide(store, what, who, why)


def split(store: Store, of: str, *, who: str, why: str, documents: Sequence[str] = (), name: str = "") -> Decision:
    """Take what these documents say, or all that goes by this name, out of an entity, as an entity of its own.

    :raises DecisionError: when nothing would be taken out, or nothing left.
    """
    entity = named_entity(store, of)
    apart = _documents_apart(store, entity, documents) if documents else _name_apart(store, entity, name)
    return _decide(store, {"do": "split", "of": entity.id, "called": entity.name, **apart}, who, why)


def rename(store: Store, of: str, name: str, *, who: str, why: str) -> Decision:
    """Call an entity by another name; it is found by that name too."""
    entity = named_entity(store, of)
    shown = " ".join(name.split())
    if not shown:
        raise DecisionError("a name has at least one letter: write one")
    key = normalise(shown, entity.label).key
    what = {"do": "rename", **_about(store, entity), "name": shown, "key": key}
    return _decide(store, what, who, why)


def retype(store: Store, of: str, label: str, *, who: str, why: str) -> Decision:
    """Change the kind of an entity to another of LABELS."""
    if label not in LABELS:
        raise DecisionError(f"there is no kind {label!r}: the kinds are {', '.join(LABELS)}")
    entity = named_entity(store, of)
    return _decide(store, {"do": "retype", **_about(store, entity), "label": label}, who, why)


def take_out(store: Store, document: str, start: int, *, who: str, why: str) -> Decision:
    """Say that the mention that begins at this character of a document names nothing."""
    found = store.db.conn.execute(MENTION, (document, start)).fetchone()
    if found is None:
        raise DecisionError(f"no name begins at character {start} of document {document!r}: kb show lists its names")
    what = {"do": "not-a-name", "document": document, "start": start, "end": found[0], "text": found[1]}
    return _decide(store, what, who, why)


def undo(store: Store, decision: int, *, who: str, why: str) -> Decision:
    """Take a decision back; the graph is again as if it had never been taken."""
    known = {entry.id: entry for entry in decisions(store)}
    if decision not in known:
        raise DecisionError(f"there is no decision {decision}: kb decisions lists them")
    if (by := known[decision].undone_by) is not None:
        raise DecisionError(f"decision {decision} is undone already, by decision {by}; undo that to put it in force")
    return _decide(store, {"do": "undo", "decision": decision}, who, why)


def _pair(store: Store, do: str, one: str, other: str, who: str, why: str) -> Decision:
    first, second = named_entity(store, one), named_entity(store, other)
    if first.id == second.id:
        raise DecisionError(f"{one!r} and {other!r} are one entity, {first.id}: take it apart with kb split")
    what = {"do": do, "one": _bearers(store, first), "other": _bearers(store, second)}
    return _decide(store, what | {"called": [first.name, second.name]}, who, why)


def _bearers(store: Store, entity: EntityRow) -> list[str]:
    """Return all bearers of an entity: whichever of them a text still names, a decision about it holds."""
    rows = store.db.conn.execute("SELECT id FROM bearers WHERE entity = ? ORDER BY id", (entity.id,))
    return [row[0] for row in rows]


def _about(store: Store, entity: EntityRow) -> dict[str, Any]:
    return {"of": entity.id, "called": entity.name, "bearers": _bearers(store, entity)}


def _documents_apart(store: Store, entity: EntityRow, documents: Sequence[str]) -> dict[str, Any]:
    known = {"entity": entity.id, "documents": as_json(documents)}
    rows = store.db.conn.execute(KNOWN_AS, known).fetchall()
    found = sorted({document for document, _, _ in rows})
    if missing := set(documents) - set(found):
        raise DecisionError(f"{entity.name!r} is not in document {sorted(missing)[0]!r}")
    if len(found) == entity.documents:
        raise DecisionError(f"no other document names {entity.name!r}: there is nothing to split")
    pairs = sorted({(block_of(label) or "", key) for _, label, key in rows})
    return {"documents": found, "pairs": [list(pair) for pair in pairs]}


def _name_apart(store: Store, entity: EntityRow, name: str) -> dict[str, Any]:
    names, rest = _by_name(store, entity, name)
    if not names or not rest:
        others = _other_names(entity)
        raise DecisionError(f"no text knows {entity.name!r} by {name!r} alone ({others}): split it by --document")
    return {"names": names, "rest": rest}


def _by_name(store: Store, entity: EntityRow, name: str) -> tuple[list[str], list[str]]:
    """Return the bearers of an entity that go by a name, and the others."""
    names: list[str] = []
    rest: list[str] = []
    sql = "SELECT id, block, key FROM bearers WHERE entity = ? ORDER BY id"
    for id, block, key in store.db.conn.execute(sql, (entity.id,)):
        (names if key in (name, normalise(name, block.upper()).key) else rest).append(id)
    return names, rest


def _other_names(entity: EntityRow) -> str:
    return ", ".join(entity.aliases) or "it has no other"


def _decide(store: Store, what: dict[str, Any], who: str, why: str) -> Decision:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with writing(store.db) as conn:
        concerned = _concerned(conn, _subject(conn, what))
        decision = enter(conn, what, decided=now, who=who, why=why)
        _put_in_force(conn, _subject(conn, what), concerned)
    return decision


def _subject(conn: SqliteConnection, what: dict[str, Any]) -> dict[str, Any]:
    """Return what is decided about: that of the decision undone, for an undo."""
    while what["do"] == "undo":
        what = next(entry.what for entry in ledger(conn) if entry.id == what["decision"])
    return what


def _concerned(conn: SqliteConnection, what: dict[str, Any]) -> set[str]:
    """Return the bearers of all entities that a decision is about."""
    ids = [id for field in ("one", "other", "bearers", "names", "rest") for id in what.get(field, ())]
    return {row[0] for row in conn.execute(CONCERNED, (as_json(ids),))}


def _put_in_force(conn: SqliteConnection, what: dict[str, Any], concerned: set[str]) -> None:
    if what["do"] in ("rename", "retype"):
        refresh_names(conn, {row[0] for row in conn.execute(ENTITIES, (as_json(sorted(concerned)),))})
    elif documents := what.get("documents") or ([what["document"]] if "document" in what else []):
        for document in documents:
            _relink(conn, document)
    else:
        linking.settle(conn, concerned | _concerned(conn, what))


def _relink(conn: SqliteConnection, document: str) -> None:
    """Tie a document's names anew."""
    if conn.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is None:
        return
    left = linking.unlink_document(conn, document)
    conn.execute("DELETE FROM ties WHERE sentence IN (SELECT key FROM sentences WHERE document = ?)", (document,))
    put_mentions_back(conn, document)
    linking.settle_after_removal(conn, document, left)
    linking.link_document(conn, document)
    insert_ties(conn, document)
