"""What an argument of a claim tells: time, place, manner, reason, purpose or something else."""

from __future__ import annotations

from collections.abc import Mapping

from extract.syntax import Tree
from extract.types import Mention

# Prepositions that tell the role whatever follows; the longest match counts ("because of", "in order").
PREPOSITIONS = {
    "during": "time", "since": "time", "until": "time", "till": "time", "throughout": "time", "amid": "time",
    "after": "time", "before": "time", "because": "reason", "because of": "reason", "due to": "reason",
    "owing to": "reason", "thanks to": "reason", "on account of": "reason", "in response to": "reason",
    "in order": "purpose", "in order to": "purpose", "for the sake of": "purpose", "near": "place",
    "beside": "place", "inside": "place", "outside": "place", "across": "place", "behind": "place",
    "beneath": "place", "underneath": "place", "above": "place", "below": "place", "opposite": "place",
    "in front of": "place", "onto": "place", "into": "place", "amongst": "place", "along": "place",
    "by means of": "manner", "via": "manner", "without": "manner", "through": "manner",
}  # fmt: skip
# Prepositions of time or place, by what follows.
OPEN = frozenset("in on at by from to around within over between for under toward towards past through".split())
TIMES = frozenset(
    """
    year month week day hour minute second decade century morning evening afternoon night noon midnight today
    yesterday tomorrow weekend spring summer autumn fall winter season period time moment era age quarter half
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter past future beginning end start date anniversary
    """.split()
)  # fmt: skip
PLACES = frozenset(("CITY", "REGION", "COUNTRY", "PLACE"))
PLACE_NOUNS = frozenset(
    """
    city town village country county state province region area district street road house home building hotel
    school hospital airport station court church mosque park river lake sea coast island mountain border capital
    place site north south east west center centre world market factory plant office room field camp base
    """.split()
)  # fmt: skip
TIME_ADVERBS = frozenset(
    """
    now then today yesterday tomorrow tonight recently currently previously formerly soon later earlier once already
    still ago always often sometimes never usually frequently annually monthly weekly daily again finally eventually
    initially originally subsequently immediately meanwhile long
    """.split()
)  # fmt: skip
PLACE_ADVERBS = frozenset("here there abroad overseas nearby elsewhere everywhere home away upstairs outside".split())
CLAUSE_MARKS = {
    "because": "reason", "since": "reason", "as": "reason", "when": "time", "while": "time", "after": "time",
    "before": "time", "until": "time", "till": "time", "once": "time", "whenever": "time", "where": "place",
    "so": "purpose", "in": "purpose", "by": "manner", "without": "manner", "to": "purpose", "for": "purpose",
}  # fmt: skip


def role_of(tree: Tree, head: int, mention_at: Mapping[int, Mention]) -> str:
    """The role of the argument with this head."""
    dep = tree.deps[head]
    if dep == "advmod":
        word = tree.words[head]
        return "time" if word in TIME_ADVERBS else "place" if word in PLACE_ADVERBS else "manner"
    if dep.startswith("advcl"):
        marks = [tree.words[c] for c in tree.children[head] if tree.deps[c] in ("mark", "advmod") and c < head]
        if "as" in marks and tree.child(head, ("nsubj", "nsubj:pass")) is None:
            return "other"
        return next((CLAUSE_MARKS[m] for m in marks if m in CLAUSE_MARKS), "other")
    return role_of_noun(tree, head, preposition(tree, head), mention_at)


def preposition(tree: Tree, head: int) -> str:
    """The words of the preposition, "" for none."""
    cases = [c for c in tree.children[head] if tree.deps[c] == "case" and c < head]
    return " ".join(tree.words[w] for c in cases for w in (c, *tree.all(c, ("fixed",))))


def role_of_noun(tree: Tree, head: int, words: str, mention_at: Mapping[int, Mention]) -> str:
    """The role of a noun with its preposition."""
    mention = mention_at.get(head)
    dated = mention is not None and mention.label == "DATE"
    timed = dated or is_time(tree, head)
    if not words:
        return "time" if timed else "other"
    if words in PREPOSITIONS:
        return PREPOSITIONS[words]
    if words.split(" ", 1)[0] not in OPEN:
        return "other"
    if dated or (timed and (words not in ("to", "from", "toward", "towards", "past") or tree.words[head].isdigit())):
        return "time"
    located = (mention is not None and mention.label in PLACES) or tree.lemmas[head] in PLACE_NOUNS
    if words in ("for", "over", "under"):
        return "other"
    if located or (words in ("in", "at") and tree.pos[head] == "PROPN"):
        return "place"
    return "other"


def is_time(tree: Tree, head: int) -> bool:
    """Whether a noun or number is a date or a length of time."""
    word = tree.words[head]
    if word.isdigit():
        return len(word) == 4 and word[0] in "12" and tree.child(head, ("nmod",)) is None
    return tree.lemmas[head].lower() in TIMES or (word[:-1].isdigit() and word.endswith("s"))
