"""Who says what, on trees checked by hand. Rows: direct or indirect, speaker, cue, content."""

import pytest
import spacy

from extract.quotes import find_quotes
from extract.sentences import sentence_numbers
from extract.types import Mention, Phrase

DIRECT = [
    (
        '"We will not close the plant," Maria Lopez, the mayor of Leon, told reporters.',
        [("direct", "Maria Lopez", "told", "We will not close the plant")],
    ),
    ('"The river is clean," said the minister.', [("direct", "the minister", "said", "The river is clean")]),
    ("“Stop!” the guard shouted.", [("direct", "the guard", "shouted", "Stop!")]),
    (
        '"Prices rose," said Omar Haddad. "Nobody knew why."',
        [("direct", "Omar Haddad", "said", "Prices rose"), ("direct", "Omar Haddad", None, "Nobody knew why.")],
    ),
    (
        '"The work," Ines Prado said, "will take two years."',
        [("direct", "Ines Prado", "said", "The work"), ("direct", "Ines Prado", "said", "will take two years.")],
    ),
    (
        "“It is over,” she said.\n\n“The strike has ended.”",
        [("direct", "she", "said", "It is over"), ("direct", "she", None, "The strike has ended.")],
    ),
    (
        'The actor wrote: "I never met them."\n\nTickets cost $5.',
        [("direct", "The actor", "wrote", "I never met them.")],
    ),
    (
        '"We sold the boats and left,\n\n"Nobody stayed."',
        [("direct", None, None, "We sold the boats and left"), ("direct", None, None, "Nobody stayed.")],
    ),
    (
        '"Did the dam break?" asked the judge, who lives nearby.',
        [("direct", "the judge", "asked", "Did the dam break?")],
    ),
    ('He called the ruling "a disaster" for small farmers.', [("direct", "He", "called", "a disaster")]),
    ('The coach said, "We lost our way," and left the hall.', [("direct", "The coach", "said", "We lost our way")]),
    ('I was like, "Where is my boat?"', [("direct", "I", "was like", "Where is my boat?")]),
    ('He thought: "It is late."', [("direct", "He", "thought", "It is late.")]),
    ("“Wait a little,” grumbled the old cook.", [("direct", "the old cook", "grumbled", "Wait a little")]),
    (
        '"The tide is high," said the pilot; "we must wait."',
        [("direct", "the pilot", "said", "The tide is high"), ("direct", "the pilot", "said", "we must wait.")],
    ),
    (
        '"The mayor says rain is coming," the girl told us.',
        [
            ("direct", "the girl", "told", "The mayor says rain is coming"),
            ("indirect", "The mayor", "says", "rain is coming"),
        ],
    ),
]
INDIRECT = [
    (
        "The ministry said that exports of rice fell by a third last year.",
        [("indirect", "The ministry", "said", "exports of rice fell by a third last year")],
    ),
    (
        "Sales, analysts say, may double by June.",
        [("indirect", "analysts", "say", "may double by June")],
    ),
    (
        "According to the union, 400 workers lost their jobs.",
        [("indirect", "the union", "According to", "400 workers lost their jobs")],
    ),
    (
        "The court was told by a witness that the door was open.",
        [("indirect", "a witness", "told", "the door was open")],
    ),
    (
        "The minister denied that the bridge was unsafe.",
        [("indirect", "The minister", "denied", "the bridge was unsafe")],
    ),
    ("She asked whether the vote was legal.", [("indirect", "She", "asked", "whether the vote was legal")]),
    ("A man who said he was a doctor helped them.", [("indirect", "A man", "said", "he was a doctor")]),
    (
        "The firm was quoted as saying demand had doubled.",
        [("indirect", "The firm", "saying", "demand had doubled")],
    ),
    (
        'A report published by the bank warned that debt was "out of control".',
        [("indirect", "A report", "warned", 'debt was "out of control"')],
    ),
    (
        "Exports fell in May and rose in June, he said.",
        [("indirect", "he", "said", "Exports fell in May and rose in June")],
    ),
    (
        "Carter thanked the crew, which found the boat, according to the coast guard.",
        [("indirect", "the coast guard", "according to", "Carter thanked the crew, which found the boat")],
    ),
    (
        "Rice, the trader added, costs more in spring.",
        [("indirect", "the trader", "added", "costs more in spring")],
    ),
    (
        'Critics said the tower was "far too tall" for its street.',
        [("indirect", "Critics", "said", 'the tower was "far too tall" for its street')],
    ),
    ("As the bank noted, prices fell in May.", [("indirect", "the bank", "noted", "prices fell in May")]),
    ("A study found that bees prefer blue flowers.", [("indirect", "A study", "found", "bees prefer blue flowers")]),
    ("You said that the mill was sold.", [("indirect", "You", "said", "the mill was sold")]),
]
NAMED = [
    (
        "His warning that the dam might break was ignored.",
        [("indirect", "His", "warning", "the dam might break")],
    ),
    (
        "Residents voiced fears that the well would run dry.",
        [("indirect", "Residents", "fears", "the well would run dry")],
    ),
    (
        "The captain is confident that the ship will sail.",
        [("indirect", "The captain", "confident", "the ship will sail")],
    ),
]
HELD = [
    ("Officials believe the ship sank in March.", [("indirect", "Officials", "believe", "the ship sank in March")]),
    ("They say the road is closed; we think it is open.", [("indirect", "They", "say", "the road is closed")]),
]
NONE = [
    'The play "A Winter Home" opened in the "old town" of Riga.',
    "The “silent” engine and the so-called “city of the future” failed.",
    "Experts did not say when the dam would reopen.",
    "If he says the lake is safe, people will swim.",
    "They neither confirmed nor denied that the ship sank.",
    "The camp, also called “Old Gate”, is empty.",
    "The teacher promised to repair the roof.",
    "The boys found that the gate was open.",
    "The theory that bees sleep is old.",
    "He declined to say whether the road was open.",
    "He called for “real” change.",
    "Did you say that the mill was sold?",
]


