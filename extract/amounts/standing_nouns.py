"""Words that decide whose a figure is: nouns that stand in for others, properties, dimensions, verbs that amount to."""

from __future__ import annotations

LIGHT = frozenset(
    "total number average figure peak high low record amount maximum minimum mean median majority rest remainder sum "
    "count addition contrast comparison level range order basis most half quarter third proportion percentage part "
    "estimate least excess combination turn bulk front course wake case behalf presence absence form shape favour "
    "favor support charge".split()
)
"""Nouns that are nobody: what they are of, or whoever has them, stands behind."""
ALSO_THINGS = frozenset(
    "peak record course front part case third quarter half charge base support combination range".split()
)
"""Those of them that mean something by themselves where nothing stands behind ("the peak lies 2 km away")."""
QUANTIFIERS = frozenset("many some few most several more all both others none any each".split())
"""Pronouns that are nobody in particular."""
ABSTRACT = ("ment", "tion", "sion", "ity", "ness", "ance", "ence", "ure")
"""Ends of nouns that are rarely things."""
EVENTS = frozenset(
    "death birth retirement marriage wedding debut arrest diagnosis election departure resignation suicide murder "
    "execution coronation accession appointment graduation enlistment ordination killing arrival passing demise "
    "baptism injury conversion abdication emigration".split()
)
"""What happens to a person: an age at it is the person's."""
PROPERTIES = frozenset(
    "elevation length height width breadth diameter depth area size weight altitude volume circumference thickness "
    "value duration age total distance mass radius perimeter span capacity extent tonnage strength number worth price "
    "cost circulation population".split()
)
"""What a figure may name behind itself: "3,100 metres in elevation"."""
WITHOUT_OWNER = frozenset(
    "elevation length height width breadth diameter depth area size weight altitude volume circumference thickness "
    "radius perimeter span capacity tonnage population wingspan density lifespan".split()
)
"""Those that stand without an owner where the sentence before has told of whom it speaks."""
STANDINGS = frozenset(
    "price income output revenue profit loss sale inflation turnout rate share demand growth deficit debt budget gain "
    "score forecast wage salary tax interest yield import export wingspan speed temperature density lifespan".split()
)
"""More of what something has, which a figure does not name behind itself."""
DIMENSIONS = frozenset("long high tall wide deep thick broad old large across square heavy".split())
"""The same as adjectives: "20 km long"."""
AMOUNTING = frozenset(
    "cost total exceed reach equal average measure weigh hit top number add drop fall rise grow climb "
    "jump slip shed decline decrease increase cover span occupy account represent comprise constitute fetch "
    "gross sell trade read score stand amount approach near surpass have be".split()
)
"""Verbs whose object tells how much their subject is, costs or moves; any other has it for itself ("won $5m")."""
AMOUNTS = frozenset("total exceed reach equal average number hit top approach near surpass pass".split())
"""Those of them that a bare number is the object of: "circulation reached one million"."""
PURCHASES = frozenset("pay spend invest charge fine raise borrow owe allocate earmark donate contribute".split())
GROUPS = frozenset("family group team crew party crowd panel gang band staff household class squad trio couple".split())
"""Nouns that are counted by those in them: "a family of five"."""
LASTING = frozenset("last take run continue span cover endure".split())
