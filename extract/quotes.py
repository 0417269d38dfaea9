"""Words given as somebody's: direct, indirect and mixed speech, with its speaker and its cue.

Direct: the content is all between quotation marks. Indirect and mixed: the content is the clause below a verb of
speech or thought, or what "according to" hangs on. Marked words that nobody is said to have spoken (titles, names,
"scare quotes") are no quotes. Not covered: speech without marks or cue (the turns of an interview), and speech inside
direct speech.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.marks import Marked, find_marked
from extract.reporting import MARKED
from extract.speakers import speaker_phrase
from extract.speech import Cue, content_tokens, find_cues
from extract.syntax import LOOSE, Tree, read_tree
from extract.types import Mention, Quote

REACH = 14  # words between quotation marks and their cue
BETWEEN = "\"“”„‟«»‹›‘’'` \t\r\n,.;"
MARKS = ('"', "“", "”", "„", "«", "»", "‘", "``", "''")
MAX_BETWEEN = 160  # characters between two stretches of one speech: a cue with its speaker
STOPS = frozenset(".!?;")
ENDS_SENTENCE = ".!?…"
AFTER_SENTENCE = '.!?…\n"”»’'
ENDS_SPEECH = ",.!?…;—–-"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
MIN_WORDS = 4  # marked words without a mark of speech at their end are taken for speech from this number on
MIN_REPORTED = 2  # words of a reported clause
OUTSIDE = 2  # words of a reported clause outside the marks that make it mixed speech


@dataclass(frozen=True, slots=True)
class Passage:
    """Marked text as tokens: from `first` to `last`, both inclusive."""

    marked: Marked
    first: int
    last: int


def find_quotes(doc: Doc, sentence_of: Sequence[int], mention_at: Mapping[int, Mention]) -> Iterator[Quote]:
    """Yield what the text gives as somebody's words, in text order.

    :param sentence_of: for each token the number of its sentence.
    :param mention_at: for a token the mention that covers it; names the speaker's entity.
    """
    tree = read_tree(doc)
    return iter(Finder(tree, sentence_of, mention_at).quotes())


class Finder:
    """The search in one text."""

    def __init__(self, tree: Tree, sentence_of: Sequence[int], mention_at: Mapping[int, Mention]):
        self.tree, self.sentence_of, self.mention_at = tree, sentence_of, mention_at
        self.cues = list(find_cues(tree)) if tree.parsed else []
        self.cue_starts = [cue.first for cue in self.cues]
        self.passages = list(self.find_passages())
        self.passage_starts = [p.first for p in self.passages]

    def quotes(self) -> list[Quote]:
        """All quotes, by their start."""
        inner: dict[int, Cue] = {}  # passage -> the cue whose clause it is
        mixed: set[int] = set()  # passages inside reported clauses
        found: list[Quote] = []
        for cue in self.cues:
            tokens = self.reported(cue)
            if not tokens:
                continue
            inside = range(*self.passages_between(tokens[0], tokens[-1]))
            if self.direct(inside, tokens):
                for number in inside:
                    inner.setdefault(number, cue)
            elif not self.echo(cue, tokens, found):
                mixed.update(inside)
                found.append(self.indirect(cue, tokens, inside))
        found += self.direct_quotes(inner, mixed - inner.keys())
        found.sort(key=lambda q: (q.start, -q.end))
        return list(self.continued(found))

    def continued(self, quotes: list[Quote]) -> Iterator[Quote]:
        """Give direct speech without a cue to who spoke last, where it goes on."""
        before: Quote | None = None
        for quote in quotes:
            if quote.direct and quote.speaker is None and before is not None and self.goes_on(before, quote):
                quote = replace(quote, speaker=before.speaker)
            if before is None or quote.end > before.end:
                before = quote
            yield quote

    def goes_on(self, before: Quote, quote: Quote) -> bool:
        """Whether marked text without a cue goes on where other speech ended.

        That is after a paragraph that left its mark open; after a cue in the same paragraph; or in the paragraph right
        after one that ends with the speech and its cue, unless that was a question.
        """
        between = self.tree.text[before.end : quote.start]
        if len(between) > MAX_BETWEEN:
            return False
        if before.direct and "\n" in between and sum(between.count(mark) for mark in MARKS) < 2:
            return True
        if before.cue is None or before.surface.endswith("?"):
            return False
        return not before.direct or bool(between.strip(BETWEEN)) or "\n" in between

    def find_passages(self) -> Iterator[Passage]:
        """Marked text that holds tokens."""
        starts = self.tree.starts
        for marked in find_marked(self.tree.text):
            first, last = bisect_left(starts, marked.start), bisect_left(starts, marked.end) - 1
            while first <= last and self.tree.pos[first] == "SPACE":
                first += 1
            if first <= last and self.tree.ends[last] <= marked.outer_end:
                yield Passage(marked, first, last)

    def passage_of(self, token: int) -> int | None:
        """The number of the passage that holds a token."""
        number = bisect_right(self.passage_starts, token) - 1
        return number if number >= 0 and token <= self.passages[number].last else None

    def passages_between(self, first: int, last: int) -> tuple[int, int]:
        """The range of numbers of the passages that begin between these tokens, or hold the first."""
        holds = self.passage_of(first)
        return bisect_left(self.passage_starts, first) if holds is None else holds, bisect_right(
            self.passage_starts, last
        )

    def reported(self, cue: Cue) -> list[int]:
        """The words of a cue's clause, none when the cue itself is inside quotation marks."""
        if cue.content is None or self.passage_of(cue.first) is not None:
            return []
        tokens = content_tokens(self.tree, cue)
        return tokens if sum(self.tree.pos[t] not in LOOSE for t in tokens[: MIN_REPORTED * 2]) >= MIN_REPORTED else []

    def direct(self, inside: range, tokens: list[int]) -> bool:
        """Whether a reported clause is all inside quotation marks, but for a word or two."""
        covered = [(self.passages[n].first, self.passages[n].last) for n in inside]
        words = [t for t in tokens if self.tree.pos[t] not in LOOSE]
        outside = sum(not any(first <= t <= last for first, last in covered) for t in words)
        return bool(covered) and outside < min(OUTSIDE, len(words))

    def echo(self, cue: Cue, tokens: list[int], found: list[Quote]) -> bool:
        """Whether a thought repeats what is already reported: "she said she believed that"."""
        if cue.kind != "held" or cue.speaker is None or self.tree.pos[cue.speaker] != "PRON":
            return False
        return any(q.start <= self.tree.starts[cue.first] < q.end for q in found[-3:])

    def indirect(self, cue: Cue, tokens: list[int], inside: range) -> Quote:
        """The quote of a reported clause, with the marks of what is marked at either end of it."""
        start, end = self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]]
        for passage in (self.passages[n] for n in inside):
            if passage.first == tokens[0]:
                start = passage.marked.outer_start
            rest = self.tree.pos[tokens[-1] + 1 : passage.last + 1]
            if passage.first <= tokens[-1] and all(pos in LOOSE for pos in rest):
                end = passage.marked.outer_end
        return self.quote(start, end, tokens[0], False, cue)

    def direct_quotes(self, inner: dict[int, Cue], mixed: set[int]) -> Iterator[Quote]:
        """The quotes of passages that are speech."""
        for number, passage in enumerate(self.passages):
            cue = inner.get(number) or (None if number in mixed else self.cue_beside(passage))
            if cue is not None or (number not in mixed and self.speech(passage)):
                yield self.quote(passage.marked.start, passage.marked.end, passage.first, True, cue)

    def quote(self, start: int, end: int, first: int, direct: bool, cue: Cue | None) -> Quote:
        """A record; blanks at either end of the content are left out, and so is a comma that leads on to the cue."""
        text = self.tree.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
            end -= 1
        words = speaker = None
        if cue is not None:
            words = self.tree.phrase(list(range(cue.first, cue.last + 1)), cue.first)
            if cue.speaker is not None:
                speaker = speaker_phrase(self.tree, cue.speaker, self.mention_at)
        return Quote(self.sentence_of[first], start, end, text[start:end], direct, speaker, words)

    def cue_beside(self, passage: Passage) -> Cue | None:
        """The cue of speech right before or right after marked text."""
        before = self.cue_before(passage)
        if before is not None and self.tree.text[passage.marked.outer_start - 2 : passage.marked.outer_start].strip():
            return before
        return self.cue_after(passage) or before

    def cue_after(self, passage: Passage) -> Cue | None:
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
        if cue.speaker is None or self.passage_of(cue.speaker) is not None:
            cue = replace(cue, speaker=self.named_after(cue))  # the parser took the speech for the subject
        if text[marked.end - 1] == "." and self.sentence_of[cue.first] != self.sentence_of[passage.last]:
            return None
        return cue if near and cue.kind != "held" and cue.speaker is not None else None

    def named_after(self, cue: Cue) -> int | None:
        """The noun right after a verb of speech: “Good night,” said the man."""
        pos = self.tree.pos
        for token in range(cue.last + 1, min(cue.last + 5, len(pos))):
            if pos[token] in ("NOUN", "PROPN", "PRON"):
                while self.tree.deps[token] in ("compound", "flat", "nmod:desc", "nmod:poss") and pos[token] != "PRON":
                    token = self.tree.heads[token]
                return token
            if pos[token] not in ("DET", "ADJ", "NUM"):
                return None
        return None

    def cue_before(self, passage: Passage) -> Cue | None:
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
        clear = self.clear(cue.last + 1, passage.first, across=lead.endswith(":"))
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
        low, high = self.passages_between(first, last - 1) if first < last else (0, 0)
        return not stops and low >= high

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
