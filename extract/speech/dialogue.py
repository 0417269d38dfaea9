"""Who speaks in the turns of a dialogue: the likeliest sequence of speakers by a small table of weights.

Speakers by a name in their cue are never changed.

The weights are set by hand: of LitBank's quotations in every other work they give 0.52 their speaker, in the rest
0.53. Fitted by coordinate ascent on the former they gave 0.567 there and 0.487 in the rest, so they were not taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.speech.turns import Cast, Key, Turn
from extract.types import Phrase, Quote

WEIGHTS = {
    "unknown": 0.3,  # nobody is named
    "same goes on": 3.0,  # the speaker of the turn before, where a cue alone stands between
    "same asked": 0.0,  # and the turn before is a question
    "same beside": -3.0,  # where nothing stands between
    "same beat": 0.0,  # where narration stands between
    "same apart": -1.0,  # where that ends a paragraph
    "back": 1.5,  # the speaker of the turn before the last one
    "back beat": 0.7,
    "before": 1.5,  # subject of the sentence before
    "before colon": 3.0,
    "after": 1.0,  # subject of the sentence after
    "own": -1.0,  # the noun in its cue stands for nobody with a name
    "speaks": 0.3,  # for each cue that names this one as speaker, up to three
    "recent": 0.5,  # the narration told of this one last, of men or of women
    "called": -3.0,  # the turn speaks to this one by name
    "named": -1.0,  # the turn names this one
    "answers": 1.5,  # the turn before speaks to this one by name
    "is answered": 1.0,  # the turn after does
    "gender other": -3.5,
    "gender same": 0.5,
    "pronoun": 1.5,  # the cue's pronoun is resolved to this one
}
NEAR = 8  # turns before and after whose speakers may speak
MAX_CANDIDATES = 5
UNKNOWN = ""
Pair = tuple[Key, Key]


def attributed(turns: Sequence[Turn], cast: Cast, weights: dict[str, float]) -> list[Key]:
    """The likeliest speaker of each turn; `UNKNOWN` where nobody is likely."""
    best: dict[Pair, float] = {(UNKNOWN, UNKNOWN): 0.0}
    steps: list[dict[Pair, Pair]] = []
    for i, turn in enumerate(turns):
        options = {key: emission(turns, i, key, cast, weights) for key in candidates(turns, i, cast)}
        found: dict[Pair, float] = {}
        step: dict[Pair, Pair] = {}
        for (last, here), score in best.items():
            for key, own in options.items():
                total = score + own + transition(turn, last, here, key, weights)
                if total > found.get((here, key), float("-inf")):
                    found[here, key], step[here, key] = total, (last, here)
        best = found
        steps.append(step)
    keys: list[Key] = []
    pair = max(best, key=lambda p: best[p])
    for step in reversed(steps):
        keys.append(pair[1])
        pair = step[pair]
    return keys[::-1]


def candidates(turns: Sequence[Turn], i: int, cast: Cast) -> list[Key]:
    """Who may speak a turn: the one in its cue alone, else those near."""
    turn = turns[i]
    if turn.key == "i" or (isinstance(turn.key, int) and not turn.pronoun):
        return [turn.key]
    near: list[Key | None] = [turn.key, turn.before, turn.after, *turn.recent]
    for step in range(1, NEAR + 1):
        for j in (i - step, i + step):
            if 0 <= j < len(turns):
                other = turns[j]
                near += [other.key, other.before, *(key for key in other.called if key in cast.told)]
    if turn.key is not None and not turn.pronoun:
        near = [turn.key, *(key for key in near if isinstance(key, int))]
    keys = list(dict.fromkeys(key for key in near if key is not None))[:MAX_CANDIDATES]
    if turn.pronoun:
        return [*keys, turn.word]
    return keys if turn.key is not None else [*keys, UNKNOWN]


def emission(turns: Sequence[Turn], i: int, key: Key, cast: Cast, weights: dict[str, float]) -> float:
    """What a turn itself and its neighbours say for a speaker."""
    turn = turns[i]
    if key == UNKNOWN:
        return weights["unknown"]
    score = weights["speaks"] * min(cast.cued[key], 3)
    gender = cast.genders.get(key)
    if turn.gender is not None and gender is not None:
        score += weights["gender same" if gender == turn.gender else "gender other"]
    if key == turn.word:
        return weights["unknown"]
    if turn.key is not None and not turn.pronoun and key == turn.key:
        score += weights["own"]
    score += weights["recent"] if key in turn.recent else 0.0
    if turn.pronoun:
        score += weights["pronoun"] if key == turn.key else 0.0
        score += weights["gender other"] if key == "i" else 0.0
    if key == turn.before:
        score += weights["before colon" if turn.colon else "before"]
    score += weights["after"] if key == turn.after else 0.0
    score += weights["called"] if key in turn.called else weights["named"] if key in turn.named else 0.0
    score += weights["answers"] if i and key in turns[i - 1].called else 0.0
    score += weights["is answered"] if i + 1 < len(turns) and key in turns[i + 1].called else 0.0
    return score


def transition(turn: Turn, last: Key, here: Key, key: Key, weights: dict[str, float]) -> float:
    """What the two speakers before say for a speaker."""
    if key == UNKNOWN or turn.link == "far":
        return 0.0
    if key == here:
        return 9.0 if turn.link == "cue" else weights[f"same {turn.link}"]
    if key == last:
        return weights["back beat" if turn.link == "beat" else "back"]
    return 0.0


def with_speakers(quotes: Sequence[Quote], turns: Sequence[Turn], keys: Sequence[Key], cast: Cast) -> list[Quote]:
    """The quotes with the speakers that their turns were given."""
    given = {turn.quote.start: (turn, key) for turn, key in zip(turns, keys, strict=True) if key != UNKNOWN}
    found = []
    for quote in quotes:
        turn, key = given.get(quote.start, (None, UNKNOWN)) if quote.direct else (None, UNKNOWN)
        if turn is not None and (key != turn.key or turn.pronoun):
            quote = replace(quote, speaker=phrase_of(turn, key, cast))
        found.append(quote)
    return found


def phrase_of(turn: Turn, key: Key, cast: Cast) -> Phrase | None:
    """The words for who speaks a turn: its own with the entity they stand for, else those for its speaker elsewhere.

    "he" in the cue gives way to a description from before ("the boy").
    """
    own = turn.quote.speaker
    if own is not None and isinstance(key, int):
        return replace(own, entity=key)
    return cast.phrases.get(key, own)
