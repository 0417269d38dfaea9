"""One value for each thing: of all that is stated of it the newest, where the sources agree on it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.kinds.stated import Stated


@dataclass(frozen=True, slots=True)
class Held:
    """A thing and the value that holds for it."""

    entity: str
    stated: Stated
    others: tuple[Stated, ...]  # values for the same time that the first does not meet

    @property
    def sure(self) -> bool:
        """Whether the sources agree."""
        return not self.others


def held_by(
    stated: Iterable[Stated], published: Mapping[str, str | None], *, year: int | None = None
) -> list[Held]:  # fmt: skip
    """The newest value of each thing, by name; with a year, the value for that year only.

    A value without a year counts for the year of its article.
    """
    groups: dict[tuple[str, str], list[Stated]] = {}
    for each in stated:
        groups.setdefault((each.holder.entity, each.place), []).append(each)
    held = []
    for (entity, _), values in groups.items():
        chosen = [each for each in values if year is None or year_of(each, published) == year]
        if chosen:
            held.append(_newest(entity, chosen, published))
    return sorted(held, key=lambda h: (h.stated.holder.name, h.stated.place))


def year_of(stated: Stated, published: Mapping[str, str | None]) -> int | None:
    """The year a value holds for: the one stated, else the one in which its article appeared."""
    if stated.when is not None:
        return stated.when.last
    printed = (published.get(stated.sentence.document) or "")[:4]
    return int(printed) if printed.isdigit() else None


def _newest(entity: str, values: list[Stated], published: Mapping[str, str | None]) -> Held:
    def age(stated: Stated) -> tuple[int, bool, str, int]:
        year = year_of(stated, published)
        return (-(year or 0), stated.when is None, stated.sentence.document, stated.figure.start)

    ordered = sorted(values, key=age)
    first = ordered[0]
    same_time = [s for s in ordered[1:] if year_of(s, published) == year_of(first, published)]
    return Held(entity, first, tuple(s for s in same_time if not s.amount.meets(first.amount)))
