"""Lemmas by rule: what the treebanks say of a form, else WordNet's exceptions and endings.

Rule tables: spacy-lookups-data (MIT), derived from WordNet 3.0. An unseen proper noun is its own lemma.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Rules = Mapping[str, Sequence[Sequence[str]]]
Exceptions = Mapping[str, Mapping[str, Sequence[str]]]
Index = Mapping[str, frozenset[str]]

TABLE_OF = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}
BASE_TAGS = frozenset({"NN", "VB", "VBP", "JJ", "RB", "MD"})  # already a lemma, but for case


def cased(word: str, upos: str) -> str:
    """The form that is looked up: lower case but for proper nouns and foreign words."""
    return word if upos in ("PROPN", "X", "SYM") else word.lower().replace("’", "'")


def by_rules(form: str, upos: str, xpos: str, rules: Rules, exceptions: Exceptions, index: Index) -> str:
    """Lemma of an unseen form: the exception, else the first ending that gives a known word, else a likely one."""
    table = TABLE_OF.get(upos)
    if table is None or xpos in BASE_TAGS:
        return form
    if form in exceptions.get(table, {}):
        return exceptions[table][form][0]
    known = index.get(table, frozenset())
    made = [form[: len(form) - len(old)] + new for old, new in rules.get(table, ()) if form.endswith(old)]
    for lemma in made:
        if lemma in known and len(lemma) > 1:
            return lemma
    return unknown(form, xpos)


def unknown(form: str, xpos: str) -> str:
    """Lemma of a form that no word list knows, by its ending alone."""
    if xpos == "NNS" and form.endswith("s") and not form.endswith("ss"):
        return form[:-3] + "y" if form.endswith("ies") and len(form) > 4 else form[:-1]
    if xpos == "VBZ" and form.endswith("s"):
        return form[:-1]
    if xpos in ("VBD", "VBN") and form.endswith("ed") and len(form) > 4:
        return form[:-2]
    if xpos == "VBG" and form.endswith("ing") and len(form) > 5:
        return form[:-3]
    return form


class Lemmatizer:
    """Lemmas from a lexicon file.

    :raises FileNotFoundError: when the file is not there.
    """

    def __init__(self, lexicon: Path):
        tables = json.loads(gzip.decompress(lexicon.read_bytes()))
        self.seen: dict[str, str] = tables["seen"]
        self.rules: Rules = tables["rules"]
        self.exceptions: Exceptions = tables["exc"]
        self.index: Index = {pos: frozenset(words) for pos, words in tables["index"].items()}

    def __call__(self, word: str, upos: str, xpos: str) -> str:
        """Lemma of a word with its universal and Penn tag."""
        form = cased(word, upos)
        found = self.seen.get(f"{form}\t{upos}\t{xpos}")
        if found is not None:
            return found
        return by_rules(form, upos, xpos, self.rules, self.exceptions, self.index)
