"""Figures as spans of values: what "about 620,000" or "more than 3 million" leaves open is not decided. Pure.

Limits: a confidence interval printed beside a figure is not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, inf, log10
from typing import Protocol

# Share of a value that "about", "nearly" and a round number may hide. No text says how near "about" is; readers of
# a newspaper take it for a few per cent. Two such figures may lie twice as far apart and still agree.
ABOUT = 0.05
ROUND = 0.05  # at most, of a plain number: "2 million" may stand for 1.95 to 2.05 million and a little more

# Exact by definition (international yard and pound of 1959; SI); what one of each is in the base unit of its kind.
CONVERTED: dict[str, tuple[str, float]] = {
    "metre": ("length", 1.0), "kilometre": ("length", 1000.0), "centimetre": ("length", 0.01),
    "millimetre": ("length", 0.001), "mile": ("length", 1609.344), "yard": ("length", 0.9144),
    "foot": ("length", 0.3048), "inch": ("length", 0.0254), "nautical mile": ("length", 1852.0),
    "square metre": ("area", 1.0), "square kilometre": ("area", 1e6), "hectare": ("area", 1e4),
    "square mile": ("area", 1609.344**2), "acre": ("area", 4046.8564224), "square foot": ("area", 0.3048**2),
    "gram": ("mass", 0.001), "kilogram": ("mass", 1.0), "tonne": ("mass", 1000.0), "pound": ("mass", 0.45359237),
    "litre": ("volume", 0.001), "cubic metre": ("volume", 1.0),
    "minute": ("duration", 60.0), "hour": ("duration", 3600.0), "day": ("duration", 86400.0),
    "week": ("duration", 604800.0),
    "watt": ("power", 1.0), "kilowatt": ("power", 1e3), "megawatt": ("power", 1e6), "gigawatt": ("power", 1e9),
    "kilometre per hour": ("speed", 1.0), "mile per hour": ("speed", 1.609344),
}  # fmt: skip


class Valued(Protocol):
    """A figure, fresh or stored."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def value(self) -> float: ...  # noqa: D102
    @property
    def value_high(self) -> float | None: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def modifier(self) -> str | None: ...  # noqa: D102
    @property
    def per(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Amount:
    """The values that a figure may stand for, both ends inclusive, in the base unit of its scale."""

    low: float
    high: float
    scale: str  # only amounts of one scale can be compared: "count", "money USD", "length" ...

    def above(self, other: Amount) -> bool:
        """Whether it is larger, whatever both leave open. False for amounts of two scales."""
        return self.scale == other.scale and self.low > other.high

    def meets(self, other: Amount) -> bool:
        """Whether both may stand for one value."""
        return self.scale == other.scale and self.low <= other.high and other.low <= self.high


def amount_of(figure: Valued, *, as_printed: bool = False) -> Amount:
    """The values that a figure leaves open, by its range, its modifier and the digits it is rounded to.

    :param as_printed: take a plain number for exact, as a reader does who sets it against a bound.
    """
    scale, factor = scale_of(figure.kind, figure.unit, figure.per)
    low, high = figure.value, figure.value if figure.value_high is None else figure.value_high
    if not as_printed and figure.kind != "year":
        low, high = low - _rounding(low) / 2, high + _rounding(high)  # cut off, 3.79 million is printed as 3.7
    match figure.modifier:
        case "about":
            low, high = min(low, figure.value * (1 - ABOUT)), max(high, figure.value * (1 + ABOUT))
        case "nearly":
            low, high = min(low, figure.value * (1 - ABOUT)), figure.value
        case "more-than" | "at-least":
            low, high = figure.value, inf
        case "less-than" | "at-most" | "up-to":
            low, high = -inf, figure.value
    return Amount(low * factor, high * factor, scale)


def scale_of(kind: str, unit: str, per: str | None) -> tuple[str, float]:
    """The scale on which figures of this kind and unit can be compared, and what turns a value into its base unit."""
    name, factor = CONVERTED.get(unit, (unit if kind not in ("count", "other", "ratio") else "", 1.0))
    family = "number" if kind in ("count", "other") else kind
    return " ".join(
        part for part in (family, "" if name == kind else name, f"per {per}" if per else "") if part
    ), factor


def _rounding(value: float) -> float:
    """What the last digit given that is not 0 may hide: the 1 of 2,100 up to 100."""
    if value == 0 or value != value or abs(value) == inf:
        return 0.0
    text = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    step = 10.0 ** (-len(text.split(".")[1]) if "." in text else len(text) - len(text.rstrip("0")))
    return min(step if step != 1 else 0.0, abs(value) * ROUND)


def shown(value: float) -> str:
    """A number as people write it: 1,234,567.5; no more than two decimals."""
    if abs(value) >= 1e9 and floor(log10(abs(value))) >= 9:
        return f"{value / 1e9:,.2f}".rstrip("0").rstrip(".") + " billion"
    return f"{value:,.2f}".rstrip("0").rstrip(".")
