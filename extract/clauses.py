"""Steps through a Universal Dependencies tree: a clause's subject and place, what a relative pronoun stands for."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from extract.units import TIME_UNITS

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl:subj")
_PLACES = frozenset("in at off near across throughout inside on along within over outside around into onto".split())
_MAX_STEPS = 12  # up the tree; deeper nesting tells nothing about a figure


def child(token: Token, dep: str, cases: Collection[str] | None = None) -> Token | None:
    """The first child with a label, and with one of these prepositions if given."""
    return next((t for t in token.children if t.dep_ == dep and (cases is None or case(t) in cases)), None)


def case(token: Token) -> str:
    """The preposition of a nominal in small letters; "" without one."""
    return next((t.lower_ for t in token.children if t.dep_ == "case"), "")


def base(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ in ("WDT", "WP", "WP$") or (token.lower_ == "that" and token.pos_ == "PRON"):
        for ancestor in token.ancestors:
            if ancestor.dep_.endswith("relcl"):
                return ancestor.head
    return token


def clause_subject(head: Token) -> Token | None:
    """The subject of a clause, also where another clause lends it ("agreed to cut", "a man earning")."""
    for _ in range(_MAX_STEPS):
        subject = next((t for t in head.children if t.dep_ in SUBJECTS), None)
        if subject is not None:
            return base(subject) if subject.lower_ not in ("it", "there") or subject.dep_ != "expl" else None
        if head.dep_ in ("acl", "amod", "acl:relcl"):
            return head.head
        if head.dep_ == "ROOT":
            return None
        if head.dep_ in ("xcomp", "ccomp") and (controller := _controller(head)) is not None:
            return controller
        head = head.head
    return None


def _controller(head: Token) -> Token | None:
    """The object that an open complement belongs to ("asked him to pay")."""
    return (
        next((t for t in head.head.children if t.dep_ == "obj" and t.i < head.i), None)
        if head.dep_ == "xcomp"
        else None
    )


def is_time(token: Token) -> bool:
    """Whether a noun tells a time rather than a place or an owner ("the 1950s", "the century")."""
    return token.lemma_.lower() in TIME_UNITS or token.lemma_ in ("time", "moment", "era") or token.text[:4].isdigit()


def place_of(verb: Token, nominal: Token) -> Token | None:
    """Where a clause says that it happens."""
    if case(verb) in _PLACES and child(verb, "cop") is not None:
        return verb
    places = [
        t for t in verb.children if t.dep_ == "obl" and case(t) in _PLACES and t.i != nominal.i and not is_time(t)
    ]
    named = [t for t in places if t.pos_ == "PROPN"]
    return next(iter(named or places), None)
