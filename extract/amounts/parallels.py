"""What a figure leaves unsaid because another one in its sentence says it.

"Exports rose 5 percent and imports 3 percent", "rose 3% and 5% respectively", "Of the 60 schools, 20 have closed".
Tokens are their indices in the tree. Not covered: what only an earlier sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.amounts.clauses import SUBJECTS, clause_subject, first_of_list
from extract.syntax import Tree

_HEDGES = frozenset("by at to about only roughly some just nearly almost around over approximately".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON"))
_VERBAL = frozenset(("VERB", "AUX"))
_JOINING = frozenset(("and", "but", "while", ",", ";"))
_ROLES = frozenset((*SUBJECTS, "obj", "conj"))
_STANDING = frozenset(("which", "whom", "them", "these", "those"))
_REACH = 40  # words after a figure in which "respectively" is looked for
_MAX_NAME = 6  # words of a nominal before a figure


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what was found of it."""

    kind: str
    unit: str
    anchor: int
    span: tuple[int, int]  # first and last token
    of: int | None
    subject: int | None


def completed(tree: Tree, told: Told, before: Sequence[Told]) -> tuple[int | None, int | None]:
    """The heads of `of` and `subject`, with what the figures `before` it in its sentence tell."""
    of, subject = _completed(tree, told, before)
    return of, None if subject == of else subject


def _completed(tree: Tree, told: Told, before: Sequence[Told]) -> tuple[int | None, int | None]:
    last = before[-1] if before else None
    paired = _respectively(tree, told)
    if paired is not None:
        return paired
    if last is not None and (last.kind, last.unit) == (told.kind, told.unit):
        remnant = _remnant(tree, last, told)
        if remnant is not None:
            return _in_place_of(tree, last, remnant)
    if last is not None and told.of is not None and tree.words[told.of] in _STANDING:  # "songs, two of which"
        return last.of, last.subject
    if told.kind == "count" and told.unit == "" and told.of is None:
        return _counted_before(tree, told, before)
    return told.of, told.subject


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
    counts = [c for c in before if c.kind == "count" and c.of is not None and c.of > c.span[0]]
    if not counts:
        return told.of, told.subject
    alike = [c for c in counts if c.of is not None and tree.deps[first_of_list(tree, c.of)] == tree.deps[anchor]]
    source = (alike or counts)[-1]
    doer = clause_subject(tree, tree.heads[anchor]) if tree.deps[anchor] == "obj" else None
    return source.of, source.subject if doer is None else doer


def _is_verb(tree: Tree, anchor: int) -> bool:
    return tree.pos[tree.heads[anchor]] == "VERB"
