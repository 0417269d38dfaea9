"""Figures in the units of laboratories: symbols, powers and percentages of something."""

from __future__ import annotations

import pytest
import spacy

from extract.figures import find_figures
from extract.units import SYMBOLS

ROWS = [
    ("The steel holds 1.3 wt.% carbon.", "1.3 wt.%", "percent", "percent by weight", None),
    ("A drink with 12 vol% alcohol.", "12 vol%", "percent", "percent by volume", None),
    ("Basalt of 31.5 Ma was found.", "31.5 Ma", "duration", "megayear", None),
    ("It took 3 Gyr in all.", "3 Gyr", "duration", "gigayear", None),
    ("Held at 760 Torr for a day.", "760 Torr", "other", "torr", None),
    ("The pressure is 30 nbar there.", "30 nbar", "other", "nanobar", None),
    ("We added 20 µM of dye.", "20 µM", "other", "micromolar", None),
    ("A field of 50 nT was seen.", "50 nT", "other", "nanotesla", None),
    ("Pulses of 5 nJ follow.", "5 nJ", "energy", "nanojoule", None),
    ("It read 140 mmHg at rest.", "140 mmHg", "other", "millimetre of mercury", None),
    ("The hum is at 20 mHz now.", "20 mHz", "other", "millihertz", None),
    ("Water runs at 3 m s−1 here.", "3 m s−1", "speed", "metre per second", None),
    ("The roof takes 240 W m−2 at noon.", "240 W m−2", "power", "watt", "square metre"),
    ("Roots hold 5 mg L-1 of zinc.", "5 mg L-1", "mass", "milligram", "litre"),
    ("A rock of 2.7 g cm⁻³ sank.", "2.7 g cm⁻³", "mass", "gram", "cubic centimetre"),
    ("The wheel turns at 100 s−1 then.", "100 s−1", "rate", "reciprocal second", None),
    ("Doses of 4 mg kg−1 d−1 were safe.", "4 mg kg−1 d−1", "mass", "milligram", "kilogram day"),
]


@pytest.mark.parametrize(("text", "surface", "kind", "unit", "per"), ROWS)
def test_units_of_the_sciences(text: str, surface: str, kind: str, unit: str, per: str | None) -> None:
    doc = spacy.blank("en")(text)
    (figure,) = find_figures(doc, [0] * len(doc), {}, [])
    assert (figure.surface, figure.kind, figure.unit, figure.per) == (surface, kind, unit, per)


@pytest.mark.parametrize(("text", "surface"), [("It is 2 m-3 m wide.", "2 m"), ("They ran 2 h–3 h.", "2 h–3 h")])
def test_ranges_are_no_powers(text: str, surface: str) -> None:
    doc = spacy.blank("en")(text)
    figure = next(find_figures(doc, [0] * len(doc), {}, []))
    assert (figure.surface, figure.per) == (surface, None)


def test_symbols_with_a_prefix_only() -> None:
    assert "mT" in SYMBOLS
    assert not {"T", "M", "-T", "bar"} & SYMBOLS.keys()
