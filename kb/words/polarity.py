"""Yes or no: whether a sentence says what a question asks, denies it, or leaves it open.

Rules on words. What is said must be said in the order of the question, in one clause, as a fact: a plan, a doubt, a
denial or a word such as "almost" leaves the question open. Measured on 106 yes-no questions on nine articles of CMU's
Question/Answer Dataset: half are answered, none wrongly. Limits: no antonyms ("rose" against "fell"), no reasoning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.words.terms import Word, is_stopword, other_forms, plain, read_words

NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no longer|hardly|fail(?:s|ed)? to|den(?:y|ies|ied)|refus(?:e|es|ed))\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
NONE_OF = re.compile(r"\b(?:no|none|nobody|nothing|without)\b", re.IGNORECASE)
NO_MORE = frozenset("less more fewer later longer sooner doubt wonder matter other one".split())  # "no" of degree
ENDS = re.compile(r"\s*(?:[.,;:!?)”\"]|$|(?:and|but|or|so|nor)\b)")  # nothing narrows what was denied
OWNED = frozenset("has had have is are was were there with".split())  # before a "no" that denies all of a thing
BEFORE_VERB = re.compile(r"\b(?:not|never|cannot|no longer)\b|n['’]t\b", re.IGNORECASE)
# What makes a statement no plain fact.
HEDGES = frozenset(
    """would could might may should must will shall can if whether unless reportedly allegedly expected likely unlikely
    perhaps possibly maybe probably supposed rumoured rumored plans planned planning plan wants wanted hopes hoped aims
    aimed tried tries trying failed fails attempt attempted offered threatened considered considering considers nearly
    almost barely partly hardly denied denies deny doubt doubts doubted claimed claims claim alleged rejected rejects
    refused refuses wished urged asked demanded agreed proposed proposes suggests suggested believed believes thinks
    thought seems appears former formerly once used until imagined dreamed dream false falsely wrong wrongly myth
    instead rather except unsuccessfully supposedly negotiating talks""".split()
)
# Of these, those that still count behind a comma: "The mill closed, they claimed".
TRAILING = frozenset("reportedly allegedly supposedly claimed claims claim alleged denied denies if unless".split())
# A question with one of these is answered only by a sentence with it: "Will X close?" is not told by "X closed".
MODALS = frozenset("will would should must may might could shall".split())
# In a question these must stand in the sentence too: "all" is not said by "some".
SCOPES = frozenset("all every only most each first last never always both no none more less than several many".split())
# These begin another clause: what stands on two sides of one is not said together.
CLAUSES = frozenset("but while whereas although though because unless which who whose".split())
FARTHEST = 7  # words between two words of the question in the sentence
IT_IS_TRUE = re.compile(r"(?:is|was) it (?:true|correct|the case|a fact) that ", re.IGNORECASE)
STATED = "That"  # stands for "Is it true that": what follows is told, not asked
BRACKETS = re.compile(r" ?\([^()]{0,200}\)")
# "All but the otter have tails" says nothing of the otter but the contrary.
EXCEPTION = re.compile(r"\b(?:all|none|everyone|nobody|any\w*) but\b|\bunlike\b", re.IGNORECASE)
# Behind "but" these go on with the same subject.
GOING_ON = frozenset("does did do was were is are has had have not never also can cannot".split())
NO_VERBS = frozenset(
    """men women feet teeth mice people lives wives halves leaves thieves wolves children better best worse worst height
    length width depth strength""".split()
)
APPOSITION = re.compile(r", (?:an?|the|its|his|her|their|now|once) [^,;]{1,80},(?= [a-z])")
BEING = frozenset("is are was were be been being get got gets".split())
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)


def denies(sentence: str, question: str) -> bool:
    """Whether exactly one of sentence and question is negated."""
    return is_negated(sentence) != is_negated(question)


def is_negated(text: str) -> bool:
    """Whether a negation stands in it, anywhere."""
    return bool(NEGATION.search(text))


def verdict(sentence: str, question: str) -> str | None:
    """ "yes" or "no" where the sentence says or denies what is asked, in its order and as a fact; else None.

    What stands in brackets, or between commas beside a name ("X, an Irish broadcaster, took"), may be left out.

    :param sentence: its text, names put in for the words that point at them.
    """
    asked = IT_IS_TRUE.sub(f"{STATED} ", question.strip())
    plainer = BRACKETS.sub("", sentence)
    readings = dict.fromkeys((sentence, plainer, APPOSITION.sub("", plainer)))
    return next((told for each in readings if (told := _verdict(each, asked))), None)


def _verdict(sentence: str, question: str) -> str | None:
    everything = read_words(question)
    asked, said = everything[1:], read_words(sentence)
    content = [word for word in asked if not is_stopword(word.surface)]
    places = _places(content, said)
    if not content or places is None or not _same_scopes(everything, said):
        return None
    inside = said[min(places) : max(places) + 1]
    region = sentence[inside[0].start : inside[-1].end]
    if ";" in region or _hedged(sentence, said, max(places), everything) or _in_clauses(inside, asked):
        return None
    if _turned_round(question, region) or not _same_voice(question, content, said) or _owns(sentence, inside, question):
        return None
    denied = _denied(sentence, said, places)
    if denied is None or is_negated(question) or EXCEPTION.search(sentence):
        return None
    return "no" if denied else "yes"


def _places(content: Sequence[Word], said: Sequence[Word]) -> list[int] | None:
    """Where the words of the question stand, in its order, none far from the last; years may stand anywhere."""
    places: list[int] = []
    at = -1
    for word in content:
        if word.surface[0].isdigit():
            found = [n for n, each in enumerate(said) if each.surface == word.surface]
            if not found:
                return None
            if abs(found[0] - at) <= FARTHEST and found[0] > at:
                places.append(found[0])
            continue
        found = [n for n in range(at + 1, len(said)) if _alike(word, said[n])]
        if not found or (places and found[0] - at > FARTHEST):
            return None
        at = found[0]
        places.append(at)
    return places or None


def _alike(one: Word, other: Word) -> bool:
    """Whether two words are forms of one: "leaves" is of "leaf", and of "leave"."""
    return one.stem == other.stem or plain(one.surface) + "s" == plain(other.surface)


def _same_scopes(asked: Sequence[Word], said: Sequence[Word]) -> bool:
    held = {plain(word.surface) for word in said}
    return all(plain(word.surface) in held for word in asked if plain(word.surface) in SCOPES | MODALS)


def _hedged(sentence: str, said: Sequence[Word], last: int, asked: Sequence[Word]) -> bool:
    """Whether a hedge stands before the last word asked for, or behind it in its clause; as printed: "May" is a month.

    :param last: number of the last word of the question in the sentence.
    """
    allowed = {plain(word.surface) for word in asked}
    comma = sentence.find(",", said[last].end)
    clause = len(sentence) if comma < 0 else comma
    return any(word.surface in (HEDGES if word.start < clause else TRAILING) - allowed for word in said)


def _in_clauses(inside: Sequence[Word], asked: Sequence[Word]) -> bool:
    """Whether another clause begins among the words; "but did not" goes on with the same subject."""
    allowed = {plain(word.surface) for word in asked}
    lower = [plain(word.surface) for word in inside]
    following = [*lower[1:], ""]
    return any(
        word in CLAUSES - allowed and not (word == "but" and after in GOING_ON)
        for word, after in zip(lower, following, strict=True)
    )


def _turned_round(question: str, region: str) -> bool:
    """Whether one of the two is in the passive with "by" and the other is not: "was bought by" against "bought"."""
    by = [bool(re.search(r"\bby\b", text)) for text in (question, region)]
    return by[0] != by[1] and bool(PASSIVE.search(question) or PASSIVE.search(region))


def _same_voice(question: str, content: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether what was done to something is not taken for what it did: "was sold" against "sold"."""
    passive = bool(PASSIVE.match(question) or (question.startswith(STATED) and PASSIVE.search(question)))
    participles = [word.stem for word in content if _is_participle(word.surface)]
    verbs = participles[:1] if passive else [word.stem for word in content]
    for number, word in enumerate(said):
        if word.stem in verbs and _is_participle(word.surface):
            before = {plain(each.surface) for each in said[max(number - 3, 0) : number]}
            if bool(before & BEING) != passive:
                return False
    return True


