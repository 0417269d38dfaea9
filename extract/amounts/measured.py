"""What a figure measures, and of whom or where: read off the parse.

`of` is the noun counted, the whole of a share, the property printed beside the figure, what costs, weighs or rises as
much, or the verb that takes as long; `subject` is found by the rules of subject.py. Relative pronouns are given as what
they stand for. Tokens are their indices in the tree. Not covered: what only another sentence tells.
"""

from __future__ import annotations

import re

from extract.amounts.aged import aged
from extract.amounts.asked import Asked, Parts, named
from extract.amounts.clauses import SUBJECTS, base, case, child, clause_subject, first_of_list, is_amount, is_time
from extract.amounts.standing_nouns import AMOUNTING, AMOUNTS, DIMENSIONS, HAVING, LASTING, LIGHT, PROPERTIES, PURCHASES
from extract.amounts.subject import subject_of
from extract.syntax import Tree
from extract.units import SYMBOLS, WORDS

_WHOLE = frozenset(("of", "among"))
_SPENT = frozenset(("of", "among", "in", "for", "on"))
_TIMED = frozenset(("before", "after", "since", "until"))
_BOUGHT = frozenset(("for", "on", "in"))
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest away from off inland offshore downstream upstream "
    "outside beyond out".split()
)
_NO_NOUN = frozenset(("SYM", "PUNCT", "NUM"))
_LEVELS = frozenset("from to by at between around near above below over under".split())
"""Prepositions of a figure that tells how far something moved, or where it stands."""
_MODIFYING = frozenset(
    "nummod amod compound nmod nmod:unmarked nmod:npmod obl:npmod obl:unmarked det det:predet advmod".split()
)
_TIMING = frozenset("obl obl:unmarked obl:npmod obl:tmod advmod obj".split())
_COPULA = ("cop",)
_STRETCHES = frozenset("period interval stretch spell".split())
"""Nouns that say no more than the duration before them."""
_EQUALS = frozenset("= < > ≤ ≥ ⩽ ⩾ ≈ ~ ∼".split())
_SYMBOL = re.compile(r"[^\W\d_]{1,3}\.?%|[a-zµμ]{1,2}[A-Z][a-z]?|[kMG]a|[kMGb]yr|[µμ][^\W\d_]{1,4}")
"""A symbol of a unit: a per cent sign in it, a capital inside of it, years before the present."""
_NOT_BORNE = frozenset("count percent ratio rate age ordinal year".split())
_BRACKETS = 7  # words of a figure in brackets


def measure(tree: Tree, kind: str, anchor: int, span: tuple[int, int], noun: int | None) -> Parts:
    """The heads of `of` and `subject` for the figure at tokens `span` (inclusive); `None` where not said.

    :param kind: of the figure
    :param anchor: of the figure, as `anchor_of` finds it
    :param noun: the thing counted, for a count
    """
    of, subject = _parts(tree, anchor, kind, span, noun)
    if of is not None and not _is_named(tree, of, span):
        of = None
    if subject is not None and not (kind == "age" and subject == anchor):
        subject = named(tree, subject, span)
    return of, None if subject == of else subject


def bears_itself(tree: Tree, kind: str, anchor: int, of: int) -> bool:
    """Whether the thing that a figure is of has it for itself: "a five-year plan", "the package costs $9"."""
    if kind in _NOT_BORNE or tree.pos[of] not in ("NOUN", "PROPN") or tree.lemmas[of] in LIGHT | PROPERTIES:
        return False
    if _modifies_noun(tree, anchor) and tree.heads[anchor] == of:
        return True
    verb = _governor(tree, anchor)
    return verb is not None and tree.lemmas[verb] in HAVING and clause_subject(tree, verb) == of


def _is_named(tree: Tree, token: int, span: tuple[int, int]) -> bool:
    """Whether a token can be what a figure is of: no number, no time and not the figure itself."""
    return tree.pos[token] not in _NO_NOUN and not span[0] <= token <= span[1] and not is_time(tree, token)


