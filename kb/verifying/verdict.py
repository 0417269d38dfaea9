"""A draft in, its sentences out, each with what the base says to its figures, quotes and claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.types import Document
from kb.cite import holds
from kb.ingest import Extractor
from kb.store import Store
from kb.verifying.claims import check_claims
from kb.verifying.draft import DraftUnreadable, read_draft
from kb.verifying.evidence import find_evidence
from kb.verifying.figures import check_figures
from kb.verifying.quotes import check_quotes
from kb.verifying.records import Finding, Statement
from kb.verifying.said import Said

__all__ = ["DraftUnreadable", "verify"]


def verify(store: Store, draft: Document, *, extract: Extractor | None = None) -> Iterator[Statement]:
    """Yield the sentences of a draft that have a figure, a quote or a claim, in text order.

    The draft is read in memory; the base is not changed. Every citation is checked against the stored text.

    :param extract: the extractor, by default `extract.batch.extract_all`.
    :raises DraftUnreadable: when nothing could be extracted from it.
    """
    with read_draft(draft, extract) as (_, sentences):
        for said in sentences:
            findings = [_checked(store, finding) for finding in _findings(store, said)]
            if findings:
                row = said.sentence
                yield Statement(row.start, row.end, row.text, tuple(sorted(findings, key=lambda f: (f.start, f.end))))


def _findings(store: Store, said: Said) -> Iterator[Finding]:
    if not (said.figures or said.quotes or said.claims):
        return
    evidence = find_evidence(store, said)
    figures = list(check_figures(said, evidence))
    claims = list(check_claims(said, evidence, figures))
    yield from (figure for figure in figures if not any(_settles(claim, figure) for claim in claims))
    yield from check_quotes(store, said)
    yield from claims


def _settles(claim: Finding, figure: Finding) -> bool:
    """Whether a claim that was found tells of a figure in it that was not."""
    return figure.verdict == "not-found" != claim.verdict and claim.start <= figure.start and figure.end <= claim.end


def _checked(store: Store, finding: Finding) -> Finding:
    """The finding; not found, where its citation is not what is stored."""
    others = tuple(citation for citation in finding.others if holds(store, citation))
    if finding.citation is None or holds(store, finding.citation):
        return replace(finding, others=others)
    return replace(
        finding, verdict="not-found", why="its sentence has gone", source=None, citation=None, differences=(), others=()
    )
