"""All corpora with the share of the groups that each has, and what kinds of wrong candidates it may have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.training.held_out import kept_in, kept_out
from kb.training.records import Question
from kb.training.single_sentences import read_qadiscourse, read_qamr, read_qasrl, read_squad_sentences, repeated
from kb.training.squad_layout import read_squad_layout
from kb.training.whole_articles import read_cmu, read_nq, read_qed, read_selqa


@dataclass(frozen=True, slots=True)
class Corpus:
    """How one corpus is used."""

    name: str
    share: float  # of the groups
    wrong: int  # candidates of a group that do not answer
    standalone: bool  # its questions make sense without their sentence, so near misses and refusals can be made of them
    read: Callable[[Path], list[Question]]


# Texts of forum users (squadshifts-reddit, -amazon) and corpora without a clear licence are left out.
CORPORA: Sequence[Corpus] = (
    Corpus("squad", 0.32, 4, True, lambda d: read_squad_layout(d / "squad/squad-dev.shared.json.xz", "squad")),
    Corpus("squadshifts", 0.17, 4, True,
           lambda d: read_squad_layout(d / "squadshifts/squadshifts-new-wiki.json.xz", "squadshifts")),
    Corpus("squad_sentences", 0.17, 4, True,
           lambda d: read_squad_sentences(d / "squad_sentences/squad-train-sentences.jsonl.xz")),
    Corpus("nq_oracle", 0.06, 4, True, lambda d: read_nq(d / "nq_oracle/nq-open-oracle.jsonl.xz")),
    Corpus("qed", 0.02, 4, True, lambda d: read_qed(d / "qed/qed-dev.shared.jsonlines")),
    Corpus("selqa", 0.03, 5, True, lambda d: read_selqa(d / "selqa/selqa-ass-dev.json")),
    Corpus("cmu_qa", 0.02, 4, True, lambda d: read_cmu(d / "cmu_qa")),
    Corpus("covid_qa", 0.02, 4, True,
           lambda d: read_squad_layout(d / "covid_qa/covidqa-200423.json.xz", "covid_qa")),
    Corpus("tatqa", 0.01, 4, False, lambda d: read_squad_layout(d / "tatqa_text/tatqa-text-spans.json.xz", "tatqa")),
    Corpus("qamr", 0.11, 1, False, lambda d: read_qamr(d / "qamr")),
    Corpus("qadiscourse", 0.04, 1, False, lambda d: read_qadiscourse(d / "qadiscourse")),
    Corpus("qasrl_gs", 0.03, 1, False, lambda d: read_qasrl(d / "qasrl_gs")),
)  # fmt: skip


def read_corpora(data: Path) -> dict[str, list[Question]]:
    """The questions of every corpus, without what is kept out."""
    titles = kept_out(data)
    found = {corpus.name: kept_in(corpus.read(data), titles) for corpus in CORPORA}
    for corpus in CORPORA:
        if not corpus.standalone:
            vague = frozenset(repeated(found[corpus.name]))
            found[corpus.name] = [q for q in found[corpus.name] if q.text.lower() not in vague]
    return found
