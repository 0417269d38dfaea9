"""Trees with ClearNLP labels become Universal Dependencies."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.parsing.universal import universal_tree

VOCAB = spacy.blank("en").vocab

# Words as word/TAG/head/label, heads counted from 1, the root's own number for the root.
CASES = [
    (
        "She/PRON/2/nsubj lives/VERB/2/ROOT in/ADP/2/prep Oslo/PROPN/3/pobj",
        [("She", "lives", "nsubj"), ("lives", "lives", "ROOT"), ("in", "Oslo", "case"), ("Oslo", "lives", "obl")],
    ),
    (
        "Oil/NOUN/2/nsubj is/AUX/2/ROOT the/DET/4/det source/NOUN/2/attr of/ADP/4/prep wealth/NOUN/5/pobj",
        [("Oil", "source", "nsubj"), ("is", "source", "cop"), ("the", "source", "det"), ("source", "source", "ROOT"),
         ("of", "wealth", "case"), ("wealth", "source", "nmod")],
    ),
    (
        "It/PRON/3/nsubjpass was/AUX/3/auxpass built/VERB/3/ROOT by/ADP/3/agent monks/NOUN/4/pobj",
        [("It", "built", "nsubj:pass"), ("was", "built", "aux:pass"), ("built", "built", "ROOT"), ("by", "monks", "case"),
         ("monks", "built", "obl:agent")],
    ),
    (
        "Tin/NOUN/6/nsubj ,/PUNCT/1/punct lead/NOUN/1/conj and/CCONJ/3/cc zinc/NOUN/3/conj fell/VERB/6/ROOT",
        [("Tin", "fell", "nsubj"), (",", "Tin", "punct"), ("lead", "Tin", "conj"), ("and", "zinc", "cc"),
         ("zinc", "Tin", "conj"), ("fell", "fell", "ROOT")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_universal_tree(rows: str, expected: list[tuple[str, str, str]]) -> None:
    fields = [row.rsplit("/", 3) for row in rows.split()]
    doc = Doc(
        VOCAB, [f[0] for f in fields], pos=[f[1] for f in fields], heads=[int(f[2]) - 1 for f in fields],
        deps=[f[3] for f in fields],
    )  # fmt: skip
    doc = universal_tree(doc)
    assert [(token.text, token.head.text, token.dep_) for token in doc] == expected