def anchor_of(tree: Tree, first: int, last: int) -> int:
    """The token by which the figure at these tokens hangs on the rest of the sentence."""
    heads = tree.heads
    anchor = last
    for token in range(last, first - 1, -1):
        if not first <= heads[token] <= last or heads[token] == token:
            anchor = token
            break
    if heads[anchor] == last + 1 and tree.lemmas[last + 1] in _STRETCHES and tree.deps[anchor] in _MODIFYING:
        return last + 1
    unit = heads[anchor]  # "45 and 50 mg": the unit that a list prints once
    if unit <= anchor or tree.deps[anchor] not in ("nummod", "compound", "conj"):
        return anchor
    shared = tree.words[unit] in WORDS or tree.text[tree.starts[unit] : tree.ends[unit]] in SYMBOLS
    return unit if shared else anchor


def is_symbol(tree: Tree, noun: int) -> bool:
    """Whether a noun that a number seems to count looks like a unit that is not known here ("31.5 Ma", "1.3 wt.%")."""
    return _SYMBOL.fullmatch(tree.text, tree.starts[noun], tree.ends[noun]) is not None


def _parts(tree: Tree, anchor: int, kind: str, span: tuple[int, int], noun: int | None) -> Parts:
    if noun is not None and tree.lemmas[noun] == "time":  # "won 14 times"
        return _doing(tree, anchor, "duration"), _doer(tree, anchor)
    if noun is not None:
        noun = base(tree, noun)
        return noun, subject_of(Asked(tree, anchor, noun, True, span))
    if kind == "age":
        return aged(tree, anchor, span)
    printed = _property_behind(tree, span[1])
    if printed is not None:
        return printed, _bearer(tree, anchor, printed)
    before = _bracketed(tree, span)
    if before is None:
        before = _equated(tree, span)
    if before is not None:
        return before, subject_of(Asked(tree, anchor, before, False, span))
    return _by_clause(tree, anchor, kind, span)


def _by_clause(tree: Tree, anchor: int, kind: str, span: tuple[int, int]) -> Parts:
    of = _measured_noun(tree, anchor, kind, span)
    beside = of is not None and _hangs_on(tree, anchor, of)
    if of is not None and tree.heads[of] != anchor and _is_loose(tree, anchor, kind) and not beside:
        of = None
    if of is None:
        return _doing(tree, anchor, kind), _doer(tree, anchor)
    if _is_distance(tree, anchor):
        return None, of
    if tree.pos[of] in ("PROPN", "PRON") and tree.heads[of] != anchor and not beside:
        return None, of  # "Lake Chad covers 1,350 square kilometres"
    return of, subject_of(Asked(tree, anchor, of, False, span)) if _is_named(tree, of, span) else None


def _property_behind(tree: Tree, last: int) -> int | None:
    """ "20 km long", "3,100 metres (10,200 ft) in elevation": the property that is printed right behind a figure."""
    behind, words = _behind_brackets(tree, last + 1), tree.words
    if behind >= len(words):
        return None
    if words[behind] in DIMENSIONS and tree.pos[behind] in ("ADJ", "ADV"):
        return behind
    if words[behind] == "in":
        return next((t for t in range(behind + 1, min(behind + 3, len(words))) if tree.lemmas[t] in PROPERTIES), None)
    return None


def _behind_brackets(tree: Tree, at: int) -> int:
    """The token behind a figure that is said again in brackets, or behind the brackets that it stands in."""
    window = tree.words[at : at + _BRACKETS]
    if window[:1] == ["("] or window[:1] == [")"]:
        return at + window.index(")") + 1 if ")" in window else at
    return at


