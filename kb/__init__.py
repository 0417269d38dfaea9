"""What all the texts say together: the public Python API.

    from kb import ask, open_store
    store = open_store("footnote.db")
    print(ask(store, "How many people live in Nairobi?").text)

Importing loads no language pipeline: that happens when a document is first read in.
"""

from kb.asking import ask
from kb.cite import WrongCitation, check_citation
from kb.compare import Comparison, compare_all
from kb.ingest import ingest
from kb.kinds import follow_up
from kb.store import Store, StoreError, open_store
from kb.types import Answer, Citation, Conflict, Entity, Item, UncitedAnswer

__all__ = [
    "Answer", "Citation", "Comparison", "Conflict", "Entity", "Item", "Store", "StoreError", "UncitedAnswer",
    "WrongCitation", "ask", "check_citation", "compare_all", "follow_up", "ingest", "open_store",
]  # fmt: skip
