"""Words that count or do the same in reports of one thing, as data: each row one class, named by its first word.

General English, from no data set. Narrow on purpose: words of one class may stand for each other beside a figure.
"""

from __future__ import annotations

from kb.words.terms import root

THINGS = """
people person persons
worker workers employee employees staff job jobs post posts position positions
house houses home homes dwelling
shop shops store stores outlet outlets
aircraft plane planes airplane airliner jet jets
ship ships vessel vessels
car cars vehicle vehicles automobile
student students pupil pupils
soldier soldiers troops
film movie
rain rainfall
snow snowfall
unemployment jobless joblessness unemployed
"""
# What happened to the things that are counted or paid for: of two classes, two figures are of two things.
DEEDS = """
cost costs price pay paid spend bought buy purchase
fine fined fines penalty
damages compensation compensate settlement
sentence sentenced jail jailed imprison imprisoned
kill killed die died dead death deaths perish fatality fatalities
injure injured wound wounded hurt injury injuries
arrest arrested detain detained
missing
rescue rescued save
dismiss cut shed axe eliminate slash lay layoff layoffs redundancies
hire hires recruit
join attend march gather rally protest demonstrate participate crowd
destroy destroyed raze burn burned gut flatten demolish
damage damaged
evacuate displace flee
produce production output harvest yield manufacture
sell sold sale sales
build construct
invest investment
lend loan borrow
donate donation grant
import
export
profit earnings
loss
revenue turnover
debt
enrol enroll
"""
GENERIC = "cost"  # says nothing beside another deed: a fine is paid too
# These say that there is a number of something, and no more.
LIGHT = frozenset(
    root(word)
    for word in """
    total number amount figure stand reach come put make count include estimate level rate record report say
    measure remain hold rise rose fall fell increase decrease grow climb drop some part take operate run fly own keep
    win elect reelect use see show give set new latest about overall whole altogether board aboard near outside inside
    beside close around along behind amid toward towards least most recent recently tell announce add""".split()
)

# Beside what is counted they narrow nothing.
NEUTRAL = frozenset(map(root, "new annual total overall whole latest official entire own famous big large".split()))


def _classes(rows: str) -> dict[str, str]:
    return {root(word): row.split()[0] for row in rows.strip().splitlines() for word in row.split()}


_THINGS, _DEEDS = _classes(THINGS), _classes(DEEDS)


def likened(roots: frozenset[str]) -> frozenset[str]:
    """Roots of words, those of one class put as one; what only says that there is a number left out."""
    return frozenset(_THINGS.get(each, _DEEDS.get(each, each)) for each in roots if each not in LIGHT)


def deeds(roots: frozenset[str]) -> frozenset[str]:
    """The classes of deeds among some roots."""
    found = frozenset(_DEEDS[each] for each in roots if each in _DEEDS)
    return found - {GENERIC} if len(found) > 1 else found
