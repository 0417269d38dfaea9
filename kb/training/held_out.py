"""What is kept out of training: seven SQuAD articles, and a quarter of the titles of QED and SelQA.

All figures on the reader are measured on these. Texts under their titles are left out of every corpus.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from kb.training.records import Question, read_lines, read_text

# Every fifth of the 33 titles of squad-dev.shared.json.xz in sorted order.
SQUAD_TITLES = (
    "1973_oil_crisis",
    "Computational_complexity_theory",
    "French_and_Indian_War",
    "Intergovernmental_Panel_on_Climate_Change",
    "Normans",
    "Sky_(United_Kingdom)",
    "Victoria_(Australia)",
)
ONE_IN = 4  # titles of QED and SelQA, by hash


def plain_title(title: str) -> str:
    """A title as it is compared: "Southern_California" and "Southern California" are one."""
    return re.sub(r"\W+", " ", unquote(title).replace("_", " ")).strip().lower()


def is_drawn(title: str) -> bool:
    """Whether a title of QED or SelQA is among those kept out."""
    return int(sha256(plain_title(title).encode("utf-8")).hexdigest(), 16) % ONE_IN == 0


def kept_out(data: Path) -> frozenset[str]:
    """The plain titles that are kept out of all training."""
    squad = json.loads(read_text(data / "squad/squad-dev.shared.json.xz"))["data"]
    assert sorted(article["title"] for article in squad)[::5] == list(SQUAD_TITLES), "the split follows its rule"
    qed = {line["title_text"] for line in read_lines(data / "qed/qed-dev.shared.jsonlines")}
    selqa = {row["article"] for row in json.loads(read_text(data / "selqa/selqa-ass-dev.json"))}
    drawn = {plain_title(title) for title in qed | selqa if is_drawn(title)}
    return frozenset(drawn | {plain_title(title) for title in SQUAD_TITLES})


def kept_in(questions: list[Question], titles: frozenset[str]) -> list[Question]:
    """The questions on texts whose titles are not kept out."""
    return [question for question in questions if plain_title(question.source.title) not in titles]
