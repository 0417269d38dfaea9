"""Names for lists over a whole base, with their first mentions: only what a list cites becomes records.

A base of 250,000 sentences has 400,000 mentions; read whole they took seconds and half a gigabyte. Limits: a base seen
through a filter (kb/kinds/within.py) is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb.base.connection import Connection, as_json
from kb.base.rows import MentionRow
from kb.kinds.classes import Named
from kb.kinds.within import Within
from kb.store import Store

Listed = dict[str, list[MentionRow]]  # by name, in document order of the first mention
FROM = """
    FROM mentions x
    JOIN sentences s ON s.key = x.sentence
    JOIN referents r ON r.id = x.referent
    JOIN entities e ON e.id = r.entity
"""


class Places(Connection):
    """Reads where names stand."""

    def first(self, label: str, most: int, entities: Iterable[str] | None = None) -> dict[str, list[tuple[str, int]]]:
        """Return sentence id and start of the first mentions by name, at most `most` of each, in document order."""
        sql = f"""
            SELECT e.name, s.id, x.start
            {FROM}
            WHERE x.label = :label AND x.form = 'name'
                AND (:entities IS NULL OR r.entity IN (SELECT value FROM json_each(:entities)))
            ORDER BY s.document, s.number, x.start, x.id
        """
        found: dict[str, list[tuple[str, int]]] = {}
        for name, sentence, start in self._each(sql, {"label": label, "entities": as_json(entities)}):
            places = found.setdefault(name, [])
            if len(places) < most:
                places.append((sentence, start))
        return found

    def beside(self, labels: Sequence[str], words: Iterable[str]) -> Iterator[tuple[str, Named]]:
        """Yield entity and mention of each name in a sentence that holds one of the words."""
        sql = f"""
            SELECT e.id, e.name, x.surface, x.label, s.text
            {FROM}
            JOIN sentences_fts f ON f.rowid = x.sentence
            WHERE sentences_fts MATCH :query AND {OF_LABELS}
        """
        query = " OR ".join(f'"{word}"' for word in sorted(words))
        yield from self._all(sql, {"query": query, "labels": as_json(labels)})

    def so_named(self, labels: Sequence[str], words: Iterable[str]) -> Iterator[tuple[str, Named]]:
        """Yield entity and mention of each name that holds one of the words, or its plural, itself."""
        begun = (re.escape(word.removesuffix("y")) for word in sorted(words))  # "brewer" for "breweries"
        seen = re.compile(rf"\b(?:{'|'.join(begun)})", re.IGNORECASE)
        rows = self._each("SELECT e.id, e.name FROM entities e", {})
        entities = as_json(id for id, name in rows if seen.search(name))
        sql = f"""
            SELECT e.id, e.name, x.surface, x.label, s.text
            {FROM}
            WHERE r.entity IN (SELECT value FROM json_each(:entities)) AND {OF_LABELS}
        """
        yield from self._all(sql, {"entities": entities, "labels": as_json(labels)})

    def known(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return name and label of each of these entities, by id."""
        sql = "SELECT id, name, label FROM entities WHERE id IN (SELECT value FROM json_each(:ids))"
        return {id: (name, label) for id, name, label in self._each(sql, {"ids": as_json(ids)})}

    def _all(self, sql: str, parameters: dict[str, object]) -> Iterator[tuple[str, Named]]:
        for id, name, surface, label, text in self._each(sql, parameters):
            yield id, Named(name, surface, label, text)


OF_LABELS = "x.form = 'name' AND x.label IN (SELECT value FROM json_each(:labels))"


def first_mentions(store: Store, label: str, most: int, entities: Iterable[str] | None = None) -> Listed:
    """The first mentions of each name of a label, at most `most` of each; of these entities only, where given."""
    if isinstance(store, Within):
        return by_name(store.mentions(label=label))
    places = Places(store.db).first(label, most, entities)
    wanted = {place for found in places.values() for place in found}
    rows = store.mentions(sentences=list({sentence for sentence, _ in wanted}), label=label)
    at = by_name(row for row in rows if (row.sentence.id, row.start) in wanted)
    return {name: at[name] for name in places if name in at}


def of_class(
    store: Store, labels: Sequence[str], words: Iterable[str], own: Iterable[str], most: int,
    check: Callable[[Named], bool],
) -> Iterator[tuple[str, list[MentionRow]]]:  # fmt: skip
    """Names with their mentions of which one fits: only one whose sentence or name holds a word can.

    :param own: words, in lower case as `words`, that count in a name only.
    """
    if isinstance(store, Within):
        yield from _of_class_within(store, labels, check)
        return
    places = Places(store.db)
    fitting: dict[tuple[str, str], set[str]] = {}
    for candidates in (places.so_named(labels, {*words, *own}), places.beside(labels, words)):
        for entity, named in candidates:
            known = (named.label, named.name)
            if known in fitting or check(named):
                fitting.setdefault(known, set()).add(entity)
    for label in labels:
        entities = {id for (of, _), ids in fitting.items() if of == label for id in ids}
        found = first_mentions(store, label, most, entities) if entities else {}
        yield from ((name, rows) for name, rows in found.items() if (label, name) in fitting)


def _of_class_within(
    store: Store, labels: Sequence[str], check: Callable[[Named], bool]
) -> Iterator[tuple[str, list[MentionRow]]]:
    for label in labels:
        for name, found in by_name(store.mentions(label=label)).items():
            if any(check(Named(name, m.surface, label, m.sentence.text)) for m in found):
                yield name, found


def by_name(mentions: Iterable[MentionRow]) -> Listed:
    """Mentions by the name of what they name, in their order; pronouns and descriptions left out."""
    found: Listed = {}
    for mention in mentions:
        if mention.name and mention.form == "name":
            found.setdefault(mention.name, []).append(mention)
    return found
