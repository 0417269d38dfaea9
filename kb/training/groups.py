"""Groups: a question with the candidates that stand in one softmax, the right one among them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kb.evidence.reader_windows import Candidate
from kb.training.corpora import CORPORA
from kb.training.near_misses import Around, near_miss
from kb.training.records import Question, Text
from kb.training.search import Index
from kb.training.siblings import Siblings

SEARCHED = 40  # sentences most like the question, of which the wrong candidates are drawn
OWN, OWN_AMONG = 3, 200  # in the second round the best of the own text among so many of the search stand before them
NEIGHBOURS = 2  # sentences on each side that are context
NEAR = 8  # sentences on each side whose names may be put into a question
NEAR_MISSES = 0.22  # share of the answerable questions that are changed so that nothing answers
REFUSALS = 0.10  # share whose right sentence is left out, with all others of its text every second time
BESIDE, PARAGRAPH = 2, 3
Place = tuple[Text, int]  # a sentence: its text and number


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate of a group."""

    candidate: Candidate
    right: bool
    spans: tuple[tuple[int, int], ...] = ()  # of the answer, in characters of the sentence


@dataclass(frozen=True, slots=True)
class Group:
    """A question and its candidates."""

    question: str
    choices: tuple[Choice, ...]


def candidate(place: Place) -> Candidate:
    """A sentence in its context."""
    text, number = place
    before = text.sentences[max(number - NEIGHBOURS, 0) : number]
    after = text.sentences[number + 1 : number + 1 + NEIGHBOURS]
    return Candidate(text.sentences[number], " ".join(before), " ".join(after), text.title)


class Groups:
    """Draws groups: the same number always gives the same group.

    :param second: number of the first group of the second round, where more of the wrong candidates are of the own
        text.
    :param siblings: what near misses are made of.
    """

    def __init__(
        self, corpora: Mapping[str, Sequence[Question]], siblings: Siblings, seed: int, *, second: int
    ) -> None:  # fmt: skip
        self._corpora, self._siblings, self._seed, self._second = corpora, siblings, seed, second
        self._used = [corpus for corpus in CORPORA if corpora.get(corpus.name)]
        texts = dict.fromkeys(q.source for questions in corpora.values() for q in questions)
        places = {text.sentences[n]: (text, n) for text in texts for n in range(len(text.sentences))}
        self._places: list[Place] = list(places.values())
        self._index = Index(list(places))
        self._found: dict[tuple[str, int], list[int]] = {}

    def draw(self, number: int) -> Group:
        """The group with this number."""
        chance = Random(f"{self._seed}-{number}")
        corpus = chance.choices(self._used, [each.share for each in self._used])[0]
        question = chance.choice(self._corpora[corpus.name])
        own = OWN if number >= self._second else 0
        kind = chance.random() if corpus.standalone and question.golds else 1.0
        if kind < NEAR_MISSES:
            changed = near_miss(question.text, self._around(question), chance)
            if changed:
                return self._near_miss(question, changed, corpus.wrong, own, chance)
        elif kind < NEAR_MISSES + REFUSALS:
            return self._refusal(question, corpus.wrong, own, chance)
        return self._plain(question, corpus.wrong, own, chance)

    def _plain(self, question: Question, count: int, own: int, chance: Random) -> Group:
        wrong = self._wrong(question, question.text, count, chance, own=own)
        right = [self._right(question, chance)] if question.golds else []
        return Group(question.text, (*right, *(Choice(candidate(place), False) for place in wrong)))

    def _near_miss(self, question: Question, changed: str, count: int, own: int, chance: Random) -> Group:
        places = [(question.source, chance.choice(question.golds))]
        places += self._wrong(question, changed, count - 1, chance, own=own)
        return Group(changed, tuple(Choice(candidate(place), False) for place in places))

    def _refusal(self, question: Question, count: int, own: int, chance: Random) -> Group:
        foreign = chance.random() < 0.5
        places = self._wrong(question, question.text, count, chance, own=own, foreign=foreign)
        return Group(question.text, tuple(Choice(candidate(place), False) for place in places))

    def _right(self, question: Question, chance: Random) -> Choice:
        number = chance.choice(question.golds)
        spans = tuple((span.start, span.end) for span in question.spans if span.sentence == number)
        return Choice(candidate((question.source, number)), True, spans)

    def _around(self, question: Question) -> Around:
        """What stands around the right sentence."""
        gold, sentences = question.golds[0], question.source.sentences
        return Around(sentences[max(gold - NEAR, 0) : gold + NEAR + 1], sentences[gold], self._siblings)

    def _wrong(
        self, question: Question, asked: str, count: int, chance: Random, *, own: int, foreign: bool = False
    ) -> list[Place]:  # fmt: skip
        """Sentences that do not answer: half of them from beside the right one and the first of the search, the rest
        drawn from the search.

        :param own: how many of the text's own sentences come first, the best of the search.
        :param foreign: only from other texts.
        """
        near = [] if foreign else _near(question, chance)
        searched = [self._places[number] for number in self._search(asked, OWN_AMONG if own else SEARCHED)]
        found = searched[:SEARCHED]
        if foreign:
            found = [place for place in found if place[0] is not question.source]
        elif own:
            found = [*[place for place in searched if place[0] is question.source][:own], *found]
        kept = [place for place in dict.fromkeys([*near, *found]) if not answers(question, place)]
        first, rest = kept[: count // 2 + 1], kept[count // 2 + 1 :]
        return first + chance.sample(rest, min(count - len(first), len(rest)))

    def _search(self, asked: str, limit: int) -> list[int]:
        found = self._found.get((asked, limit))
        if found is None:
            found = self._found[asked, limit] = self._index.best(asked, limit)
        return found


def _near(question: Question, chance: Random) -> list[Place]:
    """Up to BESIDE sentences around the right one, which have it as context; for an unanswerable question up to
    PARAGRAPH of the paragraph it was asked on."""
    if question.golds:
        gold, count = question.golds[0], BESIDE
        end = min(gold + NEIGHBOURS + 1, len(question.source.sentences))
        numbers = list(range(max(gold - NEIGHBOURS, 0), end))
    else:
        numbers = list(range(*question.within)) if question.within else []
        count = PARAGRAPH
    return [(question.source, n) for n in chance.sample(numbers, min(count, len(numbers)))]


def answers(question: Question, place: Place) -> bool:
    """Whether a sentence is right, or may be: it holds the words of an answer."""
    text, number = place
    if text == question.source and number in question.golds:
        return True
    sentence = text.sentences[number].lower()
    return any(answer.lower() in sentence for answer in question.answers)
