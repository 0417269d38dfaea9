"""Data: the words of dates and periods, and nothing else."""

from __future__ import annotations

MONTHS = {
    form: number
    for number, forms in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for form in forms.split()
}  # fmt: skip
AMBIGUOUS_MONTHS = frozenset(("may", "march", "april", "june", "august", "mar", "jan", "sep", "dec", "jun"))
"""Also verbs, names and more: a month only beside a day, a year or a preposition."""
WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for form in forms.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Season -> its first month, in the northern hemisphere."""
_FIRST_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = (
    {word: number for number, word in enumerate(_FIRST_ORDINALS, 1)}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_FIRST_ORDINALS[:9], 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
"""The days of a month and the centuries."""
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
           "nineties": 90}  # fmt: skip
_ONES = "one two three four five six seven eight nine".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
COUNTS: dict[str, int | None] = {
    "a": 1, "an": 1, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "hundred": 100, "couple of": 2, "half a": None,
    "several": None, "few": None, "some": None, "many": None,
    **{word: number for number, word in enumerate(_ONES, 1)}, **_TENS,
    **{f"{tens}-{word}": base + number for tens, base in _TENS.items() for number, word in enumerate(_ONES, 1)},
}  # fmt: skip
"""Count words before a unit of time; `None` where they do not say how many."""
UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "night": 1, "weekend": 7}
