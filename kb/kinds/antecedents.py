"""The name that "it" or "the city" stands for, where no other could be meant. Pure.

Beside the references that the extraction found, for sentences in which it found none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kb.base.rows import MentionRow, SentenceRow
from kb.kinds.slots import NAMED, Holder

SUBJECT_STARTS = re.compile(r"\W*(?:(?:the|in|by|of|at|on|city|port|town|company|\d{4}|[A-Z]{3,})\b\W*)*")
POINTS = re.compile(
    r"\b(?:its?|there|they|the (?:city|town|company|country|port|firm|state|region|island|club))\b", re.IGNORECASE
)
# "Due to its many plants, Socotra has been listed": the first name, the subject behind an opening phrase.
INTRODUCED = re.compile(
    r"(?:Due to|Despite|With|In|On|At|After|Before|As|Since|Because of|Thanks to|Under|During|For|By|From|Once|Now)"
    r"\b[^.;:]{0,200}, (?:the )?"
)
VERB_BEHIND = re.compile(r" (?:has|is|was|had|lies|remains|became|now|also)\b")
BACK = 2  # sentences over which "it" is followed to a name


def antecedent_of(
    sentence: SentenceRow,
    mentions: Mapping[str, Sequence[MentionRow]],
    at: Mapping[tuple[str, int], SentenceRow],
) -> Holder | None:  # fmt: skip
    """The name that "it" stands for: the subject that opens this sentence, or else the one before.

    Only where no other name could be meant.
    """
    for back in range(BACK + 1):
        row = at.get((sentence.document, sentence.number - back))
        if row is None or row.paragraph != sentence.paragraph:
            return None
        names = [m for m in mentions.get(row.id, ()) if m.label in NAMED and m.entity and m.name]
        if back == 0:
            pointing = POINTS.search(row.text)
            names = [m for m in names if pointing and m.end <= row.start + pointing.start()]
        opening = SUBJECT_STARTS.match(row.text)
        opens = row.start + (opening.end() if opening else 0)
        first = next((m for m in names if row.start <= m.start <= opens + 1 or _of_first(row, m)), None)
        first = first or next((m for m in names[:1] if _introduced(row, m)), None)
        if first is not None and first.entity and first.name:
            return Holder(first.entity, first.name, first.label, first.start, first.end, True)
        if names:
            return None
    return None


def _of_first(row: SentenceRow, mention: MentionRow) -> bool:
    """Whether a name stands in the subject that opens the sentence: "The population of Porto fell"."""
    before = row.text[: mention.start - row.start]
    return bool(re.fullmatch(r"(?:In \d{4},? )?(?:The |the )?(?:\w+ ){1,3}(?:of|in) (?:the \w+ of )?", before))


def _introduced(row: SentenceRow, mention: MentionRow) -> bool:
    """Whether a name is the subject behind the phrase that opens the sentence."""
    before, behind = row.text[: mention.start - row.start], row.text[mention.end - row.start :]
    return bool(INTRODUCED.fullmatch(before) and VERB_BEHIND.match(behind))
