"""The whole base as lines of text, ordered by content: equal bases give equal lines, however they were built."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kb.base.connection import SqliteConnection
from kb.base.writing import COLUMNS

OWN = {
    "documents": COLUMNS["documents"],
    "sentences": COLUMNS["sentences"].removeprefix("key, "),
    "referents": COLUMNS["referents"].removeprefix("id, ") + ", bearer, entity, score, reason",
    "bearers": "id, block, key, extra, first_word, last_word, entity, score, reason",
    "variants": "variant, bearer",
    "name_blocks": "block, bearer",
    "near_names": "one, other, score",
    "printed": "document, bearer, key",
    "entities": "id, name, label, block, key, first_word, last_word, documents, mentions",
    "aliases": "entity, name, label, key, documents",
    "decisions": "decided, who, what, why",
    "copies": "document, original",
    "baskets": "name, made",
    "basket_items": "(SELECT name FROM baskets b WHERE b.id = basket), position, heading, note, added, kind, document, "
    "sha256, text_sha256, title, author, publication, published, url, source, language, start, end, text, "
    "sentence_start, sentence_end, sentence, paragraph, prefix, suffix",
}
TIES = """
    SELECT s.id, x.kind, x.type, x.source_start, x.source_end, x.target_start, x.target_end, x.source, x.target,
        x.negated, x.hedged, x.rules
    FROM ties x JOIN sentences s ON s.key = x.sentence
    ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
"""
ARGUMENTS = """
    SELECT s.id, c.subject_start, c.predicate_start, c.object_start, x.role, x.start, x.end, x.surface, x.rules
    FROM arguments x
    JOIN claims c ON c.id = x.claim
    JOIN sentences s ON s.key = c.sentence
    ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
"""


def dump(conn: SqliteConnection) -> Iterator[str]:
    """Yield one line of JSON per record: the table's name, then the columns, without keys that SQLite gave."""
    for table, columns in OWN.items():
        yield from _lines(conn, table, f"SELECT {columns} FROM {table} ORDER BY {columns}")
    for table in ("mentions", "figures", "quotes", "claims"):
        yield from _lines(conn, table, in_sentences(table))
    yield from _lines(conn, "arguments", ARGUMENTS)
    yield from _lines(conn, "ties", TIES)


def in_sentences(table: str) -> str:
    """Return the query for a table's records, with the lasting ids of sentences and numbers of referents for keys."""
    columns = COLUMNS[table].removeprefix("id, ").replace("sentence, ", "")
    number = r"(SELECT r.number FROM referents r WHERE r.id = x.\1)"
    columns = re.sub(r"\b(\w*referent)\b", number, ", ".join(f"x.{name}" for name in columns.split(", ")))
    columns = columns.replace("x.(SELECT", "(SELECT")
    order = ", ".join(str(place) for place in range(1, columns.count(", ") + 3))
    return f"SELECT s.id, {columns} FROM {table} x JOIN sentences s ON s.key = x.sentence ORDER BY {order}"


def _lines(conn: SqliteConnection, table: str, sql: str) -> Iterator[str]:
    for row in conn.execute(sql):
        yield json.dumps([table, *row], ensure_ascii=False)
