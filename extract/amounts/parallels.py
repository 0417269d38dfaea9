"""What a figure leaves unsaid because another one in its sentence says it.

"Exports rose 5 percent and imports 3 percent", "rose 3% and 5% respectively", "Of the 60 schools, 20 have closed".
Tokens are their indices in the tree. Not covered: what only an earlier sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.amounts.clauses import SUBJECTS, clause_subject, first_of_list
from extract.amounts.modifiers import DIRECTIONS
from extract.syntax import Tree

_HEDGES = frozenset("by at to about only roughly some just nearly almost around over approximately".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON"))
_VERBAL = frozenset(("VERB", "AUX"))
_JOINING = frozenset(("and", "but", "while", ",", ";"))
_ROLES = frozenset((*SUBJECTS, "obj", "conj"))
_STANDING = frozenset(("which", "whom", "them", "these", "those"))
_REACH = 40  # words after a figure in which "respectively" is looked for
_AGAINST = frozenset("from with against versus".split())
_ALONE = frozenset(("against", "versus"))
_COMPARED = frozenset(("compared", "comparison", ",", "instead"))
"""Words before "from" and "with" of a count that another is measured by; beside those of a change."""
_MAX_BETWEEN = 12  # words between the two counts
_MOST = 40  # figures before one that are looked at
_MAX_NAME = 6  # words of a nominal before a figure


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what was found of it."""

    kind: str
    unit: str  # of a count, the thing counted
    anchor: int
    span: tuple[int, int]  # first and last token
    of: int | None
    subject: int | None


def completed(tree: Tree, told: Told, before: Sequence[Told]) -> Told:
    """A figure with what the figures `before` it in its sentence tell."""
    of, subject, unit = _completed(tree, told, before)
    return replace(told, of=of, subject=None if subject == of else subject, unit=unit)


Parts = tuple[int | None, int | None, str]
"""Heads of `of` and `subject`, and the unit."""


def _completed(tree: Tree, told: Told, before: Sequence[Told]) -> Parts:
    last = before[-1] if before else None
    paired = _respectively(tree, told)
    if paired is not None:
        return *paired, told.unit
    if last is not None and (last.kind, last.unit) == (told.kind, told.unit):
        remnant = _remnant(tree, last, told)
        if remnant is not None:
            return *_in_place_of(tree, last, remnant), told.unit
    if last is not None and told.of is not None and tree.words[told.of] in _STANDING:  # "songs, two of which"
        return last.of, last.subject, told.unit
    if told.kind == "count" and told.unit == "":
        if last is not None and _is_carried_on(tree, last, told):
            return last.of, last.subject, last.unit
        if told.of is None:
            return *_counted_before(tree, told, before), told.unit
    return told.of, told.subject, told.unit


def _is_carried_on(tree: Tree, last: Told, told: Told) -> bool:
    """Whether a bare number is a former or other count of what the one before counts ("1,200 people, up from 900")."""
    if last.kind != "count" or last.of is None or last.of < last.span[0] or last.unit == "":
        return False
    at = told.span[0] - 1
    if at - last.span[1] > _MAX_BETWEEN:
        return False
    if tree.words[at] == "to":
        return last.span[0] > 0 and tree.words[last.span[0] - 1] == "from"
    while at > last.span[1] and tree.words[at] in _HEDGES:
        at -= 1
    if tree.words[at] not in _AGAINST:
        return False
    return tree.words[at] in _ALONE or tree.words[at - 1] in DIRECTIONS or tree.words[at - 1] in _COMPARED


def _respectively(tree: Tree, told: Told) -> tuple[int | None, int | None] | None:
    """Of two lists of one length, each thing has its own figure."""
    end = told.span[1] + 1
    if "respectively" not in tree.words[end : end + _REACH]:
        return None
    figures = _list(tree, first_of_list(tree, told.anchor))
    if len(figures) < 2 or told.anchor not in figures:
        return None
    at, size = figures.index(told.anchor), len(figures)
    return _own(tree, told.of, at, size), _own(tree, told.subject, at, size)


def _own(tree: Tree, token: int | None, at: int, size: int) -> int | None:
    """The member of a list of this size that stands at this place in it; a word in no such list itself."""
    members = [] if token is None else _list(tree, token)
    return members[at] if len(members) == size else token


def _list(tree: Tree, first: int) -> list[int]:
    return [first, *tree.all(first, ("conj",))]


def _remnant(tree: Tree, last: Told, told: Told) -> int | None:
    """The noun right before a figure in a clause without a verb of its own ("imports" in "and imports 3 percent")."""
    at = told.span[0] - 1
    while at > last.span[1] and tree.words[at] in _HEDGES:
        at -= 1
    noun = at
    while at > last.span[1] and tree.pos[at] in _NOMINAL and noun - at < _MAX_NAME:
        at -= 1
    if at == noun or at <= last.span[1] or tree.words[at] not in _JOINING or tree.pos[noun] not in ("NOUN", "PROPN"):
        return None
    if any(p in _VERBAL for p in tree.pos[last.span[1] + 1 : at]):
        return None
    return noun if tree.heads[told.anchor] <= told.span[1] else None


def _in_place_of(tree: Tree, last: Told, remnant: int) -> tuple[int | None, int | None]:
    """What was found of the figure before, with the noun of this one instead of the one that stands before that."""
    of, subject, start = last.of, last.subject, last.span[0]
    if of is not None and of < start:
        return remnant, remnant if subject == of else subject
    if subject is not None and subject < start:
        return of, remnant
    return remnant, subject


def _counted_before(tree: Tree, told: Told, before: Sequence[Told]) -> tuple[int | None, int | None]:
    """The noun that a bare number leaves out: that of the nearest count, first of those with the same part."""
    anchor = first_of_list(tree, told.anchor)
    if tree.deps[anchor] not in SUBJECTS and (tree.deps[anchor] not in _ROLES or not _is_verb(tree, anchor)):
        return told.of, told.subject
    counts = [c for c in before[-_MOST:] if c.kind == "count" and c.of is not None and c.of > c.span[0]]
    if not counts:
        return told.of, told.subject
    alike = [c for c in counts if c.of is not None and tree.deps[first_of_list(tree, c.of)] == tree.deps[anchor]]
    source = (alike or counts)[-1]
    doer = clause_subject(tree, tree.heads[anchor]) if tree.deps[anchor] == "obj" else None
    return source.of, source.subject if doer is None else doer


def _is_verb(tree: Tree, anchor: int) -> bool:
    return tree.pos[tree.heads[anchor]] == "VERB"
