"""The names in a text: what the pipeline found, repaired where the text contradicts itself, typed and trimmed.

Not covered: names inside names, and names that the pipeline did not find anywhere in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from spacy.attrs import IDX
from spacy.tokens import Doc

from extract.coreference import group
from extract.gazetteer.known import is_known_place
from extract.industries import Industry
from extract.name_spans import LEADING, Name, names_in
from extract.places import place_labels
from extract.reference.genders import TITLES, of_noun
from extract.reference.words import RELATIVES
from extract.short_names import given_again
from extract.types import Mention, Period, Referent

CONFUSED = frozenset({"PERSON", "ORG", "PLACE"})  # labels between which one name is decided for the whole text
HINT = 1.5  # votes for PLACE that a name in the gazetteer has beforehand
BEFORE_RELATIVE = LEADING | frozenset("of to sir lord captain and".split())  # between "son" and the father's name


def find_mentions(
    doc: Doc, sentence_of: Sequence[int], periods: Iterable[Period], industries: Iterable[Industry]
) -> tuple[list[Mention], list[Referent]]:
    """The mentions in text order, and what they refer to in this text.

    :param periods: dates and periods, which become DATE mentions where they cross no name.
    :param industries: which become INDUSTRY mentions where they cross no name.
    """
    names = [name for ent in doc.ents for name in names_in(ent)]
    decided = decide(names)
    found: list[tuple[int, int, str, str, str]] = []  # start, end, surface, label, what it is called
    taken: list[tuple[int, int]] = []
    labels = [decided.get(name.surface, name.label) for name in names]
    spans = [doc[name.first : name.end] for name in names]
    kinds = iter(place_labels([span for span, label in zip(spans, labels, strict=True) if label == "PLACE"]))
    for name, span, decision in zip(names, spans, labels, strict=True):
        label = next(kinds) if decision == "PLACE" else decision
        found.append((span.start_char, span.end_char, name.surface, label, name.surface))
        taken.append((span.start_char, span.end_char))
    for industry in industries:
        if not crosses(taken, industry.start, industry.end):
            found.append((industry.start, industry.end, industry.surface, "INDUSTRY", industry.surface.lower()))
    for period in periods:
        if not crosses(taken, period.start, period.end):
            found.append((period.start, period.end, period.surface, "DATE", period.surface))
    found.sort()
    starts = token_starts(doc)
    numbers = [sentence_of[min(bisect_left(starts, start), len(starts) - 1)] for start, *_ in found]
    persons = {doc[name.first].idx: name.first for name in names if name.label == "PERSON"}
    places = [(i, persons[start]) for i, (start, *_) in enumerate(found) if start in persons]
    relatives = {i for i, first in places if is_relative(doc, first)}
    titles = {i: gender for i, first in places if (gender := title_gender(doc, first)) is not None}
    again = given_again(doc.text, [(start, end, label) for start, end, _, label, _ in found])
    entities, referents = group([(called, label) for *_, label, called in found], relatives, again, titles)
    mentions = [
        Mention(
            number, start, end, surface, label if label in ("INDUSTRY", "DATE") else referents[entity].label, entity
        )
        for (start, end, surface, label, _), number, entity in zip(found, numbers, entities, strict=True)
    ]
    return mentions, referents


def is_relative(doc: Doc, first: int) -> bool:
    """Whether the words before a name give it as somebody's relative: "her father, X", "daughter of X", "married X"."""
    words = [doc[i].lower_ for i in range(max(first - 4, 0), first)]
    while words and words[-1] in BEFORE_RELATIVE:
        words.pop()
    return bool(words) and words[-1] in RELATIVES


def title_gender(doc: Doc, first: int) -> str | None:
    """The gender that a title right before a name tells; "Mr and Mrs Hill" tells none of one person."""
    before = doc[first - 1] if first else None
    if before is None or before.lower_ not in TITLES or not before.is_title:
        return None
    shared = first > 2 and doc[first - 2].lower_ in ("and", "&") and doc[first - 3].lower_ in TITLES
    return None if shared else of_noun(before.lower_)


def decide(names: Sequence[Name]) -> dict[str, str]:
    """One label for each name that the text calls by several of CONFUSED.

    A word of a longer person's name is that person ("Xie" beside "Xie Shaoming"); else the most frequent label, with
    HINT votes for PLACE where the gazetteer knows the name.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    words_of_persons: set[str] = set()
    for name in names:
        if name.label in CONFUSED:
            votes[name.surface][name.label] += 1
        if name.label == "PERSON" and " " in name.surface:
            words_of_persons.update(name.surface.split())
    decided = {}
    for surface, counts in votes.items():
        if len(counts) < 2 and not (counts["PERSON"] and is_known_place(surface)):
            continue
        if surface in words_of_persons and counts["PERSON"]:
            decided[surface] = "PERSON"
            continue
        ballot: dict[str, float] = dict(counts)
        if is_known_place(surface) and len(counts) > 1:
            ballot["PLACE"] = ballot.get("PLACE", 0) + HINT
        decided[surface] = max(sorted(ballot), key=lambda label: ballot[label])
    return decided


def crosses(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether [start, end) overlaps one of the spans, which are in text order and apart."""
    i = bisect_left(spans, (start, start))
    return (i < len(spans) and spans[i][0] < end) or (i > 0 and spans[i - 1][1] > start)


def token_starts(doc: Doc) -> list[int]:
    """Character offsets at which the tokens start."""
    return doc.to_array(IDX).tolist() if len(doc) else []


def mention_by_token(doc: Doc, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """For each token index the mention that covers it."""
    starts = token_starts(doc)
    found: dict[int, Mention] = {}
    for mention in mentions:
        i = bisect_left(starts, mention.start)
        while i < len(starts) and starts[i] < mention.end:
            found.setdefault(i, mention)
            i += 1
    return found
