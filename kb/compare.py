"""What different articles say of the same thing: agree, differ, other period, other unit, other scope, revised.

`compare` sets two figures side by side, `compare_all` all figures of a base, page by page, `compared` figures and
claims; `other_values` gives what conflicts with an answer. A conflict is shown, never resolved. Limits: see
kb/comparing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kb.base.rows import EntityRow, FigureRow, PhraseRow
from kb.comparing.claim_pairs import ClaimComparison, claims_naming, compare_claims
from kb.comparing.clauses import Clause, clause_of
from kb.comparing.sameness import other_deeds, same_by_clause, same_thing, surely_same_thing
from kb.comparing.sides import Side, side_of
from kb.comparing.verdicts import Verdict, verdict_on
from kb.evidence.reading import Reading
from kb.kinds.amounts import amount_of
from kb.kinds.measures import KNOWN
from kb.kinds.stated import Stated, stated_in
from kb.retrieve import by_sentence
from kb.spans.places import Span
from kb.store import Store
from kb.words.terms import is_stopword, read_words

MOST_OF_ENTITY = 60  # figures in sentences that name one entity; the number of pairs grows with its square
NOT_THE_SAME = Verdict("not-comparable", "they are not surely of the same thing")
GRAVEST = ("differ", "revised", "other-period", "other-scope", "other-unit", "agree", "not-comparable")
UNCOMPARED = ("ordinal", "age")  # ranks and ages are of their day


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures of different articles on the same thing."""

    one: FigureRow
    other: FigureRow
    verdict: Verdict


def compare(store: Store, one: FigureRow, other: FigureRow) -> Verdict:
    """How two figures of the base stand to each other."""
    rows = [one, other]
    sides = _sides(store, rows)
    return _verdict(sides[0], sides[1], _known(store, rows))


def rows_beside(store: Store, rows: Sequence[FigureRow]) -> dict[str, list[FigureRow]]:
    """All figures of the sentences of some figures, by the id of the sentence."""
    return by_sentence(store.figures(sentences=list({row.sentence.id for row in rows})))


