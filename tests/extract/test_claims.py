"""What texts state, on trees checked by hand.

A row of a claim: `subject | predicate | object | role: argument; ...`, with its speaker before and its flags behind.
"""

import pytest
import spacy

from extract.claims import find_claims
from extract.quotes import find_quotes
from extract.sentences import sentence_numbers
from extract.types import Mention

CLAUSES = [
    ("The crew was rescued by a navy ship.", ["The crew | was rescued by | a navy ship"]),
    ("He gave the museum a painting.", ["He | gave the museum | a painting"]),
    (
        "The film was shown in Lima on Friday.",
        [
            "The film | was shown in | Lima | time: on Friday",
            "The film | was shown on | Friday",
        ],
    ),
    (
        "President Diaz agreed to cut the tax on fuel.",
        [
            "Diaz | is | President",
            "President Diaz | agreed to cut | the tax | other: on fuel",
            "President Diaz | agreed to cut the tax on | fuel",
        ],
    ),
    (
        "The firm is a maker of shoes and bags.",
        [
            "The firm | is | a maker of shoes and bags",
            "The firm | is a maker of | shoes",
            "The firm | is a maker of | bags",
        ],
    ),
    ("The price that traders offer is low.", ["traders | offer | The price", "The price | is | low"]),
    ("The team that won the cup comes from Quito.", ["The team | won | the cup", "The team | comes from | Quito"]),
    (
        "A law signed in May bans the trade.",
        ["A law | signed | - | time: in May", "A law signed in May | bans | the trade"],
    ),
    (
        'He called the ruling "a disaster" for small farmers.',
        [
            'He | called the ruling | "a disaster" for small farmers',
            'He | called the ruling "a disaster" for | small farmers',
        ],
    ),
    ("The flood left the wells dry.", ["The flood | left the wells | dry"]),
    (
        "There is no evidence of fraud.",
        ["There | is | no evidence of fraud | not", "There | is no evidence of | fraud | not"],
    ),
]
COORDINATION = [
    (
        "The old mill took in 30 workers and is also a school.",
        ["The old mill | took in | 30 workers", "The old mill | is also | a school"],
    ),
    (
        "The town and nearby villages were hit by two floods in 1998.",
        [
            "The town | were hit by | two floods | time: in 1998",
            "The town | were hit in | 1998",
            "nearby villages | were hit by | two floods | time: in 1998",
            "nearby villages | were hit in | 1998",
        ],
    ),
    (
        "He was born in Accra and moved to London as a child.",
        ["He | was born in | Accra", "He | moved to | London | other: as a child", "He | moved as | a child"],
    ),
    (
        "The company makes, packs and ships toys to Spain.",
        [
            "The company | makes | toys to Spain",
            "The company | makes toys to | Spain",
            "The company | packs | toys to Spain",
            "The company | packs toys to | Spain",
            "The company | ships | toys to Spain",
            "The company | ships toys to | Spain",
        ],
    ),
]
NOUNS = [
    (
        "Ana Ruiz, deputy head of the port of Callao, joined the board in 2015.",
        [
            "Ana Ruiz | is | deputy head of the port of Callao",
            "Ana Ruiz | joined | the board | time: in 2015",
            "Ana Ruiz | joined the board in | 2015",
        ],
    ),
    (
        "Kenya's largest bank lends money to farmers who grow tea.",
        [
            "Kenya | has | largest bank",
            "Kenya's largest bank | lends | money | other: to farmers",
            "Kenya's largest bank | lends money to | farmers",
            "farmers | grow | tea",
        ],
    ),
]
NEGATED = [
    (
        "The bridge, which was built in 1931, does not carry trains.",
        ["The bridge | was built | - | time: in 1931", "The bridge | does not carry | trains | not"],
    ),
    (
        "After the war, the factory was never rebuilt.",
        ["the factory | was never rebuilt | - | time: After the war | not"],
    ),
    ("Nobody signed the letter.", ["Nobody | signed | the letter | not"]),
    (
        "The minister denied that the bridge was unsafe.",
        ["The minister | denied | the bridge was unsafe", "The minister: the bridge | was | unsafe | not"],
    ),
]
HEDGED = [
    (
        "They neither confirmed nor denied that the ship sank.",
        [
            "They | neither confirmed | the ship sank | not",
            "They | nor denied | the ship sank | not",
            "the ship | sank | - | open",
        ],
    ),
    (
        "Critics want the mayor to resign before June because she lied.",
        [
            "Critics | want the mayor | to resign before June | reason: because she lied",
            "the mayor | to resign | - | time: before June | open",
            "she | lied | -",
        ],
    ),
    (
        "Workers may strike because wages fell.",
        ["Workers | may strike | - | reason: because wages fell | open", "wages | fell | -"],
    ),
    (
        "If rain fails, prices will rise.",
        ["rain | fails | - | open", "prices | will rise | - | other: If rain fails | open"],
    ),
    ("They want to leave the union.", ["They | want to leave | the union | open"]),
    (
        "She reportedly sold the hotel to a fund.",
        [
            "She | reportedly sold | the hotel | other: to a fund | open",
            "She | reportedly sold the hotel to | a fund | open",
        ],
    ),
    (
        "The group is said to have hidden gold near Oslo.",
        [
            "The group | is said to have hidden | gold | place: near Oslo | open",
            "The group | is said to have hidden gold near | Oslo | open",
        ],
    ),
    ("Is the water safe?", []),
]
REPORTED = [
    (
        '"The river is clean," said the minister.',
        ["the minister: The river | is | clean", "the minister | said | The river is clean"],
    ),
    (
        "According to the union, 400 workers lost their jobs.",
        ["the union: 400 workers | lost | their jobs"],
    ),
    (
        "Sales, analysts say, may double by June.",
        ["analysts: Sales | may double | - | time: by June | open"],
    ),
    (
        "The mayor asked the council to close the road.",
        [
            "The mayor | asked the council | to close the road",
            "the council | to close | the road | open",
        ],
    ),
    (
        "A man who said he was a doctor helped them.",
        ["A man | said | he was a doctor", "A man: he | was | a doctor", "A man | helped | them"],
    ),
    (
        '"Did the dam break?" asked the judge, who lives nearby.',
        ["the judge | asked | Did the dam break", "the judge | lives | - | place: nearby"],
    ),
]


