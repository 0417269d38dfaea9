"""Figures as rows of a table, as points over time, and side by side across sources. Imports no Streamlit.

Whatever comes from a text goes through `app.marks.escape`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10, sqrt

from app.citing import keep_html
from app.found import figure_note, wording
from app.marks import Mark, escape, marked, shorten
from app.profiles import cited_sentence_html
from app.views import TITLE_LIMIT, article_link, origin_html, spoken_date
from kb.base.passages import Origin
from kb.base.rows import FigureRow, PhraseRow, SentenceRow
from kb.compare import Comparison

AROUND = 90  # characters of a sentence that are shown on either side of a figure
PART_LIMIT = 80  # characters of a part that are shown
SPREAD = 1000  # the largest value over the smallest from which on the scale is logarithmic
LEAST = 2  # points that make a chart
UNDATED = "date not known"
NOT_SAID = "<span class='fn-none'>not said</span>"
VERDICTS = {  # verdict: what it is called, what one such pair does, what several do; in the order in which it is shown
    "differ": ("They differ", "differs", "differ"),
    "revised": ("Revised", "was revised", "were revised"),
    "agree": ("They agree", "agrees", "agree"),
    "other-period": ("Another period", "is of two periods", "are of two periods"),
    "other-scope": ("Another scope", "is of two scopes", "are of two scopes"),
    "other-unit": ("Another unit", "is in two units", "are in two units"),
}
COLUMNS = ("Figure", "Of what", "Whose", "When", "In the sentence")

Origins = Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a chart; both places are shares of its width and height, 0 to 1."""

    across: float
    up: float
    figure: FigureRow


def figures_table_html(figures: Sequence[FigureRow], origins: Origins) -> str:
    """Return figures as a table, each with its sentence and article."""
    head = "".join(f"<th scope='col' role='columnheader'>{name}</th>" for name in COLUMNS)
    rows = "".join(_row(figure, origins) for figure in figures)
    return (
        "<table class='fn-table' role='table'><thead role='rowgroup'>"
        f"<tr role='row'>{head}</tr></thead><tbody role='rowgroup'>{rows}</tbody></table>"
    )


def _row(figure: FigureRow, origins: Origins) -> str:
    value = (
        f"<a href='{escape(_address(figure))}' title='{escape(figure_note(figure))}'>"
        f"<bdi>{escape(shorten(figure.surface, limit=PART_LIMIT))}</bdi></a>"
    )
    period = figure.period
    when = f"<bdi>{escape(shorten(period.surface, limit=PART_LIMIT))}</bdi>" if period else NOT_SAID
    cells = (value, _phrase(figure.of), _phrase(figure.subject), when, _in_sentence(figure, origins))
    return "<tr role='row'>" + "".join(
        f"<td role='cell' data-label='{name}'>{cell}</td>" for name, cell in zip(COLUMNS, cells, strict=True)
    ) + "</tr>"  # fmt: skip


def _phrase(phrase: PhraseRow | None) -> str:
    if phrase is None:
        return NOT_SAID
    return f"<bdi>{escape(shorten(wording(phrase), limit=PART_LIMIT))}</bdi>"


def _in_sentence(figure: FigureRow, origins: Origins) -> str:
    sentence = figure.sentence
    low, high = _cut(sentence, figure.start, figure.end)
    mark = Mark(figure.start, min(figure.end, high), "words")
    body = marked(sentence.text, [mark], start=low, end=high, offset=sentence.start)
    before, after = "… " * (low > sentence.start), " …" * (high < sentence.end)
    title = escape(shorten(sentence.title or "", limit=PART_LIMIT) or "Untitled")
    document = origins.get(sentence.document)
    origin = origin_html(document) if document else ""
    keep = keep_html(f"figure:{figure.id}", told=figure.surface)
    return (
        f"<span dir='auto'>{before}{body}{after}</span><span class='fn-meta'><bdi>{title}</bdi>{origin} · {keep}</span>"
    )


