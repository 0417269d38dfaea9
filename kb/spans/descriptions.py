"""Descriptions of a thing or person in the words around its name: "X is a ...", "X, a ...,", "director X".

Used for "What is X?" and "Who is X?". Patterns on words, no parse. Limits: a description is cut at the first mark that
may end it; one that stands in another sentence than the name is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.words.offices import OFFICES

ARTICLE = r"(?:an?|the|one of|its|their|his|her|our)"
PREPOSITION = r"(?:to|of|in|for|with|by|on|from|at|through)"
LEADS = r"(?:runs|leads|heads|owns|founded|chairs|directs|manages|edits|represents)"
END = rf"(?=,? (?:{PREPOSITION} )?(?:whom?|which|where|whose)\b|,(?!\d)|[;:)—–]|\.(?: |$|[\"”])|[?!]|$)"
SHORT = r"(?:[^,;:]|,(?=\d))+?"
LONG_END = r"(?=[;:—]|\.(?: |$|[\"”])|[?!]|$)"
# No word of a title before a name: "says union president X" speaks of a "union president".
NO_VERB = r"\b(?!(?:says?|said|adds?|added|told|by|when|that|and|but|as|with|from|of|to|in|on|for|is|was|are|were)\b)"
OFFICE_BEFORE = rf"(?:(?:the|a|an) )?(?:{NO_VERB}[\w'’-]+ ){{0,5}}{OFFICES}(?: (?:of|for|at|in) [^,.;:]+?)?"

# Strength, pattern with {name}; group "what" is the description.
PATTERNS = (
    (1.0, rf"{{name}}(?: \([^)]*\))? (?:is|are|was|were|became|remains) (?P<what>{ARTICLE} [^;:]+?){LONG_END}"),
    (0.9, rf"{{name}}(?:'s|’s)?,? (?P<what>{ARTICLE} [^,;:]{{3,}}?){END}"),
    (0.9, rf"{{name}}, (?P<what>(?:[\w'’-]+ ){{0,6}}{OFFICES}\b[^,;:]*?){END}"),
    (0.8, rf"(?P<what>{OFFICE_BEFORE}),? {{name}}"),
    (0.8, rf"{{name}}(?: \([^)]*\))? (?:is|are|was|were|became) (?P<what>{OFFICES}\b[^,;:]*?){END}"),
    (0.4, rf"{{name}}(?:, also (?:known as|called) [^,]+,|, or [^,]+,)? (?:is|are|was|were) (?P<what>{SHORT}){END}"),
    (0.7, rf"(?P<what>(?-i:(?:[Tt]he|[Aa]n?) (?:{NO_VERB}[a-z][\w-]* ){{0,3}}{NO_VERB}[a-z][\w-]+)) {{name}}"),
    (0.7, rf"{{name}}, (?P<what>who {LEADS} [^,;:]+?){END}"),
    (0.6, rf"{{name}} (?:means|refers to|describes|denotes|stands for|consists? of) (?P<what>[^;:]+?){LONG_END}"),
    (0.6, rf"{{name}} ?[—–-]+ ?(?P<what>[^;:—–]+?){END}"),
    (0.5, r"{name} \((?P<what>[^)]{4,})\)"),
    (0.5, rf"(?P<what>{ARTICLE} [^,;:.]+?),? (?:called|known as|named) (?:an? |the )?[\"“]?{{name}}"),
)


@dataclass(frozen=True, slots=True)
class Description:
    """Words that say what a name stands for; offsets count characters of the sentence."""

    start: int
    end: int
    surface: str
    strength: float  # 0-1


def find_descriptions(text: str, name: str) -> Iterator[Description]:
    """Descriptions of a name in a sentence, the strongest pattern first."""
    words = name.split()
    if not words:
        return
    named = r"\b" + r"\s+".join(re.escape(word) for word in words) + r"(?:s|es)?\b"
    for strength, pattern in PATTERNS:
        for found in re.finditer(pattern.replace("{name}", named), text, re.IGNORECASE):
            start, end = found.span("what")
            yield Description(start, end, text[start:end], strength)
