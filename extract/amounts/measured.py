"""What a figure measures, of whom or where, and when: read off the parse.

`of` is the noun counted, the whole of a share, or what costs, weighs, rises or lasts as much; `subject` is its owner,
its place or the subject of its clause, whichever stands nearest in the tree. Names are given whole, relative pronouns
as what they stand for. Tokens are their indices in the tree. Not covered: what only another sentence tells.
"""

from __future__ import annotations

from extract.amounts.clauses import SUBJECTS, base, case, child, clause_subject, is_time, place_of
from extract.syntax import Tree
from extract.units import SYMBOLS, WORDS

_PURCHASES = frozenset("pay spend invest charge fine raise borrow owe allocate earmark donate contribute".split())
_WHOLE = frozenset(("of", "in", "among", "for", "on"))
_OWNERS = frozenset("in for at among on within throughout".split())
_LASTING = frozenset("last take run continue span endure".split())
_TIMED = frozenset(("before", "after", "since", "until"))
_OF = frozenset(("of",))
_BOUGHT = frozenset(("for", "on", "in"))
_AMOUNTING = frozenset(
    "cost total exceed reach equal average measure weigh hit top number gain lose add drop fall rise grow climb "
    "jump slip shed decline decrease increase cover span occupy account represent comprise constitute earn fetch "
    "gross yield sell trade pay read score stand amount approach near surpass need take have be".split()
)
"""Verbs whose object tells how much their subject is, costs or moves; any other has it for itself ("won $5m")."""
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest away from off inland offshore downstream upstream "
    "outside beyond out".split()
)
_NO_NOUN = frozenset(("SYM", "PUNCT", "NUM"))
_LEVELS = frozenset(("from", "to", "by", "at"))
"""Prepositions of a figure that tells how far something moved, or where it stands."""
_MODIFYING = frozenset(
    "nummod amod compound nmod nmod:unmarked nmod:npmod obl:npmod obl:unmarked det det:predet advmod".split()
)
_BESIDE = frozenset("appos amod acl nummod compound nmod nmod:unmarked acl:relcl parataxis dep".split())
"""Labels of an age that hangs on its person or on the words that describe one."""
_COPULA, _DETERMINED = ("cop",), ("det", "nmod:poss")


def measure(
    tree: Tree, kind: str, anchor: int, span: tuple[int, int], noun: int | None
) -> tuple[int | None, int | None]:
    """The heads of `of` and `subject` for the figure at tokens `span` (inclusive); `None` where not said.

    :param kind: of the figure
    :param anchor: of the figure, as `anchor_of` finds it
    :param noun: the thing counted, for a count
    """
    of, subject = _parts(tree, anchor, kind, noun)
    if of is not None and not _is_named(tree, of, span):
        of = None
    if subject is not None and (subject == of or not _is_named(tree, subject, span)):
        subject = None
    return of, subject


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
    unit = heads[anchor]  # "45 and 50 mg": the unit that a list prints once
    if unit <= anchor or tree.deps[anchor] not in ("nummod", "compound", "conj"):
        return anchor
    shared = tree.words[unit] in WORDS or tree.text[tree.starts[unit] : tree.ends[unit]] in SYMBOLS
    return unit if shared else anchor


def _parts(tree: Tree, anchor: int, kind: str, noun: int | None) -> tuple[int | None, int | None]:
    if noun is not None:
        return noun, _whose(tree, noun, anchor)
    if kind == "age":
        return _aged(tree, anchor)
    of = _measured_noun(tree, anchor)
    apart = of is not None and tree.heads[of] != anchor and _is_loose(tree, anchor, kind)
    if of is not None and apart and not _hangs_on(tree, anchor, of):
        of = None
    if of is None:
        verb = _governor(tree, anchor)
        return None, clause_subject(tree, verb) if verb is not None and tree.deps[anchor] not in SUBJECTS else None
    if _is_distance(tree, anchor):
        return None, of
    return of, _whose(tree, of, anchor)


def _is_loose(tree: Tree, anchor: int, kind: str) -> bool:
    """Whether a figure measures only what it is printed beside: a duration that nothing lasts, a count at no level."""
    if kind == "duration":
        return tree.lemmas[tree.heads[anchor]] not in _LASTING
    if kind == "count":
        return case(tree, _first(tree, anchor)) not in _LEVELS and tree.child(anchor, _COPULA) is None
    return False


