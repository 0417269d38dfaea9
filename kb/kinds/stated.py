"""What sentences state of a thing in so many words: value, holder and period, each with its place. No guesses.

A figure counts only where its sentence fits one of kb/kinds/patterns.py; what an extraction rule holds likely does not
count. Limits: tables in prose, values spread over sentences, and most of what a sentence says beside its main clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.base.rows import FigureRow, SentenceRow
from kb.kinds.amounts import Amount, amount_of
from kb.kinds.antecedents import BACK, POINTS, antecedent_of
from kb.kinds.measures import Measure, roots
from kb.kinds.patterns import CLOSES, OPENING, PATTERNS
from kb.kinds.slots import Holder, Slots, When, slots_of
from kb.retrieve import by_sentence
from kb.store import Store
from kb.words.terms import root

MOST_SENTENCES = 3000  # of a base that are read for one question, the likeliest first
ROOT = re.compile(r"⟦M:(\w+)⟧")
# "the port of X handles" says nothing of the city X; the kinds of place whose figures are the place's own.
OWN_PLACES = roots("city town municipality state province region republic country county kingdom island village")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a sentence states."""

    holder: Holder
    place: str  # "port" of "the port of X"; "" where the holder is named plainly
    figure: FigureRow
    amount: Amount
    when: When | None
    pattern: str

    @property
    def sentence(self) -> SentenceRow:
        """Where it is stated."""
        return self.figure.sentence

    @property
    def year(self) -> int | None:
        """The one year it is for, or None."""
        return self.when.last if self.when and self.when.first == self.when.last else None


def stated_in(store: Store, sentences: Sequence[SentenceRow], measure: Measure) -> list[Stated]:
    """Everything that these sentences, in text order within each document, state of the measure.

    A sentence that points back ("It had 56,519 in 2001") is read when the one before it is among them.
    """
    ids = [sentence.id for sentence in sentences]
    mentions, figures = by_sentence(store.mentions(sentences=ids)), by_sentence(store.figures(sentences=ids))
    at = {(sentence.document, sentence.number): sentence for sentence in sentences}
    words = measure.words | measure.also_counted
    found: dict[str, list[Stated]] = {}
    for sentence in sentences:
        before = at.get((sentence.document, sentence.number - 1))
        earlier = found.get(before.id, []) if before else []
        antecedent = antecedent_of(sentence, mentions, at) if POINTS.search(sentence.text) else None
        slots = slots_of(sentence, mentions[sentence.id], figures[sentence.id], words, antecedent=antecedent)
        found[sentence.id] = list(read_slots(slots, measure, earlier)) if slots else []
    return [stated for sentence in sentences for stated in found[sentence.id]]


def read_slots(slots: Slots, measure: Measure, earlier: Sequence[Stated] = ()) -> Iterator[Stated]:
    """What one sentence states of the measure, each figure once, in the order of the patterns.

    :param earlier: what the sentence before states of it; a bare "it had 56,519" continues that.
    """
    taken: set[int] = set()
    known: list[Stated] = list(earlier)
    for name, pattern in PATTERNS:
        for match in pattern.finditer(slots.text):
            for stated in _read(slots, measure, name, match, known):
                if stated.figure.id not in taken:
                    taken.add(stated.figure.id)
                    known.append(stated)
                    yield stated


def _read(
    slots: Slots, measure: Measure, name: str, match: re.Match[str], known: Sequence[Stated]
) -> Iterator[Stated]:  # fmt: skip
    groups = match.groupdict()
    holder = slots.holders[int(groups["h"])]
    if not _stands_free(slots.text, name, match) or not _tells(measure, name, groups, slots.text[match.end() :]):
        return
    if groups.get("py") is not None:
        yield from _founded(slots, measure, holder, int(groups["py"]), name)
        return
    if measure.kinds == ("year",):
        return
    figure = _with_unit(slots.figures[int(groups["f"])], name, known)
    words = [*(groups.get("place") or "").split()[1:2], *filter(None, [groups.get("own")])]
    place = [word for word in words if root(word) not in OWN_PLACES]
    if not _fits(figure, measure) or not _continues(name, holder, figure, known):
        return
    when = _period(slots, groups)
    yield Stated(holder, place[0] if place else _same_place(name, known), figure, amount_of(figure), when, name)
    if groups.get("f0") is not None:
        first = slots.figures[int(groups["f0"])]
        then = slots.periods[int(groups["p0"])] if groups.get("p0") else None
        if first.kind == figure.kind and first.change is None:
            yield Stated(holder, place[0] if place else "", first, amount_of(first), then, name)


def _stands_free(text: str, name: str, match: re.Match[str]) -> bool:
    """Whether nothing before or behind the match narrows what it states."""
    before, behind = text[: match.start()], text[match.end() :]
    opens = name in ("live in", "and that of") or match.group().startswith((",", ";", ":")) or OPENING.search(before)
    if name in ("in brackets", "with, first"):
        return bool(opens)
    return bool(opens) and (bool(CLOSES.match(behind)) or not behind.strip())


