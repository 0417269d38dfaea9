"""Names of one text that stand for the same thing."""

import pytest

from extract.coreference import group
from extract.person_names import plain
from extract.short_names import given_again, initials_of

CASES = [
    # (name, label) in text order -> the referent of each
    ([("Ana Souza", "PERSON"), ("Souza", "PERSON"), ("Ana", "PERSON")], [0, 0, 0]),
    ([("Xu Zhihua", "PERSON"), ("Xu", "PERSON")], [0, 0]),
    ([("Souza", "PERSON"), ("Ana Souza", "PERSON")], [0, 0]),
    ([("Souza", "PERSON"), ("Ana Souza", "PERSON"), ("Rui Souza", "PERSON")], [0, 1, 2]),
    ([("Ana Souza", "PERSON"), ("Rui Souza", "PERSON"), ("Souza", "PERSON")], [0, 1, 0]),
    ([("Count Otto II", "PERSON"), ("Count Otto III", "PERSON"), ("Count Otto I", "PERSON")], [0, 1, 2]),
    ([("Ana Rui", "PERSON"), ("Rui Ana", "PERSON")], [0, 1]),
    ([("O'Dell", "PERSON"), ("Fay O’Dell", "PERSON")], [0, 0]),
    ([("Harbour Trust Fund", "ORG"), ("Hill Top Farm", "ORG"), ("HTF", "ORG")], [0, 1, 2]),
    ([("HTF", "ORG"), ("Harbour Trust Fund", "ORG")], [0, 0]),
    ([("International Chess Cup", "EVENT"), ("ICC", "EVENT")], [0, 0]),
    ([("Kestrel Foods", "ORG"), ("Kestrel Foods Ltd", "ORG")], [0, 0]),
    ([("FK Morava", "ORG"), ("Morava", "ORG")], [0, 0]),
    ([("City of Leeds", "CITY"), ("Leeds", "CITY")], [0, 0]),
    ([("U.S. Senate", "ORG"), ("United States Senate", "ORG"), ("US Navy", "ORG")], [0, 0, 1]),
    ([("UK", "COUNTRY"), ("the United Kingdom", "COUNTRY"), ("Britain", "COUNTRY")], [0, 0, 0]),
    ([("Republic of Kenya", "COUNTRY"), ("Kenya", "COUNTRY")], [0, 0]),
    ([("Republic of Georgia", "COUNTRY"), ("Georgia", "REGION")], [0, 1]),
    ([("South Korea", "COUNTRY"), ("Korea", "PLACE")], [0, 1]),
    ([("River Tamar", "PLACE"), ("Tamar", "PLACE")], [0, 0]),
    ([("Mt. Patuha", "PLACE"), ("Mount Patuha", "PLACE")], [0, 0]),
    ([("Málaga", "CITY"), ("Malaga", "CITY")], [0, 0]),
    ([("World Health Organization", "ORG"), ("WHO", "ORG")], [0, 0]),
    ([("Bank of England", "ORG"), ("The Bank of England's", "ORG")], [0, 0]),
    ([("Georgia", "COUNTRY"), ("Georgia", "REGION")], [0, 0]),
    ([("Jordan", "PERSON"), ("Jordan", "COUNTRY")], [0, 1]),
    ([("George W. Bush", "PERSON"), ("George Bush", "PERSON")], [0, 0]),
    ([("George W. Bush", "PERSON"), ("George H. W. Bush", "PERSON")], [0, 1]),
    ([("Smith Jr.", "PERSON"), ("Smith", "PERSON")], [0, 0]),
    ([("Paul Horn Jr.", "PERSON"), ("Paul Horn Sr.", "PERSON"), ("Horn", "PERSON")], [0, 1, 0]),
    ([("Mary Ann Holt", "PERSON"), ("M. A. Holt", "PERSON"), ("Holt", "PERSON")], [0, 0, 0]),
    ([("J. Okafor", "PERSON"), ("Joseph Okafor", "PERSON"), ("Ruth Okafor", "PERSON")], [0, 0, 1]),
    ([("P. Quist", "PERSON"), ("Anders Quist", "PERSON")], [0, 1]),
    ([("Ottoman Empire", "COUNTRY"), ("Russian Empire", "COUNTRY")], [0, 1]),
    ([("Socialist Republic of Yugoslavia", "COUNTRY"), ("Yugoslavia", "COUNTRY")], [0, 0]),
    ([("Orbit 9", "PRODUCT"), ("Orbit 9+", "PRODUCT")], [0, 1]),
    ([("Qurʾān", "WORK"), ("Quran", "WORK")], [0, 0]),
    ([], []),
]


@pytest.mark.parametrize(("names", "expected"), CASES)
def test_group(names: list[tuple[str, str]], expected: list[int]) -> None:
    entities, referents = group(names)
    assert entities == expected
    assert [r.id for r in referents] == sorted(set(expected))


RELATIVES = [
    # names, which of them is given as a relative -> the referent of each
    (["Swayze", "Patrick Swayze", "Swayze"], 1, [0, 1, 0]),
    (["Margaret", "Margaret Hill"], 1, [0, 0]),
    (["Ana Souza", "Rui Souza", "Ana"], 1, [0, 1, 0]),
]


