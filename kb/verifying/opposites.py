"""Words that say the opposite of each other. Data; each row two sides, any word of one against any of the other.

General English, from no data set. Words with a second meaning that is no opposite are left out ("last", "right").
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from kb.words.terms import stem

ROWS = """
rise climb increase grow gain surge jump soar / fall drop decline decrease shrink plunge plummet slump dip
raise / lower cut reduce
more / fewer less
most / least fewest
largest biggest highest greatest / smallest lowest tiniest
large big huge vast / small little tiny
high / low
long / short brief
longest / shortest
oldest / youngest newest
old / new
old ancient / new modern young
first / last final
early / late
earliest / latest
before prior / after following
begin start open launch found establish create / end close stop finish abolish dissolve discontinue
win / lose
victory win triumph / defeat loss
accept approve pass back support favour endorse / reject refuse oppose veto decline block
allow permit legalise / ban forbid prohibit outlaw
buy acquire purchase / sell
hire recruit appoint / fire dismiss sack
join enter / leave quit exit
arrive / depart
succeed success successful / fail failure unsuccessful
include contain / exclude lack omit
always / never rarely seldom
all every / none
everyone everybody / nobody
many numerous / few
majority / minority
north northern / south southern
east eastern / west western
northeast northeastern / southwest southwestern
northwest northwestern / southeast southeastern
male man boy king father son brother husband uncle / female woman girl queen mother daughter sister wife aunt
alive living / dead deceased
born / died
married / single unmarried divorced
guilty convict convicted / innocent acquit acquitted
positive / negative
good excellent great / bad poor terrible
best / worst
better / worse
praise acclaim acclaimed / criticise criticize pan panned condemn
popular famous known / unpopular obscure unknown
easy simple / hard difficult complex
rich wealthy / poor
strong / weak
fast quick rapid / slow
hot warm / cold cool
light / dark heavy
full / empty
public / private
domestic / foreign
national / international
legal lawful / illegal unlawful
safe / dangerous unsafe
peaceful / violent
friend friendly ally / enemy hostile opponent
love like / hate dislike
agree / disagree
appear / disappear vanish
build construct / demolish destroy
attack / defend
advance / retreat
rural / urban
single solo / double joint
odd / even
major / minor
upper / lower
inner / outer
professional / amateur
permanent / temporary
profit / loss
import / export
expand widen / contract narrow
comedy comedic / tragedy tragic
fiction fictional / nonfiction factual real
remember / forget
encourage / discourage
voluntary voluntarily / forced involuntary
liberal left / conservative
above over / below under beneath
inside within / outside
near close / far distant
rare uncommon / common frequent
increase / decrease
innocent / guilty
student pupil / teacher professor
natural / artificial
cheap inexpensive / expensive costly
visible / invisible hidden
possible / impossible
able / unable
happy glad / sad unhappy
"""
# They turn a word round: "able", "unable".
LEAST_TURNED = 3  # letters of such a word
PREFIXES = ("un", "in", "im", "non", "dis", "il", "ir")


def _pairs() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for line in ROWS.strip().splitlines():
        left, right = ([form(word) for word in side.split()] for side in line.split("/"))
        found |= {pair for one in left for other in right for pair in ((one, other), (other, one))}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def form(word: str) -> str:
    """The form under which a word is looked up: without inflection; of comparatives the word itself."""
    return word.lower() if word.lower().endswith(("est", "er")) else stem(word)


OPPOSITES = _pairs()


def are_opposites(one: str, other: str) -> bool:
    """Whether two words, as printed, say the opposite of each other."""
    return bool(_opposites_of(form(one)) & {form(other)}) or bool(_opposites_of(form(other)) & {form(one)})


def are_opposed(ones: Set[str], others: Set[str]) -> bool:
    """Whether a word of the one set says the opposite of one of the other, as `are_opposites` tells."""
    mine, theirs = {form(word) for word in ones}, {form(word) for word in others}
    return any(_opposites_of(word) & theirs for word in mine) or any(_opposites_of(word) & mine for word in theirs)


@lru_cache(maxsize=20_000)
def _opposites_of(word: str) -> frozenset[str]:
    """The forms that are known for its opposite, and those that a prefix makes of it."""
    turned = [prefix + word for prefix in PREFIXES] if len(word) > LEAST_TURNED else []
    return frozenset([*(other for one, other in OPPOSITES if one == word), *turned])
