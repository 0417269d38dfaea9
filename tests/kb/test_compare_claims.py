"""Claims of two articles side by side: agree, contradict each other, or differ for an innocent reason."""

from __future__ import annotations

import pytest

from extract.types import Document
from kb.comparing.claim_pairs import compare_claims
from kb.ingest import ingest
from kb.store import Store

OF_ONE_DAY = ("2015-03-04", "2015-03-04")
ROWS = [
    ("The council of Lund approved the plan.", "The council of Lund rejected the plan.", "differ"),
    ("The council of Lund approved the plan.", "The council of Lund voted down the plan.", "differ"),
    ("The council of Lund approved the plan.", "The council of Lund did not approve the plan.", "differ"),
    ("The council of Lund approved the plan.", "The council of Malmo rejected the plan.", None),
    ("The council of Lund approved the plan.", "The council of Lund approved the plan in haste.", "agree"),
    ("The council of Lund may approve the plan.", "The council of Lund did not approve the plan.", None),
    ("The court cleared Jan Holm of theft.", "Jan Holm was cleared of theft by the court.", "agree"),
    ("The court acquitted Jan Holm.", "The court convicted Jan Holm.", "differ"),
    ("The court acquitted Jan Holm.", "The court convicted Jan Holm's brother.", None),
    ("Karin Berg was born in Lima in 1961.", "Karin Berg was born in Quito.", "differ"),
    ("Karin Berg was born in Peru.", "Karin Berg was born in Lima.", None),
    ("The hall in Lund was designed by Karin Berg.", "The hall in Lund was designed by Peter Olsson.", "differ"),
    ("Karin Berg is the mayor of Lund.", "The mayor of Lund is Peter Olsson.", "differ"),
    ("Karin Berg is the mayor of Lund.", "Peter Olsson is the deputy mayor of Lund.", None),
    ("Karin Berg is a senator for Lund.", "Peter Olsson is a senator for Lund.", None),
    ("Police in Lund arrested nobody.", "Police in Lund arrested two people.", "differ"),
    ("No one was hurt in the fire in Lund.", "Two people were hurt in the fire in Lund.", "differ"),
    ("Malmo FF beat Lunds BK in the final.", "Lunds BK beat Malmo FF in the final.", "differ"),
    ("Exports from Lund rose in 2009.", "Exports from Lund fell in 2009.", "differ"),
    ("Lund is the second city of Scania.", "Lund is the fourth city of Scania.", "differ"),
    ("Exports from eastern Lund rose.", "Exports from Lund fell.", "other-scope"),
]


def verdicts(store: Store, one: str, other: str, dates: tuple[str, str] = OF_ONE_DAY) -> list[str]:
    texts = zip(("one", "other"), (one, other), dates, strict=True)
    ingest(store, [Document(name, text, f"/{name}", name, published=date) for name, text, date in texts], workers=1)
    return [found.verdict.kind for found in compare_claims(store, store.claims())]


@pytest.mark.parametrize(("one", "other", "kind"), ROWS)
def test_verdict(fresh_store: Store, one: str, other: str, kind: str | None) -> None:
    assert verdicts(fresh_store, one, other) == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("dates", "kind"),
    [(("2015-03-04", "2015-03-20"), "differ"), (("2015-03-04", "2015-09-20"), "other-period"),
     (("2001-03-04", "2015-09-20"), "other-period")],
)  # fmt: skip
def test_an_office_changes_hands(fresh_store: Store, dates: tuple[str, str], kind: str) -> None:
    told = verdicts(fresh_store, "Karin Berg is the mayor of Lund.", "The mayor of Lund is Peter Olsson.", dates)
    assert told == [kind]


def test_a_later_article_corrects(fresh_store: Store) -> None:
    texts = "Karin Berg sold the mill.", "Correction: Karin Berg did not sell the mill."
    assert verdicts(fresh_store, *texts, ("2015-03-04", "2015-03-06")) == ["revised"]


def test_a_sentence_printed_twice_is_a_copy(fresh_store: Store) -> None:
    assert verdicts(fresh_store, "Karin Berg sold the mill. Snow fell.", "Karin Berg sold the mill. Hail fell.") == []


def test_who_says_so_is_told(fresh_store: Store) -> None:
    one, other = (
        "Karin Berg said that the mill in Lund closed.",
        "Peter Olsson said that the mill in Lund did not close.",
    )
    ingest(fresh_store, [Document(text[:5], text, f"/{text[:5]}", text) for text in (one, other)], workers=1)
    (found,) = compare_claims(fresh_store, fresh_store.claims())
    assert found.verdict.kind == "differ"
    assert found.verdict.why.endswith("; according to Karin Berg and Peter Olsson")
