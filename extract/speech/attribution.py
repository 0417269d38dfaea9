"""Which cue stands beside marked text, and whether marked text is speech at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.reference.genders import TITLES
from extract.speech.cues import Cue
from extract.speech.passages import Passage, Passages
from extract.speech.reporting import MARKED, THOUGHT
from extract.syntax import LOOSE, Tree

REACH = 14  # words between quotation marks and their cue
STOPS = frozenset(".!?;")
ENDS_SENTENCE = ".!?…"
AFTER_SENTENCE = '.!?…\n"”»’'
ENDS_SPEECH = ",.!?…;—–-"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ENDS_CLAUSE = ",?!—-"
BESIDE = LOOSE | {"DET", "ADJ"}  # between marked text and its cue
MAX_BESIDE = 5
RESUMES = ",;:—–-"
MAX_RESUMED = 200  # characters between two parts of one speech
MIN_WORDS = 4  # marked words inside a sentence are taken for speech from this number on
ASIDE = frozenset(("for", "at", "on", "upon", "in", "by", "to"))
NAMING = frozenset(("NOUN", "PROPN", "PRON"))
TO_NAME = frozenset(("compound", "flat", "nmod:desc", "nmod:poss"))  # from a word of a name up to its head


def repaired(tree: Tree, cue: Cue, passages: Passages) -> Cue:
    """A cue of which the parser took marked words for the subject, with the noun beside the verb as its speaker."""
    if passages.of(cue.first) is not None or cue.kind not in ("said", "described"):
        return cue
    told = cue.content is not None and passages.of(cue.content) is None
    if follows_marks(tree, cue.first, passages) and (cue.speaker is None or cue.speaker < cue.first):
        after = named_after(tree, cue.last, passages)
        if after is not None:
            return replace(cue, speaker=after)
    if told or (cue.speaker is not None and passages.of(cue.speaker) is None):
        return cue
    if tree.child(cue.first, ("aux:pass",)) is not None:
        return cue
    return replace(cue, speaker=named_beside(tree, cue, passages))


def follows_marks(tree: Tree, token: int, passages: Passages) -> bool:
    """Whether marked text ends right before a token: “Good night,” said the man."""
    before = token - 1
    while before > 0 and tree.pos[before] in LOOSE and passages.of(before) is None:
        before -= 1
    return before >= 0 and passages.of(before) is not None


def named_beside(tree: Tree, cue: Cue, passages: Passages) -> int | None:
    """The noun right after a verb of speech, else right before it."""
    after = named_after(tree, cue.last, passages)
    if after is not None:
        return after
    token = cue.first - 1
    while token > 0 and tree.deps[token] in ("aux", "advmod"):
        token -= 1
    if token >= 0 and tree.pos[token] in NAMING and passages.of(token) is None:
        return token
    return None


def named_after(tree: Tree, verb: int, passages: Passages) -> int | None:
    """The noun right after a verb: “…,” said the old man."""
    pos = tree.pos
    for token in range(verb + 1, min(verb + 6, len(pos))):
        if pos[token] in NAMING and tree.tags[token] != "PRP$":
            while tree.deps[token] in TO_NAME and pos[token] != "PRON" and verb < tree.heads[token] <= token + 4:
                token = tree.heads[token]
            if tree.words[token] in TITLES and token + 1 < len(pos) and pos[token + 1] == "PROPN":
                token += 1
            return token if passages.of(token) is None else None
        if pos[token] not in ("DET", "ADJ", "NUM", "PRON") and tree.deps[token] != "amod" and tree.words[token] != "-":
            return None
    return None


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
        return self.after(passage) or before or self.by_order(passage) or self.resumed(passage)

    def by_order(self, passage: Passage) -> Cue | None:
        """Any verb with its subject right after marked text that ends in a comma: “…,” grumbled Jo; “…,” he puffed."""
        tree, marked = self.tree, passage.marked
        token = passage.last + 1
        while token < len(tree.words) and tree.pos[token] in LOOSE:
            token += 1
        if (
            token + 1 >= len(tree.words)
            or tree.text[marked.end - 1] not in ",?!—-"
            or "\n" in tree.text[marked.outer_end : tree.starts[token]]
        ):
            return None
        if tree.pos[token] == "VERB" and tree.tags[token] in FINITE:
            speaker = named_after(tree, token, self.passages)
            return None if speaker is None else Cue(token, token, speaker, None, None, "said")
        if tree.text[marked.end - 1] == "," or tree.text[tree.starts[token]].islower():
            return self.by_subject(token)
        return None

    def by_subject(self, token: int) -> Cue | None:
        """A verb after its subject, whose first word stands at a token."""
        tree = self.tree
        for subject in range(token, min(token + 5, len(tree.words))):
            verb = tree.heads[subject]
            if tree.deps[subject] == "nsubj" and subject < verb <= subject + 3 and tree.tags[verb] in FINITE:
                return Cue(verb, verb, subject, None, None, "said") if tree.pos[verb] == "VERB" else None
            if tree.pos[subject] in LOOSE:
                return None
        return None

    def resumed(self, passage: Passage) -> Cue | None:
        """The cue that interrupts speech which goes on in the same sentence: “…,” she said with a smile; “and …”"""
        index = bisect_left(self.cue_starts, passage.first) - 1
        number = bisect_left(self.passages.starts, passage.first) - 1
        if index < 0 or number < 0:
            return None
        cue, before = self.cues[index], self.passages.all[number]
        text = self.tree.text[before.marked.outer_end : passage.marked.outer_start]
        if cue.first <= before.last or len(text) > MAX_RESUMED or text.rstrip()[-1:] not in RESUMES:
            return None
        return (
            cue
            if cue in (self.after(before), self.by_order(before)) and not any(stop in text for stop in ".!?\n")
            else None
        )

    def ended_by(self, cue: Cue, tokens: Sequence[int]) -> range:
        """The marked text right before a cue, where the parser took other words for what is said, too."""
        number = bisect_left(self.passages.starts, cue.first) - 1
        if number < 0 or cue.speaker is None or self.tree.tags[cue.first] not in FINITE:
            return range(0)
        passage, tree = self.passages.all[number], self.tree
        begins = min(cue.first, cue.speaker) if abs(cue.first - cue.speaker) < MAX_BESIDE else cue.first
        between = tree.pos[passage.last + 1 : begins]
        if passage.last > cue.first or len(between) > MAX_BESIDE or not BESIDE.issuperset(between):
            return range(0)
        if tokens[0] > passage.last and cue.speaker < cue.first:
            return range(0)  # a new sentence that reports its own
        if tokens[0] >= passage.first and tokens[-1] <= passage.last:
            return range(0)
        whole = tree.text[passage.marked.start].isupper() and not self.glued(passage)
        return range(number, number + 1) if whole and self.ends(passage) else range(0)

    def ends(self, passage: Passage) -> bool:
        """Whether marked text ends like speech, or the next paragraph goes on with it."""
        return passage.marked.open or self.tree.text[passage.marked.end - 1] in ENDS_SPEECH

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
        if self.reports_itself(cue) or (self.glued(passage) and not self.speech(passage)):
            return None
        if self.tree.tags[cue.first] not in FINITE:
            return None
        if text[marked.end - 1] == "." and self.sentence_of[cue.first] != self.sentence_of[passage.last]:
            return None
        thought = cue.kind == "held" and self.tree.lemmas[cue.first] not in THOUGHT
        return cue if near and not thought and cue.speaker is not None else None

    def reports_itself(self, cue: Cue) -> bool:
        """Whether a cue with its subject before it has a clause of its own: “Why?” The priest explained that …"""
        return cue.content is not None and cue.speaker is not None and cue.speaker < cue.first < cue.content

    def glued(self, passage: Passage) -> bool:
        """Whether marked words go on a phrase: With his “electric gun,” …"""
        start = passage.marked.outer_start
        before = self.tree.text[max(start - 2, 0) : start]
        return len(before) == 2 and before[0].isalnum() and before[1] == " "

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
        thought = cue.kind == "held" and self.tree.lemmas[cue.first] in THOUGHT and lead in ("", ",", ":")
        if (cue.kind in ("held", "named") and not thought) or (loose and not leads_in):
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
            if tree.lemmas[verb] == "call" and any(tree.words[c] in ASIDE for c in tree.all(token, ("case",))):
                return False  # "called for “compelling” evidence"
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
