"""What a question measures, as data: which words state it, and of which kinds the figures are. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.words.terms import is_stopword, read_words, root


def roots(words: str) -> frozenset[str]:
    """The roots of some words."""
    return frozenset(root(word) for word in words.split())


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that figures state of a place, company or person."""

    name: str  # for people, as in "by population"
    kinds: tuple[str, ...]  # of the figures; empty for any
    nouns: frozenset[str]  # roots: "the population of X is"
    verbs: frozenset[str] = frozenset()  # roots: "X employs"
    counted: frozenset[str] = frozenset()  # roots behind the number in "X has 3 inhabitants"
    also_counted: frozenset[str] = frozenset()  # behind the number where noun or verb tells the measure already
    required: frozenset[str] = frozenset()  # roots that must all be there: for what the table does not know
    behind: frozenset[str] = frozenset()  # words behind the figure: "is 72 metres tall"
    searched: tuple[str, ...] = ()  # words by which its sentences are found

    @property
    def words(self) -> frozenset[str]:
        """Every root by which a sentence may state it."""
        return self.nouns | self.verbs | self.counted | self.behind


PEOPLE = "people inhabitants residents citizens"
KNOWN_WORDS = (
    # name, kinds, nouns, verbs, counted, also counted, behind
    ("population", "count", "population populations populous", "", PEOPLE, PEOPLE, ""),
    (
        "people employed",
        "count",
        "workforce staff headcount employment",
        "employ employs employed",
        "employees workers staff",
        PEOPLE + " workers employees staff men women",
        "",
    ),
    ("unemployment", "percent", "unemployment joblessness jobless", "", "", "", ""),
    ("area", "area", "area size", "covers spans measures", "", "", ""),
    ("sales", "money", "sales revenue revenues turnover", "", "", "", ""),
    ("profit", "money", "profit profits earnings", "", "", "", ""),
    ("height", "length", "height elevation altitude", "", "", "", "tall high"),
    ("length", "length", "length", "", "", "", "long"),
    ("year of founding", "year", "", "founded established created", "", "", ""),
    ("year of opening", "year", "", "opened inaugurated", "", "", ""),
    ("year of building", "year", "", "built completed erected", "", "", ""),
)


def _known(name: str, kind: str, *words: str) -> Measure:
    nouns, verbs, counted, also, behind = map(roots, words)
    searched = " ".join(words).split()
    return Measure(name, (kind,), nouns, verbs, counted, also, frozenset(), behind, tuple(dict.fromkeys(searched)))


KNOWN = tuple(_known(*row) for row in KNOWN_WORDS)

# Words of a question that choose one of the measures above; those of the table itself do too.
CHOOSES = {
    "population": roots("live lives lived living populated inhabited"),
    "people employed": roots("employer employers job jobs"),
    "height": roots("tall taller tallest high"),
    "length": roots("long longer longest"),
}
# Words that measure nothing.
EMPTY = roots(
    "number numbers amount total level levels rate rates figure figures many much more most least fewer less higher "
    "lower large larger big bigger small smaller high low have has had get got make made year years article articles "
    "together combined altogether change changed changes"
)
GENERIC_KINDS = ("count", "money", "percent", "length", "area", "volume", "mass", "energy", "power", "speed", "other",
                 "duration", "temperature", "rate", "ratio")  # fmt: skip
UNITS = roots(
    "tonnes tons kilometres kilometers metres meters miles hectares acres euros dollars pounds percent litas hours "
    "square cubic barrels litres liters million billion thousand"
)


def measure_of(words: Sequence[str]) -> Measure | None:
    """The measure that some words of a question name; None when they name nothing to measure.

    "employ people" names the people employed, for the rarer words tell; a word that no measure knows makes a measure
    of its own, whose statements must hold every word.
    """
    asked = {root(word) for word in words if not is_stopword(word)} - EMPTY
    for measure in (KNOWN[1], *KNOWN):  # who is employed is people too
        telling = measure.words | CHOOSES.get(measure.name, frozenset())
        if asked & telling and asked <= telling | measure.also_counted | UNITS:
            return measure
    rest = frozenset(asked - UNITS)
    if not rest:
        return None
    searched = tuple(word for word in words if root(word) in rest)
    return Measure(" ".join(searched), GENERIC_KINDS, rest, rest, rest, rest, required=rest, searched=searched)


def measure_in(text: str) -> Measure | None:
    """The measure that a piece of a question names."""
    return measure_of([word.surface for word in read_words(text) if word.surface[0].isalpha()])
