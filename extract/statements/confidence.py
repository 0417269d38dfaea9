"""How reliable a claim is, from its form: a logistic sum of what raises and lowers it.

The weights were fitted on the development parts of CaRB and BenchIE (about 3,900 claims), so that a score is about
the share of claims of that form that people had written down too. They order claims; they say nothing about the truth
of what a text states.
"""

from __future__ import annotations

from math import exp

PATTERNS = {
    "reported": 0.80,
    "oblique": 0.52,
    "gap": 0.46,
    "object": 0.31,
    "copula": 0.16,
    "bare": -0.10,
    "argument": -0.50,
    "adjective": -0.05,
    "existential": -0.20,
    "title": -0.05,
    "place": -0.05,
    "apposition": -0.05,
    "of": -0.60,
    "possessive": -1.48,
}
SOURCES = {"acl": -0.78, "advcl": -0.31, "acl:relcl": -0.20, "ccomp": -0.42, "xcomp": -0.42, "csubj": -0.42}
SHARED_SUBJECT = -0.65  # the subject is not the first of those coordinated
PARTICIPLE = -0.33


def confidence(pattern: str, source: str = "ROOT", *, coordinated: bool = False, participle: bool = False) -> float:
    """The score of a claim, 0 to 1.

    :param pattern: a key of `PATTERNS`.
    :param source: the label of the clause in its sentence.
    :param coordinated: whether the subject is one of several, not the first.
    :param participle: whether the verb is one in "-ing".
    """
    total = PATTERNS[pattern] + SOURCES.get(source, 0.0) + SHARED_SUBJECT * coordinated + PARTICIPLE * participle
    return round(1 / (1 + exp(-total)), 2)
