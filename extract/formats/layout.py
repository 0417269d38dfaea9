"""Lines as they stand on pages to running text: paragraphs put together, page headers and broken words repaired."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_MARGIN = 0.12  # of the page's height; headers and footers stand above and below it
_WIDER_GAP = 1.25  # times the usual distance of two lines: the next paragraph begins
_INDENT = 0.6  # of the line's height: a first line set in by as much begins a paragraph
_OTHER_SIZE = 0.12  # of the line's height: a heading
_NEAR = 6  # lines before and after, which show how wide the column is
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_OPENING = re.compile(r"[\"'“‘«(\[]*[A-Z0-9À-ÞΑ-ΩА-Я]|[•▪■●–—*]\s?")
_BULLET = re.compile(r"[•▪■●◦‣]")
_BROKEN = re.compile(r"([^\W_]+)-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_KEPT_HYPHENS = frozenset("all cross ex half high long low self short vice well".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page. Distances are in points, upwards from the foot of the page and from its left edge."""

    text: str  # a hyphen at its end stands for any hyphen, also one that only the line end called for
    left: float
    right: float
    depth: float  # 0 at the top of the page, 1 at its foot
    top: float
    height: float


def running_text(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of all pages: paragraphs set apart by a blank line, in the order given."""
    furniture = _furniture(pages)
    lines = [line for page in pages for line in page if _signature(line) not in furniture]
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text.rstrip("-")))
    return "\n\n".join(_joined(paragraph, words) for paragraph in _paragraphs(lines))


def _furniture(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Return what stands at the same place in the margin of several pages, numbers aside."""
    counts = Counter(
        signature
        for page in pages
        for signature in {_signature(line) for line in page if not _MARGIN < line.depth < 1 - _MARGIN}
    )
    return {signature for signature, count in counts.items() if count >= min(3, max(2, len(pages) // 2))}


def _signature(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    if not lines:
        return
    gap = _usual_gap(lines)
    paragraph = [lines[0]]
    for index, (line, following) in enumerate(pairwise(lines)):
        column = [
            near
            for near in lines[max(0, index - _NEAR) : index + _NEAR]
            if not _other_size(near, line) and near.left < line.right and near.right > line.left
        ]
        if _begins_paragraph(line, following, column, gap):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    yield paragraph


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines, in heights of a line."""
    gaps = [(line.top - below.top) / line.height for line, below in pairwise(lines) if line.height > 0]
    return median([gap for gap in gaps if 0.5 < gap < 4] or [1.2])


def _begins_paragraph(line: Line, following: Line, column: Sequence[Line], gap: float) -> bool:
    if _BULLET.match(following.text) or _other_size(line, following):
        return True
    drop = line.top - following.top
    if drop < -line.height / 2 or drop > 6 * line.height:  # the next column, page or article
        return bool(_SENTENCE_END.search(line.text))
    if drop > _WIDER_GAP * gap * line.height:
        return True
    edge = min((near.left for near in column), default=line.left)
    if following.left - line.left > _INDENT * line.height and line.left - edge < _INDENT * line.height:
        return drop > line.height / 2
    return _stops_short(line, following, column) and bool(_OPENING.match(following.text))


def _other_size(line: Line, other: Line) -> bool:
    return abs(line.height - other.height) > _OTHER_SIZE * max(line.height, other.height)


def _stops_short(line: Line, following: Line, column: Sequence[Line]) -> bool:
    """Tell whether the next line's first word would have fitted on this line, so that the break was meant."""
    width = (line.right - line.left) / len(line.text)
    word = len(following.text.split(maxsplit=1)[0]) + 2
    return max((near.right for near in column), default=line.right) - line.right > word * width


def _joined(paragraph: Sequence[Line], words: Counter[str]) -> str:
    text = paragraph[0].text
    for line in paragraph[1:]:
        broken, first = _BROKEN.search(text), _FIRST_WORD.match(line.text)
        if broken is None or first is None:
            text += " " + line.text
        elif _is_compound(broken[1], first[0], words):
            text += line.text
        else:
            text = text[:-1] + line.text
    return text


def _is_compound(head: str, tail: str, words: Counter[str]) -> bool:
    """Tell "well-" + "known" from "eco-" + "nomic": by the rest of the text, else by how English is written."""
    with_hyphen, without = words[f"{head}-{tail}".lower()], words[f"{head}{tail}".lower()]
    if with_hyphen != without:
        return with_hyphen > without
    return not (head.isalpha() and tail.isalpha() and tail.islower()) or head.lower() in _KEPT_HYPHENS
