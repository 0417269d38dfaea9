"""Everything that answers are measured on, beside its goal: `python -m tests.bench.answers ../shared [--only PARTS]`.

Parts: `dev`, the SQuAD articles kept out of all training, through the command line and `../shared/evaluate`; `errors`
there, by kind of question; `refusals`; `given`, sentences ranked where the candidates are given (SelQA, QED); `gold`;
`kinds` of question; `differ`, the comparing of sources; `claims` checked; `speed`, beside peers (peers_run.py says
where these may be). Some quarter of an hour without `speed`, whose bases take another one to make; they are kept in
`--bases`. The last line is the share of questions whose first cited sentence is right.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from kb import Answer, ask
from kb.ingest import ingest
from kb.questions import read_question
from kb.reader import Reader
from kb.store import Store, open_store
from kb.training.held_out import SQUAD_TITLES, is_drawn
from kb.training.whole_articles import read_qed, read_selqa
from tests.bench import asking_speed, comparisons, fit_confidence, verify
from tests.bench.reader import DATA, Asked, articles, bm25_order, f1, precision, read_order
from tests.bench.table import Row, share, show
from tests.kb import question_score

HEADLINE = "cited sentence hit@1"
# By the names of ../shared/evaluate: what is measured, its goal, whether that is the most it may be.
DEV: dict[str, tuple[str, float | None, bool]] = {
    "hit@1": (HEADLINE, 0.86, False),
    "hit@5": ("cited sentence hit@5", 0.96, False),
    "EM": ("answer, EM", 0.68, False),
    "F1": ("answer, F1", 0.78, False),
    "refused at 10% false": ("near misses refused, at 10 % false refusals", 0.60, False),
    "calibration error": ("calibration error", 0.05, True),
    "refused unanswerable": ("near misses refused, as shipped", None, False),
    "false refusal": ("false refusals, as shipped", None, True),
    "exact citations": ("citations exact", 1.0, False),
    "seconds median": ("seconds a question, median", 0.25, True),
    "seconds p95": ("seconds a question, 95 of 100", 0.5, True),
}
# 32 of the 35 questions that have an answer, 6 of the 7 that have none, both together.
GOLD = {"handled": 38 / 42, "right answer": 32 / 35, "right citation": 32 / 35, "refused unanswerable": 6 / 7}
OFF_TOPIC_GOAL, MAP_GOAL, QED_GOAL, DIFFER_GOAL = 0.97, 0.88, 0.80, 0.90
RIGHT = 0.5  # F1 of the words from which an answer counts as right


@dataclass(frozen=True, slots=True)
class Given:
    """What the measurements take."""

    shared: Path
    sample: int  # questions of each set at most
    bases: Path


def evaluated(given: Given, command: str, *options: str) -> dict[str, tuple[float, int]]:
    """The table of ../shared/evaluate: share and number by row."""
    script = given.shared / "evaluate/evaluate.py"
    line = [sys.executable, script, command, "--kb", asking_speed.KB, *options]
    done = subprocess.run(line, text=True, stdout=subprocess.PIPE, check=True)
    return dict(_table_rows(done.stdout))


def _table_rows(printed: str) -> Iterator[tuple[str, tuple[float, int]]]:
    for line in printed.splitlines():
        name, *numbers = line.rsplit(maxsplit=2)
        if len(numbers) == 2 and numbers[1].isdigit():
            yield name.strip(), (float(numbers[0]), int(numbers[1]))


def dev(given: Given) -> Iterator[Row]:
    """The articles kept out of training, as one base, through the command line."""
    found = evaluated(given, "squad", "--titles", *SQUAD_TITLES, "--sample", str(given.sample))
    for key, (name, goal, under) in DEV.items():
        value, size = found[key]
        yield Row(name, value, goal=goal, size=size, under=under)


def errors(given: Given) -> Iterator[Row]:
    """What became of the same questions, by kind."""
    documents, asked = articles()
    chosen = random.Random(1).sample(asked, min(given.sample, len(asked)))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        ingest(store, documents)
        for each in chosen:
            verdict = outcome(each, ask(store, each.text))
            counts[read_question(each.text).kind][verdict] += 1
            counts["all"][verdict] += 1
    for kind, count in sorted(counts.items(), key=lambda item: -item[1].total()):
        wrong = ", ".join(f"{name} {number}" for name, number in count.most_common() if name != "right")
        yield Row(f"errors, {kind}: none", share(count["right"], count.total()), size=count.total(), note=wrong)


def outcome(asked: Asked, answer: Answer) -> str:
    """What became of a question, in words."""
    if answer.text is None:
        return "refused wrongly" if asked.answers else "right"
    if not asked.answers:
        return "near miss answered"
    if max(f1(answer.text, gold) for gold in asked.answers) >= RIGHT:
        return "right"
    first = [(c.document, c.start, c.end) for c in answer.citations[:1]]
    return "other words of the right sentence" if asking_speed.hit(asked, first) else "another sentence"


def refusals(given: Given) -> Iterator[Row]:
    """What is refused where a tenth of the answerable questions is, by how sure the answers are."""
    documents, asked = articles()
    chosen = random.Random(1).sample(asked, min(given.sample, len(asked)))
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "base.db"))) as store:
        ingest(store, documents)
        seen = [fit_confidence.see(store, each, off=False) for each in chosen]
        seen += [fit_confidence.see(store, each, off=True) for each in chosen if each.answers]
    sure = {sort: [s.findings["sureness"] for s in seen if s and s.sort == sort] for sort in ("known", "near", "off")}
    cut = np.quantile(sure["known"], fit_confidence.FALSE_REFUSALS)
    for sort, name, goal in (("near", "near misses", None), ("off", "off-topic", OFF_TOPIC_GOAL)):
        refused = share(sum(score < cut for score in sure[sort]), len(sure[sort]))
        yield Row(f"{name} refused by sureness, at 10 % false refusals", refused, goal=goal, size=len(sure[sort]))


def given_candidates(given: Given) -> Iterator[Row]:
    """Sentences ranked by the reader alone; articles kept out of its training."""
    reader = Reader()
    selqa = [q for q in read_selqa(DATA / "selqa/selqa-ass-dev.json") if is_drawn(q.source.title)][: given.sample]
    qed = [q for q in read_qed(DATA / "qed/qed-dev.shared.jsonlines") if is_drawn(q.source.title)][: given.sample]
    means = [
        statistics.mean(precision(order(question), question.golds) for question in selqa)
        for order in (partial(read_order, reader), bm25_order)
    ]
    yield Row("SelQA dev, MAP", means[0], {"BM25": means[1]}, goal=MAP_GOAL, size=len(selqa))
    right = statistics.mean(read_order(reader, question)[0] in question.golds for question in qed)
    yield Row("QED dev, right sentence", right, goal=QED_GOAL, size=len(qed))


def gold(given: Given) -> Iterator[Row]:
    """Our own questions on the seed article, through the command line."""
    for name, (value, size) in evaluated(given, "gold").items():
        yield Row(f"gold, {name}", value, goal=GOLD.get(name), size=size)


def kinds(_: Given) -> Iterator[Row]:
    """Kinds of question on unrelated articles, the set kept apart beside the one that was looked at."""
    counts: defaultdict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for part in ("seen", "kept"):
        with closing(Store(Database(memory=True))) as store:
            question_score.fill(store, part)
            for kind, count in question_score.totals(store, question_score.questions(part)).items():
                counts[kind][part] = count
                counts["all kinds"][part] = counts["all kinds"].get(part, Counter()) + count
    for kind, parts in counts.items():
        total = sum(parts.values(), Counter[str]())
        note = ", ".join(f"{part} {count['right']}/{count.total()}" for part, count in parts.items())
        note += f"; refused {total['refused']}, wrong {total['wrong']}"
        yield Row(f"kinds, {kind}: right", share(total["right"], total.total()), size=total.total(), note=note)


def differ(_: Given) -> Iterator[Row]:
    """Pairs of figures labelled blind."""
    found = Counter((row["label"] == "differ", verdict == "differ") for row, verdict, _ in comparisons.verdicts())
    right = found[True, True]
    said, labelled = right + found[False, True], right + found[True, False]
    yield Row("comparing, precision of “differ”", share(right, said), goal=DIFFER_GOAL, size=said)
    yield Row("comparing, recall of “differ”", share(right, labelled), size=labelled)


def claims(_: Given) -> Iterator[Row]:
    """Claims with their evidence, beside a majority guess."""
    return verify.claim_rows()


def speed(given: Given) -> Iterator[Row]:
    """Seconds and memory at 10,000 and 250,000 sentences."""
    return asking_speed.rows(given.bases, given.sample)


PARTS: dict[str, Callable[[Given], Iterator[Row]]] = {
    "speed": speed, "refusals": refusals, "given": given_candidates, "gold": gold, "kinds": kinds, "differ": differ,
    "claims": claims, "errors": errors, "dev": dev,
}  # fmt: skip


def main() -> None:
    """Measure the parts, print the table and the headline."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts, by commas: {', '.join(PARTS)}")
    parser.add_argument("--sample", type=int, default=600, help="questions of each set at most")
    parser.add_argument("--bases", type=Path, default=Path(tempfile.gettempdir(), "footnote-bench"), help="for speed")
    given = parser.parse_args()
    table = []
    for part in given.only.split(","):
        table += PARTS[part](Given(given.shared.resolve(), given.sample, given.bases))
        print(f"measured: {part}", file=sys.stderr)  # the whole takes long
    print(show(table))
    for row in table:
        if row.name == HEADLINE:
            print(f"{HEADLINE}: {row.ours:.4f}")


if __name__ == "__main__":
    main()
