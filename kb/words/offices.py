"""Words that say what office, trade or part somebody has: "minister", "councillor", "goalkeeper"."""

from __future__ import annotations

import re

OFFICE_WORDS = """
    president minister chairman chairwoman chair director manager mayor governor secretary professor chief head
    spokesman spokeswoman spokesperson leader founder owner editor officer general king queen emperor judge analyst
    economist engineer farmer teacher author writer actor singer senator ambassador commissioner executive expert
    researcher scientist deputy coach doctor official partner worker resident lawyer chancellor
    councillor councilor councilman councilwoman politician lawmaker legislator congressman congresswoman deputy
    representative delegate envoy diplomat candidate activist campaigner organiser organizer undersecretary treasurer
    premier prince princess duke sheriff prosecutor attorney barrister solicitor magistrate justice detective inspector
    sergeant captain colonel lieutenant commander admiral bishop archbishop pope priest pastor rabbi imam
    journalist reporter columnist correspondent presenter broadcaster blogger photographer historian sociologist
    biologist physicist chemist geologist astronomer mathematician philosopher psychologist anthropologist
    epidemiologist meteorologist nurse surgeon physician paramedic pharmacist architect designer developer programmer
    banker broker trader investor entrepreneur businessman businesswoman industrialist shopkeeper baker butcher miner
    fisherman driver pilot sailor soldier veteran student pupil graduate lecturer dean rector principal librarian
    poet novelist playwright composer musician pianist violinist drummer guitarist rapper dancer actress filmmaker
    painter sculptor artist curator chef comedian footballer goalkeeper striker midfielder defender referee trainer
    swimmer cyclist runner boxer athlete skipper
    """.split()
# Words of a name that say what it is and not which: "Mayor Ada Bell" is Ada Bell, "Wenzhou City" is Wenzhou.
GENERIC = frozenset(
    {*OFFICE_WORDS, *"""
    mr mrs ms miss dr sir dame lord lady saint prime vice the city county province prefecture municipality town village
    district state republic region island inc corp ltd co company group
    """.split()}
)  # fmt: skip
OFFICES = f"(?:{'|'.join(dict.fromkeys(OFFICE_WORDS))})"
NAMES_OFFICE = re.compile(
    rf"(?:the (?:[\w'’-]+ ){{0,4}}?|(?:prime|deputy|vice|chief|first|acting) )?{OFFICES}(?: (?:of|for|at|in|to) .+)?",
    re.IGNORECASE,
)


def names_office(name: str) -> bool:
    """Whether words with capitals name an office and nobody in it: "the Minister of Education", "Prime Minister"."""
    return bool(NAMES_OFFICE.fullmatch(name))
