"""Ties, ways, the overview and the timeline as the JSON that scripts read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from app.contract import Json, entity_json
from kb.base.rows import SentenceRow
from kb.network.neighbourhood import Neighbourhood, TieSentence
from kb.network.paths import Hop, Path
from kb.network.timeline import Dated

if TYPE_CHECKING:  # networkx loads only when it is needed
    from kb.graph import Community, Overview, Standing


def neighbourhood_json(found: Neighbourhood) -> Json:
    """Give the names around one, the first in the list, and the ties among them."""
    return {
        "entities": [entity_json(entity) for entity in found.entities],
        "ties": [asdict(tie) for tie in found.ties],
        "left_out": found.left_out,
        "ties_left_out": found.ties_left_out,
    }


def path_json(path: Path) -> Json:
    """Give a way, step by step."""
    return {"hops": [_hop(hop) for hop in path.hops]}


def _hop(hop: Hop) -> Json:
    return {
        "source": entity_json(hop.source),
        "target": entity_json(hop.target),
        "documents": hop.documents,
        "evidence": tie_sentence_json(hop.evidence),
    }


def tie_sentence_json(found: TieSentence) -> Json:
    """Give a sentence that ties two entities, and where the words for the two stand."""
    return {
        "kind": found.kind,
        "type": found.type,
        "source": {"entity": found.source, "start": found.source_start, "end": found.source_end},
        "target": {"entity": found.target, "start": found.target_start, "end": found.target_end},
        "negated": found.negated,
        "hedged": found.hedged,
        "original": found.original,
    } | _cited(found.sentence)


def overview_json(found: Overview) -> Json:
    """Give what the whole graph looks like."""
    return {
        "words": found.words,
        "central": [_standing(standing) for standing in found.central],
        "brokers": [_standing(standing) for standing in found.brokers],
        "communities": [_community(community) for community in found.communities],
    }


def _standing(standing: Standing) -> Json:
    return {"entity": entity_json(standing.entity), "score": round(standing.score, 4), "words": standing.words}


def _community(community: Community) -> Json:
    return {"words": community.words, "entities": [entity_json(entity) for entity in community.entities]}


def dated_json(dated: Dated) -> Json:
    """Give something dated about an entity."""
    when = {"from": dated.first, "to": dated.last, "kind": dated.kind, "text": dated.words, "figure": dated.figure}
    return when | _cited(dated.sentence)


def _cited(sentence: SentenceRow) -> Json:
    whole = {"id": sentence.id, "start": sentence.start, "end": sentence.end, "text": sentence.text}
    return {"document": sentence.document, "title": sentence.title, "evidence": whole}