def _is_distance(tree: Tree, anchor: int) -> bool:
    """Whether a figure tells how far away something is ("five miles west of Hillswick")."""
    return anchor + 1 < len(tree.words) and tree.words[anchor + 1] in _DIRECTIONS


def _hangs_on(tree: Tree, anchor: int, noun: int) -> bool:
    """Whether a figure is printed as part of a noun's phrase ("a 20-minute show", "a reign of 23 years")."""
    beside = tree.heads[_first(tree, anchor)] == noun
    return beside and (_modifies_noun(tree, anchor) or case(tree, anchor) == "of")


def _first(tree: Tree, anchor: int) -> int:
    """The first of the figures that a list joins; they all measure alike."""
    while tree.deps[anchor] == "conj" and tree.heads[anchor] < anchor:
        anchor = tree.heads[anchor]
    return anchor


def _measured_noun(tree: Tree, anchor: int) -> int | None:
    """What a figure with a unit of its own measures."""
    whole = child(tree, anchor, "nmod", _WHOLE)
    if whole is not None:
        return whole
    if tree.deps[anchor] == "conj" and not _modifies_noun(tree, anchor):
        anchor = _first(tree, anchor)
    head, dep = tree.heads[anchor], tree.deps[anchor]
    if _modifies_noun(tree, anchor):
        return head
    if dep in ("appos", "dep", "parataxis"):
        return _measured_noun(tree, head) if _is_amount(tree, head) else None
    if dep.startswith("nmod") and tree.pos[head] in ("NOUN", "PROPN", "SYM"):
        return head
    verb = _governor(tree, anchor)
    return _moved(tree, verb, anchor) if verb is not None else None


def _modifies_noun(tree: Tree, anchor: int) -> bool:
    """Whether a figure stands before its noun ("a 0.6 per cent fee", "$5 bill")."""
    head = tree.heads[anchor]
    if head <= anchor or tree.deps[anchor] not in _MODIFYING or tree.pos[head] not in ("NOUN", "PROPN"):
        return False
    return case(tree, anchor) == "" and case(tree, head) not in _TIMED


def _is_amount(tree: Tree, token: int) -> bool:
    return tree.pos[token] in ("NUM", "SYM") or tree.child(token, ("nummod",)) is not None


def _governor(tree: Tree, anchor: int) -> int | None:
    """The verb, adjective or predicate that a figure belongs to."""
    anchor = _first(tree, anchor)
    if tree.deps[anchor] == "ROOT" or tree.child(anchor, _COPULA) is not None:
        return anchor
    head = tree.heads[anchor]
    while tree.pos[head] in ("ADV", "ADP") and tree.deps[head] != "ROOT":
        head = tree.heads[head]
    return head if head != anchor else None


def _moved(tree: Tree, verb: int, anchor: int) -> int | None:
    """Of "X rose by 5%", "Y raised X by 5%", "X is 5 m long" and "Y paid 5 for X": X."""
    described = tree.pos[verb] == "ADJ" and tree.deps[verb] in ("amod", "acl", "acl:relcl")
    if described and tree.child(verb, ("nsubj",)) is None:
        return tree.heads[verb]
    if tree.lemmas[verb] in _PURCHASES:
        bought = child(tree, verb, "obl", _BOUGHT)
        if bought is not None and bought != anchor:
            return bought
    if tree.deps[anchor] != "obj":
        changed = next((c for c in tree.all(verb, ("obj",)) if c != anchor and not _is_amount(tree, c)), None)
        if changed is not None:
            return changed
    if tree.lemmas[verb] not in _AMOUNTING and tree.deps[_first(tree, anchor)] == "obj":
        return None
    return clause_subject(tree, verb)


