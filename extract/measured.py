"""What a figure measures, of whom or where, and when: read off the parse.

`of` is the noun counted, the whole of a share, or what costs, weighs, rises or lasts as much; `subject` is its owner,
its place or the subject of its clause, whichever stands nearest in the tree. Names are given whole, relative pronouns
as what they stand for. Not covered: what only another sentence tells.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extract.clauses import SUBJECTS, base, case, child, clause_subject, is_time, place_of
from extract.units import SYMBOLS, WORDS

_PURCHASES = frozenset("pay spend invest charge fine raise borrow owe allocate earmark donate contribute".split())
_WHOLE = frozenset(("of", "in", "among", "for", "on"))
_OWNERS = frozenset("in for at among on within throughout".split())
_LASTING = frozenset("last take run continue span endure".split())
_TIMED = frozenset(("before", "after", "since", "until"))
_OF = frozenset(("of",))
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
_MODIFYING = (
    "nummod",
    "amod",
    "compound",
    "nmod",
    "nmod:unmarked",
    "nmod:npmod",
    "obl:npmod",
    "obl:unmarked",
    "det",
    "det:predet",
    "advmod",
)


def measure(doc: Doc, kind: str, span: tuple[int, int], noun: Token | None) -> tuple[Token | None, Token | None]:
    """The heads of `of` and `subject` for the figure at tokens `span` (inclusive); `None` where not said.

    :param kind: of the figure
    :param noun: the thing counted, for a count
    """
    of, subject = (
        None if token is None or token.pos_ in _NO_NOUN or is_time(token) or span[0] <= token.i <= span[1] else token
        for token in _parts(anchor_of(doc, *span), kind, noun)
    )
    return of, None if subject is of else subject


def anchor_of(doc: Doc, first: int, last: int) -> Token:
    """The token by which the figure at these tokens hangs on the rest of the sentence."""
    inside = [token for token in doc[first : last + 1] if not first <= token.head.i <= last or token.head.i == token.i]
    anchor = inside[-1] if inside else doc[last]
    unit = anchor.head  # "45 and 50 mg": the unit that a list prints once
    shared = unit.i > anchor.i and (unit.text in SYMBOLS or unit.lower_ in WORDS)
    return unit if shared and anchor.dep_ in ("nummod", "compound", "conj") else anchor


def _parts(anchor: Token, kind: str, noun: Token | None) -> tuple[Token | None, Token | None]:
    if noun is not None:
        return noun, _whose(noun, anchor)
    if kind == "age":
        return _aged(anchor)
    of = _measured_noun(anchor)
    lasting = anchor.head.lemma_ in _LASTING
    level = case(_first(anchor)) in _LEVELS or child(anchor, "cop") is not None
    loose = (kind == "duration" and not lasting) or (kind == "count" and not level)
    if of is not None and loose and not (of.head.i == anchor.i or _hangs_on(anchor, of)):
        of = None
    if of is None:
        verb = _governor(anchor)
        return None, clause_subject(verb) if verb is not None and anchor.dep_ not in SUBJECTS else None
    if _is_distance(anchor):
        return None, of
    return of, _whose(of, anchor)


def _is_distance(anchor: Token) -> bool:
    """Whether a figure tells how far away something is ("five miles west of Hillswick")."""
    following = anchor.doc[anchor.i + 1] if anchor.i + 1 < len(anchor.doc) else None
    return following is not None and following.lower_ in _DIRECTIONS


def _hangs_on(anchor: Token, noun: Token) -> bool:
    """Whether a figure is printed as part of a noun's phrase ("a 20-minute show", "a reign of 23 years")."""
    return _first(anchor).head.i == noun.i and (_modifies_noun(anchor) or case(anchor) == "of")


def _first(anchor: Token) -> Token:
    """The first of the figures that a list joins; they all measure alike."""
    while anchor.dep_ == "conj" and anchor.head.i < anchor.i:
        anchor = anchor.head
    return anchor


def _measured_noun(anchor: Token) -> Token | None:
    """What a figure with a unit of its own measures."""
    whole = child(anchor, "nmod", _WHOLE)
    if whole is not None:
        return whole
    anchor = anchor if anchor.dep_ != "conj" or _modifies_noun(anchor) else _first(anchor)
    head = anchor.head
    if _modifies_noun(anchor):
        return head
    if anchor.dep_ == "appos" or anchor.dep_ == "dep" or anchor.dep_ == "parataxis":
        return _measured_noun(head) if _is_amount(head) else None
    if anchor.dep_.startswith("nmod") and head.pos_ in ("NOUN", "PROPN", "SYM"):
        return head
    verb = _governor(anchor)
    if verb is None:
        return None
    return _moved(verb, anchor)


def _modifies_noun(anchor: Token) -> bool:
    """Whether a figure stands before its noun ("a 0.6 per cent fee", "$5 bill")."""
    head = anchor.head
    nominal = head.i > anchor.i and head.pos_ in ("NOUN", "PROPN")
    return anchor.dep_ in _MODIFYING and nominal and case(anchor) == "" and case(head) not in _TIMED


def _is_amount(token: Token) -> bool:
    return token.pos_ in ("NUM", "SYM") or any(t.dep_ == "nummod" for t in token.children)


