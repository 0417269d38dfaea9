"""A quote of a draft against the base: the same words of the same speaker, the nearest wording, or another speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.base.rows import PhraseRow, QuoteRow, SentenceRow
from kb.retrieve import in_sure_order
from kb.store import Store
from kb.verifying.evidence import cite
from kb.verifying.records import Difference, Finding
from kb.verifying.said import Said, content_roots, read_said
from kb.verifying.wording import Nearest, nearest_wording, same_wording
from kb.words.terms import is_stopword, other_forms, plain, read_words, root

SEARCHED = 30  # sentences taken from the index
BESIDE = 2  # sentences on each side: a quote may run over several
MOST_CHARACTERS = 3000  # of a quote and of a passage
ALIGNED = 4  # passages with most words of the quote that are aligned with it
FEWEST_WORDS = 3  # of a quote for which a near wording is looked for
SHORT = 6  # words: below, more of them must be the same
NEAR, NEAR_SHORT, NEAR_OTHER = 0.6, 0.7, 0.85  # likeness; the last where somebody else said the like
COMMON = 0.5  # of the quote's content words that the nearest wording must have
BEST = ("supported", "contradicted", "misquoted", "not-found")  # of several passages with the words
# Of two names they make no one name.
PARTICLES = frozenset(map(root, "al el de la le van von der den bin ibn ben abu mr mrs ms dr sir lord st jr".split()))
PRONOUNS = frozenset("he she they it i we you who him her them".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow each other, with their exact text."""

    sentences: tuple[SentenceRow, ...]
    text: str

    @property
    def start(self) -> int:
        """Where it begins in its document."""
        return self.sentences[0].start


def check_quotes(store: Store, draft: Said) -> Iterator[Finding]:
    """Yield a finding for every direct quote that begins in a sentence of a draft."""
    for quote in draft.quotes:
        if quote.direct:
            yield _check(store, quote)


def _check(store: Store, quote: QuoteRow) -> Finding:
    passages = _passages(store, quote.surface[:MOST_CHARACTERS])
    place = ("quote", quote.start, quote.end, quote.surface)
    exact = [(p, span) for p in passages if (span := same_wording(quote.surface[:MOST_CHARACTERS], p.text))]
    findings = [_same_words(store, quote, passage, *span) for passage, span in exact]
    if findings:
        return min(findings, key=lambda finding: BEST.index(finding.verdict))
    return _nearest(store, quote, passages) or Finding(*place, "not-found", "no sentence has words like these")


def _passages(store: Store, words: str) -> list[Passage]:
    content = [word.surface for word in read_words(words) if not is_stopword(word.surface)]
    terms = dict.fromkeys(form for word in content for form in other_forms(plain(word)))
    hits = [hit for wanted in ([words], list(terms)) for hit in in_sure_order(store.search(wanted, limit=SEARCHED))]
    around = store.surroundings(list(dict.fromkeys(hit.sentence.id for hit in hits)), distance=BESIDE)
    return [passage for run in _runs(around) if (passage := _passage(store, run))]


def _runs(sentences: Sequence[SentenceRow]) -> Iterator[list[SentenceRow]]:
    """Sentences that follow each other in one document, each run of bounded length."""
    run: list[SentenceRow] = []
    for row in sentences:
        last = run[-1] if run else None
        follows = last and (row.document, row.number) == (last.document, last.number + 1)
        if run and not (follows and row.end - run[0].start <= 2 * MOST_CHARACTERS):
            yield run
            run = run[-BESIDE:] if follows else []
        run.append(row)
    if run:
        yield run


def _passage(store: Store, run: Sequence[SentenceRow]) -> Passage | None:
    text = store.text_between(run[0].document, run[0].start, run[-1].end)
    return Passage(tuple(run), text) if text else None


def _same_words(store: Store, quote: QuoteRow, passage: Passage, start: int, end: int) -> Finding:
    """A quote whose exact words stand in a passage: it still matters who said them."""
    place = ("quote", quote.start, quote.end, quote.surface)
    said, held = _at(store, passage, start, end)
    citation = cite(said, *_inside(said, passage.start + start, passage.start + end))
    wording = passage.text[start:end]
    if held is None:
        return Finding(*place, "not-found", "these words stand there, but are nobody's", wording, citation)
    speaker = _name(held.speaker)
    if _is_other(quote.speaker, held.speaker):
        why = f"the same words, but {speaker} said them, not {_name(quote.speaker)}"
        return Finding(*place, "contradicted", why, speaker, citation)
    if _known(quote.speaker) and not _known(held.speaker) and not _is_named(store, passage, quote.speaker):
        why = f"the same words, but their article does not name {_name(quote.speaker)}"
        return Finding(*place, "contradicted", why, speaker, citation)
    if not held.direct:
        return Finding(*place, "misquoted", "the source reports this, not word for word", wording, citation)
    known = _known(quote.speaker) and _known(held.speaker)
    why = "the same words" + (f" of {speaker}" if known else "; who said them was not compared")
    return Finding(*place, "supported", why, wording, citation)


