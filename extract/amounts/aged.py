"""Whose an age is: the person or thing that is as old. Tokens are their indices in the tree."""

from __future__ import annotations

from extract.amounts.asked import Asked, Parts, owner_of_event
from extract.amounts.clauses import SUBJECTS, clause_subject, first_of_list
from extract.amounts.subject import subject_of
from extract.syntax import Tree

_BESIDE = frozenset("appos amod acl nummod compound nmod nmod:unmarked acl:relcl parataxis dep".split())
"""Labels of an age that hangs on its person or on the words that describe one."""
_COPULA = ("cop",)
_AGE_WORDS = frozenset("age ages aged the of ( from under over between above below up to about at".split())
_AGE_BOUNDS = frozenset("ages aged ( from under over between above below".split())
_ARGUMENTS = frozenset((*SUBJECTS, "obj", "obl", "nmod", "conj"))
_ARGUMENTS = frozenset((*SUBJECTS, "obj", "obl", "nmod", "conj"))
_PEOPLE = ("NOUN", "PROPN")


def aged(tree: Tree, anchor: int, span: tuple[int, int]) -> Parts:
    """The person or thing of an age; "age" itself is what is measured where it is printed."""
    first, head = first_of_list(tree, anchor), tree.heads[anchor]
    bounded = _bounded(tree, span[0] - 1)
    if bounded is not None:
        return head if tree.words[head] in ("age", "ages") else None, bounded
    if tree.words[head] in ("age", "ages") and head < anchor:
        whose = subject_of(Asked(tree, anchor, head, False, span))
        return head, None if whose is None else owner_of_event(tree, whose)
    holder = _holder_of_age(tree, first, head)
    return None, None if holder is None else owner_of_event(tree, holder)


def _bounded(tree: Tree, at: int) -> int | None:
    """Who stands right before "aged", "under the age of", "from age" or a bracket."""
    found = False
    while at > 0 and tree.words[at] in _AGE_WORDS:
        found = found or tree.words[at] in _AGE_BOUNDS
        if tree.words[at] == "at":
            return None
        at -= 1
    return at if found and tree.pos[at] in _PEOPLE else None


def _holder_of_age(tree: Tree, first: int, head: int) -> int | None:
    if tree.deps[first] in _ARGUMENTS and tree.child(first, ("det", "nmod:poss")) is not None:
        return first  # "a 17-year-old was arrested"
    if tree.words[head] == "aged" and tree.deps[head] != "ROOT":
        described = tree.deps[head] in ("acl", "amod", "acl:relcl", "appos")
        return tree.heads[head] if described else clause_subject(tree, head)
    if tree.deps[first] in _BESIDE:
        nominal = tree.heads[first]
        return nominal if tree.pos[nominal] not in ("ADJ", "VERB") else _age_holder(tree, nominal)
    predicate = tree.pos[first] in ("ADJ", "NOUN") and tree.child(first, _COPULA) is not None
    return _age_holder(tree, first if predicate else head)


def _age_holder(tree: Tree, token: int) -> int | None:
    if tree.deps[token] in ("amod", "acl", "compound", "appos", "acl:relcl"):
        return tree.heads[token]
    return clause_subject(tree, token)
