"""Mentions of industries and sectors, with their code of ISIC revision 4.

Words that name an industry wherever they stand ("agriculture", "coal mining") count alone; words for goods and
activities ("leather", "fishing", "services") count beside a noun that makes them one ("leather industry", "shoe
factories"), in a list with another industry, after "industries such as", or with a share ("35 percent services").

Not covered: industries told by their companies ("a carmaker"), words that ISIC has no place for ("the private
sector"), and words inside names ("Ministry of Agriculture") or in capitals within a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extract.isic import ACTIVITY_NOUNS, ALONE, BESIDE, CAPITALS, GOODS, INDUSTRY_NOUNS, WHOLE_NOUNS, WORKER_NOUNS

LINKS = frozenset((",", "and", "or", "&", "the", "percent", "%", "per", "cent", "in", "while", "to", "at", "by"))
JOINS = frozenset((",", "and", "or", "&"))
LONGEST_LINK = 6  # tokens between two industries of one list: ", and 20 percent"
EXAMPLES = frozenset(
    ("as", "like", "including", ":", "especially", "particularly", "notably", "are", "were", "include")
)
SCHOOLING = frozenset(
    """
    minister ministry ministers ministries department secretary committee professor student students degree degrees
    school schools college university faculty course courses studies study studied studying bachelor master
    commissioner council
    """.split()
)  # fmt: skip
BEFORE_INDUSTRY = JOINS | frozenset(("percent", "%", "cent", "for", "from", "than", "while"))  # "and industry"
SHARE = frozenset(("percent", "%", "cent"))


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry as printed: `start` and `end` in characters of the text."""

    sentence: int
    start: int
    end: int
    surface: str
    code: str  # of `isic.TITLES`


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a text that name an industry, or would in the right company: tokens `first` to `last`, exclusive."""

    first: int
    last: int
    code: str
    sure: bool
    barred: bool = False  # part of an office, a course or a compound: so is all of its list


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a row of the tables after the first one."""

    rest: tuple[str, ...]
    code: str
    alone: bool


def entries() -> dict[str, list[Entry]]:
    """The rows of the tables by their first word, longest first."""
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for table, alone in ((BESIDE, False), (ALONE, True)):
        for code, terms in table.items():
            for term in terms.split(";"):
                first, *rest = term.replace("-", " ").split()
                found.setdefault(first, {})[tuple(rest)] = Entry(tuple(rest), code, alone)
    return {first: sorted(rows.values(), key=lambda row: -len(row.rest)) for first, rows in found.items()}


ENTRIES = entries()
FIRST_WORDS = np.sort(np.array([get_string_id(word) for word in ENTRIES], dtype=np.uint64))


def find_industries(doc: Doc, sentence_of: Sequence[int]) -> Iterator[Industry]:
    """Yield the industries that a text mentions, in text order.

    :param sentence_of: for every token the number of its sentence.
    """
    for term in qualified(doc, find_terms(doc)):
        start, last = doc[term.first].idx, doc[term.last - 1]
        end = last.idx + len(last)
        yield Industry(sentence_of[term.first], start, end, doc[term.first : term.last].text, term.code)


def find_terms(doc: Doc) -> list[Term]:
    """All words of the tables that are not part of a name, longest match first, with the noun that completes them."""
    words = doc.to_array("LOWER")
    near = np.minimum(np.searchsorted(FIRST_WORDS, words), len(FIRST_WORDS) - 1)
    terms: list[Term] = []
    for i in np.flatnonzero(FIRST_WORDS[near] == words).tolist():
        if terms and i < terms[-1].last:
            continue
        term = term_at(doc, i)
        if term:
            terms.append(term)
    return terms


def term_at(doc: Doc, i: int) -> Term | None:
    """The longest term that begins at token `i`."""
    if not is_common(doc[i]):
        return None
    for entry in ENTRIES[doc[i].lower_]:
        last = matched(doc, i + 1, entry.rest)
        if last:
            return completed(doc, Term(i, last, entry.code, entry.alone))
    return None


