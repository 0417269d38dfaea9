"""Questions asked in the app are kept in the base, each once, the latest first, and not without end."""

from __future__ import annotations

from kb.base.history import KEPT, LONGEST, asked_before, asked_count, forget, remember


def told(store, **given) -> list[tuple[str, str | None]]:
    return [(asked.question, asked.answer) for asked in asked_before(store, **given)]


def test_a_question_asked_again_is_the_latest_with_its_new_answer(fresh_store):
    for question, answer in (("Who?", "Ann"), ("When?", None), ("Who?", "Bo")):
        remember(fresh_store, question, answer)
    assert told(fresh_store) == [("Who?", "Bo"), ("When?", None)]


def test_the_question_being_asked_is_left_out(fresh_store):
    for question in ("Who?", "When?", "Where?"):
        remember(fresh_store, question, None)
    assert told(fresh_store, but="When?") == [("Where?", None), ("Who?", None)]
    assert told(fresh_store, but="When?", limit=1, offset=1) == [("Who?", None)]
    assert asked_count(fresh_store, but="When?") == 2


def test_the_oldest_make_room(fresh_store):
    for number in range(KEPT + 2):
        remember(fresh_store, f"How many is {number}?", str(number))
    assert asked_count(fresh_store) == KEPT
    assert told(fresh_store, limit=1) == [(f"How many is {KEPT + 1}?", str(KEPT + 1))]
    assert ("How many is 1?", "1") not in told(fresh_store)


def test_hostile_words_are_kept_as_they_are_and_long_answers_cut(fresh_store):
    hostile = "'; DROP TABLE asked; --\x00 <script>“"
    remember(fresh_store, hostile, "x" * (LONGEST + 1))
    assert told(fresh_store) == [(hostile, "x" * LONGEST)]
    forget(fresh_store)
    assert told(fresh_store) == []