def _governor(anchor: Token) -> Token | None:
    """The verb, adjective or predicate that a figure belongs to."""
    anchor = _first(anchor)
    if child(anchor, "cop") is not None or anchor.dep_ == "ROOT":
        return anchor
    head = anchor.head
    while head.pos_ in ("ADV", "ADP") and head.dep_ != "ROOT":
        head = head.head
    return head if head.i != anchor.i else None


def _moved(verb: Token, anchor: Token) -> Token | None:
    """Of "X rose by 5%", "Y raised X by 5%", "X is 5 m long" and "Y paid 5 for X": X."""
    if verb.pos_ == "ADJ" and verb.dep_ in ("amod", "acl", "acl:relcl") and child(verb, "nsubj") is None:
        return verb.head
    if verb.lemma_ in _PURCHASES:
        bought = child(verb, "obl", frozenset(("for", "on", "in")))
        if bought is not None and bought.i != anchor.i:
            return bought
    changed = next((t for t in verb.children if t.dep_ == "obj" and t.i != anchor.i and not _is_amount(t)), None)
    if changed is not None and anchor.dep_ != "obj":
        return changed
    if _first(anchor).dep_ == "obj" and verb.lemma_ not in _AMOUNTING:
        return None
    return clause_subject(verb)


def _aged(anchor: Token) -> tuple[Token | None, Token | None]:
    """The person or thing of an age; "age" itself is what is measured where it is printed."""
    first, head = _first(anchor), anchor.head
    if head.lower_ in ("age", "ages") and head.i < anchor.i:
        return head, _whose(head, anchor)
    if head.lower_ == "aged" and head.dep_ != "ROOT":
        return None, head.head if head.dep_ in ("acl", "amod", "acl:relcl", "appos") else clause_subject(head)
    if first.dep_ in (
        "appos",
        "amod",
        "acl",
        "nummod",
        "compound",
        "nmod",
        "nmod:unmarked",
        "acl:relcl",
        "parataxis",
        "dep",
    ):
        nominal = first.head
        return None, nominal if nominal.pos_ not in ("ADJ", "VERB") else _age_holder(nominal)
    return None, _age_holder(first if first.pos_ in ("ADJ", "NOUN") and child(first, "cop") is not None else head)


def _age_holder(token: Token) -> Token | None:
    if token.dep_ in ("amod", "acl", "compound", "appos", "acl:relcl"):
        return token.head
    return clause_subject(token)


def _whose(nominal: Token, anchor: Token) -> Token | None:
    """Of whom, or where, a measured or counted thing is: its owner, its place, else the subject of its clause."""
    owner = child(nominal, "nmod:poss") or _inner(nominal, anchor, _OF)
    if owner is not None:
        return base(owner)
    within = _inner(nominal, anchor, _OWNERS)
    nominal = _first(anchor if _is_whole(nominal, anchor) else nominal)
    doer = clause_subject(nominal.head) if nominal.dep_ == "obj" else _described(nominal)
    if doer is not None:
        return doer
    return base(within) if within is not None else _by_role(nominal)


def _described(nominal: Token) -> Token | None:
    """Who or what a predicate noun describes: "Brown" of "Brown was one of the two officials"."""
    if child(nominal, "cop") is not None:
        return clause_subject(nominal)
    if nominal.dep_ == "nmod" and case(nominal) == "of" and nominal.head.pos_ in ("NUM", "PRON"):
        return _clause_owner(nominal.head)
    return None


def _by_role(nominal: Token) -> Token | None:
    """The owner by what a noun does in its clause: the noun above it, the place of a subject, else the subject."""
    head = nominal.head
    if nominal.dep_ in SUBJECTS:
        return place_of(head, nominal)
    if nominal.dep_ in ("nmod", "appos", "nmod:unmarked") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return clause_subject(head) if child(head, "cop") is not None else base(head)
    if nominal.dep_ == "compound" and head.pos_ in ("NOUN", "PROPN"):
        return base(child(head, "nmod:poss") or head)
    return _clause_owner(nominal)


def _is_whole(nominal: Token, anchor: Token) -> bool:
    """Whether a noun hangs below the figure itself ("hundreds of thousands of people")."""
    while nominal.dep_ == "nmod" and anchor.i < nominal.head.i < nominal.i:
        nominal = nominal.head
    return nominal.head.i == anchor.i and nominal.i > anchor.i


def _inner(nominal: Token, anchor: Token, cases: frozenset[str]) -> Token | None:
    """A noun behind a nominal that tells its owner or place ("the population of the area")."""
    for token in nominal.children:
        if token.dep_ == "nmod" and token.i > nominal.i and token.i != anchor.i and case(token) in cases:
            whose = not _is_amount(token) and not is_time(token) and token.pos_ != "PRON"
            return token if whose and (case(token) != "of" or _is_definite(token)) else None
    return None


def _is_definite(token: Token) -> bool:
    """Whether a noun means somebody in particular ("of the area", "of Kenya") and not a stuff ("sets of plates")."""
    return token.pos_ == "PROPN" or any(t.dep_ in ("det", "nmod:poss") for t in token.children)


def _clause_owner(nominal: Token) -> Token | None:
    """The subject of the clause that a nominal stands in; the place where there is none."""
    if child(nominal, "cop") is not None or nominal.dep_ == "ROOT":
        return clause_subject(nominal) or place_of(nominal, nominal)
    if nominal.dep_ in SUBJECTS:
        return place_of(nominal.head, nominal)
    return clause_subject(nominal.head) or place_of(nominal.head, nominal)
