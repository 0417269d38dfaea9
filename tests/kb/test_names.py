import pytest

from kb.names import ends, fold, lookup_keys, normalise


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PERSON", ["Ana Souza", "Mrs. Ana Souza", "Senator Ana Souza", "ANA SOUZA", "Ana  Souza’s"]),
        ("PERSON", ["José Muñoz", "Jose Munoz", "Prof. Dr. José Muñoz"]),
        ("PERSON", ["Siobhan O'Brien", "Siobhán O’Brien"]),
        ("ORG", ["Ford Motor Company", "Ford Motor Co.", "the Ford Motor Co"]),
        ("ORG", ["Telefónica S.A.", "Telefonica SA", "Telefonica"]),
        ("ORG", ["Johnson & Johnson", "Johnson and Johnson"]),
        ("ORG", ["Carl Holm A/S", "Carl Holm AS", "Carl Holm"]),
        ("ORG", ["The Guardian", "Guardian"]),
        ("COUNTRY", ["U.S.", "US", "the U.S.A.", "the United States", "United States of America"]),
        ("CITY", ["Łódź", "ŁÓDŹ"]),
        ("CITY", ["São Paulo", "Sao Paulo", "São Paulo’s"]),
    ],
)
def test_names_one_key_for_one_name(label, names):
    assert len({normalise(name, label).key for name in names}) == 1


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PERSON", ["King Charles", "Prince Charles"]),
        ("PERSON", ["George W. Bush", "George Bush", "George H. W. Bush"]),
        ("PERSON", ["Martin Luther King Jr.", "Martin Luther King"]),
        ("ORG", ["Bank of China", "Bank of Japan"]),
        ("ORG", ["Unit 4", "Unit 5"]),
        ("WORK", ["The Company", "Company Ltd"]),
    ],
)
def test_names_different_keys_for_different_names(label, names):
    assert len({normalise(name, label).key for name in names}) == len(names)


@pytest.mark.parametrize("name", ["The", "Mr", "Inc.", "’", "…", "", "  ", "😀", "中国", "\x00"])
def test_names_key_is_never_empty(name):
    assert all(normalise(name, label).key for label in ("PERSON", "ORG", "CITY", "WORK"))


@pytest.mark.parametrize(
    ("name", "dropped"),
    [("Mr. Xie", ("mr",)), ("Xie", ()), ("the Vice President Xie Li", ("the", "vice", "president"))],
)
def test_names_normalise_tells_what_it_dropped(name, dropped):
    assert normalise(name, "PERSON").dropped == dropped


@pytest.mark.parametrize(
    ("key", "first_and_last"),
    [
        ("ana souza", ("ana", "souza")),
        ("ludwig van beethoven", ("ludwig", "beethoven")),
        ("martin king jr", ("martin", "king")),
        ("suharto", None),
        ("smith iii", None),
    ],
)
def test_names_ends(key, first_and_last):
    assert ends(key) == first_and_last


def test_names_fold_splits_at_punctuation():
    assert fold("Jean-Luc  (le Grand)’s") == ["jean", "luc", "le", "grand"]


def test_names_lookup_keys_cover_every_label():
    assert {normalise("the Dr. Foo Inc.", label).key for label in ("PERSON", "ORG", "CITY")} <= lookup_keys(
        "the Dr. Foo Inc."
    )