def _nearest(store: Store, quote: QuoteRow, passages: Sequence[Passage]) -> Finding | None:
    words = content_roots(quote.surface)
    count = len(read_words(quote.surface))
    if count < FEWEST_WORDS:
        return None
    shared = {passage: len(words & content_roots(passage.text)) for passage in passages}
    ranked = sorted((p for p in passages if shared[p] >= COMMON * len(words)), key=lambda p: -shared[p])[:ALIGNED]
    pairs = [(near, p) for p in ranked if (near := nearest_wording(quote.surface[:MOST_CHARACTERS], p.text))]
    near, passage = max(pairs, key=lambda pair: pair[0].likeness, default=(None, None))
    if near is None or passage is None or near.likeness < (NEAR_SHORT if count < SHORT else NEAR):
        return None
    wording = passage.text[near.start : near.end]
    if len(words & content_roots(wording)) < COMMON * len(words):
        return None
    return _misquoted(store, quote, passage, near, wording)


def _misquoted(store: Store, quote: QuoteRow, passage: Passage, near: Nearest, wording: str) -> Finding | None:
    said, held = _at(store, passage, near.start, near.end)
    other = held is not None and _is_other(quote.speaker, held.speaker)
    if held is None or (other and near.likeness < NEAR_OTHER):
        return None
    citation = cite(said, *_inside(said, passage.start + near.start, passage.start + near.end))
    why = "the source has other words" + (f", and {_name(held.speaker)} said them" if other else "")
    differences = tuple(
        Difference(
            quote.start + change.start, quote.surface[change.start : change.end],
            passage.start + change.other_start, passage.text[change.other_start : change.other_end],
        )
        for change in near.changes
    )  # fmt: skip
    return Finding("quote", quote.start, quote.end, quote.surface, "misquoted", why, wording, citation, differences)


def _at(store: Store, passage: Passage, start: int, end: int) -> tuple[Said, QuoteRow | None]:
    """The sentence in which a stretch of a passage begins, and the quote there that holds most of it."""
    first, last = passage.start + start, passage.start + end
    row = next(row for row in passage.sentences if first < row.end)
    said = read_said(store, [row])[0]
    quotes = store.quotes(sentences=[each.id for each in passage.sentences])
    held = [q for q in quotes if min(q.end, last) - max(q.start, first) > (last - first) / 2]
    return said, max(held, key=lambda q: (q.direct, q.speaker is not None), default=None)


def _inside(said: Said, start: int, end: int) -> tuple[int, int]:
    """The part of a stretch that lies in the sentence where it begins."""
    return max(start, said.sentence.start), min(end, said.sentence.end)


def _name(speaker: PhraseRow | None) -> str:
    return (speaker.name or speaker.surface) if speaker else "an unnamed speaker"


def _known(speaker: PhraseRow | None) -> bool:
    """Whether a speaker has a name; "he" and "the mayor" tell nobody apart."""
    if speaker is None or (speaker.surface.lower() in PRONOUNS and speaker.name is None):
        return False
    return any(letter.isupper() for letter in _name(speaker).split()[-1])  # "al-Amr" too


def _is_named(store: Store, passage: Passage, speaker: PhraseRow | None) -> bool:
    """Whether the whole article has a word of the speaker's name."""
    document = store.document(passage.sentences[0].document)
    words = content_roots(_name(speaker)) - PARTICLES
    return document is not None and bool(words & content_roots(f"{document.title or ''} {document.text}"))


def _is_other(one: PhraseRow | None, other: PhraseRow | None) -> bool:
    """Whether two speakers with names are surely two."""
    if not (_known(one) and _known(other)) or (one and other and one.entity and one.entity == other.entity):
        return False
    return not (content_roots(_name(one)) & content_roots(_name(other))) - PARTICLES
