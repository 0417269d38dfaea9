"""Turns the trees of spaCy's own English pipelines (ClearNLP labels) into Universal Dependencies, as our rules read.

Prepositions and copulas become children of what they introduce, conjuncts hang on the first of them. What has no
counterpart keeps its label. After de Marneffe et al., "Universal Dependencies" (Computational Linguistics 2021).
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span

RELABELLED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt", "neg": "advmod", "npadvmod": "obl:unmarked",
    "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "quantmod": "advmod", "predet": "det:predet",
    "preconj": "cc:preconj", "intj": "discourse", "meta": "dep", "prep": "case", "agent": "case", "pobj": "obl",
    "pcomp": "advcl",
}  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})


@Language.component("universal_tree")
def universal_tree(doc: Doc) -> Doc:
    """Rewrite the trees of a Doc that was parsed with ClearNLP labels."""
    offsets, labels = np.zeros(len(doc), dtype=np.int64), np.zeros(len(doc), dtype=np.uint64)
    for sent in doc.sents:
        heads = [token.head.i - sent.start for token in sent]
        deps = [token.dep_ for token in sent]
        turn_prepositions(sent, heads, deps)
        turn_copulas(sent, heads, deps)
        flatten_conjuncts(heads, deps)
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True)):
            offsets[sent.start + i] = head - i
            labels[sent.start + i] = doc.vocab.strings.add(RELABELLED.get(dep, dep))
    table = np.stack([offsets.view(np.uint64), labels], axis=1)
    return doc.from_array([HEAD, DEP], table)  # type: ignore[arg-type]  # hashes are unsigned, the stub says int64


def is_clearnlp(nlp: Language) -> bool:
    """Whether a pipeline's parser speaks ClearNLP."""
    return "parser" in nlp.pipe_names and "pobj" in nlp.get_pipe("parser").labels  # type: ignore[attr-defined]


def swap(upper: int, lower: int, heads: list[int], deps: list[str]) -> None:
    """Put `lower`, a child of `upper`, into its place, with all other children."""
    for i, head in enumerate(heads):
        if head == upper and i not in (upper, lower):
            heads[i] = lower
    heads[lower] = lower if heads[upper] == upper else heads[upper]
    deps[lower] = deps[upper]
    heads[upper] = lower


def turn_prepositions(sent: Span, heads: list[int], deps: list[str]) -> None:
    """ "live <- in <- Paris" becomes "live <- Paris <- in"."""
    for i, dep in enumerate(list(deps)):
        if dep not in PREPOSITIONS:
            continue
        objects = [j for j, head in enumerate(heads) if head == i and deps[j] in ("pobj", "pcomp")]
        if not objects:
            continue
        below, nominal = objects[0], sent[heads[i]].pos_ in NOMINAL
        clause = deps[below] == "pcomp"
        swap(i, below, heads, deps)
        deps[below] = ("acl" if nominal else "advcl") if clause else "nmod" if nominal else "obl"
        if dep == "agent":
            deps[below] = "obl:agent"
        deps[i] = "mark" if clause else "case"


def turn_copulas(sent: Span, heads: list[int], deps: list[str]) -> None:
    """ "X <- is -> mayor" becomes "X <- mayor -> is"."""
    for i, token in enumerate(sent):
        if token.lemma_ != "be" and token.lower_ not in ("is", "are", "was", "were", "be", "been", "'s", "am"):
            continue
        predicates = [j for j, head in enumerate(heads) if head == i and j != i and deps[j] in ("attr", "acomp")]
        if predicates:
            swap(i, predicates[0], heads, deps)
            deps[i] = "cop"


def flatten_conjuncts(heads: list[int], deps: list[str]) -> None:
    """Hang every conjunct on the first one, and each conjunction on the conjunct that follows it."""
    for i, dep in enumerate(deps):
        if dep == "conj":
            while deps[heads[i]] == "conj" and heads[heads[i]] != heads[i]:
                heads[i] = heads[heads[i]]
    for i, dep in enumerate(deps):
        if dep == "cc":
            first = heads[heads[i]] if deps[heads[i]] == "conj" else heads[i]
            after = [j for j in range(i + 1, len(deps)) if deps[j] == "conj" and heads[j] == first]
            if after:
                heads[i] = after[0]
