"""A cue that is put between the subject and the verb of what it reports: "Sport, said Ana Costa, was the key".

Parsers take the words before such a cue for its subject. Not covered: a speaker with a relative clause.
"""

from __future__ import annotations

from dataclasses import replace

from extract.speech.attribution import FINITE, follows_marks, named_after
from extract.speech.cues import Cue
from extract.speech.passages import Passages
from extract.syntax import Tree

HELPERS = frozenset(("aux", "aux:pass", "cop"))
BETWEEN = frozenset(("ADV", "PART"))  # before the verb that goes on: "…, also will rise"
CLAUSES = frozenset(("acl:relcl", "acl", "ccomp", "advcl"))


def inserted(tree: Tree, cue: Cue, passages: Passages) -> Cue:
    """The cue; where it is put in, its speaker is the noun after it, and what it reports is the verb that goes on."""
    verb = cue.first
    if cue.kind != "said" or verb < 2 or tree.words[verb - 1] != "," or tree.tags[verb] not in FINITE | {"VBN"}:
        return cue
    if passages.of(verb) is not None or follows_marks(tree, verb, passages) or not opened(tree, verb):
        return cue
    speaker = named_after(tree, cue.last, passages)
    if speaker is None or (tree.tags[verb] == "VBN" and tree.pos[speaker] != "PROPN"):
        return cue  # "The minister, warned the day before, was absent"
    words = tree.trimmed([t for t in tree.subtree(speaker, CLAUSES) if t > verb])
    content = going_on(tree, words[-1] + 1) if words else None
    return cue if content is None else replace(cue, speaker=speaker, content=content, skip=speaker)


def opened(tree: Tree, verb: int) -> bool:
    """Whether the word before the comma that stands before a cue is part of something without a verb of its own."""
    head = verb - 2
    return tree.pos[head] in ("NOUN", "PROPN", "PRON", "NUM") and tree.deps[head] not in ("obj", "iobj")


def going_on(tree: Tree, comma: int) -> int | None:
    """The head of what goes on behind a comma with a finite verb."""
    if tree.words[comma : comma + 1] != [","]:
        return None
    token = comma + 1
    while token < len(tree.words) and tree.pos[token] in BETWEEN:
        token += 1
    if token >= len(tree.words) or tree.tags[token] not in FINITE:
        return None
    return tree.heads[token] if tree.deps[token] in HELPERS else token
