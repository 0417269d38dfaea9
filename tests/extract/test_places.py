from __future__ import annotations

import gzip
import re

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.gazetteer import make
from extract.gazetteer.known import DATA, fold, is_known_place, known_places, part_of
from extract.gazetteer.words import DOUBTFUL
from extract.places import place_labels
from extract.types import MENTION_LABELS

TAGS = {"a": "DET", "an": "DET", "the": "DET", "former": "ADJ", "small": "ADJ", "largest": "ADJ", "'s": "PART"}
VOCAB = spacy.blank("en").vocab
NOUNS = frozenset("town city village capital province river district mining rail port island country".split())


def marked(text: str) -> Doc:
    """A Doc of words at blanks, in which `[...]` marks the names of places."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for word in re.sub(r"([\[\]])", r" \1 ", text).split():
        if word == "[":
            spans.append((len(words), 0))
        elif word == "]":
            spans[-1] = (spans[-1][0], len(words))
        else:
            words.append(word)
    pos = [
        TAGS.get(word.lower(), "NOUN" if word in NOUNS else "PROPN" if word[0].isupper() else "ADP") for word in words
    ]
    doc = Doc(VOCAB, words=words, pos=pos)
    doc.ents = [Span(doc, start, end, label="PLACE") for start, end in spans]
    return doc


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # the gazetteer alone
        ("He flew to [Nairobi]", "CITY"),
        ("[Peru] and [Xi'an] and [Saxony]", "COUNTRY CITY REGION"),
        ("in [the United States] and the [U.K.]", "COUNTRY COUNTRY"),
        ("The [Soviet Union] fell", "COUNTRY"),
        ("They met in [New York]", "CITY"),
        ("They met in [Washington]", "CITY"),
        ("[Luxembourg] and [Singapore]", "COUNTRY COUNTRY"),
        ("[Mexico City] is far from [New Mexico]", "CITY REGION"),
        ("[Rhode Island] and [Fall River]", "REGION CITY"),
        ("trade with [Africa] and the [Middle East]", "PLACE PLACE"),
        ("near [Düsseldorf] and [Aix-en-Provence]", "CITY CITY"),
        ("[Saint Petersburg] or [St. Petersburg]", "CITY CITY"),
        # what the text says of it
        ("the city of [Luxembourg]", "CITY"),
        ("the town of [Qwaru]", "CITY"),
        ("the province of [Qwaru]", "REGION"),
        ("the Republic of [Qwaru]", "COUNTRY"),
        ("the island of [Qwaru]", "PLACE"),
        ("[New York] state police", "REGION"),
        ("in upstate [New York]", "REGION"),
        ("in [Qwaru] province", "REGION"),
        ("the [Qwaru] valley", "PLACE"),
        ("the port city [Qwaru]", "CITY"),
        ("Its provincial capital , [Qwaru] , grew", "CITY"),
        ("[Qwaru] , a former mining town in the north", "CITY"),
        ("[Qwaru] is a small district of the capital", "PLACE"),
        ("the towns of [Qwaru] , [Zembe] and [Alaro]", "CITY CITY CITY"),
        ("in provinces such as [Qwaru] and [Zembe]", "REGION REGION"),
        # and where it only seems to
        ("the capital city of [Greece]", "COUNTRY"),
        ("the largest city of [Texas]", "REGION"),
        ("the towns of [Texas]", "REGION"),
        ("the state of [Israel]", "COUNTRY"),
        ("the coast of [Aceh]", "REGION"),
        ("[France] state media", "COUNTRY"),
        ("the [Kenya] city of [Kisumu]", "COUNTRY CITY"),
        ("[Leeds] , the city 's river", "CITY"),
        ("the downtown [Central Station]", "PLACE"),
        # the places beside it
        ("in [Albany] , [New York]", "CITY REGION"),
        ("from [Chicago] , [New York] and [Boston]", "CITY CITY CITY"),
        ("in [Seattle] , [Washington]", "CITY REGION"),
        ("[Victoria] , [British Columbia]", "CITY REGION"),
        ("in [Qwaru] , [Ohio]", "CITY REGION"),
        ("in [Qwaru Springs] , [Ohio]", "CITY REGION"),
        ("in [Qwaru Park] , [Ohio]", "PLACE REGION"),
        ("[Georgia] and [Armenia]", "COUNTRY COUNTRY"),
        ("[Georgia] , [Alabama] and [Texas]", "REGION REGION REGION"),
        # the name's own words
        ("[Qwaru County]", "REGION"),
        ("[Central Province]", "REGION"),
        ("the [Qwaru River]", "PLACE"),
        ("[Mount Qwaru]", "PLACE"),
        ("[Qwaru International Airport]", "PLACE"),
        ("[Northern Kenya]", "PLACE"),
        ("[City of Qwaru]", "CITY"),
        ("[People's Republic of Qwaru]", "COUNTRY"),
        ("the [Republic Windows Factory]", "PLACE"),
        ("[Portland, Oregon]", "CITY"),
        ("[Qwaru]", "PLACE"),
    ],
)
def test_places_are_labelled(text, labels):
    assert " ".join(place_labels(marked(text).ents)) == labels


def test_places_unknown_name_is_the_same_all_through_the_text():
    doc = marked("[Qwaru] slept . The town of [Qwaru] woke . [Zembe] slept")
    assert place_labels(doc.ents) == ["CITY", "CITY", "PLACE"]


def test_places_known_name_keeps_its_label_where_another_mention_differs():
    doc = marked("[New York] state sued . [New York] slept")
    assert place_labels(doc.ents) == ["REGION", "CITY"]


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Hague", "hague"),
        ("Łódź", "lodz"),
        ("Shi jia zhuang", "shijiazhuang"),
        ("Xi’an", "xian"),
        ("U.S.", "us"),
        ("St. Louis", "stlouis"),
        ("Saint-Louis", "stlouis"),
        ("Trinidad & Tobago", "trinidadandtobago"),
        ("北京", ""),
        ("", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Buffalo", ("US", "US.NY")),
        ("Tangshan", ("CN", "CN.10")),
        ("Hebei", ("CN", None)),
        ("France", (None, None)),
        ("Sahara", (None, None)),
        ("Qwaru", (None, None)),
    ],
)
def test_part_of(name, whole):
    assert part_of(name) == whole


@pytest.mark.parametrize("name", ["Lagos", "uttar pradesh", "Ivory Coast", "Peking", "Alps"])
def test_known_places(name):
    assert is_known_place(name)


@pytest.mark.parametrize("name", ["Qwaru", "", "the", "北京", "\x00", "a" * 100_000])
def test_unknown_places(name):
    assert not is_known_place(name)


def test_doubtful_names_have_the_reading_that_their_row_gives():
    assert not [name for name, (label, _) in DOUBTFUL.items() if label not in {p.label for p in known_places(name)}]


def test_gazetteer_is_compact_and_well_formed():
    assert DATA.stat().st_size < 600_000
    first, _, further = gzip.decompress(DATA.read_bytes()).decode("ascii").partition("\n\n")
    assert {line.split(" ")[0] for line in (first + "\n" + further).splitlines()} <= set(MENTION_LABELS)
    names = [name for line in first.splitlines() for name in line.split(" ")[2:]]
    assert len(names) == len(set(names))


def test_names_written_by_hand_are_first_readings():
    rows = {row.name: row for row in reversed(list(make.written(make.HERE / "names.txt")))}
    assert [name for name, row in rows.items() if known_places(name)[0].label != row.label] == []
