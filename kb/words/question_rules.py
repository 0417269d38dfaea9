"""What a question's words say about its answer, as data: question words, focus nouns and answer types."""

from __future__ import annotations

from dataclasses import dataclass

PLACE_LABELS = ("CITY", "REGION", "COUNTRY", "PLACE")


@dataclass(frozen=True, slots=True)
class AnswerType:
    """What an answer looks like: the labels of mentions and kinds of figures that fit, and those that may do."""

    name: str
    labels: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # labels and kinds that fit less well


TYPES = {
    row.name: row
    for row in (
        AnswerType("person", ("PERSON",), also=("ORG", "GROUP")),
        AnswerType("place", PLACE_LABELS, also=("ORG",)),
        AnswerType("city", ("CITY",), also=("PLACE", "REGION", "COUNTRY")),
        AnswerType("country", ("COUNTRY",), also=("REGION", "PLACE")),
        AnswerType("organisation", ("ORG",), also=("GROUP", "PERSON")),
        AnswerType("group", ("GROUP",), also=("ORG", "COUNTRY")),
        AnswerType("industry", ("INDUSTRY",)),
        AnswerType("work", ("WORK",), also=("ORG", "PRODUCT")),
        AnswerType("event", ("EVENT",), also=("WORK",)),
        AnswerType("date", ("DATE",), ("year",)),
        AnswerType("count", (), ("count",), also=("other", "ratio")),
        AnswerType("money", (), ("money",), also=("count", "percent", "other")),
        AnswerType("percent", (), ("percent",), also=("ratio", "rate", "count", "other")),
        AnswerType("amount", (), ("money", "percent", "mass", "volume", "energy", "power", "area", "length"),
                   also=("count", "ratio", "rate", "other", "duration")),
        AnswerType("quantity", (), ("count",), also=("money", "percent", "rate", "ratio", "other")),
        AnswerType("duration", (), ("duration",), also=("length", "count", "other")),
        AnswerType("age", (), ("age",), also=("duration", "count", "other")),
        AnswerType("length", (), ("length",), also=("count", "other")),
        AnswerType("area", (), ("area",), also=("length", "count", "other")),
        AnswerType("size", (), ("area", "length", "volume"), also=("count", "mass", "other", "percent")),
        AnswerType("mass", (), ("mass",), also=("count", "other")),
        AnswerType("speed", (), ("speed",), also=("rate", "count", "other")),
        AnswerType("temperature", (), ("temperature",), also=("count", "other")),
        AnswerType("rate", (), ("percent", "rate", "speed"), also=("ratio", "count", "money", "other")),
        AnswerType("reason"),
        AnswerType("manner"),
        AnswerType("yes-no"),
        AnswerType("role"),
        AnswerType("definition"),
        AnswerType("quote"),
        AnswerType("thing"),
    )
}  # fmt: skip

# Words of a question, the kind they make it and the type of answer they ask for. The earliest that stands in the
# question counts; of two at one place the longer.
QUESTION_WORDS = (
    ("who", "who", "person"), ("whom", "who", "person"), ("whose", "who", "person"),
    ("where", "where", "place"), ("when", "when", "date"),
    ("why", "why", "reason"), ("for what reason", "why", "reason"), ("how come", "why", "reason"),
    ("what is the reason", "why", "reason"), ("what was the reason", "why", "reason"),
    ("what causes", "why", "reason"), ("what caused", "why", "reason"),
    ("for what purpose", "why", "reason"), ("in what way", "how", "manner"), ("in what ways", "how", "manner"),
    ("by what means", "how", "manner"), ("how often", "how", "manner"), ("how long ago", "when", "date"),
    ("how many", "how-many", "count"), ("how many percent", "share", "percent"), ("what portion", "share", "percent"),
    ("how much", "how-much", "amount"), ("how long", "how-long", "duration"), ("how old", "how-old", "age"),
    ("what age", "how-old", "age"), ("how far", "how", "length"), ("how tall", "how", "length"),
    ("how high", "how", "length"), ("how deep", "how", "length"), ("how wide", "how", "length"),
    ("how large", "how", "size"), ("how big", "how", "size"), ("how heavy", "how", "mass"),
    ("how fast", "how", "speed"), ("how hot", "how", "temperature"), ("how cold", "how", "temperature"),
    ("what share", "share", "percent"), ("what percent", "share", "percent"), ("what percentage", "share", "percent"),
    ("which share", "share", "percent"), ("what proportion", "share", "percent"), ("what fraction", "share", "percent"),
    ("how large a share", "share", "percent"), ("how big a share", "share", "percent"),
    ("how", "how", "manner"), ("what", "what", "thing"), ("which", "what", "thing"),
)  # fmt: skip

