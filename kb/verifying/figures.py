"""A figure of a draft against those of the base: the same thing with the same value, with another, or not there.

Wary in both directions: all names close to the figure must be named, and most of what is said around it. What differs
only in period, scope or unit is not found, and the reason is said. Limits: what is said in quite other words is not
found; years are contradicted only of what happens once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow
from kb.comparing.sides import Side, side_of
from kb.comparing.verdicts import Verdict, verdict_on
from kb.kinds.amounts import amount_of
from kb.types import Citation
from kb.verifying.evidence import cite
from kb.verifying.numbers import read_months
from kb.verifying.opposition import ONCE
from kb.verifying.records import Finding
from kb.verifying.said import Said, claim_roots, content_roots, is_named_in, same_subject_matter
from kb.words.terms import is_stopword, read_words, root

# Share of the words close to a figure that its source has too: of seven, one may be another. At 0.7 "a 2017 drama book"
# was supported by "a 2017 drama film".
CLOSE = 0.85
SHARED = 0.6  # of what stands around two figures whose values differ; at a half, numbers of two things "differed"
FEWEST_NEAR = 2
MOST = 100  # figures of one sentence that are compared, so that no text makes checking slow
OPEN_ENDED = ("more-than", "at-least", "less-than", "at-most", "up-to")  # bear out no value far from their bound
BESIDE = 3  # words on each side of a figure that tell it from the others of its sentence
MONTH_BEFORE = 16  # characters: "September 30th, "
# These say that there is a number of something, and no more.
LIGHT = frozenset(
    map(root, "total number amount figure stand reach come put home have make there count include estimate".split())
)


Sides = Sequence[tuple[Said, list[Side]]]


def check_figures(draft: Said, evidence: Sequence[Said]) -> Iterator[Finding]:
    """Yield a finding for every figure of a sentence; those inside quotes stand or fall with the quote."""
    figures = [figure for figure in draft.figures[:MOST] if _is_checked(figure, draft)]
    if figures:
        sides = [(said, _sides(said)) for said in evidence]
        yield from (_check(draft, side_of(figure, draft.mentions, draft.published), sides) for figure in figures)


def _sides(said: Said) -> list[Side]:
    figures = [figure for figure in said.figures[:MOST] if figure.kind != "ordinal"]
    return [side_of(figure, said.mentions, said.published) for figure in figures]


def _is_checked(figure: FigureRow, draft: Said) -> bool:
    quoted = any(q.direct and q.start < figure.end and figure.start < q.end for q in draft.quotes)
    periods = [other.period for other in draft.figures if other.period and other.id != figure.id]
    dates = figure.kind == "year" and any(p.start <= figure.start and figure.end <= p.end for p in periods)
    return not quoted and not dates and figure.kind != "ordinal"


def _check(draft: Said, mine: Side, evidence: Sides) -> Finding:
    found: dict[str, list[tuple[Said, Side, Verdict]]] = {}
    for said, sides in evidence:
        for kind, side, verdict in _judged(draft, mine, said, sides):
            found.setdefault(kind, []).append((said, side, verdict))
    figure = mine.figure
    place = ("figure", figure.start, figure.end, figure.surface)
    if supports := found.get("supported"):
        against = tuple(_cited(said, side) for said, side, _ in found.get("contradicted", ()))
        said, side, verdict = supports[0]
        why = verdict.why + ("; other sentences give another value" if against else "")
        return Finding(*place, "supported", why, side.figure.surface, _cited(said, side), others=against)
    for kind in ("contradicted", "not-found"):
        for said, side, verdict in found.get(kind, ()):
            return Finding(*place, kind, verdict.why, side.figure.surface, _cited(said, side))
    return Finding(*place, "not-found", "no sentence gives a figure for this")


def _cited(said: Said, side: Side) -> Citation:
    return cite(said, side.figure.start, side.figure.end)


def _judged(draft: Said, mine: Side, said: Said, sides: Sequence[Side]) -> Iterator[tuple[str, Side, Verdict]]:
    """How the figures of a sentence stand to one of the draft; the best of them alone."""
    if not all(is_named_in(mention, said) for mention in _names(draft, mine)) or not same_subject_matter(draft, said):
        return
    shared = _coverage(draft, mine, said)
    rated = [(side, verdict_on(mine, side)) for side in sides if not _is_bound_of_another(mine, side, said)]
    agreeing = [each for each in rated if each[1].kind == "agree"]
    agreed = min(agreeing, key=lambda each: bool(_falls_short(mine, each[0], said)), default=None)
    if agreed and shared >= CLOSE:
        why = _falls_short(mine, agreed[0], said)
        yield ("not-found", agreed[0], Verdict("not-comparable", why)) if why else ("supported", *agreed)
    elif not agreed and shared >= CLOSE and not mine.figure.change:
        for side, verdict in rated:
            if verdict.kind == "not-comparable" or not _same_measure(draft, mine, said, side):
                continue
            yield _opposed(mine, side, verdict)


def _is_bound_of_another(mine: Side, other: Side, said: Said) -> bool:
    """Whether it is only a bound, as in "107 or more", and another figure stands where the draft's does."""
    return other.figure.modifier in OPEN_ENDED and not _is_counterpart(mine, other, said)


