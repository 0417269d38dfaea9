"""What a bare number counts: the noun behind it, with its modifiers, in the singular ("household registration").

With a parse it is the head that the number modifies, or the noun of its "of"; without one, the words that follow up to
the first function word. Not covered: things counted that stand before the number ("employees: 300").
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.amounts.clauses import case
from extract.amounts.number_words import LEXICON
from extract.syntax import Tree

_WORD = re.compile(r"[\s-](?P<word>[^\W\d_](?:[\w'’&-]{0,60}\w)?)")
_OF = re.compile(
    r"\s+of\s+(?:the\s|its\s|their\s|these\s|those\s|his\s|her\s|our\s|my\s|all\s|a\s|an\s|most\s)*(?:most\s)?", re.I
)
STOP = frozenset(
    "a an the and or but nor of in on at to for from by with as than that which who whom whose when where while "
    "if is are was were be been being am has have had do does did will would can could may might shall should "
    "must not no it its he she they we you i his her their our your my this these those there here into onto over "
    "under after before during since until between among against about around through across per each every all "
    "both more less most least other another such so too very just only also even still then now ago because "
    "although though however said says say according including compared up down out off away back again percent "
    "later earlier long old high wide tall deep per went came made got took".split()
)
IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf",
    "leaves": "leaf", "shelves": "shelf", "halves": "half", "thieves": "thief", "loaves": "loaf",
    "criteria": "criterion",
    "phenomena": "phenomenon", "viruses": "virus", "crises": "crisis", "analyses": "analysis", "theses": "thesis",
    "buses": "bus", "campuses": "campus", "species": "species", "series": "series", "police": "police",
    "cattle": "cattle", "sheep": "sheep", "aircraft": "aircraft", "fishermen": "fisherman", "policemen": "policeman",
    "businessmen": "businessman", "bases": "base", "axes": "axis", "data": "datum", "media": "medium",
}  # fmt: skip


def token_at(starts: list[int], offset: int) -> int:
    """Index of the token that covers a character, by the starts of all tokens."""
    return max(0, bisect_right(starts, offset) - 1)


def singular(word: str) -> str:
    """The singular of an English plural noun; any other word as it is."""
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if len(word) < 4 or lower.endswith(("ss", "us", "is", "news")) or not lower.endswith("s"):
        return word
    if lower.endswith("ies"):
        return word[:-3] + "y"
    if lower.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return (
        word.lower() in IRREGULAR
        or word.lower().endswith(("children", "people", "women"))
        or (len(word) > 3 and singular(word) != word)
    )


def counted_words(text: str, end: int) -> tuple[str, int]:
    """What a number that ends at `end` counts, read off the words that follow, and where they end; "" for nothing."""
    of = _OF.match(text, end)
    at = of.end() - 1 if of else end
    words: list[re.Match[str]] = []
    for _ in range(6):
        found = _WORD.match(text, at)
        if not found or found["word"].lower() in STOP:
            break
        at = found.end()
        if words or found["word"].lower() not in LEXICON:
            words.append(found)
    plural = next((i for i, word in enumerate(words) if is_plural(word["word"])), None)
    if plural is not None:
        wording = " ".join([*(word["word"] for word in words[:plural]), singular(words[plural]["word"])])
        return wording, words[plural].end()
    return (words[0]["word"], words[0].end()) if words else ("", end)


def counted_noun(tree: Tree, first: int, last: int) -> tuple[int, str] | None:
    """The noun that the number at tokens `first` to `last` (inclusive) counts, and its wording in the singular."""
    deps, heads = tree.deps, tree.heads
    root = number_root(tree, first, last)
    head = heads[root]
    noun = head if head > last and deps[root] in _COUNTING else _noun_of(tree, first, last)
    if noun is None and deps[root] == "conj" and deps[head] == "nummod" and heads[head] > last:
        noun = heads[head]
    if noun is None or tree.pos[noun] not in _COUNTABLE:
        return None
    first_word = noun
    for token in reversed(tree.children[noun]):
        if token > noun:
            continue
        start = tree.subtree(token)[0] if deps[token] in _MODIFIERS else -1
        if start <= last or noun - start > _MAX_WORDS:
            break
        first_word = start
    printed = tree.text[tree.starts[noun] : tree.ends[noun]]
    named = tree.pos[noun] == "PROPN" or printed.isupper()
    lemma = singular(printed) if named else tree.lemmas[noun]
    wording = tree.text[tree.starts[first_word] : tree.starts[noun]] + lemma
    return noun, " ".join(wording.split()).lstrip(_MARKS)


_COUNTING = frozenset(("nummod", "amod", "compound", "det", "det:predet"))
_COUNTABLE = frozenset(("NOUN", "PROPN", "ADJ", "SYM", "X"))
_MODIFIERS = frozenset(("amod", "compound", "nmod", "flat", "nmod:desc", "nmod:unmarked", "punct"))
_MARKS = "\"'“”‘’()[]-–— "
_MAX_WORDS = 6


def _noun_of(tree: Tree, first: int, last: int) -> int | None:
    """The noun of the "of" behind a number ("hundreds of thousands of people")."""
    for token in range(first, last + 1):
        for c in tree.all(token, ("nmod",)):
            if c > last and case(tree, c) == "of":
                return c
    return None


def number_root(tree: Tree, first: int, last: int) -> int:
    """The token of a number that hangs outside of it."""
    for token in range(first, last + 1):
        if not first <= tree.heads[token] <= last:
            return token
    return last
