"""Cues of speech in a tree, and the clause that each one reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.speech.clauses import commented, reported_clause
from extract.speech.nouns import adjective_report, noun_report
from extract.speech.reporting import ACCORDING, DESCRIBED, FOUND, HELD, HOLDS, MARKED, REPORTS, SAID
from extract.speech.speakers import speaker_of
from extract.syntax import MAX_PHRASE, Tree

CUES = SAID | HELD | DESCRIBED | MARKED | FOUND
NOT_SPEAKERS = frozenset(
    "plan schedule size type need age rule order tradition custom taste kind level design law legend degree".split()
)  # "according to plan" reports nothing
MODIFIERS = frozenset(("amod", "compound", "case"))  # "the ruling party"
LEADS_IN = ([","], [":"], ['"'], ["“"], ["‘"], ["``"])  # between "like" and what is quoted
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
    kind: str  # "said", "held" (thought), "named" (by a noun) or "described" (only marked words below it are speech)


def find_cues(tree: Tree) -> Iterator[Cue]:
    """Every cue, in text order, with or without a clause below it."""
    for i, lemma in enumerate(tree.lemmas):
        if lemma in CUES and tree.pos[i] == "VERB" and tree.deps[i] not in MODIFIERS:
            yield verb_cue(tree, i)
        elif tree.words[i] in ACCORDING and tree.deps[i] == "case":
            cue = according(tree, i)
            if cue is not None:
                yield cue
        elif lemma in REPORTS and tree.pos[i] == "NOUN":
            yield from named_cue(i, noun_report(tree, i))
        elif lemma in HOLDS and tree.pos[i] == "ADJ":
            yield from named_cue(i, adjective_report(tree, i))
        elif tree.words[i] == "like" and i and tree.lemmas[i - 1] == "be" and tree.words[i + 1 : i + 2] in LEADS_IN:
            speaker = speaker_of(tree, i) or speaker_of(tree, i - 1)  # "I was like, “...”"
            yield Cue(i - 1, i, speaker, None, None, "said")
        elif tree.words[i - 2 : i + 1] == IN_THE_WORDS:
            yield Cue(i - 2, i, tree.child(i, ("nmod",)), None, None, "said")  # "in the words of a witness, “...”"


def named_cue(word: int, report: tuple[int, int] | None) -> Iterator[Cue]:
    """The cue of a noun or adjective that reports, if it does."""
    if report is not None:
        yield Cue(word, word, report[0], report[1], None, "named")


def verb_cue(tree: Tree, verb: int) -> Cue:
    """The cue of a verb of speech or thought."""
    speaker = speaker_of(tree, verb)
    particle = tree.child(verb, ("compound:prt",))
    last = verb + 1 if particle == verb + 1 else verb
    content, skip = reported_clause(tree, verb, speaker)
    return Cue(verb, last, speaker, content, skip, kind_of(tree.lemmas[verb]))


def kind_of(lemma: str) -> str:
    """The kind of cue that a verb is."""
    return "described" if lemma in DESCRIBED else "held" if lemma in HELD | FOUND else "said"


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
        below = tree.subtree(cue.skip)
        tokens = one_side(tokens, below, cue.content)
    tokens = tree.trimmed(tokens)
    while tokens and (tree.words[tokens[0]], tree.deps[tokens[0]]) in LEADS:
        tokens = tree.trimmed(tokens[1:])
    return tokens


def one_side(tokens: list[int], aside: list[int], content: int) -> list[int]:
    """Of a clause that its cue interrupts, the part with its verb ("may double" of "Sales, they say, may double")."""
    if content > aside[-1]:
        return [t for t in tokens if t > aside[-1]]
    if content < aside[0]:
        return [t for t in tokens if t < aside[0]]
    return [t for t in tokens if t not in frozenset(aside)]
