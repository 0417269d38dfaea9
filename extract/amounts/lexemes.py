"""The pieces of printed numbers: runs of digits, fractions, number words; `numbers.py` puts them together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.amounts.number_words import LEXICON, VULGAR

_SPACE = "[ \u00a0\u2009\u202f]"
_DIGITS = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}(?![0-9])"
    rf"|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9]|[.,][0-9]{{3}})|[0-9]{{1,3}}(?:\.[0-9]{{3}})+,[0-9]+(?![0-9])"
    rf"|[0-9]+,[0-9]{{2}}(?![0-9,])|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}}(?![0-9.,])"
    rf"|[0-9]{{1,3}},[0-9](?=\s?(?:%|percent|per\scent|[mb]illion|[mb]n\b|°))|[0-9]+)(?:[.·][0-9]+)?|(?<![\w.,)])\.[0-9]+"
)
_EXPONENT = (
    r"(?:[eE][-+−]?[0-9]{1,3}\b|\s?[x×*]\s?10(?:\s?\^\s?[-+−–]?[0-9]{1,3}|[-+−–][0-9]{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
)


def _any_case(words: Iterable[str]) -> str:
    """A pattern for words in small or capital letters, grouped by first letters, which `re` passes over fastest."""
    rests: dict[str, set[str]] = {}
    for form in {form for word in words for form in (word, word.capitalize(), word.upper())}:
        rests.setdefault(form[0], set()).add(re.escape(form[1:]))
    return "|".join(
        f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in sorted(rests.items())
    )


_DIGITAL = re.compile(
    rf"(?<![\w.,/⁄])(?P<slash>(?:[0-9]{{1,3}}\s{{1,2}})?[0-9]{{1,3}}\s?[/⁄]\s?[0-9]{{1,3}}(?![\w/⁄]))"
    rf"|(?P<digits>{_DIGITS})(?:(?P<exponent>{_EXPONENT})|(?P<th>(?:st|nd|rd|th)\b)|\s?(?P<tail>[{''.join(VULGAR)}]))?"
    rf"|(?P<vulgar>[{''.join(VULGAR)}])"
)
_START = re.compile(
    rf"[^a-zA-Z](?:(?<=[0-9])[0-9]*|(?<=[{''.join(VULGAR)}])|(?<=\.)(?=[0-9])"
    rf"|(?<![^\W_])(?P<word>{_any_case(LEXICON)})(?![^\W_]))"
)
"""What a lexeme can start with: digits, or the character before a number word. `re` passes over the rest fast, as the
pattern starts with a set of characters.
"""
_SPACES = re.compile(_SPACE)
_DECIMAL_COMMA = re.compile(r"\.[0-9]{3},|^[0-9]+,[0-9]{1,2}$")
_DOTTED_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_TIMES_TEN = re.compile(r"^\s?(?:[eE]|[x×*]\s?10\s?\^?\s?)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a number; offsets count characters of the text, end exclusive."""

    start: int
    end: int
    kind: str  # "digits", "ordinal", "slash" or a kind of number_words.LEXICON
    value: float


def find_lexemes(text: str) -> list[Lexeme]:
    """The pieces of numbers in a text, in order."""
    found: list[Lexeme] = []
    end = 0
    for start in _START.finditer(f"\n{text}"):  # so that a word at the very start stands behind a character, too
        offset, word = start.start() - 1, start["word"]
        if word:
            if offset + 1 >= end:
                end = start.end() - 1
                found.append(Lexeme(offset + 1, end, *LEXICON[word.lower()]))
        elif offset >= end and (match := _DIGITAL.match(text, offset)):
            end = match.end()
            lexeme = _lexeme(match)
            if lexeme:
                found.append(lexeme)
    return found


def _lexeme(match: re.Match[str]) -> Lexeme | None:
    start, end = match.span()
    if match["vulgar"]:
        return Lexeme(start, end, "slash", VULGAR[match["vulgar"]])
    if match["slash"]:
        return _slash(start, end, match["slash"])
    value = _digits(match["digits"], match["exponent"])
    if match["tail"]:
        value += VULGAR[match["tail"]]
    return Lexeme(start, end, "ordinal" if match["th"] else "digits", value)


def _slash(start: int, end: int, printed: str) -> Lexeme | None:
    """A fraction such as "3/4" or "10 1/2"; anything else with a slash ("24/7", "9/11") is no number."""
    *whole, top, bottom = (int(part) for part in re.findall("[0-9]+", printed))
    if not 0 < top < bottom or (top, bottom) == (9, 11):
        return None
    return Lexeme(start, end, "slash", sum(whole) + top / bottom)


def _digits(digits: str, exponent: str | None) -> float:
    if not exponent and digits.isdecimal():
        return float(digits)
    plain = _SPACES.sub("", digits).replace("·", ".")
    if _DOTTED_THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    if _DECIMAL_COMMA.search(plain):
        plain = plain.replace(".", "").replace(",", ".")
    if not exponent:
        return float(plain.replace(",", ""))
    power = _TIMES_TEN.sub("", exponent).translate(_SUPERSCRIPTS)
    return float(f"{plain.replace(',', '')}e{power}")
