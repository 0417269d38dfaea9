"""The lemma lexicon: what the treebanks say of a form, over WordNet's exceptions and forms."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

from extract.parsing.lemmas import by_rules, cased
from extract.training.passages import Passage

TABLES = ("rules", "exc", "index")


def write_lexicon(treebanks: list[Passage], tables: Path, path: Path) -> None:
    """Writes the lexicon: `seen` holds (form, tags) -> lemma only where the rules would get it wrong.

    :param tables: the folder of spacy-lookups-data's English tables.
    """
    wordnet = {name: json.loads((tables / f"en_lemma_{name}.json").read_text("utf-8")) for name in TABLES}
    wordnet["index"] = {pos: sorted(words) for pos, words in wordnet["index"].items()}
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for passage in treebanks:
        for word, upos, xpos, lemma in zip(passage.words, passage.upos, passage.xpos, passage.lemmas, strict=True):
            counts[cased(word, upos), upos, xpos][lemma] += 1
    index = {pos: frozenset(words) for pos, words in wordnet["index"].items()}
    seen: dict[str, str] = {}
    for (form, upos, xpos), lemmas in sorted(counts.items()):
        best = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        if best != by_rules(form, upos, xpos, wordnet["rules"], wordnet["exc"], index):
            seen[f"{form}\t{upos}\t{xpos}"] = best
    body = json.dumps({"seen": seen} | wordnet, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(body.encode("utf-8"), mtime=0))
