"""Yes or no, told by one sentence: said, denied, or left open."""

from __future__ import annotations

import pytest

from kb.words.polarity import verdict


@pytest.mark.parametrize(
    ("sentence", "question", "expected"),
    [
        ("Renfe bought 23 trains from Talgo in 2012.", "Did Renfe buy trains from Talgo?", "yes"),
        ("Renfe bought 23 trains from Talgo in 2012.", "Did Talgo buy trains from Renfe?", None),
        ("Renfe did not buy trains from Siemens.", "Did Renfe buy trains from Siemens?", "no"),
        ("Renfe was bought by Talgo.", "Did Renfe buy Talgo?", None),
        ("Riga, the capital of Latvia, is old.", "Is Riga the capital of Latvia?", "yes"),
        ("The mill closed in 1931.", "Did the mill close in 1941?", None),
        ("The mill will close soon.", "Did the mill close?", None),
        ("The mill almost closed.", "Did the mill close?", None),
        ("The owner denied that the mill closed.", "Did the mill close?", None),
        ("The mill closed in May 2006.", "Did the mill close?", "yes"),
        ("Renfe’s old rival bought trains.", "Did Renfe buy trains?", None),
        ("Renfe was sold in 2012.", "Did Renfe sell in 2012?", None),
        ("Renfe bought 23 trains.", "Was Renfe bought?", None),
        (
            "Fulton Street, the old banking and shopping address, was turned into a mall.",
            "Was Fulton Street turned into a mall?",
            "yes",
        ),
        ("Some mills closed.", "Did all mills close?", None),
        ("The mill closed, but the bakery never did.", "Did the bakery close?", None),
        ("The council never approved the plan.", "Did the council approve the plan?", "no"),
        ("The mill leaves a debt.", "Does the mill leave a debt?", "yes"),
        ("The oldest mills are wooden.", "Are the oldest mills wooden?", "yes"),
        ("Rosa Vane (3 May 1820; Turin) was a French botanist.", "Was Rosa Vane a French botanist?", "yes"),
        ("The ferry sails daily, but does not carry cars.", "Does the ferry carry cars?", "no"),
        ("The ferry sails daily, but the barge carries cars.", "Does the ferry carry cars?", None),
        ("All but the ferry carry cars.", "Does the ferry carry cars?", None),
        ("Unlike the barge, the ferry carries cars.", "Does the barge carry cars?", None),
        ("The mill closed, the owner claimed.", "Did the mill close?", None),
        ("The mill closed in 1931, almost a century ago.", "Did the mill close in 1931?", "yes"),
        ("The mill ran on steam.", "Could the mill run on steam?", None),
        ("Mills can run on steam.", "Can mills run on steam?", "yes"),
        ("The mill closed in 1931.", "Is it true that the mill closed in 1931?", "yes"),
        ("The mill was sold in 1931.", "Is it true that the mill was sold?", "yes"),
        ("The mill was sold in 1931.", "Is it true that the mill sold flour?", None),
        ("The herrings are known as cold-smoked kippers.", "Are herrings known as cold-smoked kippers?", "yes"),
        ("Kern had no political power, and little money.", "Did Kern have any political power?", "no"),
        ("There is no Terminal 1.", "Is there a Terminal 1?", "no"),
        ("The town had no mayor in 1900.", "Did the town have a mayor in 1900?", "no"),
        ("Riga has no more than two trams.", "Does Riga have two trams?", None),
        ("Oslo has no airport tram.", "Does Oslo have an airport?", None),
        ("The town had no port until 1900.", "Does the town have a port?", None),
        ("Kern has no children under ten.", "Does Kern have children?", None),
        ("Kern has no debts, but no house.", "Does Kern have debts?", None),
        ("Nobody says whether the council approved the plan.", "Did the council approve the plan?", None),
    ],
)
def test_verdict(sentence: str, question: str, expected: str | None) -> None:
    assert verdict(sentence, question) == expected
