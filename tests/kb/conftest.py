"""Bases that hold something."""

from __future__ import annotations

import pytest

from extract.types import Document
from kb.ingest import ingest
from kb.store import Store
from tests.kb.plain_extract import RULES, extract_all


@pytest.fixture
def filled_store(fresh_store: Store, tiny_corpus: tuple[Document, ...]) -> Store:
    """A base of the tiny corpus."""
    ingest(fresh_store, tiny_corpus, extract=extract_all, rules=RULES)
    return fresh_store
