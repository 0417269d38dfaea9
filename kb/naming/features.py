"""How two names are alike: small functions, each named for what it finds out. The only use of rapidfuzz."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from kb.naming.parts import Parts
from kb.naming.sound import sound
from kb.naming.words import EMPTY, FAMILY_SPELLINGS, NICKNAMES, PARTICLES

MOST_WORDS = 12  # of a name that are paired; longer ones are titles of books and lists
INITIALS = 0.8  # how alike a word and its first letter are
SHORT_FORM = 0.9
SAME_SOUND = 0.88
SPECIAL = (INITIALS, SHORT_FORM)
JOINED = 0.9  # names of more words and fewer that are this alike without blanks are one name, split otherwise
LEAST_SOUND = 4  # letters of the sound of a whole name that say something
PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|ych|na)|ivna|ichna)$")
LEFT = 0.5  # words less alike than this are different words


@dataclass(frozen=True, slots=True)
class Compared:
    """Two names, and the words of the one beside those of the other that they are likest to."""

    one: Parts
    other: Parts
    pairs: tuple[tuple[str, str, float], ...]  # the likeness of each, 0-1
    left_one: tuple[str, ...]  # words like none of the other's
    left_other: tuple[str, ...]


def compared(one: Parts, other: Parts) -> Compared:
    """Pair the words of two names, the likest first; names whose blanks or hyphens differ are paired whole."""
    if is_initials(one, other) or is_initials(other, one):
        return Compared(one, other, ((one.joined, other.joined, INITIALS),), (), ())
    mine, theirs = one.words[:MOST_WORDS], other.words[:MOST_WORDS]
    whole = float(Levenshtein.normalized_similarity(one.joined, other.joined))
    if len(mine) != len(theirs) and whole >= JOINED:
        return Compared(one, other, ((one.joined, other.joined, whole),), (), ())
    found = [(alike(a, b), -i - j, i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs)]
    free_mine, free_theirs = set(range(len(mine))), set(range(len(theirs)))
    pairs = []
    for likeness, _, i, j in sorted(found, reverse=True):
        if likeness >= LEFT and i in free_mine and j in free_theirs:
            free_mine.remove(i)
            free_theirs.remove(j)
            pairs.append((mine[i], theirs[j], likeness))
    left = tuple(mine[i] for i in sorted(free_mine)), tuple(theirs[j] for j in sorted(free_theirs))
    return Compared(one, other, tuple(pairs), *left)


@lru_cache(maxsize=100_000)  # the words of one block meet again and again
def alike(one: str, other: str) -> float:
    """How alike two words are: 1 the same, less for initials, short forms, other romanisations and slips."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return INITIALS if one[0] == other[0] else 0.0
    if NICKNAMES.get(one, one) == NICKNAMES.get(other, other):
        return SHORT_FORM
    if one in FAMILY_SPELLINGS and FAMILY_SPELLINGS[one] == FAMILY_SPELLINGS.get(other):
        return SHORT_FORM
    letters: float = Levenshtein.normalized_similarity(one, other)
    return max(letters, SAME_SOUND) if letters > LEFT and sound(one) == sound(other) else letters


def same_letters(both: Compared) -> float:
    """The letters are the same, wherever the blanks and hyphens stand."""
    return float(both.one.joined == both.other.joined)


def like_letters(both: Compared) -> float:
    """The letters in order are alike."""
    return float(Levenshtein.normalized_similarity(both.one.joined, both.other.joined))


def like_beginning(both: Compared) -> float:
    """The letters, those in front most, are alike."""
    return float(JaroWinkler.similarity(both.one.joined, both.other.joined))


def like_sorted(both: Compared) -> float:
    """The letters of the words in alphabetic order are alike."""
    return float(Levenshtein.normalized_similarity("".join(sorted(both.one.words)), "".join(sorted(both.other.words))))


def least_like_word(both: Compared) -> float:
    """How unlike the worst pair of words is."""
    return 1 - min((likeness for *_, likeness in both.pairs), default=0.0)


def unlike_letters(both: Compared) -> float:
    """How many letters the paired words differ by, at most six, as a share of six."""
    return min(6, sum(max(len(a), len(b)) * (1 - likeness) for a, b, likeness in both.pairs)) / 6


def one_slip(both: Compared) -> float:
    """The names differ by one letter at most."""
    return float(_all_paired(both) and _edits(both) <= 1)


def two_slips(both: Compared) -> float:
    """The names differ by two letters."""
    return float(_all_paired(both) and _edits(both) == 2)


def many_slips(both: Compared) -> float:
    """Words that are paired differ by three letters or more."""
    return float(_edits(both) > 2)


def slip_in_short_word(both: Compared) -> float:
    """How much of its word the worst slip is."""
    slips = [Levenshtein.distance(a, b) / min(len(a), len(b)) for a, b, likeness in both.pairs if _slipped(likeness)]
    return min(1.0, max(slips, default=0.0))


def other_first_letter(both: Compared) -> float:
    """Words that are paired begin with different letters."""
    return float(any(a[0] != b[0] and sound(a) != sound(b) for a, b, likeness in both.pairs if _slipped(likeness)))


