"""The clause that a verb of speech or thought reports: where it hangs, and whether somebody really says it.

Reported is what a finite clause says; an infinitive ("promised to help", "told them to leave") is a plan or an order.
"""

from __future__ import annotations

from extract.speech.reporting import (
    CONDITIONAL,
    DESCRIBED,
    FIRST_OR_SECOND,
    FOUND,
    HELD,
    NOT_CLAUSAL,
    PRESENT,
    QUESTIONED,
    SAID,
    STUDIES,
    TOLD,
    WANTED,
)
from extract.syntax import Tree

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"))
NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
OPEN = frozenset(("should", "can", "could", "may", "might", "must", "ca"))  # "I should say that": nobody has said it
OPEN_HELD = OPEN | {"would", "'d", "’d"}
ENDS = frozenset(".!?;:")
TOPS = frozenset(("ROOT", "parataxis", "ccomp"))  # where a sentence, or one reported, begins
DO = frozenset(("do", "did"))  # "did you say that"
MAX_CLIMB = 12


def reported_clause(tree: Tree, verb: int, speaker: int | None) -> tuple[int | None, int | None]:
    """The head of the clause that a verb reports, and the head of what to leave out of it."""
    lemma = tree.lemmas[verb]
    if lemma in NOT_CLAUSAL or lemma in DESCRIBED:
        return None, None
    clause = tree.child(verb, ("ccomp",))
    if clause is not None:
        return (clause, None) if reports(tree, verb, clause, speaker) else (None, None)
    if tree.deps[verb] == "parataxis" and is_comment(tree, verb, speaker):
        return commented(tree, verb, tree.heads[verb]), verb
    if tree.deps[verb] == "advcl" and is_aside(tree, verb, speaker):
        return commented(tree, verb, tree.heads[verb]), verb
    aside = tree.child(verb, ("parataxis",))
    if aside is not None and lemma in SAID and is_announced(tree, verb, aside):
        return (aside, None) if reports(tree, verb, aside, speaker) else (None, None)
    return None, None


def is_comment(tree: Tree, verb: int, speaker: int | None) -> bool:
    """Whether a verb with its subject is put into the clause that it reports: "The plan, he said, is good"."""
    if speaker is None or tree.heads[speaker] != verb or tree.words[speaker] in FIRST_OR_SECOND:
        return False
    content = tree.heads[verb]
    if tree.pos[content] not in ("VERB", "AUX") and tree.child(content, SUBJECTS) is None:
        return False
    first = min(tree.subtree(verb))
    before = tree.words[first - 1] if first else ""
    if tree.child(verb, ("obj",)) is not None and tree.lemmas[verb] not in TOLD:
        return False
    return before not in (":", ";") and tree.child(verb, ("ccomp", "xcomp")) is None


def is_aside(tree: Tree, verb: int, speaker: int | None) -> bool:
    """Whether "as" puts a verb with its subject beside the clause that it reports: "Prices fell, as Smith noted"."""
    if speaker is None or tree.lemmas[verb] not in SAID or tree.words[speaker] in FIRST_OR_SECOND:
        return False
    if tree.heads[speaker] != verb or tree.child(verb, ("obj", "xcomp", "ccomp", "advcl")) is not None:
        return False
    words = tree.subtree(verb)
    around = (tree.words[words[0] - 1] if words[0] else ",", "".join(tree.words[words[-1] + 1 : words[-1] + 2]))
    return tree.words[words[0]] in ("as", "like") and words[0] < speaker and "," in (tree.words[words[-1]], *around)


def commented(tree: Tree, aside: int, head: int) -> int:
    """The head of what an aside below `head` reports: the whole sentence, where a comma sets the aside at its end.

    "Sales fell in May and rose in June, he said": parsers hang the aside on the last verb.
    """
    words = tree.subtree(aside)
    last = words[-1] + 1
    ends = last >= len(tree.words) or tree.words[last] in ENDS
    if not ends or words[0] == 0 or "," not in (tree.words[words[0] - 1], tree.words[words[0]]):
        return head
    for _ in range(MAX_CLIMB):
        if tree.deps[head] in TOPS or tree.heads[head] == head:
            break
        head = tree.heads[head]
    return head


def is_announced(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause that stands loosely beside a verb is what it announces: "They said: the plan is good"."""
    if clause < verb or tree.child(verb, ("obj",)) is not None or tree.child(clause, SUBJECTS) is None:
        return False
    first = min(tree.subtree(clause))
    return first > 0 and tree.words[first - 1] in (":", ",", '"', "“", "‘", "``")


def reports(tree: Tree, verb: int, clause: int, speaker: int | None) -> bool:
    """Whether a clause below a verb is what somebody says or thinks, as a fact of the text."""
    lemma = tree.lemmas[verb]
    infinitive = tree.tags[clause] == "VB" and any(tree.words[m] == "to" for m in tree.all(clause, ("mark",)))
    if infinitive and tree.child(clause, SUBJECTS) is None:
        return False
    if lemma in FOUND and (speaker is None or tree.lemmas[speaker] not in STUDIES):
        return False
    if lemma not in QUESTIONED and any(tree.words[m] in CONDITIONAL for m in tree.all(clause, ("mark",))):
        return False
    if (
        denied(tree, verb)
        or is_wanted(tree, verb)
        or any(tree.words[m] in CONDITIONAL for m in tree.all(verb, ("mark",)))
    ):
        return False
    if speaker is None:
        return lemma in SAID and tree.child(verb, ("aux:pass",)) is not None
    if any(tree.words[a] in (OPEN_HELD if lemma in HELD else OPEN) for a in tree.all(verb, ("aux",))):
        return False
    if tree.words[speaker] in FIRST_OR_SECOND:
        asked = any(tree.words[a] in DO for a in tree.all(verb, ("aux",)))
        told = tree.tags[verb] in ("VBD", "VBN") or (lemma in PRESENT and tree.tags[verb] == "VBP")
        return lemma in SAID and told and not asked and tree.deps[verb] != "xcomp"
    return True


def is_wanted(tree: Tree, verb: int) -> bool:
    """Whether a verb only is wanted, tried or refused: "needs to explain why", "declined to say whether"."""
    if tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    return tree.deps[verb] == "xcomp" and tree.tags[verb] == "VB" and tree.lemmas[tree.heads[verb]] in WANTED


def denied(tree: Tree, verb: int) -> bool:
    """Whether a verb is negated ("did not say")."""
    return any(tree.words[c] in NOT for c in tree.all(verb, ("advmod", "cc", "cc:preconj")))
