"""Many documents: in order, in processes or not, with failures in their place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.batch import FEW, extract_all
from extract.pipeline import extract
from extract.types import Document, Extraction

SENTENCES = (
    "Lagos has 15 million people. ", "“We will rebuild,” said Ann Okoro, who leads the port authority. ",
    "Exports fell 12 percent in 2009, the ministry said.\n\n", "The city of Aarhus makes wind turbines. ",
)  # fmt: skip


def document(number: int, language: str = "en") -> Document:
    text = "".join(SENTENCES[(number + i) % 4] for i in range(3))
    return Document(f"d{number}", text, f"/articles/{number}.txt", "0" * 64, published="2010-01-01", language=language)


def test_processes_give_the_same_in_the_same_order(nlp) -> None:
    documents = [document(n) for n in range(FEW + 6)]
    assert list(extract_all(iter(documents), workers=2)) == [extract(d, nlp) for d in documents]


def test_a_text_that_is_not_english_yields_sentences_only() -> None:
    (found,) = extract_all([document(1, language="fr")])
    assert isinstance(found, Extraction)
    assert found.sentences and not (found.mentions or found.figures or found.quotes or found.claims)


def spans(part: object) -> list[tuple[int, int, str]]:
    """Every start, end and surface inside a record."""
    if isinstance(part, tuple):
        return [span for item in part for span in spans(item)]
    fields = getattr(part, "__dataclass_fields__", {})
    own = [(part.start, part.end, part.surface)] if "surface" in fields else []  # type: ignore[attr-defined]
    return own + [span for name in fields for span in spans(getattr(part, name))]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*SENTENCES, "“", "\r\n", "$3.5 ", "\u00ad", "é", "e\u0301", "\U0001f600 ", "Mr. "]), max_size=9
    )
)
def test_every_offset_slices_back(nlp, parts: list[str]) -> None:
    text = "".join(parts)
    found = extract(Document("d", text, "-", "0" * 64, published="2010-01-01"), nlp)
    assert all(text[start:end] == surface for start, end, surface in spans(found))
    known = {r.id for r in found.referents}
    assert all(m.entity in known for m in found.mentions)
    assert all(
        0 <= record.sentence < len(found.sentences) for record in (*found.mentions, *found.figures, *found.claims)
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "?"])
def test_a_text_without_words_says_nothing(nlp, text: str) -> None:
    found = extract(Document("d", text, "-", "0" * 64), nlp)
    assert not (found.mentions or found.figures or found.quotes or found.claims)