def claims(doc, mention_at=None):
    sentence_of = sentence_numbers(doc)
    quotes = list(find_quotes(doc, sentence_of, mention_at or {}))
    return list(find_claims(doc, sentence_of, mention_at or {}, quotes))


def wording(part):
    return "-" if part is None else part.full or part.surface


def row(claim):
    parts = [" | ".join(map(wording, (claim.subject, claim.predicate, claim.object)))]
    parts += ["; ".join(f"{a.role}: {a.surface}" for a in claim.arguments)] if claim.arguments else []
    parts += ["not"] * claim.negated + ["open"] * claim.hedged
    return (f"{claim.speaker.surface}: " if claim.speaker else "") + " | ".join(parts)


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *COORDINATION, *NOUNS, *NEGATED, *HEDGED, *REPORTED])
def test_claims(treebank, text, expected):
    assert list(map(row, claims(treebank(text)))) == expected


def test_claims_narrower_than_the_main_one_score_lower(treebank):
    _, main, narrower = claims(treebank("President Diaz agreed to cut the tax on fuel."))
    assert main.score > narrower.score


def test_claims_in_parts_give_the_main_part_and_the_whole_wording(treebank):
    doc = treebank("The town and nearby villages were hit by two floods in 1998.")
    predicate = claims(doc)[1].predicate
    assert (predicate.surface, predicate.full) == ("were hit", "were hit in")


def test_claims_of_nouns_stand_at_the_word_that_carries_them(treebank):
    doc = treebank("Ana Ruiz, deputy head of the port of Callao, joined the board in 2015.")
    predicate = claims(doc)[0].predicate
    assert (predicate.surface, predicate.full) == ("head", "is")


def test_claims_name_entities_by_names_and_pronouns(treebank):
    doc = treebank("He was born in Accra and moved to London as a child.")
    mention_at = {0: Mention(0, 0, 2, "He", "PERSON", 3, "pronoun"), 8: Mention(0, 28, 34, "London", "CITY", 4)}
    second = claims(doc, mention_at)[1]
    assert second.object is not None
    assert (second.subject.entity, second.object.entity) == (3, 4)


def test_claims_of_a_text_without_a_tree_are_none():
    doc = spacy.blank("en")("The crew was rescued by a navy ship.")
    assert claims(doc) == []


def test_claims_of_a_place_named_with_the_one_around_it(parsed):
    doc = parsed(
        """
        Jobs NOUN NNS 7 nsubj
        in ADP IN 3 case
        Lagos PROPN NNP 1 nmod
        , PUNCT , 5 punct
        Nigeria PROPN NNP 3 appos
        , PUNCT , 3 punct
        vanished VERB VBD 0 root
        """
    )
    mention_at = {2: Mention(0, 8, 13, "Lagos", "CITY", 1), 4: Mention(0, 15, 22, "Nigeria", "COUNTRY", 2)}
    assert "Lagos | is in | Nigeria" in map(row, claims(doc, mention_at))


def test_claims_of_a_relative_clause_in_the_singular_are_about_the_nearest_noun(parsed):
    doc = parsed(
        """
        Five NUM CD 2 nummod
        mills NOUN NNS 9 nsubj
        and CCONJ CC 5 cc
        a DET DT 5 det
        dock NOUN NN 2 conj
        that PRON WDT 8 nsubj
        is AUX VBZ 8 cop be
        old ADJ JJ 2 acl:relcl
        burned VERB VBD 0 root burn
        """
    )
    assert list(map(row, claims(doc))) == ["a dock | is | old", "Five mills | burned | -", "a dock | burned | -"]


def test_claims_of_what_is_not_meant_are_negated(parsed):
    doc = parsed(
        """
        Towns NOUN NNS 2 nsubj
        sell VERB VBP 0 root sell
        tea NOUN NN 2 obj
        , PUNCT , 6 punct
        not PART RB 6 advmod
        coffee NOUN NN 3 conj
        """
    )
    assert list(map(row, claims(doc))) == ["Towns | sell | tea", "Towns | sell | not coffee | not"]
