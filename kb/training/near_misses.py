"""Questions changed by rule, so that the sentence which answered them answers them no longer.

Every change is a table or a pattern; which one is made is drawn. Limits: the question is not parsed, so a change may
now and then leave the meaning as it was; such rows are few and cost little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from kb.training.siblings import Siblings

NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w-])|(?<![\w.,-])\d+(?![\w-]|[.,]\d)")
NAME = re.compile(r"\b[A-Z][\w’'-]*[\w](?:\s+(?:(?:of|the|de|van|von|and)\s+)?[A-Z][\w’'-]*[\w])*")
WORD = re.compile(r"\w+")
NEGATED = re.compile(r"\b(?:not|never)\s+|n[’']t\b")
NEGATABLE = re.compile(
    r"\b(is|are|was|were|has|have|had|can|could|would|will|should)\s+(?=(?:[a-z]+(?:ed|en|wn|lt|nt|ght)|made|held|sold|found|led)\b)"
)
OPENINGS = frozenset(
    "what which who whom whose when where why how in on at to for from of by with the a an did does do is are was were "
    "has have had can could according after before during name if".split()
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
ANTONYMS = """
first last | before after | earliest latest | early late | largest smallest | larger smaller | large small | big small
biggest smallest | highest lowest | higher lower | high low | most least | more fewer | more less | longest shortest
longer shorter | long short | oldest youngest | older younger | old new | oldest newest | best worst | better worse
good bad | north south | northern southern | east west | eastern western | northeast southwest | northwest southeast
increase decrease | increased decreased | rise fall | rose fell | rising falling | gain loss | gained lost | win lose
won lost | winner loser | begin end | began ended | start end | started ended | start stop | started stopped
open close | opened closed | enter leave | entered left | join leave | joined left | import export | imported exported
accept reject | accepted rejected | support oppose | supported opposed | allow forbid | allowed forbade
allowed forbidden | male female | men women | man woman | boys girls | king queen | father mother | son daughter
brother sister | husband wife | maximum minimum | above below | inside outside | internal external | major minor
majority minority | strong weak | strongest weakest | positive negative | rich poor | richest poorest | public private
legal illegal | same different | similar different | common rare | deepest shallowest | fastest slowest | hot cold
warm cold | wet dry | ancient modern | domestic foreign | urban rural | friends enemies | ally enemy | buy sell
bought sold | built destroyed | created destroyed | arrive depart | arrived departed | birth death | born buried
upper lower | front back | left right | include exclude | included excluded | cause prevent | caused prevented
advantages disadvantages | advantage disadvantage | success failure | succeeded failed | employer employee | hired fired
"""


def _antonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in ANTONYMS.replace("\n", "|").split("|"):
        for one, other in [pair for pair in [row.split(), row.split()[::-1]] if len(pair) == 2]:
            found[one] = (*found.get(one, ()), other)
    return found


OPPOSITES = _antonyms()
OPPOSITE = re.compile(rf"\b(?:{'|'.join(sorted(OPPOSITES, key=len, reverse=True))})\b")
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def names_in(text: str) -> list[str]:
    """Runs of capitalised words, without a word that only opens a sentence."""
    found = []
    for match in NAME.finditer(text):
        name = match.group()
        first, _, rest = name.partition(" ")
        if first.lower() in OPENINGS or (match.start() == 0 and not rest):
            name = rest
        if name[:1].isupper() and name not in MONTHS:
            found.append(name)
    return found


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the sentence that answers a question.

    :ivar near: its sentences; their names may take the place of the question's.
    :ivar gold: the sentence itself; no word that it holds is put into the question.
    """

    near: Sequence[str] = ()
    gold: str = ""
    siblings: Siblings = field(default_factory=Siblings)


def other_name(question: str, around: Around, chance: Random) -> str | None:
    """The question about another one of the names around, of the same label where there is one."""
    asked = names_in(question)
    found = sorted({name for sentence in around.near for name in names_in(sentence) if not _shares(name, question)})
    if not asked or not found:
        return None
    old, labels = chance.choice(asked), around.siblings.labels
    alike = [name for name in found if old in labels and labels.get(name) == labels[old]]
    return question.replace(old, chance.choice(alike or found), 1)


def other_word(question: str, around: Around, chance: Random) -> str | None:
    """The question with a word turned into a sibling of it that the sentence does not hold."""
    held = set(WORD.findall(around.gold.lower()))
    places = [
        (place, fitting)
        for place in WORD.finditer(question)
        if (fitting := [word for word in around.siblings.words.get(place.group(), ()) if word not in held])
    ]
    if not places:
        return None
    place, fitting = chance.choice(places)
    return question[: place.start()] + chance.choice(fitting) + question[place.end() :]


def _shares(name: str, question: str) -> bool:
    return any(word.lower() in question.lower() for word in name.split())


def other_number(question: str, around: Around, chance: Random) -> str | None:
    """The question with another year, date or number."""
    places = [*NUMBER.finditer(question), *(match for match in MONTH.finditer(question) if match.group() != "May")]
    if not places:
        return None
    place = chance.choice(places)
    return question[: place.start()] + _moved(place.group(), chance) + question[place.end() :]


def _moved(number: str, chance: Random) -> str:
    if number in MONTHS:
        return chance.choice([month for month in MONTHS if month != number])
    value = int(number.replace(",", ""))
    step = chance.randint(1, 20) if 1000 <= value <= 2100 else chance.randint(1, max(value // 2, 3))
    value = value + step if value - step < 1 or chance.random() < 0.5 else value - step
    return f"{value:,}" if "," in number else str(value)


def opposite(question: str, around: Around, chance: Random) -> str | None:
    """The question with one word turned into its opposite."""
    places = list(OPPOSITE.finditer(question))
    if not places:
        return None
    place = chance.choice(places)
    return question[: place.start()] + chance.choice(OPPOSITES[place.group()]) + question[place.end() :]


def negated(question: str, around: Around, chance: Random) -> str | None:
    """The question denied, or no longer denied."""
    if NEGATED.search(question):
        return NEGATED.sub("", question, count=1)
    if NEGATABLE.search(question):
        return NEGATABLE.sub(rf"\1 {chance.choice(('not', 'never'))} ", question, count=1)
    return None


# Negation is easily seen, so it is made less often.
Change = Callable[[str, Around, Random], str | None]
CHANGES: Sequence[tuple[Change, float]] = (
    (other_name, 5.0), (other_word, 5.0), (other_number, 4.0), (opposite, 4.0), (negated, 0.7),
)  # fmt: skip


def near_miss(question: str, around: Around, chance: Random) -> str | None:
    """A question near to this one that its sentence does not answer; None where no rule fits."""
    made = [(change(question, around, chance), weight) for change, weight in CHANGES]
    fitting = [(text, weight) for text, weight in made if text and text != question]
    if not fitting:
        return None
    return chance.choices([text for text, _ in fitting], [weight for _, weight in fitting])[0]
