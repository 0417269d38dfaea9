"""What a figure measures, and of whom or where: read off the parse.

`of` is the noun counted, the whole of a share, the property printed beside the figure, what costs, weighs or rises as
much, or the verb that takes as long; `subject` is found by the rules of subject.py. Relative pronouns are given as what
they stand for. Tokens are their indices in the tree. Not covered: what only another sentence tells.
"""

from __future__ import annotations

from extract.amounts.aged import aged
from extract.amounts.asked import Asked, Parts, named, part_of
from extract.amounts.beside import MODIFYING, bearer, bracketed, equated, modifies_noun, property_behind
from extract.amounts.clauses import SUBJECTS, base, case, child, clause_subject, first_of_list, is_amount, is_time
from extract.amounts.standing_nouns import (
    ABSTRACT,
    ALSO_THINGS,
    AMOUNTING,
    AMOUNTS,
    GROUPS,
    LASTING,
    LIGHT,
    PROPERTIES,
    PURCHASES,
    STANDINGS,
)
from extract.amounts.subject import is_part, subject_of
from extract.syntax import Tree
from extract.units import SYMBOLS, WORDS

_WHOLE = frozenset(("of", "among"))
_SPENT = frozenset(("of", "among", "in", "for", "on"))
_BOUGHT = frozenset(("for", "on", "in"))
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest away from off inland offshore downstream upstream "
    "outside beyond out".split()
)
_NO_NOUN = frozenset(("SYM", "PUNCT", "NUM"))
_LEVELS = frozenset("from to by at between around near above below over under".split())
"""Prepositions of a figure that tells how far something moved, or where it stands."""
_TIMING = frozenset("obl obl:unmarked obl:npmod obl:tmod advmod obj".split())
_COPULA = ("cop",)
_STRETCHES = frozenset("period interval stretch spell".split())
"""Nouns that say no more than the duration before them."""
_FREQUENCIES = frozenset(("once", "twice", "thrice"))
_NOT_BORNE = frozenset("count rate age ordinal year".split())


def measure(tree: Tree, kind: str, anchor: int, span: tuple[int, int], noun: int | None) -> Parts:
    """The heads of `of` and `subject` for the figure at tokens `span` (inclusive); `None` where not said.

    :param kind: of the figure
    :param anchor: of the figure, as `anchor_of` finds it
    :param noun: the thing counted, for a count
    """
    of, subject = _parts(tree, anchor, kind, span, noun)
    of = None if of is None else part_of(tree, of)
    if of is not None and not _is_named(tree, of, span):
        of = None
    if subject is not None and not (kind == "age" and subject == anchor):
        subject = named(tree, subject, span)
    return of, None if subject == of else subject


def bears_itself(tree: Tree, kind: str, anchor: int, of: int) -> bool:
    """Whether the thing that a figure is of has it for itself: "a five-year plan", "the tower is 90 m tall"."""
    if kind == "count" and _is_group(tree, anchor, of):
        return True
    if kind in _NOT_BORNE or tree.pos[of] not in ("NOUN", "PROPN"):
        return False
    if (tree.lemmas[of] in LIGHT and tree.lemmas[of] not in ALSO_THINGS) or is_property(tree, of):
        return False
    verb = _governor(tree, anchor)
    if verb is not None and clause_subject(tree, verb) == of:
        return True
    if kind in ("percent", "ratio"):
        return is_part(Asked(tree, anchor, of, False, (anchor, anchor)))
    relative = verb is not None and tree.deps[verb] == "acl:relcl" and tree.heads[verb] == of
    return relative or (modifies_noun(tree, anchor) and tree.heads[anchor] == of)


def is_property(tree: Tree, token: int) -> bool:
    """Whether a noun is what something has ("elevation", "price", "unemployment") and not what has it."""
    lemma = tree.lemmas[token]
    return lemma in PROPERTIES or lemma in STANDINGS or lemma.endswith(ABSTRACT)


def _is_group(tree: Tree, anchor: int, of: int) -> bool:
    """ "a family of five"."""
    return tree.lemmas[of] in GROUPS and tree.heads[anchor] == of and case(tree, anchor) == "of"


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
    if heads[anchor] == last + 1 and tree.lemmas[last + 1] in _STRETCHES and tree.deps[anchor] in MODIFYING:
        return last + 1
    unit = heads[anchor]  # "45 and 50 mg": the unit that a list prints once
    if unit <= anchor or tree.deps[anchor] not in ("nummod", "compound", "conj"):
        return anchor
    shared = tree.words[unit] in WORDS or tree.text[tree.starts[unit] : tree.ends[unit]] in SYMBOLS
    return unit if shared else anchor


def _parts(tree: Tree, anchor: int, kind: str, span: tuple[int, int], noun: int | None) -> Parts:
    if noun is not None and tree.lemmas[noun] == "time":  # "won 14 times"
        return _doing(tree, anchor, "duration"), _doer(tree, anchor)
    if noun is not None:
        noun = base(tree, noun)
        return noun, subject_of(Asked(tree, anchor, noun, True, span))
    if tree.words[span[0]] in _FREQUENCIES and kind == "rate":  # "meets twice a year"
        return _governor(tree, anchor), _doer(tree, anchor)
    if kind == "age":
        return aged(tree, anchor, span)
    printed = property_behind(tree, span[1])
    if printed is not None:
        return printed, bearer(tree, anchor, printed)
    before = bracketed(tree, span)
    if before is None:
        before = equated(tree, span)
    if before is not None:
        return before, subject_of(Asked(tree, anchor, before, False, span))
    return _by_clause(tree, anchor, kind, span)


def _by_clause(tree: Tree, anchor: int, kind: str, span: tuple[int, int]) -> Parts:
    of = _measured_noun(tree, anchor, kind, span)
    if of is not None and tree.pos[of] == "SYM":
        of = None  # "15 percent of the $7 million"
    beside = of is not None and _hangs_on(tree, anchor, of)
    if of is not None and tree.heads[of] != anchor and _is_loose(tree, anchor, kind) and not beside:
        of = None
    if of is None:
        return _doing(tree, anchor, kind), _doer(tree, anchor)
    if kind == "count" and _is_group(tree, anchor, of):
        return of, None
    if _is_distance(tree, anchor):
        return None, of
    if tree.pos[of] in ("PROPN", "PRON") and tree.heads[of] != anchor and not beside:
        return None, of  # "Lake Chad covers 1,350 square kilometres"
    return of, subject_of(Asked(tree, anchor, of, False, span)) if _is_named(tree, of, span) else None


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
    first = first_of_list(tree, anchor)
    beside = tree.heads[first] == noun
    return beside and (modifies_noun(tree, anchor) or tree.deps[first] == "nmod")


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
    if tree.deps[anchor] == "conj" and not modifies_noun(tree, anchor):
        anchor = first_of_list(tree, anchor)
    head, dep = tree.heads[anchor], tree.deps[anchor]
    if modifies_noun(tree, anchor):
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


def _governor(tree: Tree, anchor: int) -> int | None:
    """The verb, adjective or predicate that a figure belongs to."""
    anchor = first_of_list(tree, anchor)
    if tree.deps[anchor] == "ROOT" or tree.child(anchor, _COPULA) is not None:
        return anchor
    head = tree.heads[anchor]
    while (tree.pos[head] in ("ADV", "ADP") or _is_surplus(tree, head)) and tree.deps[head] != "ROOT":
        head = tree.heads[head]
    if tree.deps[head] == "advcl" and anchor + 1 < head and tree.words[anchor + 1] in ("after", "before"):
        head = tree.heads[head]  # "surrendered two weeks after the peace was signed"
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
