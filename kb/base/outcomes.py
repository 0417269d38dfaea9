"""What became of each document of an ingest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document, or of one file or row that gave none."""

    what: str  # "added", "replaced", "skipped", "failed" or "removed"
    source: str  # path or url; "path:line" for a row that failed
    document: str | None = None  # its id
    reason: str | None = None  # for people, in one line; always given when skipped, failed or removed


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of everything in one run, in the order in which it was done."""

    outcomes: tuple[Outcome, ...]

    @property
    def added(self) -> tuple[Outcome, ...]:
        """Documents new to the base."""
        return self._only("added")

    @property
    def replaced(self) -> tuple[Outcome, ...]:
        """Documents that changed, or whose rules did."""
        return self._only("replaced")

    @property
    def skipped(self) -> tuple[Outcome, ...]:
        """Documents that the base held already."""
        return self._only("skipped")

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Files, rows and documents that are not in the base, or there only as they were before."""
        return self._only("failed")

    @property
    def removed(self) -> tuple[Outcome, ...]:
        """Documents that their source no longer gives."""
        return self._only("removed")

    def _only(self, what: str) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.what == what)
