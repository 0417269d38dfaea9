"""The words and the tree of a Doc as plain lists: read once, then walked without spaCy.

Every walk is iterative and stops at a number of words, so that a sentence of any length or depth takes time in
proportion to its length. Labels are those of Universal Dependencies, as our pipeline gives them; with other labels
nothing breaks, but less is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from spacy.tokens import Doc

from extract.types import Phrase

MAX_PHRASE = 100  # words; a longer one is no part that people read
MAX_CHILDREN = 80  # of one word that are looked at
COLUMNS: list[int | str] = ["DEP", "POS", "TAG", "LEMMA", "LOWER", "HEAD", "IDX", "LENGTH"]
PAIRS = (("(", ")"), ("“", "”"), ('"', '"'), ("‘", "’"), ("[", "]"))
OPENING, CLOSING = frozenset(opening for opening, _ in PAIRS), frozenset(closing for _, closing in PAIRS)
LOOSE = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one Doc. Every list has one item a token; offsets are in characters of the text."""

    text: str
    heads: list[int]  # index of the head; a root's is its own
    deps: list[str]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]  # the word in lower case where the pipeline gives no lemma
    words: list[str]  # in lower case
    starts: list[int]
    ends: list[int]
    children: list[list[int]]  # in text order, at most `MAX_CHILDREN` of a word
    parsed: bool

    def child(self, token: int, labels: Collection[str]) -> int | None:
        """The first child with one of these labels."""
        deps = self.deps
        for c in self.children[token]:
            if deps[c] in labels:
                return c
        return None

    def all(self, token: int, labels: Collection[str]) -> list[int]:
        """The children with one of these labels, in text order."""
        deps = self.deps
        return [c for c in self.children[token] if deps[c] in labels]

    def subtree(self, token: int, drop: Collection[str] = (), top: Collection[str] = ()) -> list[int]:
        """The token and what hangs below it, in text order; at most `MAX_PHRASE` words and the last one's children.

        `drop` are the labels left out with all below them, `top` those left out only right below the token.
        """
        deps, children = self.deps, self.children
        found = [token]
        if not children[token]:
            return found
        stack = [c for c in children[token] if deps[c] not in drop and deps[c] not in top]
        while stack and len(found) <= MAX_PHRASE:
            token = stack.pop()
            found.append(token)
            if children[token]:
                stack += [c for c in children[token] if deps[c] not in drop] if drop else children[token]
        found.sort()
        return found

    def trimmed(self, tokens: list[int]) -> list[int]:
        """The tokens without marks and blanks at either end."""
        pos = self.pos
        first, last = 0, len(tokens)
        while first < last and pos[tokens[first]] in LOOSE:
            first += 1
        while last > first and pos[tokens[last - 1]] in LOOSE:
            last -= 1
        return tokens[first:last]

    def phrase(self, tokens: list[int], head: int, entity: int | None = None) -> Phrase:
        """These tokens, at least one, as a phrase. `head` tells which part is the main one.

        Their order is that of the wording, which need not be that of the text.
        """
        starts, ends = self.starts, self.ends
        first, last = tokens[0], tokens[-1]
        if last - first + 1 == len(tokens) and first == min(tokens):
            start, end = self.balanced(starts[first], ends[last])
            return Phrase(start, end, self.text[start:end], entity)
        runs = self.runs([t for t in tokens if self.pos[t] not in LOOSE] or tokens)
        main = next((r for r in runs if r[0] <= head <= r[1]), runs[-1])
        start, end = self.balanced(starts[main[0]], ends[main[1]])
        full = None
        if len(runs) > 1:
            full = " ".join(self.text[starts[a] : ends[b]] for a, b in runs)
        return Phrase(start, end, self.text[start:end], entity, full)

    def balanced(self, start: int, end: int) -> tuple[int, int]:
        """The span with the mark right beside it that completes a pair of marks of which it holds one."""
        text = self.text
        before, after = text[start - 1 : start], text[end : end + 1]
        if after not in CLOSING and before not in OPENING:
            return start, end
        for opening, closing in PAIRS:
            if after == closing and unpaired(text, opening, closing, start, end):
                return start, end + 1
            if before == opening and unpaired(text, closing, opening, start, end):
                return start - 1, end
        return start, end

    def runs(self, tokens: Iterable[int]) -> list[tuple[int, int]]:
        """First and last token of each stretch of these tokens; marks and blanks between them do not part them."""
        pos = self.pos
        runs: list[tuple[int, int]] = []
        first = last = -1
        for token in tokens:
            if first < 0:
                first = last = token
                continue
            if token < last or (token - last > 1 and any(p not in LOOSE for p in pos[last + 1 : token])):
                runs.append((first, last))
                first = token
            last = token
        runs.append((first, last))
        return runs


def unpaired(text: str, one: str, other: str, start: int, end: int) -> bool:
    """Whether a span holds a mark of a pair without the other."""
    found = text.count(one, start, end)
    return found % 2 == 1 if one == other else found > text.count(other, start, end)


@lru_cache(maxsize=1)  # quotes and claims read the same Doc one after the other
def read_tree(doc: Doc) -> Tree:
    """The tree of a Doc, which must not change afterwards."""
    rows = np.array(doc.to_array(COLUMNS)).reshape(len(doc), len(COLUMNS)).T
    offsets, starts, lengths = rows[5:].view(np.int64)
    deps, pos, tags, lemmas, words = (named(column.tolist(), doc) for column in rows[:5])
    heads = (offsets + np.arange(len(doc))).tolist()
    childless: list[int] = []  # one list for all, never changed
    children = [childless] * len(doc)
    for i, head in enumerate(heads):
        if head != i:
            if children[head] is childless:
                children[head] = [i]
            elif len(children[head]) < MAX_CHILDREN:
                children[head].append(i)
    return Tree(
        text=doc.text,
        heads=heads,
        deps=deps,
        pos=pos,
        tags=tags,
        lemmas=[lemma or word for lemma, word in zip(lemmas, words, strict=True)],
        words=words,
        starts=starts.tolist(),
        ends=(starts + lengths).tolist(),
        children=children,
        parsed=doc.has_annotation("DEP"),
    )


def named(keys: list[int], doc: Doc) -> list[str]:
    """The strings of spaCy's keys."""
    strings = doc.vocab.strings
    names = {key: strings[key] for key in set(keys)}
    return [names[key] for key in keys]
