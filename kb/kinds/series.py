"""Values of one thing over the years, and the change between two of them. Pure but for the reading of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.base.rows import EntityRow
from kb.kinds.amounts import shown
from kb.kinds.asked import Years
from kb.kinds.given import named, spoken
from kb.kinds.measures import KNOWN, Measure
from kb.kinds.stated import Stated, sentences_naming, stated_in
from kb.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """Two values of one thing, the earlier first."""

    first: Stated
    last: Stated

    @property
    def difference(self) -> float:
        """The later value less the earlier, in the unit printed."""
        return self.last.figure.value - self.first.figure.value

    @property
    def percent(self) -> float:
        """The difference in percent of the earlier value."""
        return 100 * self.difference / self.first.figure.value

    @property
    def exact(self) -> bool:
        """Whether neither value leaves anything open."""
        return all(each.figure.modifier is None and each.figure.value_high is None for each in (self.first, self.last))

    def words(self, measure: str) -> str:
        """The reckoning: both values, the difference and the share."""
        sign = "+" if self.difference > 0 else "−" if self.difference < 0 else "±"
        about = "" if self.exact else "about "
        points = self.first.figure.kind == "percent"
        amount = f"{about}{sign}{shown(abs(self.difference))}" + (" percentage points" if points else "")
        share = "" if points else f", {about}{sign}{abs(self.percent):.1f} percent"
        return f"{named(self.last)}, {measure}: {spoken(self.first)} to {spoken(self.last)}: {amount}{share}."


def values_of(store: Store, entity: EntityRow, measure: Measure) -> list[Stated]:
    """Everything stated of the measure for one thing, itself and not a part of it."""
    rows = stated_in(store, sentences_naming(store, [entity.id]), measure)
    own = [stated for stated in rows if stated.holder.entity == entity.id]
    plain = [stated for stated in own if not stated.place]
    # "the port of X handled" may be meant by X; "X's suburbs have" says nothing of the people of X
    return plain or ([] if measure in KNOWN else own)


def change_of(values: Sequence[Stated], years: Years) -> Change | None:
    """The change between the years asked for; None where they are not stated, or stated twice and differently.

    "Since 1990" starts at 1990 itself and ends at the newest year; without years, the first and last stated are taken.
    """
    dated = sorted((v for v in values if v.year is not None), key=lambda v: (v.year or 0, v.figure.id))
    if not dated:
        return None
    first = years.first if years.first is not None else dated[0].year
    last = years.last if years.last is not None and years.only is None else dated[-1].year
    one = [v for v in dated if v.year == first]
    two = [v for v in dated if v.year == last]
    if not one or not two or first == last or not _agree(one) or not _agree(two):
        return None
    if one[0].amount.scale != two[0].amount.scale or not one[0].figure.value:
        return None
    return Change(one[0], two[0])


def _agree(values: Sequence[Stated]) -> bool:
    return all(value.amount.meets(values[0].amount) for value in values)