def _cut(sentence: SentenceRow, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of what is shown of a sentence around the characters from `start` to `end`."""
    low, high = max(sentence.start, start - AROUND), min(sentence.end, min(end, start + AROUND) + AROUND)
    text, offset = sentence.text, sentence.start
    if low > offset:
        low = max(low, offset + text.find(" ", low - offset, start - offset) + 1)
    if high < sentence.end:
        high = max(offset + text.rfind(" ", 0, high - offset), min(end, start + AROUND))
    return low, high


def when_words(figure: FigureRow, origins: Origins) -> str:
    """Return the period of a figure as printed, else the day on which its article was printed."""
    if figure.period:
        return figure.period.surface
    document = origins.get(figure.sentence.document)
    return f"printed {spoken_date(document.published)}" if document and document.published else UNDATED


def comparable(figures: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the figures of the kind, unit and rate that most of them have: only these share a scale."""
    if not figures:
        return []
    most = Counter(map(_scale, figures)).most_common(1)[0][0]
    return [figure for figure in figures if _scale(figure) == most]


def _scale(figure: FigureRow) -> tuple[str, str, str | None, bool]:
    return figure.kind, figure.unit, figure.per, figure.change is not None


def points(figures: Sequence[FigureRow], origins: Origins) -> list[Point]:
    """Return the dated ones of some figures of one scale as points, the earliest first."""
    dated = [(day, figure) for figure in figures if (day := _day(figure, origins)) is not None]
    if not dated:
        return []
    values = [figure.value for _, figure in dated]
    low, high = _bounds(values)
    place = log10 if is_logarithmic(values) else float
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    return [
        Point(_share(day, first, last), _share(place(figure.value), place(low), place(high)), figure)
        for day, figure in sorted(dated, key=lambda pair: (pair[0], pair[1].id))
    ]


def is_logarithmic(values: Sequence[float]) -> bool:
    """Whether values lie so far apart that only a logarithmic scale tells the smaller ones apart."""
    return min(values) > 0 and max(values) / min(values) >= SPREAD


def _share(value: float, low: float, high: float) -> float:
    return 0.5 if high == low else (value - low) / (high - low)


def _day(figure: FigureRow, origins: Origins) -> float | None:
    """Return when a figure holds, in years: its period's first day, else the day its article was printed."""
    document = origins.get(figure.sentence.document)
    iso = (figure.period and figure.period.first) or (document and document.published) or ""
    year, month, day = ([*iso.split("-"), "", ""])[:3]
    if not year.isdecimal():
        return None
    return int(year) + (int(month or 1) - 1) / 12 + (int(day or 1) - 1) / 366


def chart_html(placed: Sequence[Point], origins: Origins) -> str:
    """Return points over time as a chart of links, each to its sentence; "" for fewer than two."""
    if len(placed) < LEAST:
        return ""
    values = [point.figure.value for point in placed]
    logarithmic = is_logarithmic(values)
    scale = f"{_unit_words(placed[0].figure)}{', logarithmic scale' * logarithmic}"
    dots = "".join(_dot(point, origins) for point in placed)
    heights = "".join(f"<span>{_short(value)}</span>" for value in _ticks(values, logarithmic=logarithmic))
    years = [int(_day(point.figure, origins) or 0) for point in (placed[0], placed[-1])]
    days = "".join(f"<span>{year}</span>" for year in dict.fromkeys((years[0], sum(years) // 2, years[1])))
    return (
        f"<figure class='fn-chart'><figcaption>{escape(scale)}</figcaption>"
        f"<div class='fn-scale' aria-hidden='true'>{heights}</div>"
        f"<div class='fn-plot' role='group' aria-label='Figures over time'>{dots}</div>"
        f"<div class='fn-days' aria-hidden='true'>{days}</div></figure>"
    )


def _ticks(values: Sequence[float], *, logarithmic: bool) -> tuple[float, float, float]:
    """Return the values at the top, in the middle and at the bottom of a chart."""
    low, high = _bounds(values)
    middle = sqrt(low) * sqrt(high) if logarithmic else (low + high) / 2
    return high, float(f"{middle:.3g}"), low


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    if is_logarithmic(values):
        return min(values), max(values)
    return min(0.0, *values), max(0.0, *values)


def _dot(point: Point, origins: Origins) -> str:
    figure = point.figure
    whose = f", {wording(figure.subject)}" if figure.subject else ""
    words = f"{figure.surface}{whose}, {when_words(figure, origins)}, {figure.sentence.title or 'Untitled'}"
    told = escape(shorten(words, limit=TITLE_LIMIT))
    side = " fn-left" if point.across > 0.5 else ""  # where the words of a point stand, so that they stay on the page
    return (
        f"<a class='fn-point{side}' href='{escape(_address(figure))}' "
        f"style='left:{100 * point.across:.2f}%;bottom:{100 * point.up:.2f}%'><span>{told}</span></a>"
    )


def _unit_words(figure: FigureRow) -> str:
    unit = shorten(figure.unit, limit=PART_LIMIT) or "Number"
    return f"{unit} per {figure.per}" if figure.per else unit


def _short(value: float) -> str:
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{name}"
    return f"{value:,.6g}"


def comparisons_html(found: Sequence[Comparison], origins: Origins, *, limit: int) -> str:
    """Return at most `limit` pairs of figures with their verdicts, differences first, their sentences side by side."""
    order = list(VERDICTS)
    ranked = sorted(found, key=lambda each: order.index(each.verdict.kind))
    return "".join(_compared(comparison, origins) for comparison in ranked[:limit])


def _compared(comparison: Comparison, origins: Origins) -> str:
    verdict = comparison.verdict
    sides = "".join(_side(figure, origins) for figure in (comparison.one, comparison.other))
    return (
        f"<section class='fn-compared fn-is-{escape(verdict.kind)}'><h2>{VERDICTS[verdict.kind][0]}</h2>"
        f"<p class='fn-why'>{escape(shorten(verdict.why, limit=300))}</p><div class='fn-two'>{sides}</div></section>"
    )


def _side(figure: FigureRow, origins: Origins) -> str:
    mark = Mark(figure.start, figure.end, "words")
    origin = origins.get(figure.sentence.document)
    told = (origin.publication, spoken_date(origin.published)) if origin else ()
    notes = [shorten(part, limit=TITLE_LIMIT) for part in told if part]
    return f"<div>{cited_sentence_html(figure.sentence, [mark], [' · '.join(notes)] if notes else [])}</div>"


def verdict_counts(found: Sequence[Comparison]) -> str:
    """Return how many pairs there are, and how many of each verdict, in words."""
    counts = Counter(comparison.verdict.kind for comparison in found)
    told = (f"{counts[kind]:,} {one if counts[kind] == 1 else many}" for kind, (_, one, many) in VERDICTS.items())
    each = ", ".join(words for kind, words in zip(VERDICTS, told, strict=True) if counts[kind])
    return f"{len(found):,} {'pair is' if len(found) == 1 else 'pairs are'} of the same thing: {each}"


def _address(figure: FigureRow) -> str:
    return article_link(figure.sentence.document, start=figure.sentence.start, end=figure.sentence.end)
