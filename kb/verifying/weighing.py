"""How likely a sentence supports a claim rather than contradicts it, given that it is about the same: signs, weighed.

A logistic model over kb/verifying/signs.py, fitted on the development part of Fool Me Twice and FEVER Symmetric by
`python -m tests.bench.verify --fit`, which prints the table below; what it reaches on their test part, that prints too.
"""

from __future__ import annotations

import math

from kb.verifying.pairs import Pair
from kb.verifying.signs import SIGNS

BASE = -0.543
WEIGHTS = {
    "coverage": 0.326,
    "all_covered": 1.316,
    "words_missing": -0.578,
    "last_word_missing": -0.593,
    "claim_length": 1.948,
    "evidence_length": 1.108,
    "name_missing": 0.004,
    "names_missing": -0.326,
    "other_name_instead": -0.514,
    "year_confirmed": 0.595,
    "year_against_year": -1.087,
    "year_missing": -0.347,
    "number_confirmed": 0.525,
    "number_against_number": -0.749,
    "month_against_month": -2.882,
    "bound_kept": 1.850,
    "bound_broken": 0.209,
    "denied_in_claim_only": -2.207,
    "denied_in_evidence_only": -1.135,
    "denied_in_both": 1.217,
    "claim_denies": 0.432,
    "opposite_word": -0.961,
    "sweeping_word_missing": -0.390,
    "never_or_always_missing": -1.271,
    "pairs_covered": 0.723,
    "order_changed": 0.428,
    "evidence_hedges": 0.038,
    "evidence_contrasts": -0.396,
    "near_words": 1.907,
    "claim_grants": 0.602,
    "claim_leaves_open": -0.365,
    "best_sentence": -0.514,
}


def support(pair: Pair) -> float:
    """The likelihood, 0 to 1, that the evidence supports the claim; below 0.5 it rather contradicts it."""
    total = BASE + sum(WEIGHTS[sign.__name__] * sign(pair) for sign in SIGNS)
    return 1 / (1 + math.exp(-total))
