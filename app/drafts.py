"""A checked draft as inert HTML: every sentence marked by its verdict, and what was found for it. Imports no Streamlit.

Whatever comes from the draft or a document goes through `app.marks.escape`.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.marks import Mark, escape, marked
from app.verifying import VERDICT_WORDS, summary
from app.views import sentence_html
from kb.verifying import Finding, Statement


def draft_html(text: str, statements: Sequence[Statement]) -> str:
    """Return the whole draft with its sentences marked; each mark says the verdict and why."""
    marks = [Mark(s.start, s.end, s.verdict, _note(s)) for s in statements]
    return f"<div class='fn-text fn-draft'><p>{marked(text, marks, start=0, end=len(text))}</p></div>"


def summary_html(statements: Sequence[Statement]) -> str:
    """Return how many sentences there are of each verdict."""
    return f"<p class='fn-lead' role='status'>{escape(summary(statements))}.</p>".replace("..</p>", ".</p>")


def statement_html(statement: Statement) -> str:
    """Return a sentence of the draft with its verdict and all that was found for it."""
    findings = "".join(_finding_html(finding) for finding in statement.findings)
    return (
        f"<section class='fn-checked'><p class='fn-kicker fn-is-{statement.verdict}'>"
        f"{VERDICT_WORDS[statement.verdict]}</p><p class='fn-drafted'>{escape(statement.text)}</p>{findings}</section>"
    )


def _note(statement: Statement) -> str:
    return "\n".join(f"{VERDICT_WORDS[f.verdict]}: {f.text}; {f.why}" for f in statement.findings)


def _finding_html(finding: Finding) -> str:
    cited = "" if finding.citation is None else sentence_html(finding.citation)
    others = "".join(sentence_html(citation) for citation in finding.others)
    against = f"<p class='fn-why'>Otherwise:</p>{others}" if others else ""
    return (
        f"<p class='fn-finding'><b>{VERDICT_WORDS[finding.verdict]}</b>: “{_wording(finding)}” "
        f"<span class='fn-why'>{escape(finding.why)}</span></p>{cited}{against}"
    )


def _wording(finding: Finding) -> str:
    """The words of the draft; of a misquote what is too much struck out and what is missing put in."""
    pieces, at = [], finding.start
    for change in finding.differences:
        pieces.append(escape(finding.text[at - finding.start : change.start - finding.start]))
        pieces.append(f"<del>{escape(change.draft)}</del>" if change.draft else "")
        pieces.append(f"<ins>{escape(change.source)}</ins>" if change.source else "")
        at = change.start + len(change.draft)
    return "".join(pieces) + escape(finding.text[at - finding.start :])
