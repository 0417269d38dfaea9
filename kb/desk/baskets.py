"""Lists of cited words that people keep in the base, by name; they outlive the documents they were taken from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kb.base.connection import SqliteConnection, writing
from kb.citations.entry import Entry
from kb.desk.places import DeskError, today
from kb.desk.standing import with_states
from kb.store import Store

LONGEST_NAME = 200  # characters
FIELDS = (
    "document, sha256, text_sha256, title, author, publication, published, url, source, language, added, kind, start, "
    "end, text, sentence_start, sentence_end, sentence, paragraph, prefix, suffix, heading, note"
)
WIDTH = FIELDS.count(",") + 1
LISTS = """
    SELECT b.name, b.made, count(i.id) FROM baskets b LEFT JOIN basket_items i ON i.basket = b.id
    GROUP BY b.id ORDER BY b.name
"""
ITEMS = f"SELECT {FIELDS}, id FROM basket_items WHERE basket = ? ORDER BY position, id"
SAME = """
    SELECT id FROM basket_items
    WHERE basket = ? AND document = ? AND sha256 = ? AND start = ? AND end = ? AND kind = ?
"""
LAST = "SELECT coalesce(max(position), 0) FROM basket_items WHERE basket = ?"
INSERT = f"INSERT INTO basket_items (basket, position, {FIELDS}) VALUES (?, ?{', ?' * WIDTH})"


@dataclass(frozen=True, slots=True)
class Basket:
    """A named list."""

    name: str
    made: str  # the day, ISO 8601, UTC
    items: int


def baskets(store: Store) -> list[Basket]:
    """Return all lists by name."""
    return [Basket(*row) for row in store.db.execute(LISTS).fetchall()]


def items(store: Store, name: str) -> list[Entry]:
    """Return a list's items in order, each with its state against the base.

    :raises DeskError: when there is no such list.
    """
    rows = store.db.conn.execute(ITEMS, (_basket(store, store.db.conn, name),)).fetchall()
    return with_states(store, [replace(Entry(*row[:-1]), id=row[-1]) for row in rows])


def add(store: Store, name: str, entries: Iterable[Entry], *, heading: str = "", note: str = "") -> list[int]:
    """Add entries at a list's end, which is made if it is not there; return their ids in it.

    What is in the list already stays where it is, as it is.
    """
    if not name.strip() or len(name) > LONGEST_NAME:
        raise DeskError(f"a list's name has 1 to {LONGEST_NAME} characters: give it another")
    with writing(store.db) as conn:
        conn.execute("INSERT OR IGNORE INTO baskets (name, made) VALUES (?, ?)", (name, today()))
        basket = _basket(store, conn, name)
        return [_add(conn, basket, entry, heading or entry.heading, note or entry.note) for entry in entries]


def _add(conn: SqliteConnection, basket: int, entry: Entry, heading: str, note: str) -> int:
    key = (basket, entry.document, entry.sha256, entry.start, entry.end, entry.kind)
    for (id,) in conn.execute(SAME, key):
        return int(id)
    ((last,),) = conn.execute(LAST, (basket,)).fetchall()
    values = (
        entry.document, entry.sha256, entry.text_sha256, entry.title, entry.author, entry.publication,
        entry.published, entry.url, entry.source, entry.language, entry.accessed, entry.kind, entry.start, entry.end,
        entry.text, entry.sentence_start, entry.sentence_end, entry.sentence, entry.paragraph, entry.prefix,
        entry.suffix, heading, note,
    )  # fmt: skip
    return int(conn.execute(INSERT, (basket, last + 1, *values)).lastrowid or 0)


def annotate(store: Store, name: str, item: int, *, heading: str | None = None, note: str | None = None) -> None:
    """Set an item's heading or note; None leaves it as it is, "" takes it away.

    :raises DeskError: when there is no such list or item.
    """
    with writing(store.db) as conn:
        _order(conn, _basket(store, conn, name), name, [item])
        sql = "UPDATE basket_items SET heading = coalesce(?, heading), note = coalesce(?, note) WHERE id = ?"
        conn.execute(sql, (heading, note, item))


def move(store: Store, name: str, item: int, to: int) -> None:
    """Move an item to a place in its list, from 1; the others keep their order.

    :raises DeskError: when there is no such list or item, or no such place.
    """
    with writing(store.db) as conn:
        order = _order(conn, _basket(store, conn, name), name, [item])
        if not 1 <= to <= len(order):
            raise DeskError(f"there is no place {to} in the list {name!r}: its places are 1 to {len(order)}")
        order.remove(item)
        order.insert(to - 1, item)
        conn.executemany("UPDATE basket_items SET position = ? WHERE id = ?", enumerate(order, 1))


def remove(store: Store, name: str, ids: Sequence[int]) -> None:
    """Remove items from a list.

    :raises DeskError: when there is no such list or item; then none is removed.
    """
    with writing(store.db) as conn:
        _order(conn, _basket(store, conn, name), name, ids)
        conn.executemany("DELETE FROM basket_items WHERE id = ?", [(id,) for id in ids])


def delete(store: Store, name: str) -> None:
    """Delete a list and its items.

    :raises DeskError: when there is no such list.
    """
    with writing(store.db) as conn:
        basket = _basket(store, conn, name)
        conn.execute("DELETE FROM basket_items WHERE basket = ?", (basket,))
        conn.execute("DELETE FROM baskets WHERE id = ?", (basket,))


def _basket(store: Store, conn: SqliteConnection, name: str) -> int:
    row = conn.execute("SELECT id FROM baskets WHERE name = ?", (name,)).fetchone()
    if row is None:
        names = ", ".join(basket.name[:40] for basket in baskets(store)[:10])
        there = f"there are: {names}" if names else "make it with: kb basket add NAME ID"
        raise DeskError(f"there is no list {name[:100]!r}; {there}")
    return int(row[0])


def _order(conn: SqliteConnection, basket: int, name: str, wanted: Sequence[int]) -> list[int]:
    """Return the ids of a list's items in order, once it is clear that those wanted are among them."""
    rows = conn.execute("SELECT id FROM basket_items WHERE basket = ? ORDER BY position, id", (basket,))
    order = [int(id) for (id,) in rows]
    for id in wanted:
        if id not in order:
            raise DeskError(f"the list {name!r} has no item {id}: kb basket show gives every item's number")
    return order
