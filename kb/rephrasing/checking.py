"""What a server wrote against the sentences it cites: nothing new may stand in it, and nothing said otherwise.

Strict on purpose: a written sentence that only may be right is refused. Each must carry citation marks; hold no sign of
markup; have every word, figure and name from the sentences it cites; and make only claims that these make, with the
same denials, doubts and speakers, in the same roles. What is said in really other words is refused too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from extract.types import Document
from kb.base.rows import PhraseRow
from kb.ingest import Extractor, ingest
from kb.store import Store, open_store
from kb.types import Citation
from kb.verifying.draft import MEMORY
from kb.verifying.figures import check_figures
from kb.verifying.judging import Both, judge
from kb.verifying.quotes import check_quotes
from kb.verifying.roles import roles_of
from kb.verifying.said import Said, read_said
from kb.words.polarity import is_negated
from kb.words.terms import plain, read_words, root

MOST_CHARACTERS, MOST_SENTENCES = 1500, 5
MARKED = re.compile(r"([^\[\]]+?)\s*((?:\[\d{1,3}\]\s*)+)([.!?]?)(?=\s|\Z)")
# Letters, figures and the marks of plain prose; no markup, no control or direction signs, no links.
PROSE = re.compile(r"[^\W_]|[\d \n.,;:'’‘\"“”()$€£¥%&/?!–—-]|\[\d{1,3}\]")
LINK = re.compile(r"://|www\.|\]\s?\(", re.IGNORECASE)
# Words of grammar alone: with them nothing new is said. "Not", "all", "only", "more", "before" are none of them.
FREE = frozenset(
    """a an the of in on at by for to and is are was were be been being has have had do does did it its they their them
    he she his her him that which who whose this these those as with from""".split()
)
Fault = str


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence that a server wrote, without its marks, and the numbers of the sentences it cites, from 1."""

    text: str
    cited: tuple[int, ...]

    @property
    def marked(self) -> str:
        """The sentence with its marks, as it is shown."""
        marks = "".join(f"[{number}]" for number in self.cited)
        return f"{self.text[:-1]} {marks}{self.text[-1]}"


def read_written(text: str) -> tuple[Written, ...] | Fault:
    """The sentences of a text with their marks; or why it is refused, in words for people."""
    text = " ".join(text.split())
    if len(text) > MOST_CHARACTERS:
        return f"the server wrote more than {MOST_CHARACTERS} characters"
    if PROSE.sub("", text) or LINK.search(text):
        return "the server wrote something other than plain sentences"
    found, end = [], 0
    for match in MARKED.finditer(text):
        if text[end : match.start()].strip():
            break
        words = match[1].strip().rstrip(".!?")
        found.append(Written(f"{words}{match[3] or '.'}", tuple(map(int, re.findall(r"\d+", match[2])))))
        end = match.end()
    if text[end:].strip() or not found or any(re.search(r"[.!?] +[A-Z]", each.text) for each in found):
        return "the server wrote a sentence without a citation"
    return tuple(found) if len(found) <= MOST_SENTENCES else f"the server wrote more than {MOST_SENTENCES} sentences"


def wrong_with(
    written: Sequence[Written], citations: Sequence[Citation], extract: Extractor | None = None
) -> Fault | None:  # fmt: skip
    """Why what was written is refused, in words for people; None where the cited sentences bear it out."""
    for each in written:
        if missing := [number for number in each.cited if not 1 <= number <= len(citations)]:
            return f"the server cited sentence {missing[0]}, which is not there"
        if fault := _new_words(each, [citations[number - 1].text for number in each.cited]):
            return fault
    return _says_otherwise(written, citations, extract)


def _new_words(written: Written, cited: Sequence[str]) -> Fault | None:
    """A word, figure or name that the cited sentences do not have, or a denial more or less than they have."""
    words = [word for text in cited for word in read_words(text)]
    figures, roots = {word.surface for word in words}, {word.root for word in words}
    for word in read_words(written.text):
        is_figure = word.surface[0].isdigit()
        if word.surface not in figures if is_figure else word.root not in roots and plain(word.surface) not in FREE:
            return f"the server wrote “{word.surface}”, which the cited sentence does not have"
    if is_negated(written.text) != any(is_negated(text) for text in cited):
        return "the server's sentence and the cited one do not deny the same"
    return None


def _says_otherwise(
    written: Sequence[Written], citations: Sequence[Citation], extract: Extractor | None
) -> Fault | None:  # fmt: skip
    sources = {f"s{n}": (citation.text, citation.title) for n, citation in enumerate(citations, 1)}
    drafts = {f"w{n}": (each.text, None) for n, each in enumerate(written)}
    with closing(_base(sources, extract)) as base, closing(_base(drafts, extract)) as draft:
        for number, each in enumerate(written):
            evidence = _sentences(base, [f"s{cited}" for cited in each.cited])
            said = _sentences(draft, [f"w{number}"])
            if len(said) != 1 or not said[0].claims:
                return f"it could not be told what “{each.text}” says"
            if fault := next(_faults(base, said[0], evidence), None):
                return f"“{fault}” is not what the cited sentence says"
    return None


def _base(texts: Mapping[str, tuple[str, str | None]], extract: Extractor | None) -> Store:
    store = open_store(MEMORY)
    documents = [Document(id, text, f"/{id}", id, title) for id, (text, title) in texts.items()]
    ingest(store, documents, workers=1, extract=extract)
    return store


def _sentences(store: Store, documents: Sequence[str]) -> list[Said]:
    return read_said(store, [row for document in documents for row in store.sentences(document)])


def _faults(base: Store, said: Said, evidence: Sequence[Said]) -> Iterator[str]:
    """The figures, quotes and claims of a written sentence that the cited ones do not bear out."""
    findings = [*check_figures(said, evidence), *check_quotes(base, said)]
    yield from (finding.text for finding in findings if finding.kind == "quote" and finding.verdict != "supported")
    yield from (finding.text for finding in findings if finding.verdict == "contradicted")
    for claim in said.claims:
        one = roles_of(claim)
        sides = (Both(said, claim, one, each, other, roles_of(other)) for each in evidence for other in each.claims)
        if not any(_bears_out(both) for both in sides):
            yield " ".join(part.surface for part in (claim.subject, claim.predicate, claim.object) if part)


def _bears_out(both: Both) -> bool:
    """Whether a cited claim says the same, with the same doubts, of the same speaker."""
    told = judge(both)
    if told is None or told[0] != "supported" or both.mine.hedged != both.other.hedged:
        return False
    speakers = [{root(word.surface) for word in read_words(s.surface)} if s else None for s in _speakers(both)]
    return speakers[0] == speakers[1]


def _speakers(both: Both) -> tuple[PhraseRow | None, PhraseRow | None]:
    return both.mine.speaker, both.other.speaker
