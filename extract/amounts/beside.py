"""What a figure names right beside itself: a property behind it, the noun that its brackets stand behind, "n = 30".

Tokens are their indices in the tree.
"""

from __future__ import annotations

import re

from extract.amounts.clauses import SUBJECTS, base, case, clause_subject, is_amount
from extract.amounts.standing_nouns import DIMENSIONS, PROPERTIES
from extract.syntax import Tree

_TIMED = frozenset(("before", "after", "since", "until"))
MODIFYING = frozenset(
    "nummod amod compound nmod nmod:unmarked nmod:npmod obl:npmod obl:unmarked det det:predet advmod".split()
)
_EQUALS = frozenset("= < > ≤ ≥ ⩽ ⩾ ≈ ~ ∼".split())
_ROUGHLY = frozenset("~ ∼ ≈ < > ≤ ≥ about around approximately roughly nearly almost over".split())
_SYMBOL = re.compile(r"[^\W\d_]{1,3}\.?%|[a-zµμ]{1,2}[A-Z][a-z]?|[kMG]a|[kMGb]yr|[µμ][^\W\d_]{1,4}")
"""A symbol of a unit: a per cent sign in it, a capital inside of it, years before the present."""
_BRACKETS = 7  # words of a figure in brackets


def is_symbol(tree: Tree, noun: int) -> bool:
    """Whether a noun that a number seems to count looks like a unit that is not known here ("31.5 Ma", "1.3 wt.%")."""
    return _SYMBOL.fullmatch(tree.text, tree.starts[noun], tree.ends[noun]) is not None


def property_behind(tree: Tree, last: int) -> int | None:
    """ "20 km long", "3,100 metres (10,200 ft) in elevation": the property that is printed right behind a figure."""
    behind, words = behind_brackets(tree, last + 1), tree.words
    if behind >= len(words):
        return None
    if words[behind] in DIMENSIONS and tree.pos[behind] in ("ADJ", "ADV"):
        return behind
    if words[behind] == "in":
        return next((t for t in range(behind + 1, min(behind + 3, len(words))) if tree.lemmas[t] in PROPERTIES), None)
    return None


def behind_brackets(tree: Tree, at: int) -> int:
    """The token behind a figure that is said again in brackets, or behind the brackets that it stands in."""
    window = tree.words[at : at + _BRACKETS]
    if window[:1] == ["("] or window[:1] == [")"]:
        return at + window.index(")") + 1 if ")" in window else at
    return at


def bearer(tree: Tree, anchor: int, printed: int) -> int | None:
    """Whose the property is that is printed behind a figure."""
    head = tree.heads[printed]
    if tree.deps[printed] in ("amod", "compound") and head > printed:
        return head
    for token in (printed, anchor):
        subject = tree.child(token, SUBJECTS)
        if subject is not None:
            return base(tree, subject)
    if modifies_noun(tree, anchor):
        return tree.heads[anchor]
    return clause_subject(tree, anchor)


def bracketed(tree: Tree, span: tuple[int, int]) -> int | None:
    """The noun that a figure in brackets stands behind: "the turnout (61%) fell"."""
    at = span[0] - 1
    if tree.words[at] in _ROUGHLY:
        at -= 1
    if at > 0 and tree.words[at] == "(" and tree.pos[at - 1] == "NOUN" and not is_amount(tree, at - 1):
        return at - 1 if tree.words[span[1] + 1 : span[1] + 2] in ([")"], [","], [";"]) else None
    return None


def equated(tree: Tree, span: tuple[int, int]) -> int | None:
    """The symbol that a figure is the value of: "n = 30"."""
    at = span[0] - 1
    if at > 0 and tree.words[at] in _EQUALS and tree.pos[at - 1] in ("NOUN", "PROPN", "X", "SYM", "ADJ"):
        return at - 1
    return None


def modifies_noun(tree: Tree, anchor: int) -> bool:
    """Whether a figure stands before its noun ("a 0.6 per cent fee", "$5 bill")."""
    head = tree.heads[anchor]
    if head <= anchor or tree.deps[anchor] not in MODIFYING or tree.pos[head] not in ("NOUN", "PROPN"):
        return False
    prepositions = tree.all(head, ("case",))
    return case(tree, anchor) == "" and all(p < anchor and tree.words[p] not in _TIMED for p in prepositions)
