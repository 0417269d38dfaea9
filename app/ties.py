"""Ties as a picture's data and as marked-up text: what the Graph page and an entity's page show. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from app.contract import Json
from app.found import LABEL_WORDS, LAYER_OF
from app.marks import Mark, escape, shorten, visible
from app.profiles import cited_sentence_html, entity_link
from app.views import TITLE_LIMIT, spoken_date
from kb.base.rows import EntityRow
from kb.network.neighbourhood import Neighbourhood, TieRow, TieSentence
from kb.network.timeline import Dated

NAME_LIMIT = 28  # characters of a name in the picture
LINES = 2_500  # pairs that are drawn, the strongest first: more make a felt, and a browser slow
KIND_WORDS = {
    "claim": "What is said of them", "quote": "Who speaks of whom", "figure": "Figures", "part-of": "Places in places",
    "together": "Named together",
}  # fmt: skip


def graph_link(entity: str, other: str | None = None) -> str:
    """Return the address of the graph around an entity; with the sentences that tie it to another if given."""
    return f"graph?{urlencode({'id': entity} | ({'tie': other} if other else {}))}"


def graph_link_html(entity: str) -> str:
    """Return a link to the graph around an entity."""
    return f"<p><a href='{escape(graph_link(entity))}'>See all ties as a picture</a></p>"


def picture(found: Neighbourhood, *, centre: str, name: str | None = None, tie: str | None = None) -> Json:
    """Return what the picture draws: one point a name, one line a pair, with words for those who do not see it.

    :param name: the entity that is chosen; `tie`: the pair that is chosen, as `pair_id` gives it.
    """
    names = {entity.id: entity.name for entity in found.entities}
    pairs: dict[str, list[TieRow]] = {}
    for each in found.ties:
        pairs.setdefault(pair_id(each.source, each.target), []).append(each)
    counts = dict.fromkeys(names, 0)
    for ties in pairs.values():
        counts[ties[0].source] += 1
        counts[ties[0].target] += 1
    return {
        "names": [_point(entity, counts[entity.id]) for entity in found.entities],
        "ties": [_line(id, ties, names) for id, ties in list(pairs.items())[:LINES]],
        "centre": centre,
        "chosen": {"name": name, "tie": tie},
    }


def pair_id(one: str, other: str) -> str:
    """Return the id of a pair of entities, whatever their order."""
    return "|".join(sorted((one, other)))


def _point(entity: EntityRow, ties: int) -> Json:
    kind = LABEL_WORDS.get(entity.label, entity.label)
    told = f"{_name(entity.name)}, {kind}, in {_articles(entity.documents)}, {ties} tie{'s' * (ties != 1)} shown"
    return {
        "id": entity.id,
        "label": visible(shorten(entity.name, limit=NAME_LIMIT) or "?"),
        "words": told,
        "layer": LAYER_OF.get(entity.label, "topics"),
        "articles": entity.documents,
    }


def _line(id: str, ties: Sequence[TieRow], names: Mapping[str, str]) -> Json:
    """Return one line for all ties of a pair; it has an arrow when all that is said runs one way."""
    told = [tie for tie in ties if tie.kind != "together"]
    ways = {(tie.source, tie.target) for tie in told}
    source, target = ways.pop() if len(ways) == 1 else (ties[0].source, ties[0].target)
    words = "\n".join(tie_words(tie, names) for tie in ties)
    return {
        "id": id,
        "source": source,
        "target": target,
        "told": bool(told),
        "directed": bool(told) and not ways,
        "articles": max(tie.documents for tie in ties),
        "words": f"{words}\n{_articles(max(tie.documents for tie in ties))}",
    }


def tie_words(tie: TieRow, names: Mapping[str, str]) -> str:
    """Return a tie in words: who, what, whom."""
    source, target = _name(names[tie.source]), _name(names[tie.target])
    if tie.kind == "together":
        return f"{source} and {target} are named together"
    return f"{source} – {visible('; '.join(tie.types))} → {target}"


def tie_sentences_html(found: Iterable[TieSentence], names: Mapping[str, str]) -> str:
    """Return the sentences of a tie, each once, with the two names marked and told what ties them."""
    sentences: dict[str, list[TieSentence]] = {}
    for each in found:
        sentences.setdefault(each.sentence.id, []).append(each)
    return "".join(_told(ties, names) for ties in sentences.values())


def _told(ties: Sequence[TieSentence], names: Mapping[str, str]) -> str:
    marks = [
        Mark(start, end, "words")
        for tie in ties
        for start, end in ((tie.source_start, tie.source_end), (tie.target_start, tie.target_end))
    ]
    notes = list(dict.fromkeys(_note(tie, names) for tie in ties))
    if ties[0].original != ties[0].sentence.document:
        notes.append("In a copy of another article, which counts once")
    return cited_sentence_html(ties[0].sentence, marks, notes)


def _note(tie: TieSentence, names: Mapping[str, str]) -> str:
    doubts = [word for word, given in (("denied", tie.negated), ("not stated as certain", tie.hedged)) if given]
    row = TieRow(tie.source, tie.target, tie.kind, (tie.type,) if tie.type else (), 1, 1)
    by = " (by the list of places)" if tie.kind == "part-of" else ""
    return " · ".join([tie_words(row, names) + by, *doubts])


def chosen_head_html(entity: EntityRow) -> str:
    """Return the head over what is told of a name in the picture, with the way to its page."""
    kind = escape(LABEL_WORDS.get(entity.label, entity.label))
    return (
        f"<header class='fn-head'><p class='fn-kicker'>{kind} · in {_articles(entity.documents)}</p>"
        f"<h2 dir='auto'><a href='{escape(entity_link(entity.id))}'>{escape(_name(entity.name))}</a></h2></header>"
    )


def tie_head_html(one: EntityRow, other: EntityRow) -> str:
    """Return the head over the sentences of a tie."""
    names = " and ".join(f"<bdi>{escape(_name(entity.name))}</bdi>" for entity in (one, other))
    return f"<header class='fn-head'><p class='fn-kicker'>Tie</p><h2>{names}</h2></header>"


def tie_label(entity: EntityRow, other: EntityRow, ties: Sequence[TieRow]) -> str:
    """Return what ties an entity to another on one line: what says most, or that they are named together."""
    told = next((tie for tie in ties if tie.kind != "together"), None)
    count = _articles(max(tie.documents for tie in ties))
    if told is None:
        return f"{_name(other.name)}: named together, {count}"
    type = visible(told.types[0] if told.types else KIND_WORDS[told.kind].lower())
    words = (
        f"{type} {_name(other.name)}"
        if told.source == entity.id
        else f"{_name(other.name)} {type} {_name(entity.name)}"
    )
    return f"{words}, {count}" if "…" not in type else f"{_name(other.name)}: {type}, {count}"


def tied_html(entity: EntityRow, near: Neighbourhood) -> str:
    """Return the names tied to an entity, strongest first, each with what ties them and a way to its sentences."""
    names = {each.id: each.name for each in near.entities}
    rows = []
    for other in near.entities[1:]:
        between = [tie for tie in near.ties if {tie.source, tie.target} == {entity.id, other.id}]
        told = " · ".join(escape(tie_words(tie, names)) for tie in between)
        count = _articles(max((tie.documents for tie in between), default=0))
        address = escape(graph_link(entity.id, other.id))
        rows.append(
            f"<li><a href='{escape(entity_link(other.id))}'><bdi>{escape(_name(other.name))}</bdi></a>"
            f"<span class='fn-meta'>{told} · <a href='{address}'>{count}</a></span></li>"
        )
    return f"<ul class='fn-list fn-ties'>{''.join(rows)}</ul>" if rows else ""


def timeline_html(found: Iterable[Dated]) -> str:
    """Return what is dated, the earliest first, each with its sentence."""
    rows = "".join(f"<li><span class='fn-when'>{escape(when(dated))}</span>{_dated(dated)}</li>" for dated in found)
    return f"<ol class='fn-timeline'>{rows}</ol>" if rows else ""


def when(dated: Dated) -> str:
    """Return a period in words: a whole year or month as such, else its first and last day."""
    first, last = dated.first, dated.last
    if first[4:] == "-01-01" and last == f"{first[:4]}-12-31":
        return first[:4]
    if first == last:
        return spoken_date(first)
    return f"{spoken_date(first)} to {spoken_date(last)}"


def _dated(dated: Dated) -> str:
    sentence = dated.sentence
    if dated.kind == "published":
        return cited_sentence_html(sentence, [], ["Article published"], short=True)
    at = sentence.text.find(dated.words)
    marks = [] if at < 0 else [Mark(sentence.start + at, sentence.start + at + len(dated.words), "words")]
    return cited_sentence_html(sentence, marks, [dated.figure] if dated.figure else [])


def _name(name: str) -> str:
    return visible(shorten(name, limit=TITLE_LIMIT) or "?")


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
