"""The records that all texts together yield, and what a question gets back.

Offsets are as in `extract.types`: characters of the document's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

ANSWER_KINDS = (
    "who", "what", "where", "when", "why", "how", "how-many", "how-much", "how-long", "how-old", "share", "yes-no",
    "list", "compare", "definition", "quote", "table",
)  # fmt: skip
REFUSALS = ("no-evidence", "unknown-name", "weak-evidence", "empty-base")


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions refer to, in one document or many: a view over them, never the only copy."""

    id: str
    name: str  # the canonical name
    label: str  # one of extract.types.MENTION_LABELS
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A whole sentence of a document that supports an answer, and the words in it that answer."""

    document: str
    title: str | None
    source: str  # path or url
    start: int
    end: int
    text: str  # the sentence, exactly as stored
    score: float
    answer_start: int | None = None  # the words that answer, inside [start, end); None: supports without stating it
    answer_end: int | None = None
    publication: str | None = None
    published: str | None = None
    why: str = ""  # why it was cited, in words for people

    @property
    def answer(self) -> str | None:
        """The words that answer, or None."""
        if self.answer_start is None or self.answer_end is None:
            return None
        return self.text[self.answer_start - self.start : self.answer_end - self.start]


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list or table answer."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another value that the sources give for the same thing."""

    text: str
    citation: Citation


class UncitedAnswer(ValueError):
    """Raised when an answer that asserts something is made without a citation."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, or the reason why there is none.

    :raises UncitedAnswer: when it asserts something without a citation.
    """

    question: str
    kind: str  # one of ANSWER_KINDS
    text: str | None  # None exactly when `reason` is given
    score: float  # 0-1
    citations: tuple[Citation, ...] = ()  # best first; nearest sentences when refused
    items: tuple[Item, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reason: str | None = None  # one of REFUSALS
    note: str = ""  # for people: the reckoning, how the question was understood, what was not sure

    def __post_init__(self) -> None:
        if (self.text is None) != (self.reason is not None):
            raise ValueError(f"an answer has either a text or a reason, not {self.text!r} and {self.reason!r}")
        if self.text is not None and not self.citations:
            raise UncitedAnswer(f"answer {self.text!r} cites nothing")
        if any(not item.citations for item in self.items):
            raise UncitedAnswer("an item of a list cites nothing")

    @property
    def abstained(self) -> bool:
        """Whether the sources do not say."""
        return self.reason is not None
