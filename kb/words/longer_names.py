"""Names asked for without a part that the articles print: "Scott Dayton" for "Scott C. Dayton".

Limits: the first and the last word must be printed as asked, and one person only may be meant.
"""

from __future__ import annotations

from kb.names import fold
from kb.store import Store

SEARCHED = 10  # sentences in which a longer form of the name is looked for
MOST_WORDS = 4  # of a name that has a longer form


def longer_name(store: Store, name: str) -> str | None:
    """The one person's name that holds first and last word of a name nobody bears; None where there is none."""
    words = fold(name)
    if not 2 <= len(words) <= MOST_WORDS or store.entities_named([name]):
        return None
    ids = [hit.sentence.id for hit in store.search(words, limit=SEARCHED)]
    known = {mention.name for mention in store.mentions(sentences=ids, label="PERSON") if mention.name}
    found = [each for each in sorted(known) if _holds(fold(each), words)]
    return found[0] if len(found) == 1 else None


def _holds(longer: list[str], words: list[str]) -> bool:
    ends = longer[:1] == words[:1] and longer[-1:] == words[-1:]
    return ends and len(longer) > len(words) and set(words) <= set(longer)
