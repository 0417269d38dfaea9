"""Cues of speech in a tree, and the clause that each one reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.speech.reporting import (
    ACCORDING,
    CONDITIONAL,
    DESCRIBED,
    FIRST_OR_SECOND,
    HELD,
    MARKED,
    NOT_CLAUSAL,
    PLEDGED,
    QUESTIONED,
    SAID,
)
from extract.speech.speakers import speaker_of
from extract.syntax import MAX_PHRASE, Tree

CUES = SAID | HELD | DESCRIBED | MARKED
NOT_SPEAKERS = frozenset(
    "plan schedule size type need age rule order tradition custom taste kind level design law legend degree".split()
)  # "according to plan" reports nothing
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
OPEN = frozenset(("should", "can", "could", "may", "might", "must", "ca"))  # "I should say that": nobody has said it
OPEN_HELD = OPEN | {"would", "'d", "’d"}
ENDS = frozenset(".!?;:")
TOPS = frozenset(("ROOT", "parataxis", "ccomp"))  # where a sentence, or one reported, begins
MAX_CLIMB = 12
IN_THE_WORDS = ["in", "the", "words"]
LEADS = frozenset((("that", "mark"), ("and", "cc"), ("but", "cc")))  # words before a reported clause


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech or "according": `first` and `last` bound its words, `speaker` heads the words for who speaks.

    `content` heads the clause that is reported, where the tree shows one; `skip` heads words inside that clause which
    are no part of it, because they hold the cue.
    """

    first: int
    last: int
    speaker: int | None
    content: int | None
    skip: int | None
    kind: str  # "said", "held" (thought) or "described" (only marked words below it are speech)


def find_cues(tree: Tree) -> Iterator[Cue]:
    """Every cue, in text order, with or without a clause below it."""
    for i, lemma in enumerate(tree.lemmas):
        if lemma in CUES and tree.pos[i] == "VERB":
            yield verb_cue(tree, i)
        elif tree.words[i] in ACCORDING and tree.deps[i] == "case":
            cue = according(tree, i)
            if cue is not None:
                yield cue
        elif tree.words[i - 2 : i + 1] == IN_THE_WORDS:
            yield Cue(i - 2, i, tree.child(i, ("nmod",)), None, None, "said")  # "in the words of a witness, “...”"


def verb_cue(tree: Tree, verb: int) -> Cue:
    """The cue of a verb of speech or thought."""
    speaker = speaker_of(tree, verb)
    particle = tree.child(verb, ("compound:prt",))
    last = verb + 1 if particle == verb + 1 else verb
    content, skip = reported_clause(tree, verb, speaker)
    return Cue(verb, last, speaker, content, skip, kind_of(tree.lemmas[verb]))


def kind_of(lemma: str) -> str:
    """The kind of cue that a verb is."""
    return "described" if lemma in DESCRIBED else "held" if lemma in HELD else "said"


def reported_clause(tree: Tree, verb: int, speaker: int | None) -> tuple[int | None, int | None]:
    """The head of the clause that a verb reports, and the head of what to leave out of it."""
    lemma = tree.lemmas[verb]
    if lemma in NOT_CLAUSAL or lemma in DESCRIBED:
        return None, None
    clause = tree.child(verb, ("ccomp",))
    if clause is None and lemma in PLEDGED:
        clause = next((x for x in tree.all(verb, ("xcomp",)) if tree.pos[x] in ("VERB", "AUX")), None)
    if clause is not None:
        return (clause, None) if reports(tree, verb, clause, speaker) else (None, None)
    if tree.deps[verb] == "parataxis" and is_comment(tree, verb, speaker):
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
    return before not in (":", ";") and tree.child(verb, ("ccomp", "xcomp")) is None


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
    if lemma not in QUESTIONED and any(tree.words[m] in CONDITIONAL for m in tree.all(clause, ("mark",))):
        return False
    if denied(tree, verb) or any(tree.words[m] in CONDITIONAL for m in tree.all(verb, ("mark",))):
        return False
    if speaker is None:
        return lemma in SAID and tree.child(verb, ("aux:pass",)) is not None
    if any(tree.words[a] in (OPEN_HELD if lemma in HELD else OPEN) for a in tree.all(verb, ("aux",))):
        return False
    if tree.words[speaker] in FIRST_OR_SECOND:
        return lemma in SAID and tree.words[speaker] != "you" and tree.tags[verb] in ("VBD", "VBN")
    return True


def denied(tree: Tree, verb: int) -> bool:
    """Whether a verb is negated ("did not say")."""
    return any(tree.words[c] in NOT for c in tree.all(verb, ("advmod", "cc", "cc:preconj")))


def according(tree: Tree, word: int) -> Cue | None:
    """The cue "according to": what it hangs on is reported."""
    speaker = tree.heads[word]
    head = tree.heads[speaker]
    if tree.lemmas[speaker] in NOT_SPEAKERS or speaker == word or head == speaker:
        return None
    if tree.words[word] == "per" or tree.deps[speaker] not in ("obl", "nmod", "parataxis", "advmod"):
        return None
    while tree.deps[head] in ("nmod", "obj", "obl", "nsubj", "compound", "conj") and tree.pos[head] != "VERB":
        head = tree.heads[head]
    last = word + 1 if word + 1 < len(tree.words) and tree.words[word + 1] == "to" else word
    return Cue(word, last, speaker, commented(tree, speaker, head), speaker, "said")


def content_tokens(tree: Tree, cue: Cue) -> list[int]:
    """The words of the clause that a cue reports, without "that", in text order; none where it is too long."""
    if cue.content is None:
        return []
    tokens = tree.subtree(cue.content)
    if len(tokens) > MAX_PHRASE:
        return []
    if cue.skip is not None:
        below = set(tree.subtree(cue.skip))
        tokens = [t for t in tokens if t not in below]
    tokens = tree.trimmed(tokens)
    while tokens and (tree.words[tokens[0]], tree.deps[tokens[0]]) in LEADS:
        tokens = tree.trimmed(tokens[1:])
    return tokens
