"""Filters in the words of a question: "in 2002 articles", "in the Daily X", "since 2010", "according to the ministry".

A filter is cut from the question, and only what it lets through can answer. Limits: one filter of each kind; "since"
and a bare year filter articles only where the question speaks of articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.rows import DocumentRow
from kb.kinds.within import Within
from kb.store import Store
from kb.words.terms import is_stopword, plain, read_words, root

YEAR = r"(?P<{}>1[5-9]\d\d|20\d\d)"
DATED = re.compile(
    r"(?:,? )?\bin (?:the )?(?:"
    + YEAR.format("year") + r" (?:articles?|reports?|news)|"
    r"(?:articles?|reports?|news)(?: published)? (?:(?P<how>from|of|in|since|after|before|until) )"
    + YEAR.format("bound") + r")",
    re.IGNORECASE,
)  # fmt: skip
ARTICLE = re.compile(r"(?:,? )?\b(?:in|from) (?:the article|the piece) [“\"](?P<title>.+?)[”\"]", re.IGNORECASE)
PRINTED = re.compile(r"(?:,? )?\b(?:[Ii]n|[Aa]ccording to|by) (?P<name>(?:the )?[A-Z][^,?]*?)(?=,|\?|$)")
ACCORDING = re.compile(
    r"(?:^|,? )(?:according to|in the view of|as (?:stated|reported|said) by) (?P<name>(?:[^\s,?]+ ){0,5}[^\s,?]+)"
    r"(?:, |(?=\?|$))",
    re.IGNORECASE,
)
# Words by which a sentence gives what it says as somebody's.
ATTRIBUTED = re.compile(
    r"\b(?:according to|said|says|say|told|tells|announced|report(?:s|ed)?|estimat\w+|put|puts|speaks? of|spoke of|"
    r"found|finds|figures? (?:of|from)|data|calculat\w+|count(?:s|ed)|expects?|expected|warn\w*|claim\w*|stat(?:es|ed)|"
    r"reckons?|reckoned|think(?:s)?|believes?|survey|census|study)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Filtered:
    """A question without its filter, and the base as the filter leaves it."""

    question: str
    store: Store
    notes: tuple[str, ...]
    source: frozenset[str] | None = None  # sentences that are given as the named source's; None without such a filter


def filtered(store: Store, question: str) -> Filtered:
    """The question with its filters taken out and applied; as it was where it has none."""
    found = Filtered(question, store, ())
    for apply in (_by_date, _by_publication, _by_source):
        found = apply(found)
    return found


def _by_date(asked: Filtered) -> Filtered:
    found = DATED.search(asked.question)
    if found is None:
        return asked
    year = found["year"] or found["bound"]
    how = (found["how"] or "in").lower()
    inside = [row.id for row in asked.store.documents() if row.published and _is_dated(row.published, year, how)]
    return _narrowed(
        asked,
        found,
        inside,
        f"Only articles of {year}" if how in ("in", "of", "from") else f"Only articles {how} {year}",
    )


def _is_dated(published: str, year: str, how: str) -> bool:
    printed = published[:4]
    return {"since": printed >= year, "after": printed > year, "before": printed < year, "until": printed <= year}.get(
        how, printed == year
    )


def _by_publication(asked: Filtered) -> Filtered:
    article = ARTICLE.search(asked.question)
    if article:
        rows = asked.store.documents(like=article["title"])
        inside = [row.id for row in rows if plain(row.title or "") == plain(article["title"])]
        return _narrowed(asked, article, inside, f"Only the article “{article['title']}”") if inside else asked
    for found in PRINTED.finditer(asked.question):
        rows = asked.store.documents(like=_without_article(found["name"]))
        inside = [row.id for row in rows if _is_printed_in(row, found["name"])]
        if not inside and ACCORDING.match(found.group()):
            inside = _of_one_publication(rows, found["name"])
        if inside:
            return _narrowed(asked, found, inside, f"Only articles of {found['name']}")
    return asked


def _is_printed_in(row: DocumentRow, name: str) -> bool:
    return bool(row.publication) and _without_article(row.publication or "") == _without_article(name)


def _of_one_publication(rows: Sequence[DocumentRow], name: str) -> list[str]:
    """The documents of the one publication whose name begins or ends with these words: "BBC" of "BBC Online"."""
    short = _without_article(name)
    found = {row.id: _without_article(row.publication or "") for row in rows}
    meant = {full for full in found.values() if full.startswith(f"{short} ") or full.endswith(f" {short}")}
    return [id for id, full in found.items() if full in meant] if len(meant) == 1 else []


def _without_article(name: str) -> str:
    return re.sub(r"^the ", "", plain(name).strip(" .?!"))


def _narrowed(asked: Filtered, found: re.Match[str], inside: Sequence[str], note: str) -> Filtered:
    notes = (*asked.notes, f"{note} ({len(inside)}).")
    return Filtered(_cut(asked.question, found), Within(asked.store, documents=inside), notes, asked.source)


def _cut(question: str, found: re.Match[str]) -> str:
    """The question without the filter, a capital first."""
    rest = f"{question[: found.start()]} {question[found.end() :]}".strip()
    rest = re.sub(r"\s+([?,.])", r"\1", " ".join(rest.split())).strip(" ,")
    return rest[:1].upper() + rest[1:]


def _by_source(asked: Filtered) -> Filtered:
    found = ACCORDING.search(asked.question)
    if found is None:
        return asked
    inside = _attributed(asked.store, found["name"])
    if not inside and found["name"].islower():
        return asked  # no source, but what something follows from: "according to the treaty"
    note = f"Only what is given as said by {found['name'].strip()} ({len(inside)} sentences)."
    store = Within(asked.store, sentences=inside)
    return Filtered(_cut(asked.question, found), store, (*asked.notes, note), frozenset(inside))


def _attributed(store: Store, name: str) -> list[str]:
    """The sentences that name a source and give something as its words; of "the ministry" any ministry will do."""
    words = [word.surface for word in read_words(name) if not is_stopword(word.surface)]
    wanted = {root(word) for word in words}
    hits = store.search(words, limit=500)
    return [
        hit.sentence.id
        for hit in hits
        if wanted <= {word.root for word in read_words(hit.sentence.text)} and ATTRIBUTED.search(hit.sentence.text)
    ]