def words_swapped(both: Compared) -> float:
    """Each name has a word that the other lacks."""
    return float(bool(_weighty(both.left_one)) and bool(_weighty(both.left_other)))


def letters_swapped(both: Compared) -> float:
    """How much of the name that lacks less the other has in other words."""
    mine, theirs = len("".join(both.left_one)), len("".join(both.left_other))
    return min(mine, theirs) / max(1, min(len(both.one.joined), len(both.other.joined)))


def words_added(both: Compared) -> float:
    """How many words one name has beyond the other, at most three, as a share of three."""
    if both.left_one and both.left_other:
        return 0.0
    repeated = {word for word, _, _ in both.pairs} | {word for _, word, _ in both.pairs}
    return min(3, len(set(_weighty(both.left_one or both.left_other)) - repeated)) / 3


def letters_added(both: Compared) -> float:
    """How much of the longer name the other lacks."""
    mine, theirs = len("".join(both.left_one)), len("".join(both.left_other))
    return max(mine, theirs) / max(1, len(both.one.joined), len(both.other.joined))


def last_word_lacks(both: Compared) -> float:
    """The last word of one name is like none of the other's."""
    lacks = both.left_one[-1:] == both.one.words[-1:] or both.left_other[-1:] == both.other.words[-1:]
    return float(lacks)


def first_word_lacks(both: Compared) -> float:
    """The first word of one name is like none of the other's."""
    return float(both.left_one[:1] == both.one.words[:1] or both.left_other[:1] == both.other.words[:1])


def one_letter_for_word(both: Compared) -> float:
    """A word of one name is an initial in the other."""
    return float(any(min(len(a), len(b)) == 1 < max(len(a), len(b)) for a, b, _ in both.pairs))


def same_sound(both: Compared) -> float:
    """Every word has one with the same sound."""
    return float(sorted(map(sound, both.one.words)) == sorted(map(sound, both.other.words)))


def other_order(both: Compared) -> float:
    """The same words in another order."""
    return float(both.one.words != both.other.words and sorted(both.one.words) == sorted(both.other.words))


def same_sound_joined(both: Compared) -> float:
    """The names sound the same throughout, wherever blanks and hyphens stand: "Hsi Chin-ping", "Xi Jinping"."""
    mine = sound(both.one.joined)
    return float(len(mine) >= LEAST_SOUND and mine == sound(both.other.joined))


def father_for_son(both: Compared) -> float:
    """The same words with other names around "bin": of father and son, one name is the other's turned round."""
    mine, theirs = both.one.words, both.other.words
    return float("bin" in mine and mine != theirs and sorted(mine) == sorted(theirs))


def patronymic_added(both: Compared) -> float:
    """All that one person's name has beyond the other is a father's name: "Vladimirovich"."""
    added = _weighty(both.left_one or both.left_other)
    return float(
        both.one.person and bool(added) and all(PATRONYMIC.search(word) for word in added)
        and not (both.left_one and both.left_other)
    )  # fmt: skip


def initials_of_other(both: Compared) -> float:
    """One name is the initials of the other."""
    return float(is_initials(both.one, both.other) or is_initials(both.other, both.one))


def other_numbers(both: Compared) -> float:
    """Both have numbers, and different ones."""
    return float(bool(both.one.numbers and both.other.numbers) and both.one.numbers != both.other.numbers)


def number_added(both: Compared) -> float:
    """Only one has a number."""
    return float(bool(both.one.numbers) != bool(both.other.numbers))


def other_generation(both: Compared) -> float:
    """One is "Jr.", the other is not."""
    return float(both.one.generation != both.other.generation)


def of_person(both: Compared) -> float:
    """The names are persons'."""
    return float(both.one.person)


def person_word_added(both: Compared) -> float:
    """A person has a word in only one of the names."""
    return words_added(both) * float(both.one.person)


def other_word_added(both: Compared) -> float:
    """An organisation or another thing has a word, but for those that all share, in only one of the names."""
    added = {word for word in both.left_one or both.left_other if word not in EMPTY}
    return float(bool(added) and not both.one.person and not (both.left_one and both.left_other))


def single_word(both: Compared) -> float:
    """One of the names is a single word."""
    return float(min(len(both.one.words), len(both.other.words)) == 1)


def is_initials(short: Parts, full: Parts) -> bool:
    """Whether a single word is made of the first letters of a name of several words, small ones left out or in."""
    if len(short.words) != 1 or len(full.words) < 2 or len(short.words[0]) < 2:
        return False
    letters = short.words[0]
    return letters in (
        "".join(word[0] for word in full.words),
        "".join(word[0] for word in full.words if word not in PARTICLES),
    )


def _all_paired(both: Compared) -> bool:
    return not (both.left_one or both.left_other) and both.one.numbers == both.other.numbers


def _slipped(likeness: float) -> bool:
    return likeness < 1 and likeness not in SPECIAL


def _edits(both: Compared) -> int:
    """Letters by which paired words differ; none for short forms and other romanisations."""
    return sum(
        Levenshtein.distance(a, b)
        for a, b, likeness in both.pairs
        if _slipped(likeness) and not (likeness >= SAME_SOUND and sound(a) == sound(b))
    )


def _weighty(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word not in PARTICLES]
