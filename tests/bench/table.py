"""The rows of a table of measurements: ours, peers, what was published, the goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; shares lie in 0-1, `size` says on how many things; `under`: the goal is the most it may be."""

    name: str
    ours: float | None
    peers: dict[str, float] = field(default_factory=dict)
    published: str = ""
    goal: float | None = None
    size: int | None = None
    note: str = ""
    under: bool = False


def f1(precision: float, recall: float) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    """Part of the whole, 0 when there is no whole."""
    return part / whole if whole else 0.0


def show(rows: Iterable[Row]) -> str:
    """The rows as a table of text."""
    cells = [("", "ours", "goal", "", "peers in this run", "published", "of", "")]
    for row in rows:
        reached = _reached(row)
        peers = ", ".join(f"{name} {value:.3f}" for name, value in row.peers.items())
        size = "" if row.size is None else str(row.size)
        cells.append((row.name, _number(row.ours), _number(row.goal), reached, peers, row.published, size, row.note))
    widths = [max(len(line[column]) for line in cells) for column in range(8)]
    lines = ["  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join(lines)


def _reached(row: Row) -> str:
    if row.goal is None or row.ours is None:
        return ""
    return "yes" if (row.ours < row.goal if row.under else row.ours >= row.goal) else "NO"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