def rows(doc, mention_at=None):
    return [
        (
            "direct" if q.direct else "indirect",
            q.speaker and q.speaker.surface,
            q.cue and q.cue.surface,
            q.surface,
        )
        for q in find_quotes(doc, sentence_numbers(doc), mention_at or {})
    ]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_quotes_direct(treebank, text, expected):
    assert rows(treebank(text)) == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_quotes_indirect(treebank, text, expected):
    assert rows(treebank(text)) == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_quotes_by_nouns_and_adjectives(treebank, text, expected):
    assert rows(treebank(text)) == expected


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_quotes_hold_the_views_of_third_persons(treebank, text, expected):
    assert rows(treebank(text)) == expected


@pytest.mark.parametrize("text", NONE)
def test_quotes_leave_titles_and_what_nobody_says(treebank, text):
    assert rows(treebank(text)) == []


def test_quotes_have_the_sentence_in_which_the_content_starts(treebank):
    doc = treebank("“It is over,” she said.\n\n“The strike has ended.”")
    assert [q.sentence for q in find_quotes(doc, sentence_numbers(doc), {})] == [0, 1]


def test_quotes_name_the_entity_of_the_speaker(treebank):
    doc = treebank('"Prices rose," said Omar Haddad. "Nobody knew why."')
    omar = Mention(0, 20, 31, "Omar Haddad", "PERSON", 7)
    mention_at = {token.i: omar for token in doc if omar.start <= token.idx < omar.end}
    speakers = [q.speaker for q in find_quotes(doc, sentence_numbers(doc), mention_at)]
    assert speakers == [Phrase(20, 31, "Omar Haddad", 7)] * 2


def test_quotes_prefer_the_name_beside_a_description(parsed):
    doc = parsed(
        """
        The DET DT 2 det
        minister NOUN NN 6 nsubj
        , PUNCT , 2 punct
        Ana PROPN NNP 2 appos Ana
        , PUNCT , 2 punct
        said VERB VBD 0 root say
        rain NOUN NN 8 nsubj
        helped VERB VBD 6 ccomp help
        . PUNCT . 6 punct
        """
    )
    assert rows(doc) == [("indirect", "Ana", "said", "rain helped")]


INSERTED = [
    # the words after a cue are the subject of what goes on, or the words before it are the cue's
    (
        """
        Sport PROPN NNP 3 nsubj
        , PUNCT , 1 punct
        said VERB VBD 0 root say
        Rupert PROPN NNP 8 nsubj
        Murdoch PROPN NNP 4 flat
        , PUNCT , 4 punct
        was AUX VBD 8 cop be
        bait NOUN NN 3 ccomp
        . PUNCT . 3 punct
        """,
        [("indirect", "Rupert Murdoch", "said", "was bait")],
    ),
    (
        """
        The DET DT 2 det
        ferry NOUN NN 8 nsubj
        , PUNCT , 4 punct
        said VERB VBD 8 parataxis say
        the DET DT 6 det
        harbourmaster NOUN NN 8 nsubj
        , PUNCT , 2 punct
        sails VERB VBZ 0 root sail
        daily ADV RB 8 advmod
        . PUNCT . 8 punct
        """,
        [("indirect", "the harbourmaster", "said", "sails daily")],
    ),
    (
        """
        Chess NOUN NN 6 nsubj
        , PUNCT , 3 punct
        wrote VERB VBD 1 parataxis write
        Lasker PROPN NNP 3 obj
        , PUNCT , 1 punct
        teaches VERB VBZ 0 root teach
        patience NOUN NN 6 obj
        . PUNCT . 6 punct
        """,
        [("indirect", "Lasker", "wrote", "teaches patience")],
    ),
    (
        """
        The DET DT 2 det
        envoy NOUN NN 9 nsubj:pass
        , PUNCT , 4 punct
        warned VERB VBN 2 acl warn
        the DET DT 6 det
        day NOUN NN 4 obl:unmarked
        before ADV RB 6 advmod
        , PUNCT , 2 punct
        left VERB VBD 0 root leave
        . PUNCT . 9 punct
        """,
        [],
    ),
]


@pytest.mark.parametrize(("tree", "expected"), INSERTED)
def test_quotes_with_the_cue_between_subject_and_verb(parsed, tree, expected):
    assert rows(parsed(tree)) == expected


def test_quotes_in_the_words_of_somebody(parsed):
    doc = parsed(
        """
        In ADP IN 3 case
        the DET DT 3 det
        words NOUN NNS 10 obl word
        of ADP IN 6 case
        the DET DT 6 det
        nurse NOUN NN 3 nmod
        , PUNCT , 3 punct
        " PUNCT `` 10 punct
        nobody PRON NN 10 nsubj
        slept VERB VBD 0 root sleep
        . PUNCT . 10 punct
        " PUNCT '' 10 punct
        """
    )
    assert rows(doc) == [("direct", "the nurse", "In the words", "nobody slept.")]


def test_quotes_without_a_tree_are_whole_sentences_between_marks():
    doc = spacy.blank("en")('He left. "It was late and cold." The "old town" slept.')
    assert [(q.surface, q.speaker) for q in find_quotes(doc, [0] * len(doc), {})] == [("It was late and cold.", None)]