@pytest.mark.parametrize(("names", "relative", "expected"), RELATIVES)
def test_a_relative_is_not_whom_a_family_name_before_meant(
    names: list[str], relative: int, expected: list[int]
) -> None:
    assert group([(name, "PERSON") for name in names], {relative})[0] == expected


TITLED = [
    # names, the gender that a title before each tells -> the referent of each
    (["Hill", "Hill", "Hill", "Hill"], {0: "m", 1: "f", 2: "m"}, [0, 1, 0, 0]),
    (["Anna Lund", "John Lund", "Lund", "Lund", "Lund"], {2: "m", 3: "f", 4: "f"}, [0, 1, 1, 0, 0]),
    (["Dalby", "Peter Dalby", "Dalby", "Dalby"], {0: "f", 2: "f", 3: "m"}, [0, 1, 0, 1]),
    (["Wei Chen", "Chen"], {1: "f"}, [0, 0]),
    (["Ruth Abara", "Abara"], {1: "m"}, [0, 1]),
]


@pytest.mark.parametrize(("names", "titles", "expected"), TITLED)
def test_titles_tell_two_of_one_family_apart(names: list[str], titles: dict[int, str], expected: list[int]) -> None:
    assert group([(name, "PERSON") for name in names], titles=titles)[0] == expected


def test_a_referent_is_called_by_its_longest_name() -> None:
    _, referents = group([("George Bush", "PERSON"), ("Bush", "PERSON"), ("George W. Bush", "PERSON")])
    assert [r.name for r in referents] == ["George W. Bush"]


@pytest.mark.parametrize(
    ("name", "expected"), [("The Hague", "hague"), ("Al-Qaida’s", "al qaida"), ("U.S.", "u s"), ("The", "the")]
)
def test_plain(name: str, expected: str) -> None:
    assert plain(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("World Trade Organization", {"WTO"}),
        ("Ministry of Health and Welfare", {"MHW", "MOHAW"}),
        ("Cairo", set()),
    ],
)
def test_initials(name: str, expected: set[str]) -> None:
    assert initials_of(name) == expected


AGAIN = [
    ("The World Food Council (WFC) met.", ["World Food Council", "WFC"], "ORG", True),
    ("The World Food Council (Rome branch) met.", ["World Food Council", "Rome"], "ORG", False),
    (
        "They crossed the Upper Ouse, also known as the Black Water, twice.",
        ["Upper Ouse", "Black Water"],
        "PLACE",
        True,
    ),
    ("Nantes (France) grew.", ["Nantes", "France"], "PLACE", False),
    ("Ella Hart, née Winter, sang.", ["Ella Hart", "Winter"], "PERSON", True),
    ("Ella Hart or Mona Winter will sing.", ["Ella Hart", "Mona Winter"], "PERSON", False),
    ("In Orsk (or Yaman-Kala) it rained.", ["Orsk", "Yaman-Kala"], "CITY", True),
    ("In Paris, Rome, or London it rained.", ["Rome", "London"], "CITY", False),
    ("Der Turm (English: The Tower) sold well.", ["Der Turm", "The Tower"], "WORK", True),
    ("In Anju (안주) it rained.", ["Anju", "안주"], "CITY", True),
    ("In Tbilisi (formerly Tiflis) it rained.", ["Tbilisi", "Tiflis"], "CITY", True),
    ("Ana Reis (born Ana Maria Luz) sang.", ["Ana Reis", "Ana Maria Luz"], "PERSON", True),
    ("Fenwick, later renamed Harrow, closed.", ["Fenwick", "Harrow"], "ORG", True),
    ("Captain Rook (Tom Pell) sailed.", ["Rook", "Tom Pell"], "PERSON", False),
]


@pytest.mark.parametrize(("text", "names", "label", "again"), AGAIN)
def test_given_again(text: str, names: list[str], label: str, again: bool) -> None:
    spans = [(text.index(name), text.index(name) + len(name), label) for name in names]
    assert given_again(text, spans) == ({1: 0} if again else {})
    assert (group([(name, label) for name in names], (), given_again(text, spans))[0] == [0, 0]) == again


def test_a_people_between_a_name_and_its_other_form_is_passed_over() -> None:
    text = "Kyiv Post (Ukrainian: Київ Пост) closed."
    spans = [(text.index(name), text.index(name) + len(name), label)
             for name, label in (("Kyiv Post", "ORG"), ("Ukrainian", "GROUP"), ("Київ Пост", "ORG"))]  # fmt: skip
    assert given_again(text, spans) == {2: 0}


def test_a_form_in_brackets_may_have_one_more_behind_it() -> None:
    text = "The Harbour Fund (HF), formerly Dock Trust, gave money. Oslo (Kristiania), or London"
    spans = [(text.index(name), text.index(name) + len(name), "ORG") for name in ("Harbour Fund", "HF", "Dock Trust")]
    assert given_again(text, spans) == {1: 0, 2: 1}


def test_a_dateline_in_capitals_is_not_what_a_place_is_called() -> None:
    _, referents = group([("NAIROBI", "CITY"), ("Nairobi", "CITY")])
    assert [r.name for r in referents] == ["Nairobi"]
