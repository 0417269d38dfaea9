"""Data: the words that numbers are made of, and nothing else."""

from __future__ import annotations

SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nought": 0.0, "naught": 0.0}
TENS = {
    word: 10.0 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lac": 1e5, "crore": 1e7, "dozen": 12.0, "mln": 1e6, "bln": 1e9, "trln": 1e12,
}  # fmt: skip
VAGUE = {
    "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "tens": 10.0, "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
"""A plural scale without a number before it stands for one to ten of it."""
GLUED_SCALES = {"k": 1e3, "bn": 1e9, "mn": 1e6, "tn": 1e12, "trn": 1e12, "mm": 1e6, "m": 1e6, "b": 1e9, "t": 1e12}
"""Scales written onto the digits; after plain numbers (not money) some of them are units instead."""
ALWAYS_SCALES = frozenset({"k", "bn", "mn", "tn", "trn"})
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
MULTIPLES = {
    "once": 1.0, "twice": 2.0, "thrice": 3.0, "doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0,
    "quintupled": 5.0, "doubling": 2.0, "tripling": 3.0, "trebling": 3.0, "quadrupling": 4.0, "halved": 0.5,
    "halve": 0.5, "halving": 0.5, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0,
}  # fmt: skip
MULTIPLES |= {f"{word}{dash}fold": value for word, value in (SMALL | TENS).items() for dash in ("", "-") if value > 1}
DECADES = {
    word: 10.0 * value
    for value, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
"""Of an age ("in her forties"); the decades of a century are dates."""
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
PARTS = {"half": 2.0, "quarter": 4.0} | {word: float(value) for word, value in ORDINALS.items()}
PLURAL_PARTS = {"halves": 2.0} | {f"{word}s": value for word, value in PARTS.items() if word != "half"}

LEXICON: dict[str, tuple[str, float]] = {
    word: (kind, value)
    for kind, table in (
        ("small", SMALL), ("tens", TENS), ("scale", SCALES), ("vague", VAGUE), ("multiple", MULTIPLES),
        ("part", PARTS), ("parts", PLURAL_PARTS), ("couple", {"couple": 2.0}), ("decade", DECADES),
    )
    for word, value in table.items()
}  # fmt: skip
"""Word -> kind and value; of a part ("third") the value is its denominator."""