def _is_participle(surface: str) -> bool:
    lower = plain(surface)
    irregular = lower in other_forms(lower)[1:] and lower not in NO_VERBS and not lower.endswith(("er", "est"))
    return surface[0].islower() and (lower.endswith("ed") or irregular)


def _owns(sentence: str, inside: Sequence[Word], question: str) -> bool:
    """Whether something of the one asked about does it: "Westinghouse's old company paid" is not Westinghouse."""
    owners = [word for word in inside if sentence[word.end : word.end + 2] in ("'s", "’s", "s'", "s’")]
    return any(not re.search(rf"\b{re.escape(word.surface)}['’]", question) for word in owners)


def _denied(sentence: str, said: Sequence[Word], places: Sequence[int]) -> bool | None:
    """Whether what is asked is denied; None where a negation stands elsewhere in the sentence."""
    if not is_negated(sentence) and not NONE_OF.search(sentence):
        return False
    if _none_of_it(sentence, said, places):
        return True
    first, last = said[min(places)].start, said[max(places)].end
    inside = BEFORE_VERB.findall(sentence[first:last])
    outside = sentence[:first] + " " + sentence[last:]
    other = is_negated(outside) or NONE_OF.search(outside)
    return True if len(inside) == 1 and not other and len(NEGATION.findall(sentence[first:last])) == 1 else None


def _none_of_it(sentence: str, said: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether the only negation is a "no" right before what is asked for: "has no airport", "there is no ferry"."""
    found = NONE_OF.findall(sentence)
    if [each.lower() for each in found] != ["no"] or is_negated(sentence):
        return False
    number = next((n for n, word in enumerate(said) if plain(word.surface) == "no"), -1)
    before = {plain(word.surface) for word in said[max(number - 2, 0) : number]}
    behind = plain(said[number + 1].surface) if number + 1 < len(said) else ""
    closed = ENDS.match(sentence, said[max(places)].end)
    return number + 1 in places and behind not in NO_MORE and bool(before & OWNED) and bool(closed)
