"""Documents into the base: what is unchanged is skipped before anything is extracted, the rest is written one by one.

Documents stream through the extractor's workers; only this process writes, one transaction a document, so that a
run killed at any moment leaves a whole base, and the next run goes on where it stopped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol

from extract.failures import Failure
from extract.types import Document, Extraction
from kb.base.outcomes import Outcome, Summary
from kb.base.plan import Plan, Planned
from kb.store import Store

Progress = Callable[[Outcome], object]

# Documents that fail one after another, with none that succeeds between them, before it is the extractor that is
# taken to be broken.
PATIENCE = 5


class Extractor(Protocol):
    """Says what texts say: yields one extraction a document, in order, or a failure in its place."""

    def __call__(
        self, documents: Iterable[Document], *, workers: int | None = None
    ) -> Iterator[Extraction] | Iterator[Extraction | Failure]:
        """Yield one result per document."""


def ingest(
    store: Store,
    items: Iterable[Document | Failure],
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    extract: Extractor | None = None,
    rules: str | None = None,
) -> Summary:
    """Bring the base up to date with these documents; failures among them are passed on into the summary.

    A document is skipped when the base holds it unchanged, made by the same rules, or holds its text from another
    source. All documents of a source are replaced by those that it gives now, unless reading it failed in part.

    :param progress: called with every outcome as it comes.
    :param workers: processes that extract; None lets the extractor choose.
    :param extract: the extractor, by default `extract.batch.extract_all`.
    :param rules: its version, by default `extract.pipeline.RULES_VERSION`.
    """
    if rules is None:
        from extract.pipeline import RULES_VERSION  # loads spaCy, which `import kb` must not

        rules = RULES_VERSION
    if extract is None:
        from extract.batch import extract_all

        extract = extract_all
    plan = Plan(items, store.fingerprints(), rules)
    run = _Run(store, extract, workers, rules, progress)
    run.write_all(iter(plan))
    for id, source in plan.stale():
        store.remove([id])
        run.tell(Outcome("removed", source, id, "its source no longer gives it"))
    plan.raise_error()
    return Summary(tuple(run.outcomes))


class _Run:
    """Extracts and writes what is planned, and keeps what became of each document."""

    def __init__(
        self, store: Store, extract: Extractor, workers: int | None, rules: str, progress: Progress | None
    ) -> None:
        self.store = store
        self.extract = extract
        self.workers = workers
        self.rules = rules
        self.progress = progress
        self.outcomes: list[Outcome] = []
        self._pending: deque[Planned] = deque()  # handed to the extractor, in order
        self._untold: deque[Outcome] = deque()  # met while handing over, perhaps in the extractor's own thread
        self._failures = 0  # in a row

    def write_all(self, plan: Iterator[Planned | Outcome]) -> None:
        """Extract and write; where the extractor breaks, try its next document alone and go on with the rest."""
        while (first := self._first(plan)) is not None:
            whole = self._stream(chain([first], self._handed_over(plan)))
            if not whole:
                self._write_alone(self._pending.popleft())
                plan = chain(tuple(self._pending), plan)
                self._pending.clear()
            self._tell_untold()

    def tell(self, outcome: Outcome) -> None:
        """Record an outcome and pass it on."""
        self.outcomes.append(outcome)
        if self.progress is not None:
            self.progress(outcome)

    def _first(self, plan: Iterator[Planned | Outcome]) -> Planned | None:
        """Tell outcomes until there is a document to work on, so that without one nothing is loaded."""
        for item in plan:
            if isinstance(item, Planned):
                return item
            self.tell(item)
        return None

    def _handed_over(self, plan: Iterator[Planned | Outcome]) -> Iterator[Planned]:
        for item in plan:
            if isinstance(item, Planned):
                yield item
            else:
                self._untold.append(item)

    def _documents(self, planned: Iterable[Planned]) -> Iterator[Document]:
        for item in planned:
            self._pending.append(item)
            yield item.document

    def _stream(self, planned: Iterable[Planned]) -> bool:
        """Write what the extractor gives, until it has no more or breaks; return whether it gave everything."""
        results = iter(self.extract(self._documents(planned), workers=self.workers))
        while True:
            try:
                result = next(results, None)
            except Exception:
                return False
            if result is None:
                return True
            self._write(self._pending.popleft(), result)
            self._tell_untold()

    def _write_alone(self, planned: Planned) -> None:
        try:
            result: Extraction | Failure = next(iter(self.extract([planned.document], workers=1)))
        except Exception as error:
            self._failures += 1
            if self._failures == PATIENCE:
                raise
            told = f"nothing could be extracted ({error!r}); the other articles are read all the same"
            result = Failure(planned.document.source, told)
        self._write(planned, result)

    def _write(self, planned: Planned, result: Extraction | Failure) -> None:
        document = planned.document
        reason = result.reason if isinstance(result, Failure) else self._put(planned, result)
        if reason is not None:
            self.tell(Outcome("failed", document.source, document.id, reason))
            return
        self._failures = 0
        self.tell(Outcome(planned.what, document.source, document.id, planned.reason))

    def _put(self, planned: Planned, extraction: Extraction) -> str | None:
        """Write a document; return why it could not be, or None."""
        try:
            self.store.put(planned.document, extraction, rules=self.rules, instead_of=planned.instead_of)
        except Exception as error:  # whatever it is, it concerns this document, and was undone
            return f"could not be written ({error!r})"
        return None

    def _tell_untold(self) -> None:
        while self._untold:
            self.tell(self._untold.popleft())
