import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.evidence.reader_windows import candidate_window
from kb.evidence.span_shares import LIKELY, Reading, best_span, blended, span_shares
from kb.reader import Candidate, Reader, Splitter

VOCABULARY = Path(__file__).parents[2] / "extract" / "model" / "vocab.txt"  # the reader's is the same


@pytest.fixture(scope="module")
def split():
    return Splitter(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Café “Zürich” earned €41 million…", ["Café", "“", "Zürich", "”", "earned", "€", "41", "million", "…"]),
        ("Łódź’s mayor\n said no", ["Łódź", "’", "s", "mayor", "said", "no"]),
        ("", []),
        ("a\ud800b", ["a", "\ud800", "b"]),
        (" \u200b ", []),
    ],
)
def test_reader_splitter_offsets_are_the_texts(split, text, printed):
    pieces = split(text)
    assert [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)] == printed


@given(text=st.text())
def test_reader_splitter_pieces_stand_in_order_inside_the_text(split, text):
    pieces = split(text)
    assert len(pieces.ids) == len(pieces.starts) == len(pieces.ends) == len(pieces.words)
    assert all(0 <= start <= end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    assert list(pieces.starts) == sorted(pieces.starts)
    assert list(pieces.words) == sorted(pieces.words)


def test_reader_candidate_window_holds_the_sentence(split):
    made = candidate_window(
        split("Who runs it?"), Candidate("Xu runs Juyi.", "It opened.", "It grew.", "Wenzhou"), split
    )
    assert tuple(made.ids[made.first : made.first + made.held]) == split("Xu runs Juyi.").ids


def squares():
    return st.integers(0, 6).flatmap(
        lambda n: st.tuples(
            st.lists(st.floats(-9, 9, width=32), min_size=n * n, max_size=n * n).map(
                lambda row: np.array(row, dtype=np.float32).reshape(n, n)
            ),
            st.lists(st.booleans(), min_size=n, max_size=n),
            st.lists(st.booleans(), min_size=n, max_size=n),
            st.integers(1, 4),
        )
    )


@given(squares())
def test_reader_best_span_is_the_best_to_expect_of_those_allowed(drawn):
    scores, starts, ends, longest = drawn
    n = len(scores)
    allowed = [(a, b) for a in range(n) for b in range(a, n) if starts[a] and ends[b] and b - a < longest]
    found = best_span(span_shares(scores, starts, ends, longest))
    if not allowed:
        assert found is None
        return
    first, last, share = found
    weights = {place: math.exp(scores[place]) for place in allowed}
    assert (first, last) in allowed
    assert share == pytest.approx(max(weights.values()) / sum(weights.values()), rel=1e-4)
    if len(allowed) <= LIKELY:
        gain = {
            place: weights[place] + sum(pieces_f1(place, other) * weights[other] for other in allowed)
            for place in allowed
        }
        assert gain[first, last] == pytest.approx(max(gain.values()), rel=1e-4)


def pieces_f1(one, other):
    both = set(range(one[0], one[1] + 1)) & set(range(other[0], other[1] + 1))
    return 2 * len(both) / (one[1] - one[0] + other[1] - other[0] + 2)


def test_reader_best_span_keeps_what_likely_ones_share():
    scores = np.full((4, 4), -9.0, dtype=np.float32)
    scores[0, 1], scores[1, 1], scores[1, 2] = 1.0, 0.95, 0.95
    first, last, share = best_span(span_shares(scores, [True] * 4, [True] * 4, 4))
    assert (first, last) == (1, 1)
    assert share == pytest.approx(0.344, abs=0.01)


def test_reader_blended_reading_is_by_weights_over_what_all_hold(split):
    pieces = split("Ann Lee runs the port")
    one, other = np.zeros((3, 3), dtype=np.float32), np.zeros((2, 2), dtype=np.float32)
    one[0, 1], one[2, 2], other[0, 0] = 0.5, 0.5, 1.0
    made = blended([Reading(2.0, 1.0, one, pieces), Reading(4.0, -1.0, other, pieces)], [0.75, 0.25])
    assert (made.score, made.null) == (2.5, 0.5)
    assert made.shares == pytest.approx(np.array([[0.4, 0.6], [0.0, 0.0]], dtype=np.float32))
    assert (made.verdict().start, made.verdict().end) == (0, len("Ann Lee"))


def test_reader_blended_of_nothing_read_is_nothing(split):
    nothing = Reading(0.0, 0.0, np.zeros((0, 0), dtype=np.float32), split(""))
    assert blended([nothing, nothing], [0.5, 0.5]).verdict().start is None


def test_reader_without_weights_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"lacks reader\.onnx; reinstall"):
        Reader(tmp_path)


def test_reader_reads_every_candidate_in_the_order_given():
    sentences = ["The port opened in 1964.", "", "Wages rose by 12 percent in Rotterdam.", "🙂"]
    readings = Reader().read("When did the port open?", [Candidate(sentence) for sentence in sentences])
    assert len(readings) == len(sentences)
    assert max(readings, key=lambda reading: reading.score) is readings[0]
    assert sentences[0][readings[0].start : readings[0].end] in ("1964", "in 1964")
    assert readings[1].start is None


def test_reader_verdict_does_not_depend_on_the_other_candidates():
    texts = [
        "The port opened in 1964.",
        "It has two quays.",
        "Wages rose by 12 percent.",
        "Ann Lee runs it.",
        "",
        "Ełk",
    ]
    candidates = [
        Candidate(sentence, before, texts[(place + 1) % len(texts)], title)
        for place, sentence in enumerate(texts)
        for before, title in ((texts[place - 1], "Harwich"), ("", ""))
    ]
    reader = Reader()
    alone = [reader.read("Who runs the port?", [candidate])[0] for candidate in candidates]
    assert reader.read("Who runs the port?", candidates) == alone
