"""Figures of a peer in the contract's shape: `python tests/bench/peers_serve.py quantulum3|recognizers`.

Runs by itself, in whatever environment has the peer: JSON lines `{"id", "text"}` in, `{"id", "figures"}` out, after one
line `{"ready": true}`. A peer that is not installed ends it with status 3. Peers mark no years: a bare number of four digits
from 1900 to 2099 gets the kind "year", so that it is left out where the gold leaves years out.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

Figure = dict[str, Any]
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
ENTITIES = {"currency": "money", "time": "duration", "dimensionless": "count"}
KINDS = ("length", "area", "volume", "mass", "speed", "temperature", "energy", "power")
RECOGNIZED = {"percentage": "percent", "currency": "money", "temperature": "temperature", "age": "age",
              "dimension": "other", "number": "count"}  # fmt: skip


def quantulum() -> Callable[[str], Iterator[Figure]]:
    """quantulum3's parser; an uncertainty ("8- to 16-meter" is 12, give or take 4) becomes a range."""
    from quantulum3 import parser

    def figures(text: str) -> Iterator[Figure]:
        for found in parser.parse(text):
            unit, entity = found.unit.name, found.unit.entity.name
            kind = ENTITIES.get(entity, entity if entity in KINDS else "other")
            if unit == "percentage":
                kind = "percent"
            low, high = found.value, None
            if found.uncertainty:
                low, high = found.value - found.uncertainty, found.value + found.uncertainty
            unit = "" if unit == "dimensionless" else unit
            yield {
                "start": found.span[0],
                "end": found.span[1],
                "kind": kind,
                "value": low,
                "value_high": high,
                "unit": unit,
            }

    return figures


def recognizers() -> Callable[[str], Iterator[Figure]]:
    """Recognizers-Text's models, the most particular first; a plain number inside another result is left out."""
    import recognizers_number as number
    import recognizers_number_with_unit as unit

    models = [number.recognize_percentage, unit.recognize_currency, unit.recognize_temperature, unit.recognize_age,
              unit.recognize_dimension, number.recognize_number]  # fmt: skip

    def figures(text: str) -> Iterator[Figure]:
        taken: list[tuple[int, int]] = []
        for model in models:
            for found in model(text, "en-us"):
                start, end = found.start, found.end + 1
                value = _value((found.resolution or {}).get("value"))
                if value is None or any(start < high and low < end for low, high in taken):
                    continue
                taken.append((start, end))
                name = "percent" if found.type_name == "percentage" else found.resolution.get("unit") or ""
                kind = RECOGNIZED.get(found.type_name, "other")
                yield {"start": start, "end": end, "kind": kind, "value": value, "value_high": None, "unit": name}

    return figures


def _value(printed: str | None) -> float | None:
    try:
        return float((printed or "").rstrip("%"))
    except ValueError:
        return None


def guarded(figures: Callable[[str], Iterator[Figure]], text: str) -> list[Figure]:
    """The peer's figures; none where it fails, and the failure on standard error."""
    try:
        return [
            figure | {"kind": "year"} if YEAR.fullmatch(text[figure["start"] : figure["end"]].strip()) else figure
            for figure in figures(text)
        ]
    except Exception as error:  # a peer's crash is its miss, and no reason to stop
        print(f"{type(error).__name__}: {error} on {text[:80]!r}", file=sys.stderr)
        return []


def main() -> int:
    """Answer line by line until the input ends."""
    warnings.simplefilter("ignore")
    try:
        figures = {"quantulum3": quantulum, "recognizers": recognizers}[sys.argv[1]]()
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return 3
    out, sys.stdout = sys.stdout, sys.stderr  # what a peer prints is not an answer
    print(json.dumps({"ready": True}), file=out, flush=True)
    for line in sys.stdin:
        given = json.loads(line)
        print(json.dumps({"id": given["id"], "figures": guarded(figures, given["text"])}), file=out, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
