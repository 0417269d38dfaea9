"""Which cue stands beside marked text, and whether marked text is speech at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.speech.cues import Cue
from extract.speech.passages import Passage, Passages
from extract.speech.reporting import MARKED
from extract.syntax import LOOSE, Tree

REACH = 14  # words between quotation marks and their cue
STOPS = frozenset(".!?;")
ENDS_SENTENCE = ".!?…"
AFTER_SENTENCE = '.!?…\n"”»’'
ENDS_SPEECH = ",.!?…;—–-"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
MIN_WORDS = 4  # marked words inside a sentence are taken for speech from this number on
TO_NAME = frozenset(("compound", "flat", "nmod:desc", "nmod:poss"))  # from a word of a name up to its head


class Attribution:
    """The cues and the marked text of one tree."""

    def __init__(self, tree: Tree, sentence_of: Sequence[int], cues: Sequence[Cue], passages: Passages):
        self.tree, self.sentence_of, self.cues, self.passages = tree, sentence_of, cues, passages
        self.cue_starts = [cue.first for cue in cues]

    def beside(self, passage: Passage) -> Cue | None:
        """The cue of speech right before or right after marked text."""
        before = self.before(passage)
        if before is not None and self.tree.text[passage.marked.outer_start - 2 : passage.marked.outer_start].strip():
            return before
        return self.after(passage) or before

    def after(self, passage: Passage) -> Cue | None:
        """A cue after the marks in the same sentence: “…,” she said."""
        text, marked = self.tree.text, passage.marked
        if text[marked.end - 1] not in ENDS_SPEECH and text[marked.outer_end : marked.outer_end + 1] != ",":
            return None
        index = bisect_right(self.cue_starts, passage.last)
        if index >= len(self.cues):
            return None
        cue = self.cues[index]
        near = cue.first - passage.last <= REACH and self.clear(passage.last + 1, cue.first)
        if self.tree.tags[cue.first] not in FINITE:
            return None
        if cue.speaker is None or self.passages.of(cue.speaker) is not None:
            cue = replace(cue, speaker=self.named_after(cue))  # the parser took the speech for the subject
        if text[marked.end - 1] == "." and self.sentence_of[cue.first] != self.sentence_of[passage.last]:
            return None
        return cue if near and cue.kind != "held" and cue.speaker is not None else None

    def named_after(self, cue: Cue) -> int | None:
        """The noun right after a verb of speech: “Good night,” said the man."""
        pos = self.tree.pos
        for token in range(cue.last + 1, min(cue.last + 5, len(pos))):
            if pos[token] in ("NOUN", "PROPN", "PRON"):
                while self.tree.deps[token] in TO_NAME and pos[token] != "PRON":
                    token = self.tree.heads[token]
                return token
            if pos[token] not in ("DET", "ADJ", "NUM"):
                return None
        return None

    def before(self, passage: Passage) -> Cue | None:
        """A cue before the marks: She said: “…”; he called it “…”."""
        index = bisect_left(self.cue_starts, passage.first) - 1
        if index < 0:
            return None
        cue = self.cues[index]
        if cue.speaker is None or passage.first - cue.last > REACH:
            return None
        if cue.kind == "described" and self.below(passage.first, cue.first):
            return cue if self.clear(cue.last + 1, passage.first) else None
        lead = self.tree.text[self.tree.ends[cue.last] : passage.marked.outer_start].rstrip()
        leads_in = lead.endswith((":", ",")) or not (lead or cue.kind == "described")
        loose = cue.kind == "described" or self.tree.lemmas[cue.first] in MARKED
        if cue.kind == "held" or (loose and not leads_in):
            return None
        clear = self.clear(cue.last + 1, passage.first, across=lead.endswith((":", ",")))
        return cue if clear and (leads_in or self.speech(passage)) else None

    def below(self, token: int, verb: int) -> bool:
        """Whether a token hangs somewhere below an active verb."""
        tree = self.tree
        if tree.child(verb, ("nsubj:pass", "aux:pass")) is not None:
            return False
        if tree.tags[verb] == "VBN" and tree.child(verb, ("aux",)) is None:
            return False  # "also called “Q-West”"
        for _ in range(REACH):
            token = self.tree.heads[token]
            if token == verb:
                return True
        return False

    def clear(self, first: int, last: int, *, across: bool = False) -> bool:
        """Whether no sentence ends and no other marked text lies between two tokens; `across` lets a paragraph end."""
        stops = any(w in STOPS or (w[0] == "\n" and not across) for w in self.tree.words[first:last])
        return not stops and not (first < last and self.passages.between(first, last - 1))

    def speech(self, passage: Passage) -> bool:
        """Whether marked words look like something said rather than a title or a word held at arm's length."""
        marked, tree = passage.marked, self.tree
        text = tree.text[marked.start : marked.end].strip()
        if text[-1] in ENDS_SENTENCE and self.stands_alone(passage):
            return True
        words = sum(tree.pos[t] not in LOOSE for t in range(passage.first, passage.last + 1))
        if words < MIN_WORDS and not marked.open:
            return False
        finite = any(tree.tags[t] in FINITE for t in range(passage.first, passage.last + 1))
        whole = text[-1] in ENDS_SPEECH and text[:1].isupper()
        return (finite or not tree.parsed) and (whole or marked.open)

    def stands_alone(self, passage: Passage) -> bool:
        """Whether marked text begins where a sentence does: after another one's end, or first in its paragraph."""
        start = passage.marked.outer_start
        before = self.tree.text[max(start - 40, 0) : start].rstrip(" ")
        return not before or before[-1] in AFTER_SENTENCE
