"""What was found in a text, as marks in layers that a reader switches on and off. Imports no Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.marks import Mark
from kb.base.rows import ClaimRow, FigureRow, MentionRow, PhraseRow, QuoteRow, Shown

LABEL_WORDS = {
    "PERSON": "Person", "ORG": "Organisation", "CITY": "City", "REGION": "Region", "COUNTRY": "Country",
    "PLACE": "Place", "GROUP": "Group", "INDUSTRY": "Industry", "PRODUCT": "Product", "EVENT": "Event",
    "WORK": "Work", "DATE": "Date",
}  # fmt: skip
SPANS = frozenset("second minute hour day week month quarter year decade".split())  # of time, whose plural has an "s"
PRONOUNS = frozenset("he him his she her hers it its they them their theirs".split())
KIND_WORDS = {"money": "Money", "percent": "Share", "count": "Count", "ordinal": "Rank", "other": "Figure"}


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of finding that is shown or hidden as one."""

    name: str  # the CSS class is "fn-" and the name
    title: str
    labels: frozenset[str] = frozenset()  # of the mentions that belong to it
    shown: bool = True  # at first


LAYERS = (
    Layer("people", "People and organisations", frozenset({"PERSON", "ORG", "GROUP"})),
    Layer("places", "Places", frozenset({"CITY", "REGION", "COUNTRY", "PLACE"})),
    Layer("topics", "Industries, events, works", frozenset({"INDUSTRY", "PRODUCT", "EVENT", "WORK"})),
    Layer("dates", "Dates", frozenset({"DATE"}), shown=False),
    Layer("figures", "Figures"),
    Layer("quotes", "Quotes"),
    Layer("claims", "Claims", shown=False),
)
LAYER_OF = {label: layer.name for layer in LAYERS for label in layer.labels}


def found_marks(found: Shown, layers: Collection[str]) -> list[Mark]:
    """Return a mark for every finding in the layers named, in no order."""
    return [mark for mark in _all_marks(found) if mark.layer in layers]


def layer_counts(found: Shown) -> dict[str, int]:
    """Return how many findings each layer has, in the order of `LAYERS`."""
    counts = dict.fromkeys((layer.name for layer in LAYERS), 0)
    for mention in found.mentions:
        counts[LAYER_OF[mention.label]] += 1
    for figure in found.figures:
        counts[_figure_layer(figure)] += 1
    return counts | {"quotes": len(found.quotes), "claims": len(found.claims)}


def _all_marks(found: Shown) -> Iterator[Mark]:
    for mention in found.mentions:
        yield Mark(mention.start, mention.end, LAYER_OF[mention.label], _mention_note(mention))
    for figure in found.figures:
        yield Mark(figure.start, figure.end, _figure_layer(figure), figure_note(figure))
    for quote in found.quotes:
        yield Mark(quote.start, quote.end, "quotes", quote_note(quote))
    for claim in found.claims:
        parts = (claim.subject, claim.predicate, claim.object)
        yield from (Mark(part.start, part.end, "claims", claim_note(claim)) for part in parts if part)


def _figure_layer(figure: FigureRow) -> str:
    return "dates" if figure.kind == "year" else "figures"


def _mention_note(mention: MentionRow) -> str:
    return f"{LABEL_WORDS[mention.label]}: {mention.name or mention.surface}"


def figure_note(figure: FigureRow) -> str:
    """Return a figure's value and what it measures, in words."""
    kind = KIND_WORDS.get(figure.kind, figure.kind.capitalize())
    high = "" if figure.value_high is None else f" to {_number(figure.value_high)}"
    several = figure.kind == "duration" and figure.unit in SPANS and figure.value != 1
    unit = {"percent": "%"}.get(figure.unit, f" {figure.unit}{'s' * several}" if figure.unit else "")
    if figure.kind == "year":
        return f"Year: {figure.surface}"
    modifier = f"{figure.modifier.replace('-', ' ')} " if figure.modifier else ""
    parts = (
        f"{kind}: {modifier}{_number(figure.value)}{high}{unit}",
        figure.change and f"going {figure.change}",
        figure.per and f"per {figure.per}",
        figure.of and f"of: {wording(figure.of)}",
        figure.subject and figure.subject != figure.of and f"for: {meant(figure.subject)}",
        figure.period and f"when: {figure.period.surface}",
    )
    return " · ".join(part for part in parts if part)


def quote_note(quote: QuoteRow) -> str:
    """Return who said the words of a quote."""
    kind = "Quote" if quote.direct else "Reported speech"
    speaker = meant(quote.speaker) if quote.speaker else "speaker not found"
    return f"{kind}: {speaker}"


def claim_note(claim: ClaimRow) -> str:
    """Return a claim as subject, predicate and object, and whether it is denied, doubtful or somebody's."""
    words = " – ".join(meant(part) for part in (claim.subject, claim.predicate, claim.object) if part)
    parts = (
        f"Claim: {words}",
        "denied" if claim.negated else "",
        "not stated as certain" if claim.hedged else "",
        f"said by {meant(claim.speaker)}" if claim.speaker else "",
    )
    return " · ".join(part for part in parts if part)


def meant(phrase: PhraseRow) -> str:
    """Return the whole wording of a phrase, or the name that it stands for where it is a pronoun."""
    words = wording(phrase)
    return phrase.name if phrase.name and words.casefold() in PRONOUNS else words


def wording(phrase: PhraseRow) -> str:
    """Return the whole wording of a phrase."""
    return phrase.full or phrase.surface


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
