"""A figure of a draft against those of the base: the same thing with the same value, with another, or not there.

Wary in both directions: all names close to the figure must be named, and most of what is said around it. What differs
only in period, scope or unit is not found, and the reason is said. Limits: what is said in quite other words is not
found; years are contradicted only of what happens once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.comparing.sides import Side, side_of
from kb.comparing.verdicts import Verdict, verdict_on
from kb.rows import FigureRow, MentionRow
from kb.terms import root
from kb.types import Citation
from kb.verifying.evidence import cite
from kb.verifying.records import Finding
from kb.verifying.said import Said, is_named_in, same_subject_matter

SUPPORTING = 0.7  # share of the words close to a figure that its source has too; no data is that fine: see the tests
OPPOSING = 0.8
# These say that there is a number of something, and no more.
LIGHT = frozenset(
    map(root, "total number amount figure stand reach come put home have make there count include estimate".split())
)
# What happens to a thing once: another year for it contradicts.
ONCE = frozenset(
    map(
        root,
        """born die close retire graduate death birth found establish open build built construct complete create invent
        discover launch publish incorporate abolish dissolve demolish destroy sink assassinate introduce premiere
        inaugurate erect name rename merge divorce""".split(),
    )
)


def check_figures(draft: Said, evidence: Sequence[Said]) -> Iterator[Finding]:
    """Yield a finding for every figure of a sentence; those inside quotes stand or fall with the quote."""
    for figure in draft.figures:
        if not _is_checked(figure, draft):
            continue
        yield _check(draft, side_of(figure, draft.mentions, draft.published), evidence)


def _is_checked(figure: FigureRow, draft: Said) -> bool:
    quoted = any(q.direct and q.start < figure.end and figure.start < q.end for q in draft.quotes)
    periods = [other.period for other in draft.figures if other.period and other.id != figure.id]
    dates = figure.kind == "year" and any(p.start <= figure.start and figure.end <= p.end for p in periods)
    return not quoted and not dates and figure.kind != "ordinal"


def _check(draft: Said, mine: Side, evidence: Sequence[Said]) -> Finding:
    found: dict[str, list[tuple[Said, Side, Verdict]]] = {}
    for said in evidence:
        for kind, side, verdict in _judged(draft, mine, said):
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


def _judged(draft: Said, mine: Side, said: Said) -> Iterator[tuple[str, Side, Verdict]]:
    """How the figures of a sentence stand to one of the draft; the best of them alone."""
    sides = [side_of(figure, said.mentions, said.published) for figure in said.figures if figure.kind != "ordinal"]
    rated = [(side, verdict_on(mine, side)) for side in sides]
    shared = _coverage(mine, said)
    if not all(is_named_in(mention, said) for mention in _names(draft, mine)) or not same_subject_matter(draft, said):
        return
    agreed = next((each for each in rated if each[1].kind == "agree"), None)
    if agreed and shared >= SUPPORTING:
        yield "supported", *agreed
    elif not agreed and shared >= OPPOSING and not mine.figure.change:
        for side, verdict in rated:
            if verdict.kind == "not-comparable" or not _same_measure(mine, side):
                continue
            yield _opposed(mine, side, verdict)


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


def _coverage(mine: Side, said: Said) -> float:
    words = mine.near - LIGHT
    return len(words & (said.roots | said.around)) / len(words) if words else 0.0


def _same_measure(mine: Side, other: Side) -> bool:
    """Whether what stands around the two is in good part the same: a sentence may give figures of several things."""
    words = mine.near - LIGHT
    return len(words & other.near) * 2 >= len(words)


def _happens_once(mine: Side, other: Side) -> bool:
    return bool(mine.near & other.near & ONCE)
