"""What a text says of the bearer of a name that tells it from others of the name, and which texts mean another. Pure.

A context is a set of marks, such as "works in sport", "nation FR", "born 1950", "woman", "lies in US.OH" or "read of
in sport". Same names are one by default; they stay two where marks clash: lives that cannot overlap and places apart
always, what somebody does, gender, nation and what the texts are about only where these share nothing else.

Not covered: two persons of one name and one walk of life; two bearers of one name in one text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from extract.gazetteer.known import Place, known_places
from extract.gazetteer.labels import CITY, COUNTRY, REGION
from kb.names import TITLES, fold
from kb.naming.roles import FIELDS, MEN, NATIONS, RARELY_ONE, WOMEN
from kb.naming.topics import topic_of, topics_apart, topics_of

WINDOW = 120  # characters beside a name that are read
SLACK = 2  # years by which sources differ on one birth or death
LONGEST_LIFE = 110

APPOSITION = re.compile(r"\s?(?:\([^()]*\)\s?)?,\s(?:an?|the|one\sof\sthe|former)\s([^,.;:()]{3,80})")
COPULA = re.compile(
    r"\s?(?:\([^()]*\)\s?)?,?\s?(?:is|was|became|works\sas|worked\sas)\s(?:an?|the|one\sof\sthe)\s([^,.;:()]{3,80})"
)
CUT = re.compile(r"\b(?:who|which|that|for|in|at|from|with|on|to|by|against|whose|where|when|under)\b")
BEFORE = re.compile(r"(\w+)\.?\s$")
YEAR = r"(1[0-9]{3}|20[0-9]{2})"
BORN = re.compile(rf"\s?(?:,?\s?\(?[^()]{{0,40}}?\b(?:born|b\.)\s[^()]{{0,40}}?|\s?was\sborn\s[^.]{{0,60}}?){YEAR}\b")
DIED = re.compile(rf"\s(?:[\w\s,]{{0,20}}?\s)?died\s[^.]{{0,40}}?{YEAR}\b")
LIFE = re.compile(rf"\s?\([^()]{{0,60}}?\b{YEAR}\b[^()]{{0,40}}?[-–—][^()]{{0,60}}?\b{YEAR}\b[^()]{{0,20}}\)")


def marks_of_person(before: str, name: str, after: str) -> Iterator[str]:
    """Yield the marks that one mention of a person carries, from the text on both sides of it in its sentence."""
    words = fold(name)
    yield from _of_titles([word for word in words if word in TITLES])
    before = before[-WINDOW:]
    if (found := BEFORE.search(before)) is not None and (found[1].lower() in FIELDS or _gender(found[1].lower())):
        yield from _of_words(fold(before)[-3:])
    after = after[:WINDOW]
    for pattern in (APPOSITION, COPULA):
        if (found := pattern.match(after)) is not None:
            yield from _of_words(fold(CUT.split(found[1])[0]))
            break
    yield from _of_life(after)


def marks_of_topics(everywhere: Counter[str], beside: Iterable[str]) -> Iterator[str]:
    """Yield the field in which one reads of a person.

    :param everywhere: the weights of fields in the whole text, see kb/naming/topics.py.
    :param beside: the sentences that name the person.
    """
    if (field := topic_of(everywhere, topics_of(beside))) is not None:
        yield f"read of in {field}"


def marks_of_pronouns(words: Iterable[str]) -> Iterator[str]:
    """Yield the gender that all pronouns of a person agree on; one alone says nothing, for it may be linked wrongly."""
    genders = [_gender(word.lower()) for word in words]
    known = [gender for gender in genders if gender]
    if len(known) > 1 and len(set(known)) == 1:
        yield known[0]


def marks_of_place(name: str, wholes: Sequence[str], parts: Sequence[str], beside: Sequence[str]) -> Iterator[str]:
    """Yield where a place lies, if the text tells.

    :param wholes: the names that stand after it as what it lies in ("Springfield, Ohio").
    :param parts: the names that stand before it as what lies in it ("Atlanta, Georgia").
    :param beside: all other names of places in the text, read only for a name of countries and regions alone.
    """
    known = known_places(name)
    codes = {code for whole in wholes for code in _within(known, known_places(whole))}
    inside = [place for part in parts for place in known_places(part)]
    if not codes and inside:
        codes = {place.code for place in known if any(_holds(place, part) for part in inside)}
    large = [place for place in known if place.label in (COUNTRY, REGION)]
    if not codes and len(large) == len(known) > 1:
        sure = [places[0] for places in map(known_places, beside) if len(places) == 1]
        codes = {place.code for place in large if any(_holds(place, part) for part in sure)}
    if len(codes) == 1:
        yield f"lies in {codes.pop()}"


def told_apart(
    block: str, key: str, contexts: Mapping[str, int], share: Callable[[str, str], bool]
) -> dict[str, str]:  # fmt: skip
    """Return for every context, marks joined by "; ", what tells its bearer from others of the name: "" if it is main.

    The main bearer is that of most texts, of places the best known; texts without context mean it.

    :param contexts: in how many texts each occurs.
    :param share: whether texts with these two contexts name some other thing in common.
    """
    groups: list[list[str]] = []
    for context in sorted(contexts, key=lambda c: (-contexts[c], c)):
        fit = [group for group in groups if not any(_two(context, other, share) for other in group)]
        if fit:
            max(fit, key=lambda group: (_agree(context, group), -groups.index(group))).append(context)
        else:
            groups.append([context])
    main = next((group for group in groups if block != "place" or _best_known(key, group)), None)
    return {context: "" if group is main else group[0] for group in groups for context in group}


def clashing(one: str, other: str) -> tuple[list[str], list[str]]:
    """Return what tells two contexts apart, whatever else, and what does where their texts share nothing."""
    mine, theirs = _marks(one), _marks(other)
    hard = [_against(mine, theirs, what) for what in ("born", "died") if _years_apart(mine, theirs, what)]
    if _dead_before(mine, theirs) or _dead_before(theirs, mine):
        hard.append("one had died before the other was born")
    if _places_apart(mine["lies in"], theirs["lies in"]):
        hard.append(_against(mine, theirs, "lies in"))
    soft = [_against(mine, theirs, "works in")] if _fields_apart(mine["works in"], theirs["works in"]) else []
    if mine["gender"] and theirs["gender"] and mine["gender"] != theirs["gender"]:
        soft.append(_against(mine, theirs, "gender"))
    if mine["nation"] and theirs["nation"] and not mine["nation"] & theirs["nation"]:
        soft.append(_against(mine, theirs, "nation"))
    agreed = any(mine[what] & theirs[what] for what in ("works in", "born", "died"))
    if not agreed and topics_apart(mine["read of in"], theirs["read of in"]):
        soft.append(_against(mine, theirs, "read of in"))
    return hard, soft


def _two(one: str, other: str, share: Callable[[str, str], bool]) -> bool:
    hard, soft = clashing(one, other)
    return bool(hard) or (bool(soft) and not share(one, other))


def _agree(context: str, group: Sequence[str]) -> int:
    return max(len(set(context.split("; ")) & set(other.split("; "))) for other in group)


def _marks(context: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {what: set() for what in KINDS}
    for mark in context.split("; "):
        what, _, value = mark.rpartition(" ")
        found[what].add(value)
    return found


KINDS = ("works in", "gender", "nation", "born", "died", "lies in", "read of in")


def _against(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]], what: str) -> str:
    sides = (", ".join(sorted(marks[what])) for marks in (mine, theirs))
    return f"{what} {' and '.join(sides)}"


def _years_apart(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]], what: str) -> bool:
    return bool(mine[what] and theirs[what]) and all(
        abs(int(a) - int(b)) > SLACK for a in mine[what] for b in theirs[what]
    )


def _dead_before(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]]) -> bool:
    return any(
        int(died) < int(born) or int(died) > int(born) + LONGEST_LIFE
        for died in mine["died"]
        for born in theirs["born"]
    )


def _places_apart(mine: set[str], theirs: set[str]) -> bool:
    return bool(mine and theirs) and not any(
        a == b or a.startswith(f"{b}.") or b.startswith(f"{a}.") for a in mine for b in theirs
    )


def _fields_apart(mine: set[str], theirs: set[str]) -> bool:
    return (
        bool(mine and theirs)
        and not mine & theirs
        and all(frozenset((a, b)) in RARELY_ONE for a in mine for b in theirs)
    )


def _best_known(key: str, group: Sequence[str]) -> bool:
    """Whether a group of contexts of a place may be the place that its name mostly stands for."""
    known = known_places(key)
    lies = set().union(*(_marks(context)["lies in"] for context in group))
    country = known[0].country if known else None
    return country is None or not lies or any(_same_place(known[0], code) for code in lies)


def _same_place(best: Place, code: str) -> bool:
    """Whether the best reading of a name may lie there; cities of one name in one country are known by none first."""
    if best.label == CITY:
        return code[:2] == best.country
    return code == best.code or best.code.startswith(f"{code}.")


def _of_titles(titles: Iterable[str]) -> Iterator[str]:
    for title in titles:
        if gender := _gender(title):
            yield gender


def _of_words(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        single = word[:-1] if word.endswith("s") and word[:-1] in FIELDS else word
        if single in FIELDS:
            yield f"works in {FIELDS[single]}"
        if word in NATIONS:
            yield f"nation {NATIONS[word]}"
        if (single in FIELDS or word in TITLES) and (gender := _gender(word)):
            yield gender


def _of_life(after: str) -> Iterator[str]:
    if (found := LIFE.match(after)) is not None:
        yield f"born {found[1]}"
        yield f"died {found[2]}"
        return
    if (found := BORN.match(after)) is not None:
        yield f"born {found[1]}"
    if (found := DIED.match(after)) is not None:
        yield f"died {found[1]}"


def _gender(word: str) -> str:
    return "gender woman" if word in WOMEN else "gender man" if word in MEN else ""


def _within(known: Sequence[Place], wholes: Sequence[Place]) -> set[str]:
    """Return the codes at which a place lies that is in one of these readings of a name; none if several would do.

    Of a known country or region nothing is believed that the gazetteer does not say ("Germany, Austria" is a list),
    and of a city that it lies elsewhere only with a region ("Springfield, Ohio").
    """
    fitting = [whole for whole in wholes if any(_holds(whole, place) for place in known)]
    if not fitting and wholes and wholes[0].label == REGION and (not known or known[0].label == CITY):
        return {wholes[0].code}
    if len(fitting) != 1:
        return set()
    inside = {place.code for place in known if _holds(fitting[0], place)}
    return inside if len(inside) == 1 else {fitting[0].code}


def _holds(whole: Place, part: Place) -> bool:
    if part == whole or whole.label not in (REGION, COUNTRY):
        return False
    return part.code == whole.code or (whole.label == COUNTRY and part.country == whole.code)
