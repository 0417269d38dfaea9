"""Namesakes in the base: which texts mean another bearer of a name, by what they say of it (kb/naming/contexts.py).

Contexts are kept by document; what tells texts apart is worked out from them alone, never from the order in which
they came. A document that comes or goes may therefore move others, which are then tied anew.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from kb.base.connection import SqliteConnection
from kb.merging.rulings import TAKEN_OUT, moves_of
from kb.naming.contexts import (
    clashing,
    marks_of_person,
    marks_of_place,
    marks_of_pronouns,
    marks_of_topics,
    told_apart,
)
from kb.naming.topics import topics_of
from kb.resolve import COMMON_LABELS, block_of

Name = tuple[str, str]  # block and key

# Texts of one context that are looked through for what they share with others.
MOST = 50

MENTIONS = """
    SELECT r.label, r.key, r.single, m.form, m.surface, m.start - s.start, m.end - s.start, s.key, s.text
    FROM referents r JOIN mentions m ON m.referent = r.id JOIN sentences s ON s.key = m.sentence
    WHERE r.document = ? AND r.reason IS NULL AND r.label IN ('PERSON', 'CITY', 'REGION', 'COUNTRY', 'PLACE')
    ORDER BY m.start, m.end
"""
INDUSTRIES = """
    SELECT m.surface FROM referents r JOIN mentions m ON m.referent = r.id
    WHERE r.document = ? AND r.label = 'INDUSTRY' AND m.form = 'name'
"""
ADD = "INSERT INTO contexts (document, block, key, context) VALUES (?, ?, ?, ?)"
OWN = "SELECT block, key, context FROM contexts WHERE document = ? ORDER BY block, key"
COUNTED = """
    SELECT context, count(*) FROM contexts WHERE block = ? AND key = ? AND document != ? GROUP BY context
"""
WITH_CONTEXT = "SELECT document FROM contexts WHERE block = ? AND key = ? AND context = ? AND document != ? ORDER BY 1"
OTHERS = f"""
    SELECT DISTINCT label, key FROM referents
    WHERE document IN (
            SELECT document FROM contexts WHERE block = ? AND key = ? AND context = ? AND document != ?
            ORDER BY 1 LIMIT {MOST})
        AND reason IS NOT '{TAKEN_OUT}' AND single IS NULL AND label NOT IN {(*COMMON_LABELS, "REGION")}
