"""Words that report what somebody says: data, and nothing else.

`SAID`: verbs of speech. A clause below one is speech, and marked words beside one are too.
`HELD`: verbs of thought; a clause below one is given as somebody's view, where that somebody is a third person.
`FOUND`: verbs that report what a study or court found, where one of `STUDIES` is their subject.
`PRESENT`: verbs of speech by which "I" and "we" report in the present too ("I say that", but not "I suppose that").
`REPORTS`: nouns with a clause that tells what somebody says or thinks ("his warning that"); `GIVEN`: verbs of which
such a noun is the object ("voiced fears that"); `HOLDS`: adjectives with such a clause ("adamant that").
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
    retract confess guarantee notify concur deduce infer reason relay restate stipulate summarize
    summarise surmise hypothesize postulate muse divulge apologise apologize decide verify assess calculate
    volunteer allude narrate
    """.split()
)  # fmt: skip
HELD = frozenset("believe think expect fear hope suspect feel doubt assume guess reckon hold agree worry".split())
FOUND = frozenset("find show discover determine demonstrate learn establish".split())
STUDIES = frozenset(
    """
    study survey poll report research researcher scientist analysis investigation investigator inquiry enquiry review
    audit auditor court jury judge tribunal commission committee panel author team paper document figure statistic data
    estimate census finding expert economist analyst police inspector regulator test
    """.split()
)  # fmt: skip
PRESENT = frozenset("say mention argue claim insist maintain declare repeat predict warn stress".split())
REPORTS = frozenset(
    """
    claim warning statement announcement belief fear allegation suggestion argument accusation assertion admission
    confirmation conclusion complaint concern view opinion hope prediction promise pledge recommendation report
    assurance declaration finding impression suspicion threat explanation assessment estimate expectation contention
    remark comment acknowledgement acknowledgment insistence message denial conviction contention revelation ruling
    charge verdict testimony reminder doubt worry confidence theory forecast observation speculation
    """.split()
)  # fmt: skip
GIVEN = frozenset(
    "make issue express voice raise repeat reiterate give offer state share send have reject release publish".split()
)
HOLDS = frozenset("adamant confident convinced hopeful afraid worried concerned certain sceptical skeptical".split())
# Verbs whose object or "as" phrase is speech where it is marked: described it as "a disaster".
DESCRIBED = frozenset(
    "describe characterize characterise call denounce dismiss condemn criticize criticise praise hail slam deem".split()
)
# Verbs of speech that mean something else when a clause follows ("continued to fall", "called the plan").
MARKED = frozenset(
    """
    continue begin go shout whisper cry call yell scream murmur mutter quote laugh smile sigh sob grin nod shrug snap
    sneer growl hiss gasp groan moan bark breathe echo venture interrupt finish thunder roar comment interject
    retort rejoin respond reply exclaim joke quip lament tweet describe read accuse object elaborate chant sing reason
    """.split()
)  # fmt: skip
NOT_CLAUSAL = MARKED - frozenset("reply respond exclaim joke quip lament tweet object comment".split())
QUESTIONED = frozenset("ask wonder inquire enquire question".split())  # "if" and "whether" open what was said
TOLD = frozenset("tell inform remind assure warn advise caution notify ask".split())  # their object is who hears it
WANTED = frozenset("need want refuse decline fail try hope wish plan intend able unable willing likely like".split())
ACCORDING = frozenset(("according", "per"))
FIRST_OR_SECOND = frozenset(("i", "you", "we"))
THOUGHT = frozenset("think guess feel believe hope".split())  # beside marked text: I thought: “…”
SPOKEN_OF = frozenset(("it", "its", "this", "that", "these", "those", "your"))  # hold no view of their own
EXPLETIVE = frozenset(("it", "there"))  # "it is said that": nobody is named
CONDITIONAL = frozenset(("if", "whether", "unless"))
# Verbs by which people in a story answer each other; newspapers hardly use them.
REPLIES = frozenset(
    """
    reply answer cry exclaim whisper murmur mutter return rejoin inquire retort interrupt shout growl gasp sigh
    laugh ask repeat call scream demand
    """.split()
)  # fmt: skip
NARRATORS = frozenset(("i", "me"))  # who tells the story, outside of quotation marks
