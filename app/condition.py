"""How a base is, as marked-up text: what is in it, the versions behind it, what is off. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from app.marks import escape, shorten
from kb.base.condition import Condition
from kb.base.rows import Counts
from kb.check import Finding

FINDINGS = 50  # shown
COUNTED = {  # field of Counts: what it counts, in words
    "documents": "articles", "sentences": "sentences", "mentions": "places that name something", "entities": "names",
    "figures": "figures", "quotes": "quotes", "claims": "claims",
}  # fmt: skip


def counts_html(counts: Counts) -> str:
    """Return how much is in a base."""
    return facts_html((words, f"{getattr(counts, field):,}") for field, words in COUNTED.items())


def condition_html(found: Condition, path: Path) -> str:
    """Return where a base is, its size, and the versions behind it."""
    return facts_html([
        ("file", str(path)),
        ("size", size_words(found.size)),
        ("Footnote", found.footnote),
        ("SQLite", found.sqlite),
        ("layout of the base", found.schema),
        ("rules that put names together", found.naming),
        *((f"articles read by the rules {rules}", f"{count:,}") for rules, count in found.reading),
    ])  # fmt: skip


def facts_html(facts: Iterable[tuple[str, str]]) -> str:
    """Return facts as a list of what and how much."""
    rows = "".join(f"<div><dt>{escape(what)}</dt><dd>{escape(value)}</dd></div>" for what, value in facts)
    return f"<dl class='fn-facts'>{rows}</dl>"


def findings_html(found: Sequence[Finding]) -> str:
    """Return what is off in a base, or that nothing is."""
    if not found:
        return (
            "<p class='fn-lead' role='status'>All is well: every place, hash, reference and index fits the texts.</p>"
        )
    rows = "".join(
        f"<li class='fn-failed'><b>{escape(one.check)}</b> {escape(shorten(one.message, limit=300))}</li>"
        for one in found[:FINDINGS]
    )
    more = f"<li>… and {len(found) - FINDINGS:,} more</li>" if len(found) > FINDINGS else ""
    remedy = "Bring back a copy from below, or add the articles named here once more."
    return f"<p role='status'>{len(found):,} things are off. {remedy}</p><ul class='fn-added'>{rows}{more}</ul>"


def size_words(size: int) -> str:
    """Return a number of bytes in words: decimal, as file managers give it."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:,.1f} {name}"
    return f"{size:,} bytes"
