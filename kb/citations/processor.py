"""Works rendered in a citation style: the list of works, and each work's citation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography
from citeproc.source.json import CiteProcJSON
from citeproc.string import String

from kb.citations.elements import FIRST_NAMES
from kb.citations.runs import FORMATTER, Runs, to_runs
from kb.citations.styles import LoadedStyle, StyleError

ONE_AT_A_TIME = Lock()  # a loaded style keeps what it is doing in itself, and the app's threads share it
Work = Mapping[str, Any]  # an item of CSL-JSON


@dataclass(frozen=True, slots=True)
class Rendered:
    """Works in a style; both by the works' ids."""

    bibliography: dict[str, Runs]  # in the style's order; empty where the style has none
    citations: dict[str, Runs]  # in the order given: "(Okafor 2011)", "[1]", or the whole of a note


def render(works: Sequence[Work], style: LoadedStyle) -> Rendered:
    """Render works; every citation is written as its work's first.

    :raises StyleError: when the style's own rules fail.
    """
    with ONE_AT_A_TIME:
        return _render(works, style)


def _render(works: Sequence[Work], style: LoadedStyle) -> Rendered:
    keys = {f"w{number}": str(work["id"]) for number, work in enumerate(works)}
    source = CiteProcJSON([{**work, "id": key} for key, work in zip(keys, works, strict=True)])
    bibliography = CitationStylesBibliography(_Engine(style), source, FORMATTER)
    citations = [Citation([CitationItem(key)]) for key in keys]
    try:
        for citation in citations:
            bibliography.register(citation)
        if style.has_bibliography:
            bibliography.sort()
        cited = _told_apart(style, source, citations, bibliography.keys)
        listed = bibliography.bibliography() if style.has_bibliography else []
    except (RecursionError, AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise StyleError(f"the style {style.title!r} cannot be followed ({error!r}): take another") from error
    return Rendered(
        {keys[key]: _runs(style, text) for key, text in zip(bibliography.keys, listed, strict=bool(listed))},
        {id: _runs(style, text) for id, text in zip(keys.values(), cited, strict=True)},
    )


class _Engine:
    """What citeproc-py calls a style, over one that is loaded."""

    def __init__(self, style: LoadedStyle) -> None:
        self.root = style.root

    def sort_bibliography(self, items: list[Any]) -> list[Any]:
        return list(self.root.bibliography.sort(items))

    def render_bibliography(self, items: list[Any]) -> list[Any]:
        """Render all; a work of which a style writes nothing keeps its place, a dash stands for names again."""
        layout = self.root.bibliography.layout
        dashes = self.root.bibliography.get("subsequent-author-substitute")
        listed, before = [], None
        for item in items:
            text = str(next(iter(layout.render_bibliography([item])), ""))
            names = layout.repressed.get(FIRST_NAMES)
            again = dashes is not None and names and names == before and text.startswith(names)
            listed.append(dashes + text.removeprefix(names) if again else text)
            before = names
        return listed


def _told_apart(style: LoadedStyle, source: Any, citations: list[Any], order: list[str]) -> list[str]:
    """Render the citations; where several works have the same, add a letter to the year or what the style has."""
    cited = [_cited(style, citation) for citation in citations]
    counted = Counter(cited)
    if style.root.citation.get("disambiguate-add-year-suffix") == "true":
        same: defaultdict[str, list[str]] = defaultdict(list)
        for citation, text in sorted(
            zip(citations, cited, strict=True), key=lambda one: order.index(one[0].cites[0].key)
        ):
            same[text].append(citation.cites[0].key)
        for keys in same.values():
            for number, key in enumerate(keys if len(keys) > 1 else []):
                source[key]["year_suffix"] = String(_letters(number))
    return [
        _cited(style, citation, ambiguous=True) if counted[text] > 1 else text
        for citation, text in zip(citations, cited, strict=True)
    ]


def _letters(number: int) -> str:
    """Return a to z, then aa, ab and so on."""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def _cited(style: LoadedStyle, citation: Any, *, ambiguous: bool = False) -> str:
    style.root.ambiguous = ambiguous
    try:
        return str(style.root.citation.render(citation, [], lambda item: ""))
    finally:
        style.root.ambiguous = False


def _runs(style: LoadedStyle, text: Any) -> Runs:
    return to_runs(str(text), quotes=style.quotes, inside=style.inside)
