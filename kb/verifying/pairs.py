"""A claim and what is to tell whether it holds, read into words and numbers once for all signs. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kb.verifying.numbers import Number, read_numbers
from kb.verifying.opposites import are_opposites
from kb.words.terms import Word, is_stopword, plain, read_words

MOST_CHARACTERS = 3000  # of either text


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and what is to tell whether it holds, in words."""

    claim: str
    evidence: str
    content: tuple[Word, ...]  # of the claim
    shown: tuple[Word, ...]  # content words of the evidence
    missing: tuple[Word, ...]  # content words of the claim that neither evidence nor its title has
    stated: tuple[Number, ...]
    given: tuple[Number, ...]
    printed: frozenset[str]  # words of the evidence
    opposites: int  # pairs of a missing word and an added one that say the opposite

    @property
    def coverage(self) -> float:
        """The share of the claim's content words that the evidence has."""
        return 1 - len(self.missing) / len(self.content) if self.content else 1.0


def read_pair(claim: str, evidence: str, title: str = "") -> Pair:
    """A claim and its evidence, read; words of the evidence's title count as said."""
    claim, evidence = claim[:MOST_CHARACTERS], evidence[:MOST_CHARACTERS]
    words = read_words(evidence)
    known = {word.root for word in (*words, *read_words(title))}
    content = tuple(word for word in read_words(claim) if not is_stopword(word.surface))
    shown = tuple(word for word in words if not is_stopword(word.surface))
    missing = tuple(word for word in content if word.root not in known)
    roots = {word.root for word in content}
    added = [word.surface for word in shown if word.root not in roots and word.surface.isalpha()]
    opposites = sum(are_opposites(word.surface, other) for word in missing if word.surface.isalpha() for other in added)
    numbers = tuple(read_numbers(claim)), tuple(read_numbers(evidence))
    printed = frozenset(plain(word.surface) for word in words)
    return Pair(claim, evidence, content, shown, missing, *numbers, printed, opposites)
