"""What a figure measures, of whom or where, and when: read off the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.quantities import Quantity
from extract.types import Mention, Period, Phrase


@dataclass(frozen=True, slots=True)
class Measured:
    """`of`: what is measured; `subject`: of whom or where; each `None` where the sentence does not say."""

    of: Phrase | None = None
    subject: Phrase | None = None
    period: Period | None = None


def measure(
    doc: Doc, quantity: Quantity, noun: Token | None, tokens: list[Token], mention_at: Mapping[int, Mention],
    periods: Sequence[Period],
) -> Measured:
    """What the quantity at `tokens` measures; `noun` is the thing counted, for a count."""
    return Measured()
