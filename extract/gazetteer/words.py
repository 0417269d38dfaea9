"""Words that say what a place is: data, and nothing else. Labels as in `labels`."""

from __future__ import annotations

from extract.gazetteer.labels import CITY, COUNTRY, PLACE, REGION


def by_word(*tables: dict[str, str]) -> dict[str, str]:
    """The label that each word of some tables tells of; earlier tables win."""
    return {word: label for table in reversed(tables) for label, words in table.items() for word in words.split()}


KINDS = {
    CITY: "city town village township municipality hamlet metropolis",
    REGION: "province state prefecture oblast krai governorate county canton voivodeship",
    COUNTRY: "republic kingdom",
    PLACE: "island isle lake gulf strait peninsula",
}
# Nouns that tell only behind the name ("the Rhine valley").
BEHIND = {PLACE: "river valley desert delta basin sea ocean mountains glacier volcano canal creek reef archipelago"}
# Nouns that tell only when they are said of the name: "X, the capital", "the capital, X", "X is a district".
SAID_OF = {
    CITY: "capital port seaport hometown birthplace",
    REGION: "emirate",
    COUNTRY: "country nation",
    PLACE: """
        river sea ocean bay lagoon dam waterfall mountain volcano desert district neighbourhood neighborhood suburb
        borough archipelago continent
    """,
}
# Plural nouns before a list: "the towns of X and Y", "states such as X".
PLURALS = {
    CITY: "cities towns villages municipalities capitals",
    REGION: "provinces states prefectures oblasts governorates counties cantons",
    COUNTRY: "countries nations republics kingdoms",
    PLACE: "rivers lakes seas islands districts neighbourhoods neighborhoods mountains valleys",
}
# What a name may end with; words of the tables above count too.
ENDINGS = {
    REGION: "shire territory region",
    COUNTRY: "federation empire sultanate republic",
    PLACE: """
        street avenue ave road boulevard lane square highway motorway freeway turnpike bridge tunnel airport station
        harbour harbor port terminal airfield base camp fort castle palace tower towers hall house hotel hospital
        stadium arena theatre theater museum gallery library church cathedral abbey mosque temple shrine monastery
        cemetery memorial monument prison school university college building center centre plaza mall market garden
        gardens zoo hill hills isles falls rapids springs ridge range peak mount cape pass cave caves cliffs shore
        coast beach plain plains plateau canyon woods forest jungle rainforest swamp wetlands reserve sanctuary park
        parks estate farm ranch mine field fields area zone quarter corridor belt border frontier strip trail route
        railway line crater trench hemisphere ward heights point head pier dock docks marina course pole
    """,
}
# Of these, what names of towns end with too.
TOWN_ENDINGS = frozenset("springs falls rapids heights beach hills ridge point harbor harbour port hall".split())
# What a name may begin with: "Lake X", "Mount X", "Northern X"; a part of a place is a place.
BEGINNINGS = {
    PLACE: """
        lake mount mt gulf bay sea strait straits river isle isles island cape valley port fort camp rio cabo loch
        downtown uptown central inner northern southern eastern western upper lower greater north south east west
        northeast northwest southeast southwest northeastern northwestern southeastern southwestern mid
    """,
}

KIND = by_word(KINDS)
PLURAL = by_word(PLURALS)
SAID = by_word(KINDS, SAID_OF)
FOLLOWING = by_word(KINDS, BEHIND)
ENDING = by_word(ENDINGS, KINDS, BEHIND, SAID_OF, PLURALS)
BEGINNING = by_word(BEGINNINGS)
WITHIN = {"downtown": CITY, "uptown": CITY, "midtown": CITY, "upstate": REGION}
NOT_BESIDE = frozenset("country nation continent".split())  # "the country Japan", "Japan nation" are not said
DIVIDES = frozenset("state city county village town".split())  # "France state media": not what France is
SINGULAR = {
    "cities": "city", "towns": "town", "villages": "village", "provinces": "province", "states": "state",
    "countries": "country", "nations": "nation", "rivers": "river", "lakes": "lake", "islands": "island",
}  # fmt: skip
# Second readings of well-known names, and the country whose other places in a text speak for them.
DOUBTFUL = {"georgia": (REGION, "US"), "victoria": (CITY, "CA")}
