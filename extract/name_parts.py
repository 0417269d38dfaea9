"""A part of a longer name that one text uses for it: "the Spurs", "the Commission", "Civil War", "Interscope".

A part stands only for a longer name before it, and only where the text has one such name; what the longer one has more
must be a word that the name can do without: a place or people ("Kansas City Chiefs", "Norwegian Parliament"), a name
that the text has by itself ("Google Springboard"), or a word for what kind of thing it is ("Interscope Records").
Not covered: parts that stand before the longer name, and parts of places' names, but of buildings ("Heathrow Airport").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.gazetteer.known import known_places
from extract.gazetteer.words import ENDING
from extract.short_names import words_of

LONGEST = 12  # words of a name that is looked into
JOINING = frozenset("of for against on in de des du".split())  # after the head of a name: "Council for Mass Media"
PEOPLE = re.compile(r"\w{2,}(?:ian|ean|ese|ish|ani|aeli|aqi)|american|african|german|roman|mexican|cuban|french|dutch"
                    r"|greek|swiss|czech|thai|turkic|federal|national|royal|us|uk|un|eu")  # fmt: skip
# Words that name an organisation, work or event of one kind; alone and in capitals they mean the one of the text.
HEADS = {
    "ORG": frozenset(
        """commission committee council parliament senate congress assembly legislature court cabinet ministry
        department fund foundation association federation confederation union trust front alliance league army navy
        orchestra college university institute academy agency authority board bureau club company corporation bank
        society school house party museum exchange treasury duma knesset bundestag""".split()
    ),
    "WORK": frozenset("agreement treaty act constitution protocol convention charter code gala contest".split()),
    "EVENT": frozenset("games war summit festival conference tournament gala contest".split()),
}
HEADS["WORK"] |= HEADS["EVENT"]
RECURRING = frozenset("olympics cup championship championships tour open prix league season edition".split())
# Words that a name of an organisation ends with and is as often left without.
TAILS = frozenset(
    """records recordings university college airlines airways associates books communications hotel tobacco steel
    high school football basketball club fc music publishing""".split()
)  # not "group": "The Economist" is not the Economist Group


class Parts:
    """The names of one text by the parts that may stand for them."""

    def __init__(self, names: Iterable[tuple[str, str]]):
        self.names: set[tuple[str, ...]] = set()
        self.longer: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = defaultdict(set)
        self.entity: dict[tuple[str, tuple[str, ...]], int] = {}
        for name, kind in names:
            words = tuple(words_of(name))
            if len(words) <= LONGEST:
                self.names.add(words)
                for part in parts(words, kind):
                    self.longer[kind, part].add(words)

    def add(self, name: str, kind: str, entity: int) -> None:
        """Remember which referent a name has."""
        self.entity.setdefault((kind, tuple(words_of(name))), entity)

    def find(self, name: str, kind: str) -> int | None:
        """The referent of the only longer name before that this one is a part of; None where there is none, or two."""
        part = tuple(words_of(name))
        longer = self.longer.get((kind, part))
        if not longer or (part[-1] in HEADS.get(kind, ()) and not name[:1].isupper()):
            return None
        found = {self.entity.get((kind, words)) for words in longer}
        if len(found) != 1 or not any(self.may_lack(part, words, kind) for words in longer):
            return None
        return next(iter(found))

    def may_lack(self, part: tuple[str, ...], words: tuple[str, ...], kind: str) -> bool:
        """Whether a name can do without what it has more than a part of it."""
        heads = HEADS.get(kind, frozenset())
        if len(part) == 1 and part[0] in heads:
            return True
        if words[-len(part) :] != part:
            return kind == "ORG" and all(word in TAILS for word in words[len(part) :])
        rest = words[: -len(part)]
        if part[-1] in RECURRING or (kind == "PLACE" and ENDING.get(part[-1]) != "PLACE"):
            return False
        if kind == "ORG" and len(part) == 1:  # a club's: of "Pittsburgh Catholic" and "Square Enix" none can be told
            return part[0].endswith("s") and is_told(rest)
        return rest in self.names or is_told(rest)


def parts(words: tuple[str, ...], kind: str) -> Iterator[tuple[str, ...]]:
    """The parts of a name that may stand for it: its ends, and its beginnings before what it can do without."""
    if any(char.isdigit() for char in words[0]):  # "1988 Winter Olympics" are one of many
        return
    for i in range(1, len(words)):
        yield words[i:]
        if words[i] in JOINING and i == 1:
            yield words[:i]
        if kind == "ORG" and words[i] in TAILS:
            yield words[:i]


def is_told(rest: tuple[str, ...]) -> bool:
    """Whether the words before a part are those of a place or people."""
    return bool(PEOPLE.fullmatch(rest[-1]) if len(rest) == 1 else False) or bool(known_places(" ".join(rest)))
