"""Words that report what somebody says: data, and nothing else.

`SAID`: verbs of speech. A clause below one is speech, and marked words beside one are too.
`HELD`: verbs of thought; a clause below one is given as somebody's view, where that somebody is a third person.
`PLEDGED`: verbs whose infinitive is the speech ("promised to cut taxes").
`DESCRIBED`: verbs that call something by marked words.
`MARKED`: verbs that report only beside quotation marks ("“No,” she smiled"); a clause below one is no speech.
"""

from __future__ import annotations

SAID = frozenset(
    """
    say tell add state claim announce report argue warn insist deny admit acknowledge note explain predict suggest
    allege confirm estimate declare reply stress emphasize emphasise contend maintain assert reveal complain testify
    conclude propose ask write answer respond remark observe recall recount comment concede caution counter advise
    inform disclose recommend urge demand exclaim boast brag joke quip mention point indicate pronounce proclaim
    reiterate repeat affirm assure remind promise pledge vow swear threaten lament protest object charge hint retort
    imply speculate tweet post blog opine posit theorize forecast project profess plead inquire enquire wonder
    rejoin rule decree signal teach preach preface elaborate clarify specify underline underscore outline
    retract confess
    """.split()
)  # fmt: skip
HELD = frozenset("believe think expect fear hope suspect feel doubt assume guess reckon hold agree".split())
PLEDGED = frozenset("promise pledge vow swear threaten claim profess demand ask propose".split())
# Verbs whose object or "as" phrase is speech where it is marked: described it as "a disaster".
DESCRIBED = frozenset(
    "describe characterize characterise call denounce dismiss condemn criticize criticise praise hail slam deem".split()
)
# Verbs of speech that mean something else when a clause follows ("continued to fall", "called the plan").
MARKED = frozenset(
    """
    continue begin go shout whisper cry call yell scream murmur mutter quote laugh smile sigh sob grin nod shrug snap
    sneer growl hiss gasp groan moan bark breathe echo venture interrupt finish thunder roar comment interject
    retort rejoin respond reply exclaim joke quip lament tweet describe read accuse object elaborate chant sing
    """.split()
)  # fmt: skip
NOT_CLAUSAL = MARKED - frozenset("reply respond exclaim joke quip lament tweet object comment".split())
QUESTIONED = frozenset("ask wonder inquire enquire question".split())  # "if" and "whether" open what was said
ACCORDING = frozenset(("according", "per"))
FIRST_OR_SECOND = frozenset(("i", "you", "we"))
EXPLETIVE = frozenset(("it", "there"))  # "it is said that": nobody is named
CONDITIONAL = frozenset(("if", "whether", "unless"))
