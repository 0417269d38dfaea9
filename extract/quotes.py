"""Words given as somebody's: direct, indirect and mixed speech, with its speaker and its cue.

Direct: the content is all between quotation marks. Indirect and mixed: the content is the clause below a verb, noun
or adjective of speech or thought, or what "according to" hangs on; of a clause that its cue interrupts, the part with
the verb. Marked words that nobody is said to have spoken (titles, names, "scare quotes") are no quotes, and neither are
infinitives ("promised to help", "told them to leave"). In texts with dialogue, as in novels, turns without a cue get
the likeliest speaker. Not covered: speech without marks or cue (the turns of an interview), dialogue that dashes
introduce, and direct speech inside direct speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.speech.attribution import Attribution, repaired
from extract.speech.cues import Cue, content_tokens, find_cues
from extract.speech.dialogue import WEIGHTS, attributed, with_speakers
from extract.speech.insertions import inserted
from extract.speech.passages import Passages
from extract.speech.reporting import FIRST_OR_SECOND
from extract.speech.speakers import speaker_phrase
from extract.speech.turns import Cast, has_dialogue, read_turns
from extract.syntax import LOOSE, Tree, read_tree
from extract.types import Mention, Quote

BETWEEN = "\"“”„‟«»‹›‘’'` \t\r\n,.;"
MARKS = ('"', "“", "”", "„", "«", "»", "‘", "``", "''")
MAX_BETWEEN = 160  # characters between two stretches of one speech: a cue with its speaker
MIN_REPORTED = 2  # words of a reported clause
OWN = frozenset(("my", "our"))
OUTSIDE = 2  # words of a reported clause outside the marks that make it mixed speech


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
        self.passages = Passages(tree)
        cues = find_cues(tree) if tree.parsed else ()
        self.cues = [repaired(tree, inserted(tree, cue, self.passages), self.passages) for cue in cues]
        self.attribution = Attribution(tree, sentence_of, self.cues, self.passages)

    def quotes(self) -> list[Quote]:
        """All quotes, by their start."""
        inner: dict[int, Cue] = {}  # passage -> the cue whose clause it is
        mixed: set[int] = set()  # passages inside reported clauses
        found: list[Quote] = []
        for cue in self.cues:
            tokens = self.reported(cue)
            if not tokens:
                continue
            nested = self.passages.of(cue.first) is not None
            inside = range(0) if nested else self.passages.between(tokens[0], tokens[-1])
            spoken = self.attribution.ended_by(cue, tokens) or self.announced(cue, inside, tokens[0])
            inside = spoken or inside
            if spoken or self.direct(inside, tokens):
                for number in inside:
                    inner.setdefault(number, cue)
            elif not self.echo(cue, tokens, found):
                mixed.update(inside)
                found.append(self.indirect(cue, tokens, inside))
        direct = list(self.direct_quotes(inner, mixed - inner.keys()))
        dialogue = has_dialogue(self.tree, self.passages.all, direct)
        if dialogue:
            direct += self.left(mixed | {bisect_left(self.passages.starts, self.token(q)) for q in direct})
        found = [quote for quote in found + direct if quote.surface]  # marks around nothing but a comma
        found.sort(key=lambda q: (q.start, -q.end))
        return self.told_by_turns(found) if dialogue else list(self.continued(found))

    def token(self, quote: Quote) -> int:
        """The first token of a quote."""
        return bisect_left(self.tree.starts, quote.start)

    def left(self, taken: set[int]) -> Iterator[Quote]:
        """In a text with dialogue, the marked text that ends like speech, whatever stands beside it."""
        for number, passage in enumerate(self.passages.all):
            if number not in taken and self.attribution.ends(passage):
                yield self.quote(passage.marked.start, passage.marked.end, passage.first, True, None)

    def told_by_turns(self, quotes: list[Quote]) -> list[Quote]:
        """The quotes of a text with dialogue, with the likeliest speakers of those whose cue names nobody."""
        cast = Cast(self.tree, self.mention_at)
        turns = read_turns(self.tree, quotes, cast)
        return with_speakers(quotes, turns, attributed(turns, cast, WEIGHTS), cast)

    def reported(self, cue: Cue) -> list[int]:
        """The words of a cue's clause; of a cue inside quotation marks only what it reports of somebody else."""
        if cue.content is None:
            return []
        tokens = content_tokens(self.tree, cue)
        around = self.passages.of(cue.first)
        if around is not None and not (tokens and self.another(cue, around, tokens)):
            return []
        return tokens if sum(self.tree.pos[t] not in LOOSE for t in tokens[: MIN_REPORTED * 2]) >= MIN_REPORTED else []

    def another(self, cue: Cue, around: int, tokens: list[int]) -> bool:
        """Whether marked text reports what somebody else than its speaker says."""
        if cue.speaker is None or self.tree.words[cue.speaker] in FIRST_OR_SECOND:
            return False
        if any(self.tree.words[c] in OWN for c in self.tree.all(cue.speaker, ("nmod:poss",))):
            return False
        return all(self.passages.of(t) == around for t in (cue.speaker, tokens[0], tokens[-1]))

    def direct(self, inside: range, tokens: list[int]) -> bool:
        """Whether a reported clause is all inside quotation marks, but for a word or two."""
        covered = [(self.passages.all[n].first, self.passages.all[n].last) for n in inside]
        words = [t for t in tokens if self.tree.pos[t] not in LOOSE]
        outside = sum(not any(first <= t <= last for first, last in covered) for t in words)
        return bool(covered) and outside < min(OUTSIDE, len(words))

    def announced(self, cue: Cue, inside: range, start: int) -> range:
        """The marked text that holds the verb of a clause and is set off from the cue: It said: “We …”, and left."""
        for number in inside:
            passage = self.passages.all[number]
            if cue.content is not None and passage.first <= cue.content <= passage.last:
                lead = self.tree.text[self.tree.ends[cue.last] : passage.marked.outer_start].rstrip()
                opens = lead.endswith((",", ":")) and self.tree.text[passage.marked.start].isupper()
                if opens or (passage.last < cue.first and passage.first == start):
                    return range(number, number + 1)
        return range(0)

    def echo(self, cue: Cue, tokens: list[int], found: list[Quote]) -> bool:
        """Whether a thought repeats what is already reported: "she said she believed that"."""
        if cue.kind != "held" or cue.speaker is None or self.tree.pos[cue.speaker] != "PRON":
            return False
        return any(q.start <= self.tree.starts[cue.first] < q.end for q in found[-3:])

    def indirect(self, cue: Cue, tokens: list[int], inside: range) -> Quote:
        """The quote of a reported clause, with the marks of what is marked at either end of it."""
        start, end = self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]]
        for passage in (self.passages.all[n] for n in inside):
            if passage.first == tokens[0]:
                start = passage.marked.outer_start
            rest = self.tree.pos[tokens[-1] + 1 : passage.last + 1]
            if passage.first <= tokens[-1] <= passage.last and all(pos in LOOSE for pos in rest):
                end = passage.marked.outer_end
        return self.quote(start, end, tokens[0], False, cue)

    def direct_quotes(self, inner: dict[int, Cue], mixed: set[int]) -> Iterator[Quote]:
        """The quotes of passages that are speech."""
        for number, passage in enumerate(self.passages.all):
            cue = inner.get(number) or (None if number in mixed else self.attribution.beside(passage))
            if cue is not None or (number not in mixed and self.attribution.speech(passage)):
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
        if between.strip(BETWEEN):
            return before.cue.start >= before.end  # nothing but the cue and its speaker
        return not before.direct or "\n" in between