AUXILIARIES = frozenset(
    """is are was were am be been being do does did has have had can could will would shall should may might must
    isn aren wasn weren doesn don didn hasn haven hadn""".split()
)

# Head noun of "what X", "which X", "what is the X of": the kind and the type of answer. None leaves the kind.
FOCUS_NOUNS: dict[str, tuple[str | None, str]] = {
    noun: (kind, wants)
    for nouns, kind, wants in (
        ("year years date day month century decade time era season period", "when", "date"),
        ("place location region area countries continent territory river mountain island ocean sea lake valley",
         "where", "place"),
        ("city cities town towns village capital", "where", "city"),
        ("country nation nations state states province provinces", "where", "place"),
        ("person people man woman author writer inventor scientist president minister leader king queen emperor ruler "
         "founder owner director chairman mayor governor general commander actor actress singer artist architect "
         "engineer philosopher physicist chemist mathematician theologian host producer",
         None, "person"),
        ("company companies organization organisation organizations organisations institution agency "
         "university college school party network channel team club bank firm newspaper magazine publisher studio "
         "committee council department ministry group church denomination", None, "organisation"),
        ("nationality ethnicity religion tribe tribes dynasty people", None, "group"),
        ("industry industries sector sectors", None, "industry"),
        ("book film movie song show series novel album play opera painting", None, "work"),
        ("war battle treaty event festival revolution", None, "event"),
        ("number quantity total", "how-many", "quantity"),
        ("population workforce attendance enrolment enrollment membership headcount toll", "how-many", "count"),
        ("price cost value revenue income salary budget worth profit sales turnover debt fee fine wage wages "
         "rent rents pension earnings",
         "how-much", "money"),
        ("percentage percent proportion fraction share turnout", "share", "percent"),
        ("rate growth increase decrease density ratio", None, "rate"),
        ("length height width depth distance elevation altitude diameter radius", None, "length"),
        ("area size acreage", None, "area"),
        ("weight mass", None, "mass"),
        ("speed velocity", None, "speed"),
        ("temperature", None, "temperature"),
        ("age", "how-old", "age"),
        ("duration", "how-long", "duration"),
        ("reason reasons cause", "why", "reason"),
    )
    for noun in nouns.split()
}  # fmt: skip

# Of these nouns the one behind "of" says what is asked for: "what type of school", "what is the name of the river".
EMPTY_NOUNS = frozenset("name names type types kind kinds sort sorts form forms title term part one".split())

# First words of a wish, in place of "What is": "Name the mayor of Lyon."
WISHES = frozenset("name give state tell identify find show".split())
# Before a noun they choose one thing: "What is the tallest building?" asks for no definition.
CHOOSING = frozenset(
    """main only average mean median minimum maximum total annual current official first last next new latest biggest
    best worst usual normal exact overall""".split()
)
# "What is the town known for?": a noun before these is not what is asked for.
PREDICATES = frozenset("known famous called named made used like worth located based said considered supposed".split())
# What is "how long" in space, not in time.
LONG_THINGS = frozenset(
    """bridge river road wall canal tunnel coast coastline beach border street railway route trail dam pier island lake
    fence line pipeline track motorway highway ship boat""".split()
)
COUNTED_THINGS = frozenset("population workforce staff army crew crowd audience community membership team".split())

# Nouns that only tell the type of the answer: the sentence that answers need not hold them.
TYPE_WORDS = frozenset(
    """year date day month century decade time name type kind sort form term percentage percent proportion fraction
    number amount person people company organization organisation group country city place location thing happen
    happened happens called named known name many much long old""".split()
)

# Last words of names that say what kind of thing bears them: of two names with one of these, one is not the other.
HEADED = frozenset(
    """river lake bridge dam barrage canal university college school academy institute street road avenue square airport
    station hotel hospital island bay mountain valley mosque church cathedral temple abbey museum gallery library
    theatre theater park garden stadium prison castle palace tower bank party union prize cup war battle county
    district province desert peninsula harbour harbor port railway newspaper festival treaty act bill""".split()
)