def _falls_short(mine: Side, other: Side, said: Said) -> str:
    """Why a figure that may be the same value does not bear out the draft's; "" where it does."""
    if mine.figure.kind == "year" and _other_month(mine, said):
        return "the sentence does not give this month"
    if not _bears_out(mine.figure, other.figure):
        return f"the sentence says only “{other.figure.surface}”"
    return "" if _is_counterpart(mine, other, said) else "the sentence says this number of something else"


def _bears_out(one: FigureRow, two: FigureRow) -> bool:
    """Whether the second says as much as the first: of ranges both ends, of "more than" the bound itself."""
    if two.modifier in OPEN_ENDED:
        one = replace(one, modifier=None) if one.modifier in OPEN_ENDED else one
        two = replace(two, modifier=None)
    if (one.value_high is None) != (two.value_high is None):
        return False
    lows, highs = ([replace(f, value=v, value_high=None) for f, v in ends] for ends in _ends(one, two))
    return all(amount_of(a).meets(amount_of(b)) for a, b in (lows, highs))


Ends = list[tuple[FigureRow, float]]


def _ends(one: FigureRow, two: FigureRow) -> tuple[Ends, Ends]:
    """The lower values of the two, and the higher ones."""
    highs = [(f, f.value if f.value_high is None else f.value_high) for f in (one, two)]
    return [(one, one.value), (two, two.value)], highs


def _is_counterpart(mine: Side, other: Side, said: Said) -> bool:
    """Whether, of several figures of the sentence, no other one stands among more of the words beside the draft's."""
    scale = amount_of(mine.figure).scale
    rivals = [f for f in said.figures if f.id != other.figure.id and amount_of(f).scale == scale]
    words = _beside(mine.figure)
    shared = len(words & _beside(other.figure))
    return not any(len(words & _beside(rival)) > shared for rival in rivals)


def _beside(figure: FigureRow) -> frozenset[str]:
    """Roots of the content words right beside a figure, on either side."""
    text, start, end = figure.sentence.text, figure.start - figure.sentence.start, figure.end - figure.sentence.start
    before, after = read_words(text[:start])[-BESIDE:], read_words(text[end:])[:BESIDE]
    unit = read_words(figure.unit if figure.kind == "count" else "")
    return frozenset(word.root for word in (*before, *after, *unit) if not is_stopword(word.surface))


def _other_month(mine: Side, said: Said) -> bool:
    """Whether a month is printed in front of the year, and the sentence does not have it."""
    start = mine.figure.start - mine.figure.sentence.start
    stated = read_months(mine.figure.sentence.text[max(0, start - MONTH_BEFORE) : start])
    return bool(stated) and not stated & read_months(said.sentence.text)


def _opposed(mine: Side, other: Side, verdict: Verdict) -> tuple[str, Side, Verdict]:
    if verdict.kind not in ("differ", "revised"):
        return "not-found", other, verdict
    if mine.figure.kind == "year" and not _happens_once(mine, other):
        return "not-found", other, Verdict("other-period", "a sentence gives another year, but it may be another time")
    return "contradicted", other, verdict


def _names(draft: Said, mine: Side) -> list[MentionRow]:
    """Names close to the figure, and the first of the sentence."""
    first = [mine.first] if mine.first else []
    return [*mine.names_near, *first, *(m for m in draft.names if m.form == "pronoun" and m.name)]


def _coverage(draft: Said, mine: Side, said: Said) -> float:
    words = frozenset() if mine.figure.kind == "age" and mine.names_near else _around(draft, mine)
    if not words:
        return float(mine.figure.kind == "age")  # whose age it is tells all
    return len(words & (said.roots | said.around)) / len(words)


def _around(draft: Said, mine: Side) -> frozenset[str]:
    """What stands around a figure of the draft, in its own clause where a claim tells which that is."""
    figure = mine.figure
    clauses = [claim_roots(claim) for claim in draft.claims if _holds(claim, figure)]
    clause = max(clauses, key=len, default=mine.near) & mine.near
    return (clause or mine.near) - LIGHT


def _holds(claim: ClaimRow, figure: FigureRow) -> bool:
    parts = [part for part in (claim.subject, claim.object, *claim.arguments) if part]
    return any(part.start <= figure.start and figure.end <= part.end for part in parts)


def _same_measure(draft: Said, mine: Side, said: Said, other: Side) -> bool:
    """Whether what stands around the two is mostly the same, of both: only then does another value contradict."""
    if mine.figure.kind == "age":
        return _of_one_person(mine.figure.subject, other.figure.subject)
    words, others = _around(draft, mine), other.near - LIGHT
    units = [{word.root for word in read_words(side.figure.unit)} for side in (mine, other)]
    return (
        len(words) >= FEWEST_NEAR
        and len(words & (other.near | said.around)) >= SHARED * len(words)
        and len(others & (draft.roots | draft.around)) >= SHARED * len(others)
        and (mine.figure.kind != "count" or not all(units) or bool(units[0] & units[1]))
    )


def _of_one_person(one: PhraseRow | None, other: PhraseRow | None) -> bool:
    if one is None or other is None:
        return False
    names = [content_roots(phrase.name or phrase.surface) for phrase in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _happens_once(mine: Side, other: Side) -> bool:
    return bool(mine.near & other.near & ONCE)