def stated_as(store: Store, rows: Sequence[FigureRow]) -> dict[int, tuple[str, Stated]]:
    """Of the figures that are stated in so many words of a known measure: its name and how, by the figure's id."""
    sentences = {row.sentence.id: row.sentence for row in rows}
    found: dict[int, tuple[str, Stated]] = {}
    for measure in KNOWN:
        if measure.kinds != ("year",):
            for stated in stated_in(store, list(sentences.values()), measure):
                found.setdefault(stated.figure.id, (measure.name, stated))
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What the sentences of some figures say beside them."""

    beside: dict[str, list[FigureRow]]  # all figures by sentence
    stated: dict[int, tuple[str, Stated]]  # by figure: the measure that it is stated of in so many words
    clauses: dict[int, Clause]  # by figure


def _known(store: Store, rows: Sequence[FigureRow]) -> Known:
    claims = by_sentence(store.claims(sentences=list({row.sentence.id for row in rows})))
    clauses = {side.figure.id: clause_of(side, claims[side.figure.sentence.id]) for side in _sides(store, rows)}
    return Known(rows_beside(store, rows), stated_as(store, rows), clauses)


def _sides(store: Store, rows: Sequence[FigureRow]) -> list[Side]:
    mentions = by_sentence(store.mentions(sentences=list({row.sentence.id for row in rows})))
    origins = store.origins({row.sentence.document for row in rows})
    return [side_of(row, mentions[row.sentence.id], origins[row.sentence.document].published) for row in rows]


def _verdict(one: Side, other: Side, known: Known) -> Verdict:
    mine, theirs = known.stated.get(one.figure.id), known.stated.get(other.figure.id)
    if mine and theirs:
        same = mine[0] == theirs[0] and _holder(mine[1]) == _holder(theirs[1])
        return verdict_on(_for_its_year(one, mine[1]), _for_its_year(other, theirs[1])) if same else NOT_THE_SAME
    clauses = known.clauses[one.figure.id], known.clauses[other.figure.id]
    by_clause = same_by_clause(one, other, *clauses)
    if not by_clause and (other_deeds(*clauses) or not same_thing(one, other)):
        return NOT_THE_SAME
    verdict = verdict_on(one, other)
    if verdict.kind in ("agree", "other-unit"):
        return verdict
    if verdict.kind in ("differ", "revised") and not (by_clause or surely_same_thing(one, other)):
        return NOT_THE_SAME
    another = _answers_another(one, other, known.beside) or _answers_another(other, one, known.beside)
    return NOT_THE_SAME if another else verdict


def _for_its_year(side: Side, stated: Stated) -> Side:
    """A figure whose sentence gives other years too, with the year that is its own."""
    return replace(side, years=frozenset({stated.year}) if stated.year else frozenset())


def _holder(stated: Stated) -> tuple[str, str]:
    return stated.holder.entity, stated.place


def _answers_another(one: Side, other: Side, beside: dict[str, list[FigureRow]]) -> bool:
    """Whether another figure of the other sentence says the same as this one: then these two are of two things."""
    mine = amount_of(one.figure)
    return any(
        row.id != other.figure.id and row.kind == one.figure.kind and mine.meets(amount_of(row))
        for row in beside[other.figure.sentence.id]
    )


def compare_all(store: Store, *, page: int = 200) -> Iterator[Comparison]:
    """All pairs of figures on the same thing in different articles, entity by entity in the order of their fame.

    Entities are read `page` at a time. Of one with many figures only the first are compared; pairs that are not surely
    of the same thing are left out.
    """
    seen: set[tuple[int, int]] = set()
    entities = _shared_entities(store)
    for start in range(0, len(entities), page):
        for entity in entities[start : start + page]:
            yield from _of_entity(store, entity.id, seen)


def _shared_entities(store: Store) -> list[EntityRow]:
    """What more than one article names, in the order of fame."""
    return [row for row in store.entities() if row.documents > 1 and row.label not in ("DATE", "INDUSTRY", "GROUP")]


def compared(
    store: Store, kind: str, *, entity: str | None = None, like: str | None = None
) -> list[Comparison] | list[ClaimComparison]:  # fmt: skip
    """All comparisons of a base, those that differ first; then in the order of the entities' fame.

    :param kind: "figures" or "claims".
    :param entity: only of sentences that name it, by its id or any of its names.
    :param like: only of sentences with this text, ASCII case ignored.
    """
    if kind == "figures":
        rows = store.figures(entity=entity, like=like) if entity or like else None
        figures = compare_all(store) if rows is None else compare_among(store, rows)
        return sorted(figures, key=_gravest_first)
    if entity or like:
        claims = compare_claims(store, claims_naming(store, entity, like) if entity else store.claims(like=like))
    else:
        each = (compare_claims(store, claims_naming(store, row.id)) for row in _shared_entities(store))
        claims = (found for pairs in each for found in pairs)
    once = {(found.one.sentence.id, found.other.sentence.id): found for found in claims}
    return sorted(once.values(), key=_gravest_first)


def _gravest_first(found: Comparison | ClaimComparison) -> int:
    return GRAVEST.index(found.verdict.kind)


def _of_entity(store: Store, entity: str, seen: set[tuple[int, int]]) -> Iterator[Comparison]:
    rows = [row for row in store.figures(entity=entity, limit=MOST_OF_ENTITY) if row.kind not in UNCOMPARED]
    yield from _among(store, rows, seen)


def compare_among(store: Store, rows: Sequence[FigureRow]) -> Iterator[Comparison]:
    """All pairs among these figures on the same thing in different articles; of many, the first are compared."""
    yield from _among(store, [row for row in rows if row.kind not in UNCOMPARED][:MOST_OF_ENTITY], set())


def _among(store: Store, rows: Sequence[FigureRow], seen: set[tuple[int, int]]) -> Iterator[Comparison]:
    if len({row.sentence.document for row in rows}) < 2:
        return
    known = _known(store, rows)
    for one, other in combinations(_sides(store, rows), 2):
        key = (min(one.figure.id, other.figure.id), max(one.figure.id, other.figure.id))
        if one.figure.sentence.document == other.figure.sentence.document or key in seen:
            continue
        seen.add(key)
        verdict = _verdict(one, other, known)
        if verdict.kind != "not-comparable":
            yield Comparison(one.figure, other.figure, verdict)


def other_values(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Span]]:
    """Readings of other documents whose figures differ from the first reading's answer, with those figures.

    They answer the same question; that they measure what is called the same, of the same, is looked at here.
    """
    answer = _figure(readings[0], readings[0].best) if readings else None
    if answer is None:
        return
    for reading in readings[1:]:
        for span in reading.spans:
            figure = _figure(reading, span)
            if figure is not None and _differs(readings[0], answer, reading, figure):
                yield reading, span
                break


def _figure(reading: Reading, span: Span | None) -> FigureRow | None:
    if span is None or span.origin != "figure":
        return None
    figures = reading.evidence.findings.figures
    return next((f for f in figures if f.start < span.end and span.start < f.end), None)


def _differs(first: Reading, one: FigureRow, second: Reading, other: FigureRow) -> bool:
    elsewhere = one.sentence.document != other.sentence.document
    if not (elsewhere and one.kind == other.kind and _same(one.of, other.of) and _same(one.subject, other.subject)):
        return False
    mine = side_of(one, first.evidence.findings.mentions, None)
    theirs = side_of(other, second.evidence.findings.mentions, None)
    return verdict_on(mine, theirs).kind in ("differ", "revised")


def _same(one: PhraseRow | None, other: PhraseRow | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return bool(_stems(one) & _stems(other))


def _stems(phrase: PhraseRow) -> set[str]:
    return {word.stem for word in read_words(phrase.surface) if not is_stopword(word.surface)}