def _bearer(tree: Tree, anchor: int, printed: int) -> int | None:
    """Whose the property is that is printed behind a figure."""
    head = tree.heads[printed]
    if tree.deps[printed] in ("amod", "compound") and head > printed:
        return head
    for token in (printed, anchor):
        subject = tree.child(token, SUBJECTS)
        if subject is not None:
            return base(tree, subject)
    if _modifies_noun(tree, anchor):
        return tree.heads[anchor]
    return clause_subject(tree, anchor)


def _bracketed(tree: Tree, span: tuple[int, int]) -> int | None:
    """The noun that a figure in brackets stands behind: "the turnout (61%) fell"."""
    at = span[0] - 1
    if at > 0 and tree.words[at] == "(" and tree.pos[at - 1] == "NOUN" and not is_amount(tree, at - 1):
        return at - 1 if tree.words[span[1] + 1 : span[1] + 2] in ([")"], [","], [";"]) else None
    return None


def _equated(tree: Tree, span: tuple[int, int]) -> int | None:
    """The symbol that a figure is the value of: "n = 30"."""
    at = span[0] - 1
    if at > 0 and tree.words[at] in _EQUALS and tree.pos[at - 1] in ("NOUN", "PROPN", "X", "SYM", "ADJ"):
        return at - 1
    return None


def _doer(tree: Tree, anchor: int) -> int | None:
    """Whose a figure is that tells of no noun: "his 10 years in office", "it took them an hour"."""
    owner = tree.child(anchor, ("nmod:poss",))
    if owner is not None:
        return owner
    verb = _governor(tree, anchor)
    if verb is None or tree.deps[anchor] in SUBJECTS:
        return None
    if tree.lemmas[verb] == "take" and tree.child(verb, ("expl",)) is not None:
        return next((c for c in tree.all(verb, ("obj", "iobj")) if c != anchor), None)
    return clause_subject(tree, verb)


def _doing(tree: Tree, anchor: int, kind: str) -> int | None:
    """The verb that takes a time or covers a way: "driven for 15 years", "walked 30 km"."""
    verb = _governor(tree, anchor)
    if kind not in ("duration", "length") or verb is None or tree.pos[verb] != "VERB":
        return None
    first = first_of_list(tree, anchor)
    if tree.deps[first] not in _TIMING or tree.heads[first] != verb:
        return None
    if kind == "length":
        return verb if tree.deps[first] != "obl" else None
    return verb if tree.deps[first] != "obj" and case(tree, first) != "of" else None


def _is_loose(tree: Tree, anchor: int, kind: str) -> bool:
    """Whether a figure measures only what it is printed beside: a duration that nothing lasts, a count at no level."""
    if kind == "duration":
        verb = tree.heads[anchor]
        return tree.lemmas[verb] not in LASTING or tree.child(verb, ("obj",)) not in (None, anchor)
    if kind == "count":
        first = first_of_list(tree, anchor)
        if tree.deps[anchor] == "appos":
            return False
        amounts = tree.deps[first] == "obj" and tree.lemmas[tree.heads[first]] in AMOUNTS
        return not amounts and case(tree, first) not in _LEVELS and tree.child(first, _COPULA) is None
    return False


def _is_distance(tree: Tree, anchor: int) -> bool:
    """Whether a figure tells how far away something is ("five miles west of Hillswick")."""
    return anchor + 1 < len(tree.words) and tree.words[anchor + 1] in _DIRECTIONS


def _hangs_on(tree: Tree, anchor: int, noun: int) -> bool:
    """Whether a figure is printed as part of a noun's phrase ("a 20-minute show", "a reign of 23 years")."""
    beside = tree.heads[first_of_list(tree, anchor)] == noun
    return beside and (_modifies_noun(tree, anchor) or case(tree, anchor) == "of")


def _whole_in_front(tree: Tree, anchor: int) -> int | None:
    """ "Of the adults asked, 59 percent agreed": the whole that stands before its share."""
    first = first_of_list(tree, anchor)
    if tree.deps[first] not in SUBJECTS:
        return None
    return next((c for c in tree.all(tree.heads[first], ("obl",)) if c < first and case(tree, c) in _WHOLE), None)