def is_common(token: Token) -> bool:
    """Whether a word is in no name, and in lower case where it could be."""
    if token.ent_type_:
        return False
    if token.lower_ in CAPITALS:
        return bool(token.is_upper)
    return bool(token.is_lower or token.is_sent_start)


def matched(doc: Doc, i: int, rest: tuple[str, ...]) -> int:
    """The token after these words, if they stand at token `i` with or without hyphens; else 0."""
    for word in rest:
        if i < len(doc) and doc[i].lower_ == "-":
            i += 1
        if i >= len(doc) or doc[i].lower_ != word or doc[i].ent_type_:
            return 0
        i += 1
    return i


def completed(doc: Doc, term: Term) -> Term | None:
    """A term with the noun behind it that makes it an industry; none where the words are of something else."""
    following = doc[term.last].lower_ if term.last < len(doc) else ""
    before = doc[term.first - 1].lower_ if term.first else ""
    earlier = doc[term.first - 2].lower_ if term.first > 1 else ""
    if "-" in (before, following) or {before, following} & SCHOOLING or (before == "of" and earlier in SCHOOLING):
        return replace(term, barred=True)
    if doc[term.first].lower_ == "industry" and before not in BEFORE_INDUSTRY:
        return None
    if following in INDUSTRY_NOUNS and is_common(doc[term.last]):
        return replace(term, last=term.last + 1, sure=True)
    if term.sure:
        modifies = term.last < len(doc) and doc[term.last].pos_ == "NOUN" and following not in WHOLE_NOUNS
        return replace(term, sure=not modifies and following != "of")  # "the mining of gold" is an act
    if term.code not in GOODS:
        return term
    if following in ACTIVITY_NOUNS:
        return replace(term, last=term.last + 1, sure=True)
    return replace(term, sure=following in WORKER_NOUNS)


def qualified(doc: Doc, terms: list[Term]) -> Iterator[Term]:
    """The terms that are sure, and those in a list with one that is or with a share or an introduction."""
    for chain in chains(doc, terms):
        if any(term.barred for term in chain):
            continue
        if any(term.sure for term in chain) or is_introduced(doc, chain) or is_closed(doc, chain):
            yield from chain


def chains(doc: Doc, terms: list[Term]) -> Iterator[list[Term]]:
    """Terms in groups that stand in one list."""
    chain: list[Term] = []
    for term in terms:
        if chain and not are_linked(doc, chain[-1].last, term.first):
            yield chain
            chain = []
        chain.append(term)
    if chain:
        yield chain


def are_linked(doc: Doc, end: int, start: int) -> bool:
    """Whether only commas, conjunctions and shares stand between two terms."""
    if not 0 < start - end <= LONGEST_LINK:
        return False
    between = [token.lower_ for token in doc[end:start]]
    joined = any(word in JOINS for word in between)
    return joined and all(word in LINKS or doc[end + n].like_num for n, word in enumerate(between))


def is_introduced(doc: Doc, chain: list[Term]) -> bool:
    """Whether a list is said to be of industries ("industries such as"), or its first term has a share."""
    first = chain[0].first
    before = [token.lower_ for token in doc[max(0, first - 4) : first]]
    if not before:
        return False
    if before[-1] in SHARE and len(before) > 1 and len(chain) > 1:
        return doc[first - 2].like_num or before[-2] == "per"
    return before[-1] in EXAMPLES and any(word in INDUSTRY_NOUNS for word in before)


def is_closed(doc: Doc, chain: list[Term]) -> bool:
    """Whether a list ends with "and other industries"."""
    after = [token.lower_ for token in doc[chain[-1].last : chain[-1].last + 4]]
    return "other" in after[:3] and bool(set(after) & INDUSTRY_NOUNS) and after[0] in JOINS
