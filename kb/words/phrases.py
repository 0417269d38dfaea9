"""Phrases of a sentence that may be an answer, found by its words and marks alone.

What the extraction named (mentions, figures, parts of claims) comes first; these phrases fill in where a question asks
for a plain thing, a reason or a manner. No parse: a phrase is a run of content words, cut where the question's own
words stand, or a clause behind a marker ("because", "by"). Limits: a verb inside a run stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kb.words.terms import Word, is_stopword, plain

JOINT = re.compile(r"[\s'’./&-]{0,2}")  # what may stand between two words of one phrase
LINKS = frozenset({"of", "and", "or", "for", "in", "the", "a", "an", "to", "on", "with", "its", "their", "his", "her"})
COMMA_OR_AND = re.compile(r",? (?:and|or) (?:the |an? )?|, (?:the |an? )?")
CONSEQUENCE = re.compile(r", (?:and )?so (?!that\b|far\b|as\b)|, which is why |; (?:therefore|so|hence),? ")
CLAUSE_START = re.compile(r"^(?:But |And |Since |As )?|[;:] ")
LONGEST = 12  # words of a phrase
MOST_LINKS = 2  # links in a phrase
LONGEST_LIST = 30  # words of a list
CLAUSE_END = re.compile(
    r"[;:()]|,? (?=(?:said|says|according to)\b)|[.?!]?[\"”’]*$"
    r"|, (?=(?:and|but|which|who|while|although|whereas|though|he|she|it|they)\b)"
    r"| (?=and (?:was|were|is|are|has|had|have|then|later|so)\b)"
)

REASON_MARKERS = (
    "because of", "because", "due to", "owing to", "in order to", "so that", "so as to", "as a result of",
    "on account of", "thanks to", "caused by", "in response to", "for fear of", "to avoid", "since", "for", "as", "to",
    "after", "by",
)  # fmt: skip
SURE_REASON_MARKERS = REASON_MARKERS[:13]  # what stands behind these is a reason, not a time, place or purpose
MANNER_MARKERS = ("by means of", "through", "by", "using", "via", "with", "as", "in", "from", "to")


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` of the sentence, both inclusive, and how they were found."""

    first: int
    last: int
    form: str  # "run", "linked", "list", "clause"
    marker: str = ""  # the words in front of a clause


def find_runs(text: str, words: Sequence[Word], asked: Set[str]) -> list[Run]:
    """The runs of content words that hold no stem of the question, and those joined by "of" or "and"."""
    runs: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if is_stopword(word.surface) or word.stem in asked:
            continue
        if runs and runs[-1][1] == number - 1 and _joined(text, words, number):
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    found = [Run(first, last, "run") for first, last in runs]
    return found + list(_linked_runs(text, words, runs, asked))


def find_lists(text: str, words: Sequence[Word], runs: Sequence[Run]) -> Iterator[Run]:
    """Runs that follow each other with only commas, "and" or "or" between: "silk, leather and chemicals"."""
    plain_runs = [run for run in runs if run.form == "run"]
    first = 0
    while first < len(plain_runs):
        last = first
        while last + 1 < len(plain_runs) and _listed(text, words, plain_runs[last], plain_runs[last + 1]):
            last += 1
        if last > first and plain_runs[last].last - plain_runs[first].first < LONGEST_LIST:
            yield Run(plain_runs[first].first, plain_runs[last].last, "list")
        first = last + 1


def _listed(text: str, words: Sequence[Word], run: Run, following: Run) -> bool:
    return bool(COMMA_OR_AND.fullmatch(text[words[run.last].end : words[following.first].start]))


def find_clauses(text: str, words: Sequence[Word], markers: Sequence[str]) -> Iterator[Run]:
    """Clauses behind a marker, up to the next mark that ends a clause; of two markers at a place the longer counts."""
    lower = [plain(word.surface) for word in words]
    split = [marker.split() for marker in markers]
    for number in range(len(lower)):
        found = [parts for parts in split if lower[number : number + len(parts)] == parts]
        marker = max(found, key=len, default=[])
        first = number + len(marker)
        if marker and first < len(words):
            yield Run(first, _clause_end(text, words, first), "clause", " ".join(marker))


def find_causes(text: str, words: Sequence[Word]) -> Iterator[Run]:
    """Clauses of which the next is the consequence: "It has few beds" of "It has few beds, so it rents rooms"."""
    for found in CONSEQUENCE.finditer(text):
        start = max(match.end() for match in CLAUSE_START.finditer(text, 0, found.start()))
        inside = [number for number, word in enumerate(words) if start <= word.start and word.end <= found.start()]
        if inside:
            yield Run(inside[0], inside[-1], "clause", "so")


def _joined(text: str, words: Sequence[Word], number: int) -> bool:
    return bool(JOINT.fullmatch(text[words[number - 1].end : words[number].start]))


def _linked_runs(
    text: str, words: Sequence[Word], runs: Sequence[tuple[int, int]], asked: Set[str]
) -> Iterator[Run]:  # fmt: skip
    for place, (first, last) in enumerate(runs):
        for next_first, next_last in runs[place + 1 : place + 1 + MOST_LINKS]:
            between = range(last + 1, next_first)
            joined = all(_joined(text, words, number) for number in range(last + 1, next_first + 1))
            links = all(plain(words[n].surface) in LINKS and words[n].stem not in asked for n in between)
            if not joined or not links or next_last - first >= LONGEST:
                break
            yield Run(first, next_last, "linked")
            last = next_last


def _clause_end(text: str, words: Sequence[Word], number: int) -> int:
    end = CLAUSE_END.search(text, words[number].end)
    limit = end.start() if end else len(text)
    return max((n for n in range(number, len(words)) if words[n].end <= limit), default=number)
