"""Who says it: LitBank's 1,765 quotations in novels with their speakers.

A quotation is met by the direct quote of ours that shares most of its characters (half of the shorter at least). The gold
names its speaker by an identifier ("Mrs_Bennet", "a_girl"), which stands for an entity that has other names in the text;
ours is right when the speaker's words, its entity's name or any name of that entity in the text shares a word with the
identifier, titles and articles aside. "I" stands for the work's narrator: the speaker to whom most of what ours gives to
"I" belongs. The gold does not say where its speakers are named, so a right pronoun that resolves to nothing counts as wrong.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from spacy.language import Language

from extract.pipeline import extract
from extract.types import Document, Extraction, Quote
from tests.bench.table import Row, share

LITTLE = frozenset(
    "the a an of and in for to his her my one mr mrs ms miss dr sir lord lady captain uncle aunt".split()
)
CLOSES = re.compile(r"[.,;:!?%)\]}”…]+|['’](?:s|re|ve|ll|d|m)?|n['’]t", re.I)  # marks and ends without a blank before
OPENS = re.compile(r"[(\[{“‘$£€#]")
ENDS = frozenset(", . ! ? ; : - -- — … ...".split())
FIRST = frozenset(("i", "me"))


def works(shared: Path) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Id, text and quotations (start, end, speaker) of each work. The data keeps no paragraphs, so the text has none."""
    data = lzma.decompress((shared / "data/litbank_quotes/litbank-quotes.jsonl.xz").read_bytes())
    for line in data.decode("utf-8").rstrip("\n").split("\n"):
        work = json.loads(line)
        sentences = [sentence.split() for sentence in work["sentences"]]
        text, places = joined([token for tokens in sentences for token in tokens])
        offsets = list(accumulate(map(len, sentences), initial=0))
        quotes = [
            (
                places[offsets[q["start"][0]] + q["start"][1]][0],
                places[offsets[q["end"][0]] + q["end"][1]][1],
                q["speaker"],
            )
            for q in work["quotes"]
        ]
        yield work["doc"], text, quotes


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a whole work with each token's span: of straight marks the first opens, the next one closes."""
    text, spans, glued, is_open = "", [], True, {'"': False, "'": False}
    for i, token in enumerate(tokens):
        closing = bool(CLOSES.fullmatch(token))
        opening = bool(OPENS.fullmatch(token))
        if token == '"' or (token == "'" and (not is_open["'"] or tokens[i - 1] in ENDS)):
            closing = is_open[token] or (token == "'" and tokens[i - 1][-1].isalnum())
            opening = not closing
            is_open[token] = opening
        if not (glued or closing):
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        glued = opening
    return text, spans


def words(name: str) -> set[str]:
    """The words of a name or identifier that tell it apart; all of them where no other is left."""
    found = set(re.findall(r"[a-z]+", re.sub(r"-\d+$", "", name).lower().replace("_", " ")))
    return found - LITTLE or found


def narrator(pairs: list[tuple[Quote | None, str]]) -> str | None:
    """The labelled speaker of most quotes that ours gives to "I"."""
    told = Counter(gold for quote, gold in pairs if quote and quote.speaker and quote.speaker.surface.lower() in FIRST)
    return max(told, key=lambda name: told[name], default=None)


def same(found: Extraction, quote: Quote | None, gold: str, narrator: str | None) -> bool:
    """Whether our speaker is the labelled one."""
    if quote is None or quote.speaker is None:
        return False
    if quote.speaker.surface.lower() in FIRST:
        return gold == narrator
    said = [quote.speaker.surface]
    if quote.speaker.entity is not None:
        said += [r.name for r in found.referents if r.id == quote.speaker.entity]
        said += [m.surface for m in found.mentions if m.entity == quote.speaker.entity]
    ours = {w for name in said for w in words(name)}
    return bool(ours & words(gold))


def met(found: Extraction, start: int, end: int) -> Quote | None:
    """The direct quote that shares most of a gold quotation."""
    shares = [
        (min(q.end, end) - max(q.start, start), i)
        for i, q in enumerate(found.quotes)
        if q.direct and 2 * (min(q.end, end) - max(q.start, start)) >= min(q.end - q.start, end - start) > 0
    ]
    return found.quotes[max(shares)[1]] if shares else None


def rows(shared: Path, nlp: Language, *, misses: bool = False) -> list[Row]:
    """Shares of quotations found, with the right speaker, and with the right speaker of those found."""
    total = hit = named = right = 0
    for name, text, quotes in works(shared):
        found = extract(Document(name, text, name, "0" * 64), nlp)
        pairs = [(met(found, start, end), gold) for start, end, gold in quotes]
        first = narrator(pairs)
        for (start, end, gold), (quote, _) in zip(quotes, pairs, strict=True):
            good = same(found, quote, gold, first)
            total, hit, right = total + 1, hit + (quote is not None), right + good
            named += quote is not None and quote.speaker is not None
            if misses and not good:
                speaker = quote and quote.speaker and quote.speaker.surface
                print(
                    f"{name[:18]:20}{gold:24}{speaker!r:24}{quote is not None} {text[max(0, start - 60) : end + 60]!r}"
                )
    return [
        Row("LitBank quotations found", share(hit, total), size=total),
        Row("LitBank speaker right", share(right, total), goal=0.75, size=total, note=f"given a speaker: {named}"),
        Row("LitBank speaker right where given", share(right, named), size=named),
    ]
