"""How likely a sentence supports a claim rather than contradicts it, given that it is about the same: signs, weighed.

A logistic model over kb/verifying/signs.py, fitted on the development part of Fool Me Twice and FEVER Symmetric by
`python -m tests.bench.verify --fit`, which prints the table below; what it reaches on their test part, that prints too.
"""

from __future__ import annotations

import math

from kb.verifying.signs import SIGNS, Pair

BASE = -0.731
WEIGHTS = {
    "coverage": 0.001,
    "all_covered": 1.273,
    "words_missing": -0.436,
    "last_word_missing": -0.556,
    "claim_length": 1.871,
    "evidence_length": 1.316,
    "name_missing": 0.027,
    "names_missing": -0.349,
    "other_name_instead": -0.483,
    "year_confirmed": 0.553,
    "year_against_year": -1.030,
    "year_missing": -0.384,
    "number_confirmed": 0.541,
    "number_against_number": -0.785,
    "month_against_month": -2.980,
    "bound_kept": 1.586,
    "bound_broken": -0.038,
    "denied_in_claim_only": -2.189,
    "denied_in_evidence_only": -1.072,
    "denied_in_both": 1.155,
    "claim_denies": 0.455,
    "opposite_word": -0.977,
    "sweeping_word_missing": -0.356,
    "never_or_always_missing": -1.290,
    "pairs_covered": 0.532,
    "order_changed": 0.387,
    "evidence_hedges": 0.045,
    "evidence_contrasts": -0.360,
}


def support(pair: Pair) -> float:
    """The likelihood, 0 to 1, that the evidence supports the claim; below 0.5 it rather contradicts it."""
    total = BASE + sum(WEIGHTS[sign.__name__] * sign(pair) for sign in SIGNS)
    return 1 / (1 + math.exp(-total))