def _measured_noun(tree: Tree, anchor: int, kind: str, span: tuple[int, int]) -> int | None:
    """What a figure with a unit of its own measures."""
    fronted = _whole_in_front(tree, anchor)
    if fronted is not None:
        return fronted
    whole = child(tree, anchor, "nmod", _SPENT if kind == "money" else _WHOLE)
    told = whole is not None and (case(tree, whole) == "of" or tree.pos[whole] == "NOUN")
    if whole is not None and told and not span[0] <= whole <= span[1]:
        return base(tree, whole)
    if tree.child(anchor, _COPULA) is not None and (described := tree.child(anchor, SUBJECTS)) is not None:
        return base(tree, described)
    if tree.deps[anchor] == "conj" and not _modifies_noun(tree, anchor):
        anchor = first_of_list(tree, anchor)
    head, dep = tree.heads[anchor], tree.deps[anchor]
    if _modifies_noun(tree, anchor):
        return head
    if dep in ("appos", "dep", "parataxis"):
        if is_amount(tree, head):
            return _measured_noun(tree, head, kind, span)
        stands = dep == "appos" and (tree.lemmas[head] in LIGHT or tree.lemmas[head] in PROPERTIES)
        return head if stands else None  # "below the record, 8,615"
    if dep.startswith("nmod") and tree.pos[head] in ("NOUN", "PROPN", "SYM"):
        return head
    verb = _governor(tree, anchor)
    return _moved(tree, verb, anchor) if verb is not None else None


def _modifies_noun(tree: Tree, anchor: int) -> bool:
    """Whether a figure stands before its noun ("a 0.6 per cent fee", "$5 bill")."""
    head = tree.heads[anchor]
    if head <= anchor or tree.deps[anchor] not in _MODIFYING or tree.pos[head] not in ("NOUN", "PROPN"):
        return False
    prepositions = tree.all(head, ("case",))
    return case(tree, anchor) == "" and all(p < anchor and tree.words[p] not in _TIMED for p in prepositions)


def _governor(tree: Tree, anchor: int) -> int | None:
    """The verb, adjective or predicate that a figure belongs to."""
    anchor = first_of_list(tree, anchor)
    if tree.deps[anchor] == "ROOT" or tree.child(anchor, _COPULA) is not None:
        return anchor
    head = tree.heads[anchor]
    while (tree.pos[head] in ("ADV", "ADP") or _is_surplus(tree, head)) and tree.deps[head] != "ROOT":
        head = tree.heads[head]
    return head if head != anchor else None


def _is_surplus(tree: Tree, token: int) -> bool:
    """ "more" in "costs 9 percent more"."""
    return tree.words[token] in ("more", "less") and tree.deps[token] == "obj"


def _moved(tree: Tree, verb: int, anchor: int) -> int | None:
    """Of "X rose by 5%", "Y raised X by 5%", "X is 5 m long" and "Y paid 5 for X": X."""
    described = tree.pos[verb] == "ADJ" and tree.deps[verb] in ("amod", "acl", "acl:relcl")
    if described and tree.child(verb, ("nsubj",)) is None:
        return tree.heads[verb]
    if tree.lemmas[verb] in PURCHASES:
        bought = child(tree, verb, "obl", _BOUGHT)
        if bought is not None and bought != anchor:
            return bought
    if tree.deps[anchor] != "obj":
        changed = next(
            (
                c
                for c in tree.all(verb, ("obj",))
                if c != anchor and not is_amount(tree, c) and not _is_surplus(tree, c)
            ),
            None,
        )
        if changed is not None:
            return changed
    if tree.lemmas[verb] not in AMOUNTING and tree.deps[first_of_list(tree, anchor)] == "obj":
        return None
    return clause_subject(tree, verb)