def _aged(tree: Tree, anchor: int) -> tuple[int | None, int | None]:
    """The person or thing of an age; "age" itself is what is measured where it is printed."""
    first, head = _first(tree, anchor), tree.heads[anchor]
    if tree.words[head] in ("age", "ages") and head < anchor:
        return head, _whose(tree, head, anchor)
    if tree.words[head] == "aged" and tree.deps[head] != "ROOT":
        described = tree.deps[head] in ("acl", "amod", "acl:relcl", "appos")
        return None, tree.heads[head] if described else clause_subject(tree, head)
    if tree.deps[first] in _BESIDE:
        nominal = tree.heads[first]
        return None, nominal if tree.pos[nominal] not in ("ADJ", "VERB") else _age_holder(tree, nominal)
    predicate = tree.pos[first] in ("ADJ", "NOUN") and tree.child(first, _COPULA) is not None
    return None, _age_holder(tree, first if predicate else head)


def _age_holder(tree: Tree, token: int) -> int | None:
    if tree.deps[token] in ("amod", "acl", "compound", "appos", "acl:relcl"):
        return tree.heads[token]
    return clause_subject(tree, token)


def _whose(tree: Tree, nominal: int, anchor: int) -> int | None:
    """Of whom, or where, a measured or counted thing is: its owner, its place, else the subject of its clause."""
    owner = tree.child(nominal, ("nmod:poss",))
    if owner is None:
        owner = _inner(tree, nominal, anchor, _OF)
    if owner is not None:
        return base(tree, owner)
    thing = _first(tree, anchor if _is_whole(tree, nominal, anchor) else nominal)
    doer = clause_subject(tree, tree.heads[thing]) if tree.deps[thing] == "obj" else _described(tree, thing)
    if doer is not None:
        return doer
    within = _inner(tree, nominal, anchor, _OWNERS)
    return base(tree, within) if within is not None else _by_role(tree, thing)


def _described(tree: Tree, nominal: int) -> int | None:
    """Who or what a predicate noun describes: "Brown" of "Brown was one of the two officials"."""
    if tree.child(nominal, _COPULA) is not None:
        return clause_subject(tree, nominal)
    head = tree.heads[nominal]
    if tree.deps[nominal] == "nmod" and tree.pos[head] in ("NUM", "PRON") and case(tree, nominal) == "of":
        return _clause_owner(tree, head)
    return None


def _by_role(tree: Tree, nominal: int) -> int | None:
    """The owner by what a noun does in its clause: the noun above it, the place of a subject, else the subject."""
    head, dep = tree.heads[nominal], tree.deps[nominal]
    if dep in SUBJECTS:
        return place_of(tree, head, nominal)
    if dep in ("nmod", "appos", "nmod:unmarked") and tree.pos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
        return clause_subject(tree, head) if tree.child(head, _COPULA) is not None else base(tree, head)
    if dep == "compound" and tree.pos[head] in ("NOUN", "PROPN"):
        owner = tree.child(head, ("nmod:poss",))
        return base(tree, head if owner is None else owner)
    return _clause_owner(tree, nominal)


def _is_whole(tree: Tree, nominal: int, anchor: int) -> bool:
    """Whether a noun hangs below the figure itself ("hundreds of thousands of people")."""
    heads = tree.heads
    while tree.deps[nominal] == "nmod" and anchor < heads[nominal] < nominal:
        nominal = heads[nominal]
    return heads[nominal] == anchor and nominal > anchor


def _inner(tree: Tree, nominal: int, anchor: int, cases: frozenset[str]) -> int | None:
    """A noun behind a nominal that tells its owner or place ("the population of the area")."""
    for token in tree.all(nominal, ("nmod",)):
        if token <= nominal or token == anchor or (preposition := case(tree, token)) not in cases:
            continue
        if tree.pos[token] == "PRON" or _is_amount(tree, token) or is_time(tree, token):
            return None
        return token if preposition != "of" or _is_definite(tree, token) else None
    return None


def _is_definite(tree: Tree, token: int) -> bool:
    """Whether a noun means somebody in particular ("of the area", "of Kenya") and not a stuff ("sets of plates")."""
    return tree.pos[token] == "PROPN" or tree.child(token, _DETERMINED) is not None


def _clause_owner(tree: Tree, nominal: int) -> int | None:
    """The subject of the clause that a nominal stands in; the place where there is none."""
    dep, head = tree.deps[nominal], tree.heads[nominal]
    if dep == "ROOT" or tree.child(nominal, _COPULA) is not None:
        head = nominal
    elif dep in SUBJECTS:
        return place_of(tree, head, nominal)
    subject = clause_subject(tree, head)
    return subject if subject is not None else place_of(tree, head, nominal)
