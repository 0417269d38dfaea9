from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.industries import find_industries
from extract.isic import ALONE, BESIDE, TITLES

VOCAB = spacy.blank("en").vocab
NOUNS = frozenset("camp minister shoes rice".split())


def split(text: str) -> Doc:
    """A Doc of words; `[...]` marks names. Only the nouns in NOUNS have a part of speech."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for word in re.findall(r"[\w'’]+|\S", text):
        if word == "[":
            spans.append((len(words), 0))
        elif word == "]":
            spans[-1] = (spans[-1][0], len(words))
        else:
            words.append(word)
    pos = ["NOUN" if word in NOUNS else "X" for word in words]
    starts = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    doc = Doc(VOCAB, words=words, pos=pos, sent_starts=starts)
    doc.ents = [Span(doc, start, end, label="ORG") for start, end in spans]
    return doc


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        # words that name an industry wherever they stand
        ("Agriculture feeds half of them", [("Agriculture", "A")]),
        ("They turned from farming to coal mining", [("farming", "01"), ("coal mining", "05")]),
        ("the mining boom ended", [("mining", "B")]),
        ("Tourism grew", [("Tourism", "79")]),
        # goods and activities beside a noun that makes them an industry
        ("the leather industry", [("leather industry", "15")]),
        ("workers in the service sector", [("service sector", "G-U")]),
        ("the oil and gas industry", [("oil and gas industry", "06")]),
        ("the video game industry", [("video game industry", "58")]),
        ("the high-tech sector", [("high - tech sector", "26")]),
        ("the IT sector", [("IT sector", "62")]),
        ("rice farming spread", [("rice farming", "01")]),
        ("steel production fell", [("steel production", "24")]),
        ("shoe factories closed", [("shoe", "15")]),
        ("garment workers struck", [("garment", "14")]),
        # lists and shares
        (
            "roughly 45 percent manufacturing, 35 percent services and 20 percent agriculture",
            [("manufacturing", "C"), ("services", "G-U"), ("agriculture", "A")],
        ),
        ("35% retail and 12% construction", [("retail", "47"), ("construction", "F")]),
        ("the textile and clothing industries", [("textile", "13"), ("clothing industries", "14")]),
        ("industries such as shoes and textiles", [("shoes", "15"), ("textiles", "13")]),
        ("glass, cement and other industries", [("glass", "23"), ("cement", "23")]),
        ("tourism, fishing and trade", [("tourism", "79"), ("fishing", "03"), ("trade", "G")]),
        ("agriculture, industry and services", [("agriculture", "A"), ("industry", "C"), ("services", "G-U")]),
        # what only looks like one
        ("a leather jacket and rice", []),
        ("They went fishing", []),
        ("church services and leather shoes", []),
        ("the construction of a bridge", []),
        ("The [Ministry of Agriculture] said", []),
        ("the agriculture minister", []),
        ("the minister of agriculture", []),
        ("a degree in law from a school of mining", []),
        ("the tourism and agriculture minister", []),
        ("a mining camp", []),
        ("the mining of gold", []),
        ("data on it industry wide", []),
        ("the private sector", []),
        ("The firm Blue Mining sold it", []),
        ("", []),
    ],
)
def test_industries(text, industries):
    doc = split(text)
    found = list(find_industries(doc, [0] * len(doc)))
    assert [(industry.surface, industry.code) for industry in found] == industries
    assert all(doc.text[industry.start : industry.end] == industry.surface for industry in found)


def test_industries_know_their_sentence():
    doc = split("Forestry pays . So does banking .")
    assert [industry.sentence for industry in find_industries(doc, [0, 0, 0, 1, 1, 1, 1])] == [0, 1]


def test_isic_every_code_has_a_title():
    assert {*ALONE, *BESIDE} <= TITLES.keys()


def test_isic_no_word_has_two_codes():
    for table in (ALONE, BESIDE):
        terms = [term.strip() for row in table.values() for term in row.split(";")]
        assert sorted(terms) == sorted(set(terms))
        assert all(terms)
