"""When the sources do not say: the reasons for giving no answer. Pure.

Each rule was measured on SQuAD questions, all 33 articles in one base, some answerable, some near misses that the
articles do not answer, some whose article is not in the base.
"""

from __future__ import annotations

from kb.evidence.features import Asked, Candidate, coverage, paragraph_coverage, title_coverage
from kb.questions import ADJECTIVE_ENDINGS
from kb.retrieve import Retrieved
from kb.spans.places import Span
from kb.words.offices import GENERIC
from kb.words.terms import has_number, is_stopword, plain, read_words, root, stem

# The one threshold: below this logit of the reader's the sources do not say. With the rules below, so were refused 15 %
# of the 923 answerable questions of the seven SQuAD articles that the reader was not trained on (5 % by a rule), and 48
# % of 1,055 near misses; at -2.5 10 % and 36 %, at -1 18 % and 55 %. By the logit alone, where it refuses a tenth of
# the answerable ones, 42 % of the near misses and 95 % of questions whose article is not there.
LEAST_SURE = -1.5
SINGLE = ("PERSON", "ORG", "CITY", "REGION", "COUNTRY", "PLACE")  # labels of things of which one is not another
LEAST_HELD = 0.8  # of the weight of a yes-no question


def reason_to_refuse(
    retrieved: Retrieved, span: Span | None, sure: float, *, unknown: str | None, published: str | None
) -> str | None:  # fmt: skip
    """One of kb.types.REFUSALS, or None when the best evidence may answer.

    :param span: what the best evidence was read to answer.
    :param sure: how sure it is, as `kb.evidence.confidence.sureness` has it.
    :param unknown: a name in the question that the base holds nowhere.
    :param published: the date of the best evidence's document.
    """
    if unknown:
        return "unknown-name"
    if not retrieved.evidence:
        return "no-evidence"
    asked, best = retrieved.asked, retrieved.evidence[0].candidate
    weak = sure < LEAST_SURE or lacks_type(asked, span) or leaves_open(best, asked) or lacks_topic(best, asked)
    elsewhere = lacks_year(best, asked, published) or lacks_name(best, asked) or speaks_of_another(retrieved)
    return "weak-evidence" if weak or elsewhere else None


def lacks_type(asked: Asked, span: Span | None) -> bool:
    """Whether nothing of the type asked for was found, where other words hardly answer: a figure, a date, words said.

    Of 61 answerable questions after a date or an amount whose best span was of another type, 15 were answered right.
    """
    if asked.question.wants.figures:
        return span is None or not (span.fit or has_number(span.surface))
    wants = asked.question.wants.name
    return (wants == "quote" or (wants == "role" and asked.question.kind == "who")) and (span is None or not span.fit)


def leaves_open(best: Candidate, asked: Asked) -> bool:
    """Whether a word of weight in a yes-no question stands nowhere near: then neither yes nor no is said.

    A comparison is left open by a sentence that compares nothing.
    """
    if asked.question.wants.name != "yes-no":
        return False
    if asked.question.kind == "compare" and "than" not in best.stems:
        return True
    held = coverage(best, asked) + paragraph_coverage(best, asked) + title_coverage(best, asked)
    return held < LEAST_HELD


def lacks_topic(best: Candidate, asked: Asked) -> bool:
    """Whether no word of what somebody is asked to have spoken about stands near."""
    question = asked.question
    if question.wants.name != "quote" or question.focus is None:
        return False
    topic = {word.root for word in read_words(question.focus) if not is_stopword(word.surface)}
    return topic.isdisjoint(map(root, best.paragraph | best.title))


def lacks_year(best: Candidate, asked: Asked, published: str | None) -> bool:
    """Whether a year is asked for that stands nowhere near, and the article is not of that year or the next.

    So it was for 43 of 170 near misses with a year, and for 8 of 252 answerable questions.
    """
    years = asked.question.years
    if not years:
        return False
    printed = published[:4] if published else ""
    dated = printed.isdigit() and any(int(printed) - int(year) in (0, 1) for year in years)
    return not dated and all(year not in best.paragraph and year not in best.title for year in years)


def lacks_name(best: Candidate, asked: Asked) -> bool:
    """Whether a telling word of a name stands nowhere near, and the sentence does not speak of what the question names.

    So it was for 29 of 203 near misses with a name, and for 14 of 296 answerable questions. Of a language or a people,
    "in English", nothing need stand there.
    """
    named = [t for t in asked.question.terms if t.named and not t.surface.endswith(ADJECTIVE_ENDINGS)]
    telling = [term.stem for term in named if plain(term.surface) not in GENERIC]
    return not best.entity and any(stem not in best.paragraph and stem not in best.title for stem in telling)


def speaks_of_another(retrieved: Retrieved) -> bool:
    """Whether the best sentence names somebody else and not whom the question does: another city's people, say.

    Of what the title names every sentence speaks. So it was for 3 of 51 near misses of seven SQuAD articles that no
    other rule refused, and for none of 80 answerable questions.
    """
    best, wants = retrieved.evidence[0], retrieved.asked.question.wants
    asked = {e.id: e for e in retrieved.entities if e.label in SINGLE and e.label not in wants.labels}
    mentions = best.findings.mentions
    if not asked or any(mention.entity in asked for mention in mentions):
        return False
    words = {stem(word) for entity in asked.values() for word in entity.name.split()}
    if words & {*best.candidate.stems, *best.candidate.title}:
        return False
    labels = {entity.label for entity in asked.values()}
    return any(mention.label in labels and mention.form == "name" for mention in mentions)
