"""The spaCy pipeline: ours, or the installed one that the environment variable KB_PIPELINE names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.encoder import MODEL, Annotator, Encoder
from extract.parsing.universal import is_clearnlp

LONGEST = 2_000_000  # characters of one text; documents.py takes at most half of that


RUN = re.compile(r"\S{1000,}")  # no word of any language; spaCy's tokenizer takes time in proportion to its square
CUT = 250  # characters into which such a run is cut


class PipelineMissing(RuntimeError):
    """Raised when KB_PIPELINE names a pipeline that is not installed."""


@Language.factory("footnote_encoder", default_config={"folder": None, "gold_starts": False})
def make_annotator(nlp: Language, name: str, folder: str | None, gold_starts: bool) -> Annotator:
    """The encoder as a component; `gold_starts` keeps sentence starts that are already set."""
    return Annotator(nlp, Encoder(Path(folder) if folder else MODEL), gold_starts=gold_starts)


class BoundedTokenizer:
    """spaCy's tokenizer in time that grows with the text: endless runs without white space are cut up beforehand."""

    def __init__(self, tokenizer: Callable[[str], Doc]):
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Tokens of a text; together they are the text."""
        if not RUN.search(text):
            return self.tokenizer(text)
        docs = [self.tokenizer(piece) for piece in pieces(text)]
        tokens = [token for doc in docs for token in doc]
        return Doc(docs[0].vocab, [t.text for t in tokens], [bool(t.whitespace_) for t in tokens])


def pieces(text: str) -> Iterator[str]:
    """The text in parts, each run without white space in parts of at most CUT characters."""
    at = 0
    for run in RUN.finditer(text):
        if at < run.start():
            yield text[at : run.start()]
        yield from (text[i : min(i + CUT, run.end())] for i in range(run.start(), run.end(), CUT))
        at = run.end()
    if at < len(text):
        yield text[at:]


def load_language() -> Language:
    """The pipeline that texts are parsed with.

    :raises PipelineMissing: when KB_PIPELINE names a pipeline that is not installed.
    :raises FileNotFoundError: when a file of our model is missing.
    """
    named = os.environ.get("KB_PIPELINE")
    if named:
        try:
            nlp = spacy.load(named)
        except OSError as error:
            raise PipelineMissing(
                f"KB_PIPELINE names {named!r}, which is not installed: install it, or unset KB_PIPELINE to use ours"
            ) from error
        if is_clearnlp(nlp):
            nlp.add_pipe("universal_tree", last=True)
    else:
        nlp = spacy.blank("en")
        nlp.add_pipe("footnote_encoder")
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.max_length = LONGEST
    return nlp
