"""The spaCy pipeline: ours, or the installed one that the environment variable KB_PIPELINE names."""

from __future__ import annotations

import os
from pathlib import Path

import spacy
from spacy.language import Language

from extract.encoder import MODEL, Annotator, Encoder
from extract.universal import is_clearnlp

LONGEST = 2_000_000  # characters of one text; documents.py takes at most half of that


class PipelineMissing(RuntimeError):
    """Raised when KB_PIPELINE names a pipeline that is not installed."""


@Language.factory("footnote_encoder", default_config={"folder": None, "gold_starts": False})
def make_annotator(nlp: Language, name: str, folder: str | None, gold_starts: bool) -> Annotator:
    """The encoder as a component; `gold_starts` keeps sentence starts that are already set."""
    return Annotator(nlp, Encoder(Path(folder) if folder else MODEL), gold_starts=gold_starts)


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
    nlp.max_length = LONGEST
    return nlp
