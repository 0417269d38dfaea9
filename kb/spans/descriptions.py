"""Descriptions of a thing or person in the words around its name: "X is a ...", "X, a ...,", "director X".

Used for "What is X?" and "Who is X?". Patterns on words, no parse. Limits: a description is cut at the first mark that
may end it; one that stands in another sentence than the name is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.words.offices import OFFICE_WORDS, OFFICES

ARTICLE = r"(?:an?|the|one of|its|their|his|her|our)"
PREPOSITION = r"(?:to|of|in|for|with|by|on|from|at|through)"
LEADS = r"(?:runs|leads|heads|owns|founded|chairs|directs|manages|edits|represents)"
END = rf"(?=,? (?:{PREPOSITION} )?(?:whom?|which|where|whose)\b|,(?!\d)|[;:)—–]|\.(?: |$|[\"”])|[?!]|$)"
SHORT = r"(?:[^,;:]|,(?=\d))+?"
LONG_END = r"(?=[;:—]|\.(?: |$|[\"”])|[?!]|$)"
LONG_END_OR_COMMA = rf"(?:(?=,)|{LONG_END})"
# No word of a title before a name: "says union president X" speaks of a "union president".
NO_VERB = r"\b(?!(?:says?|said|adds?|added|told|by|when|that|and|but|as|with|from|of|to|in|on|for|is|was|are|were)\b)"
NO_ARTICLE = r"(?!(?:the|an?|its|his|her|their|our|this|that)\b)"
NO_SAYING = r"(?!(?:says?|said|told|adds?|added|spoke|called|asked|has|had|did|does|will|would|could|also)\b)"
OFFICE_BEFORE = (
    rf"(?:(?:the|a|an) )?(?:{NO_VERB}{NO_ARTICLE}[\w'’-]+ ){{0,5}}{OFFICES}(?: and {OFFICES})?"
    r"(?: (?:of|for|at|in) [^,.;:]+?)?"
)

# What may stand between a name and its verb: a bracket, another name: "Reed (1820 – 1901), known as Red, was".
ASIDE = (
    r"(?: \([^()]{0,200}\))*"
    r"(?: (?:an?|the) [^,;:.()]{1,60},)?"
    r"(?:,? (?:or |also |better |formerly |commonly |officially )*(?:known as|called|nicknamed|or|born)? ?"
    r"[^,;:.()]{1,60},)?"
)
TWIN = r"(?: and (?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,3}(?: \([^()]{0,200}\))?)?"
OFFICE_PATTERN = rf"(?P<what>{OFFICE_BEFORE}),? {{name}}"

# Strength, pattern with {name}; group "what" is the description.
PATTERNS = (
    (1.0, rf"{{name}}{ASIDE}{TWIN},? (?:is|are|was|were|became|remains) (?P<what>{ARTICLE} [^;:]+?){LONG_END}"),
    (0.95, rf"{{name}}, (?P<what>(?:an?|the) [\w'’-]+ (?:who|that) {NO_SAYING}[a-z][^,;:()]+?){LONG_END_OR_COMMA}"),
    (0.9, rf"{{name}}(?:'s|’s)?,? (?P<what>{ARTICLE} [^,;:]{{3,}}?){END}"),
    (0.9, rf"{{name}}, who (?:is|was|became)(?: also| now| then)? (?P<what>(?:{ARTICLE}|{OFFICES}) [^,;:()]+?){END}"),
    (0.9, rf"{{name}}, (?P<what>(?!(?:\w+ )?(?:known|called|nicknamed) )(?:[\w'’-]+ ){{0,6}}{OFFICES}\b[^,;:]*?){END}"),
    (0.8, OFFICE_PATTERN),
    (0.8, rf"{{name}}(?: \([^)]*\))? (?:is|are|was|were|became) (?P<what>{OFFICES}\b[^,;:]*?){END}"),
    (0.4, rf"{{name}}(?:, also (?:known as|called) [^,]+,|, or [^,]+,)? (?:is|are|was|were) (?P<what>{SHORT}){END}"),
    (
        0.7,
        rf"(?P<what>(?-i:(?:[Tt]he|[Aa]n?) (?:{NO_VERB}{NO_ARTICLE}[a-z][\w-]* ){{0,3}}"
        rf"{NO_VERB}{NO_ARTICLE}[a-z][\w-]+)) {{name}}",
    ),
    (0.7, rf"{{name}}, (?P<what>who {LEADS} [^,;:]+?){END}"),
    (0.5, rf"{{name}}, (?P<what>who {NO_SAYING}[a-z]+(?:ed|es|s) [^,;:()]+?){END}"),
    (0.6, rf"{{name}} (?:means|refers to|describes|denotes|stands for|consists? of) (?P<what>[^;:]+?){LONG_END}"),
    (0.45, rf"\b(?P<what>(?-i:an? (?:{NO_VERB}[a-z][\w-]* ){{1,5}}{NO_VERB}[a-z][\w-]+)), {{name}}(?=[,.])"),
    (0.6, rf"{{name}} ?[—–-]+ ?(?P<what>[^;:—–]+?){END}"),
    (0.5, r"{name} \((?P<what>[^)]{4,})\)"),
    (0.5, rf"(?P<what>{ARTICLE} [^,;:.]+?),? (?:called|known as|named) (?:an? |the )?[\"“]?{{name}}"),
)
# No description, whatever stands before it: years of a life, another language's word, how a name is spoken.
NOTHING_SAID = re.compile(
    r"^(?:c\. ?|circa |born |died |b\. |d\. |aged |since |until |[\d\s,./–—-]|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)*$|"
    r"^(?:born|died|b\.|d\.|c\.|circa|aged) .*\d|^\d{1,4}\b.*[–—-] ?.*\d{3,4}$|\bpronounced\b|\bpronunciation\b|"
    r"^(?:[A-Z]\w+ )?[A-Z]\w+(?:ese|ian|ic|ish|an|ch|ek|ew|du|li|i): |"
    r"[\u0370-\u1dff\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7af]",
)
MARK = "\ue000"  # stands for the name; of a private use area, so in no text but to annoy
READ = tuple((s, re.compile(pattern.replace("{name}", MARK), re.IGNORECASE)) for s, pattern in PATTERNS)
OFFICE_READ = next(read for (_, read), (_, text) in zip(READ, PATTERNS, strict=True) if text is OFFICE_PATTERN)
OFFICE_SET = frozenset(OFFICE_WORDS)
WORD = re.compile(r"\w+")
NAME_END = re.compile(r"(?:es|s)?\b(?<!\W)|(?<=\W)\b")
SPACES = re.compile(r"\s\s|[^\S ]")  # more than one space between words
MOST_BEFORE = 1000  # characters before a name in which its office is looked for


@dataclass(frozen=True, slots=True)
class Description:
    """Words that say what a name stands for; offsets count characters of the sentence."""

    start: int
    end: int
    surface: str
    strength: float  # 0-1


def find_descriptions(text: str, name: str) -> Iterator[Description]:
    """Descriptions of a name in a sentence, the strongest pattern first."""
    words = tuple(name.split())
    if not words:
        return
    places = list(_places(text, words))
    if not places:
        return
    masked = _masked(text, places)
    for strength, pattern in READ:
        if pattern is OFFICE_READ and not _has_office(masked):
            continue
        for found in pattern.finditer(masked):
            start, end = (_unmasked(places, at) for at in found.span("what"))
            if not NOTHING_SAID.search(text[start:end]):
                yield Description(start, end, text[start:end], strength)


def _has_office(masked: str) -> bool:
    """Whether a word of an office stands before a name: its pattern, the one slow one, is tried on no other text."""
    before = masked[: masked.rindex(MARK)].lower()
    return any(word in OFFICE_SET for word in WORD.findall(before[-MOST_BEFORE:]))


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands, in singular or plural; without a pattern made for each name, which took half the time."""
    lower, name = text.lower(), " ".join(words).lower()
    if len(lower) != len(text) or SPACES.search(text):
        pattern = r"\b" + r"\s+".join(map(re.escape, words)) + r"(?:s|es)?\b"
        yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))
        return
    start = lower.find(name)
    while start >= 0:
        end = NAME_END.match(lower, start + len(name))
        if end and _begins(lower, start):
            yield start, end.end()
        start = lower.find(name, end.end() if end else start + 1)


def _begins(lower: str, start: int) -> bool:
    """Whether a word begins or ends there, as a pattern's word boundary has it."""
    here = lower[start].isalnum() or lower[start] == "_"
    return start == 0 or here != (lower[start - 1].isalnum() or lower[start - 1] == "_")


def _masked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with one character in place of each name, so that the patterns are compiled once for all names."""
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start].replace(MARK, " "), MARK]
        at = end
    return "".join([*pieces, text[at:].replace(MARK, " ")])


def _unmasked(places: Sequence[tuple[int, int]], at: int) -> int:
    """Where a place of the masked text stands in the text."""
    for start, end in places:
        if at <= start:
            break
        at += end - start - 1
    return at
