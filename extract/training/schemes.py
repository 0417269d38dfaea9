"""How each corpus's labels are read: one table.

A label maps to one or more of ours, space separated; "O" among them means that either reading is right. The second
field lists labels that a corpus does not annotate, so that its O says nothing about them. A label that is not in the
table is O.
"""

from __future__ import annotations

OTHERS = "GROUP EVENT WORK PRODUCT"

SCHEMES: dict[str, tuple[dict[str, str], str]] = {
    "uner_ewt": ({"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "OTH": f"{OTHERS} O"}, OTHERS),
    # Voice of America newswire, tagged by tools: gpe is split into countries and "people", art is loose, nat is
    # diseases and storms; works, products and events are mostly left out.
    "gmb": (
        {"per": "PERSON", "org": "ORG", "geo": "PLACE", "gpe": "PLACE", "people": "GROUP", "art": "WORK PRODUCT O",
         "eve": "EVENT", "nat": "EVENT PRODUCT O"},
        "EVENT WORK PRODUCT",
    ),
    # Wikipedia; its adjectives of nationality, LOC there, are told apart as "people".
    "docred": ({"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "people": "GROUP", "MISC": OTHERS}, ""),
    "wikigold": ({"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": OTHERS}, ""),
    "crossner": (
        {"person": "PERSON", "politician": "PERSON", "organisation": "ORG", "politicalparty": "ORG",
         "event": "EVENT", "election": "EVENT", "country": "PLACE", "location": "PLACE", "misc": f"{OTHERS} O"},
        "",
    ),
    # Loan agreements: PER is mostly a role ("Borrower"), ORG includes common nouns ("the bank").
    "sec": ({"PER": "PERSON O", "ORG": "ORG O", "LOC": "PLACE O", "MISC": f"{OTHERS} O"}, ""),
    "re3d": (
        {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE", "Nationality": "GROUP",
         "MilitaryPlatform": "PRODUCT O", "DocumentReference": "WORK O", "Weapon": "PRODUCT O",
         "Person?": "PERSON O", "Organisation?": "ORG O", "Location?": "PLACE O", "Nationality?": "GROUP O"},
        "EVENT WORK PRODUCT",
    ),
    "gum": (
        {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT", "object": "PRODUCT WORK O",
         "abstract": f"{OTHERS} O", "substance": "PRODUCT O", "animal": "O", "plant": "O", "time": "O"},
        "",
    ),
}  # fmt: skip

CORPORA = tuple(SCHEMES)

# How often a pass over the names sees a corpus: small, careful ones more often than large, noisy ones.
REPEATS = {"gmb": 1, "docred": 2, "wikigold": 3, "crossner": 2, "sec": 1, "re3d": 2}

# Words before a name that are a title, not part of it; some corpora count them in.
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lord lady dame president vice prime minister chancellor premier"
    " king queen prince princess sheikh shaikh senator sen. congressman congresswoman representative rep. governor"
    " gov. mayor general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. admiral commander"
    " secretary ambassador judge justice pope cardinal archbishop bishop rev. reverend father ayatollah professor"
    " chairman spokesman foreign defense defence interior finance deputy former opposition leader chief state of"
    " the u.n. u.s. israeli iraqi iranian palestinian afghan pakistani british russian chinese french".split()
)
