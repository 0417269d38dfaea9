import numpy as np
import pytest

from kb.training.batches import BLOCK, Batcher
from kb.training.groups import Groups, answers, candidate
from kb.training.records import Question, Span, Text
from kb.training.search import Index
from kb.training.siblings import Siblings
from tests.kb.test_reader import VOCABULARY

PORTS = Text("Ports", (
    "The harbour of Kiel opened in 1964.", "It was the largest on the coast.", "Bremen built ships.",
    "Ships left Rotterdam in March.", "The harbour of Bremen closed in 1970.",
))  # fmt: skip
SHOES = Text("Shoes", (
    "Wenzhou makes shoes.", "Xu runs a shoe firm in Wenzhou.", "Its harbour is small.", "Orders doubled in 2004.",
))  # fmt: skip
CORPORA = {
    "squad": [
        Question("squad", "When did the harbour of Kiel open?", PORTS, (0,), (Span(0, 27, 34), Span(0, 30, 34)), ("in 1964", "1964")),
        Question("squad", "Who closed the harbour of Kiel?", PORTS, (), within=(0, 5)),
        Question("squad", "Who runs a shoe firm in Wenzhou?", SHOES, (1,), (Span(1, 0, 2),), ("Xu",)),
    ],
    "qamr": [Question("qamr", "What did Bremen build?", PORTS, (2,), (Span(2, 13, 18),), ("ships",))],
}  # fmt: skip


@pytest.fixture(scope="module")
def groups():
    return Groups(CORPORA, Siblings(), seed=1, second=10_000)


def test_reader_groups_index_orders_as_bm25():
    index = Index(PORTS.sentences)
    assert index.best("When did the harbour of Bremen close?", 3) == [4, 2, 0]
    assert index.best("violin", 3) == []


def test_reader_groups_candidate_has_its_neighbours():
    made = candidate((PORTS, 1))
    assert (made.sentence, made.title) == ("It was the largest on the coast.", "Ports")
    assert made.before == PORTS.sentences[0]
    assert made.after == " ".join(PORTS.sentences[2:4])


def test_reader_groups_at_most_one_is_right_and_no_wrong_one_holds_an_answer(groups):
    asked = {question.text: question for questions in CORPORA.values() for question in questions}
    for number in range(300):
        group = groups.draw(number)
        right = [choice for choice in group.choices if choice.right]
        assert len(right) <= 1
        question = asked.get(group.question)
        if question is None:
            assert not right  # changed by rule
            continue
        for choice in right:
            assert [choice.candidate.sentence[a:b] for a, b in choice.spans] == list(question.answers)
        wrong = [choice.candidate.sentence.lower() for choice in group.choices if not choice.right]
        assert not [s for s in wrong for answer in question.answers if answer.lower() in s] or not right


def test_reader_groups_same_number_same_group(groups):
    other = Groups(CORPORA, Siblings(), seed=1, second=10_000)
    assert [groups.draw(n) for n in (7, 3)] == [other.draw(7), groups.draw(3)]


def test_reader_groups_answers_is_true_of_gold_and_of_the_answers_words():
    question = CORPORA["squad"][0]
    assert answers(question, (PORTS, 0))
    assert answers(question, (Text("", ("Much was built in 1964.",)), 0))
    assert not answers(question, (PORTS, 4))


def test_reader_groups_batches_hold_spans_inside_the_sentence(groups):
    from kb.reader import Splitter

    batcher = Batcher(groups.draw, Splitter(VOCABULARY), groups=3, seed=1)
    for step in range(2 * BLOCK):
        batch = batcher.batch(step)
        assert batch.ids.shape == batch.features.shape
        assert list(np.unique(batch.group)) == list(range(batch.group[-1] + 1))
        for row, first, last in batch.spans:
            assert batch.right[row]
            assert batch.sentence[row, 0] <= first <= last < batch.sentence[row, 1]
    again = Batcher(groups.draw, Splitter(VOCABULARY), groups=3, seed=1)
    assert (again.batch(5).ids == batcher.batch(5).ids).all()


def test_reader_groups_of_the_second_round_have_more_of_the_own_text():
    ships = Text("Ships", tuple(f"The harbour of Kiel saw ship {number}." for number in range(60)))
    quays = Text("Quays", tuple(f"A quay of the harbour has {number} cranes." for number in range(60)))
    question = Question(
        "squad", "Which ship did the harbour of Kiel see on a quay?", quays, (30,), (Span(30, 26, 35),), ("30 cranes",)
    )
    filler = Question("squad", "Which ship?", ships, (), within=(0, 60))

    def own(second):
        made = Groups({"squad": [question, filler]}, Siblings(), seed=1, second=second)
        groups = [group for group in map(made.draw, range(200)) if "quay" in group.question]
        return sum(choice.candidate.title == "Quays" for group in groups for choice in group.choices)

    assert own(second=0) > own(second=10_000)
