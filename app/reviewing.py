"""What people are asked to decide about names, and what they decided, in words and as markup. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Sequence

from app.found import LABEL_WORDS
from app.marks import Mark, escape, marked, shorten
from app.profiles import entity_link
from app.views import TITLE_LIMIT, article_link
from kb.base.rows import MentionRow, SentenceRow
from kb.merging.decisions import Decision
from kb.merging.review import Proposal, Side

DONE = {  # what was decided, about names put in for {}
    "merge": "{} are one",
    "keep-apart": "{} are kept apart",
    "confirm": "{} are rightly one",
    "split": "A part of {} was taken out",
    "rename": "{} is called {name}",
    "retype": "{} is of the kind {label}",
    "not-a-name": "“{text}” is no name where it stands",
    "undo": "Decision {decision} was taken back",
}


def proposal_html(proposal: Proposal) -> str:
    """Return what is to be decided: the question, how likely, why, and sentences of both sides beside each other."""
    question = "Are these one?" if proposal.do == "merge" else "These are taken for one. Are they?"
    reasons = "; ".join(escape(shorten(reason, limit=TITLE_LIMIT)) for reason in proposal.reasons)
    sides = "".join(_side(side, named=proposal.do == "split") for side in (proposal.one, proposal.other))
    return (
        f"<section class='fn-proposal'><p class='fn-kicker'>{question}</p><div class='fn-two'>{sides}</div>"
        f"<p class='fn-why'>Likely the same: {proposal.score:.0%}. Why: {reasons}.</p></section>"
    )


def _side(side: Side, *, named: bool) -> str:
    """Return one side; with the name that is meant where both sides are one entity by now."""
    entity = side.entity
    kind = escape(LABEL_WORDS.get(entity.label, entity.label))
    known = f" · where it is called <bdi>{escape(shorten(side.name, limit=TITLE_LIMIT))}</bdi>" * named
    sentences = "".join(_sentence(sentence, side) for sentence in side.sentences)
    name = escape(shorten(entity.name, limit=TITLE_LIMIT) or "?")
    return (
        f"<div><h2><a href='{escape(entity_link(entity.id))}'><bdi>{name}</bdi></a></h2>"
        f"<p class='fn-meta'>{kind}{known} · in {entity.documents:,} article{'s' * (entity.documents != 1)}</p>"
        f"{sentences or '<p class=fn-meta>No sentence gives the whole name.</p>'}</div>"
    )


def _sentence(sentence: SentenceRow, side: Side) -> str:
    """Return a sentence with the names marked that stand in it letter by letter."""
    names = (side.entity.name, *side.entity.aliases)
    places = [(sentence.text.find(name), name) for name in names if name]
    marks = [Mark(sentence.start + at, sentence.start + at + len(name), "words") for at, name in places if at >= 0]
    return sentence_html(sentence, marks)


def mention_html(mention: MentionRow) -> str:
    """Return the sentence of a mention with it marked."""
    return sentence_html(mention.sentence, [Mark(mention.start, mention.end, "words")])


def sentence_html(sentence: SentenceRow, marks: Sequence[Mark]) -> str:
    """Return a sentence with its marks, and its article under it."""
    body = marked(sentence.text, marks, start=sentence.start, end=sentence.end, offset=sentence.start)
    title = escape(shorten(sentence.title or "", limit=TITLE_LIMIT) or "Untitled")
    address = escape(article_link(sentence.document, start=sentence.start, end=sentence.end))
    return (
        f"<figure class='fn-cited fn-alone'><blockquote><p dir='auto'>{body}</p></blockquote>"
        f"<figcaption><span class='fn-source'><a href='{address}'><bdi>{title}</bdi></a></span></figcaption></figure>"
    )


def decision_words(decision: Decision) -> str:
    """Return what was decided, in words; texts in it are as they were given."""
    called = decision.what.get("called", ())
    names = " and ".join(f"“{name}”" for name in ([called] if isinstance(called, str) else called))
    given = {"name": f"“{decision.what.get('name', '')}”", "text": "", "label": "", "decision": ""}
    given |= {key: str(decision.what[key]) for key in ("text", "decision") if key in decision.what}
    if "label" in decision.what:
        given["label"] = LABEL_WORDS.get(decision.what["label"], decision.what["label"])
    return DONE[decision.do].replace("{}", "{names}", 1).format(names=names, **given)


def decision_html(decision: Decision) -> str:
    """Return an entry of the ledger: what, who, when, why, and whether it still holds."""
    state = f" · taken back by decision {decision.undone_by}" if decision.undone_by else ""
    why = f" · {escape(shorten(decision.why, limit=TITLE_LIMIT))}" if decision.why else ""
    when = decision.decided.replace("T", " ").split("+")[0]
    what = escape(shorten(decision_words(decision), limit=2 * TITLE_LIMIT))
    return (
        f"<p class='fn-decision'><b>{decision.id}.</b> {what}"
        f"<span class='fn-meta'>{escape(shorten(decision.who, limit=60))} · {escape(when)} UTC{why}{state}</span></p>"
    )