def _tells(measure: Measure, name: str, groups: Mapping[str, str | None], behind: str) -> bool:
    """Whether the words in the slots state the measure and not another one with words of it."""
    noun, counted = _roots(groups.get("m")), _roots(groups.get("n")) | _roots(groups.get("n2"))
    if name.startswith("bare") or name == "and that of":
        return not noun or noun <= measure.verbs
    if name == "deals in":
        return bool(measure.required) and counted >= measure.required
    if measure.required:
        return _tells_all(measure, noun, counted, groups, behind)
    if name in ("does", "and does", "founded in"):
        return noun <= measure.verbs and counted <= measure.also_counted | measure.counted and bool(noun)
    if name in ("has counted", "live in", "town of", "with, first"):
        return bool(counted) and counted <= measure.counted
    if name == "is tall":
        return bool(counted) and counted <= measure.behind
    return bool(noun) and noun <= measure.nouns and counted <= measure.also_counted


def _tells_all(
    measure: Measure, noun: frozenset[str], counted: frozenset[str], groups: Mapping[str, str | None], behind: str
) -> bool:  # fmt: skip
    """Whether every word of a measure that no table knows is there.

    "handled 3 tonnes" tells what "handled 3 tonnes of cargo" does, where nothing else is said to be handled.
    """
    held = noun | counted
    missing = measure.required - held
    return not missing or bool(noun and len(missing) == 1 and not counted and not behind.strip().startswith("of "))


def _roots(slot: str | None) -> frozenset[str]:
    return frozenset(ROOT.findall(slot or ""))


def _fits(figure: FigureRow, measure: Measure) -> bool:
    return figure.change is None and (not measure.kinds or figure.kind in measure.kinds)


def _continues(name: str, holder: Holder, figure: FigureRow, known: Sequence[Stated]) -> bool:
    """Whether a statement without its measure goes on from one that has it: "In 2001 it had 148,443"."""
    if name == "and that of":
        return bool(known) and known[-1].sentence.id == figure.sentence.id and known[-1].figure.kind == figure.kind
    if name.startswith("bare"):
        return any(each.holder.entity == holder.entity and each.figure.kind == figure.kind for each in known)
    return True


def _with_unit(figure: FigureRow, name: str, known: Sequence[Stated]) -> FigureRow:
    """A number without a unit behind one that has it: "33 million tonnes, and that of Gdynia 17 million"."""
    if name != "and that of" or not known or figure.kind not in ("count", "other"):
        return figure
    before = known[-1].figure
    return replace(figure, kind=before.kind, unit=before.unit, per=before.per)


def _same_place(name: str, known: Sequence[Stated]) -> str:
    return known[-1].place if known and (name == "and that of" or name.startswith("bare")) else ""


def _period(slots: Slots, groups: Mapping[str, str | None]) -> When | None:
    number = next((groups[key] for key in ("p", "pb", "pl") if groups.get(key) is not None), None)
    return slots.periods[int(number)] if number is not None else None


def _founded(slots: Slots, measure: Measure, holder: Holder, number: int, name: str) -> Iterator[Stated]:
    when = slots.periods[number]
    figures = (f for f in slots.figures if f.kind == "year")
    if measure.kinds != ("year",) or when.first is None or when.first != when.last:
        return
    figure = next((f for f in figures if f.start >= when.start and f.end <= when.end), None)
    row = figure or FigureRow(
        -when.start - 1, slots.sentence, when.start, when.end, when.surface, "year", float(when.first), None, "",
        None, None, None, None, None, None,
    )  # fmt: skip
    yield Stated(holder, "", row, amount_of(row), when, name)


def sentences_on(store: Store, measure: Measure) -> list[SentenceRow]:
    """The sentences that hold a word of the measure and a figure of its kind, in text order.

    With them the sentences before those that point back: "Its population".
    """
    hits = [hit.sentence for hit in store.search(measure.searched, limit=MOST_SENTENCES)]
    figures = store.figures(sentences=[sentence.id for sentence in hits])
    held = {figure.sentence.id for figure in figures if not measure.kinds or figure.kind in measure.kinds}
    found = {sentence.id: sentence for sentence in hits if sentence.id in held or measure.kinds == ("year",)}
    pointing = [sentence for sentence in found.values() if POINTS.search(sentence.text)]
    before = [f"{row.document}.{row.number - back}" for row in pointing for back in range(1, BACK + 1)]
    found |= {row.id: row for row in store.sentences_by_id(before)}
    return sorted(found.values(), key=lambda row: (row.document, row.number))


def sentences_naming(store: Store, entities: Iterable[str]) -> list[SentenceRow]:
    """The sentences that name one of the entities, with those around them, in text order."""
    ids = {mention.sentence.id for entity in entities for mention in store.mentions(entity=entity)}
    return store.surroundings(sorted(ids), distance=BACK)