"""
INSIDE = re.compile(r"\s?(?:,|\(|in)\s?")  # between a place and what it lies in

Mention = tuple[str, str, str | None, str, str, int, int, int, str]


def enter_contexts(conn: SqliteConnection, document: str) -> list[str]:
    """Note what a document says of its persons and places; return the other documents that now mean another bearer."""
    moved = moves_of(conn, document)
    found = {name: text for name, text in contexts_of(conn, document).items() if name not in moved}
    conn.executemany(ADD, [(document, *name, text) for name, text in sorted(found.items())])
    return _moved(conn, document, found)


def leave_contexts(conn: SqliteConnection, document: str) -> list[str]:
    """Forget what a document says of its names; return the other documents that now mean another bearer."""
    found = {(block, key): text for block, key, text in conn.execute(OWN, (document,))}
    moved = _moved(conn, document, found)
    conn.execute("DELETE FROM contexts WHERE document = ?", (document,))
    return moved


def namesakes_in(conn: SqliteConnection, document: str) -> dict[Name, str]:
    """Return what tells the bearers in a document from others of their names: nothing for the main ones."""
    found = {}
    for block, key, context in conn.execute(OWN, (document,)).fetchall():
        if extra := _told(conn, (block, key), "")[context]:
            found[block, key] = extra
    return found


def contexts_of(conn: SqliteConnection, document: str) -> dict[Name, str]:
    """Return the context of every name of a person or place of which the document tells one."""
    mentions: list[Mention] = conn.execute(MENTIONS, (document,)).fetchall()
    marks: defaultdict[Name, set[str]] = defaultdict(set)
    pronouns: defaultdict[Name, list[str]] = defaultdict(list)
    beside: defaultdict[Name, dict[int, str]] = defaultdict(dict)
    for label, key, single, form, surface, start, end, sentence, text in mentions:
        if label == "PERSON" and single is None:
            if form == "name":
                marks["person", key].update(marks_of_person(text[:start], surface, text[end:]))
                beside["person", key][sentence] = text
            elif form == "pronoun":
                pronouns["person", key].append(surface)
    for name, words in pronouns.items():
        marks[name].update(marks_of_pronouns(words))
    everywhere = _topics(conn, document) if beside else Counter[str]()
    for name, sentences in beside.items():
        marks[name].update(marks_of_topics(everywhere, sentences.values()))
    for key, found in _places(mentions):
        marks["place", key].update(found)
    return {name: text for name, found in marks.items() if (text := _context(found))}


def _topics(conn: SqliteConnection, document: str) -> Counter[str]:
    texts = [row[0] for row in conn.execute("SELECT text FROM sentences WHERE document = ?", (document,))]
    return topics_of(texts, [row[0] for row in conn.execute(INDUSTRIES, (document,))])


def difference(one: str, other: str) -> str:
    """Return in words what tells two contexts apart."""
    hard, soft = clashing(one, other)
    return "; ".join(hard + soft) or f"{one}, and {other}"


def _context(marks: Iterable[str]) -> str:
    """Join marks; a kind of mark on which one text disagrees with itself, but for what somebody does, says nothing."""
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for mark in marks:
        by_kind[mark.rpartition(" ")[0]].add(mark)
    kept = [mark for kind, found in by_kind.items() if kind == "works in" or len(found) == 1 for mark in found]
    return "; ".join(sorted(kept))


def _places(mentions: Iterable[Mention]) -> Iterable[tuple[str, list[str]]]:
    """Yield every place by its key, with its marks."""
    wholes: defaultdict[str, list[str]] = defaultdict(list)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    before: Mention | None = None
    for mention in mentions:
        label, key, _, form, surface, start, _, sentence, text = mention
        if label == "PERSON" or form != "name":
            continue
        names.setdefault(key, surface)
        if before is not None and before[7] == sentence and INSIDE.fullmatch(text[before[6] : start]):
            wholes[before[1]].append(surface)
            if text[before[6] : start].strip() == ",":
                parts[key].append(before[4])
        before = mention
    for key, name in names.items():
        yield key, list(marks_of_place(name, wholes[key], parts[key], [n for k, n in names.items() if k != key]))


def _moved(conn: SqliteConnection, document: str, contexts: Mapping[Name, str]) -> list[str]:
    """Return the documents whose bearers are others with this document, which has these contexts, than without."""
    moved: set[str] = set()
    for name in contexts:
        without, there = _told(conn, name, document), _told(conn, name, "")
        for context, extra in without.items():
            if there[context] != extra:
                moved.update(row[0] for row in conn.execute(WITH_CONTEXT, (*name, context, document)))
    return sorted(moved)


def _told(conn: SqliteConnection, name: Name, leaving_out: str) -> dict[str, str]:
    counted = dict(conn.execute(COUNTED, (*name, leaving_out)).fetchall())
    return told_apart(*name, counted, _sharing(conn, name, leaving_out))


def _sharing(conn: SqliteConnection, name: Name, leaving_out: str) -> Callable[[str, str], bool]:
    """Return what finds out whether texts of two contexts name something else in common."""
    known: dict[str, set[Name]] = {}

    def others(context: str) -> set[Name]:
        if context not in known:
            rows = conn.execute(OTHERS, (*name, context, leaving_out))
            known[context] = {(block_of(label) or "", key) for label, key in rows} - {name}
        return known[context]

    return lambda one, other: not others(one).isdisjoint(others(other))
