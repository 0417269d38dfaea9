"""Pronouns of the third person, and nouns and titles that say what kind of thing is meant. Rows of data."""

from __future__ import annotations

# Each pronoun's number and gender, and the way in which it stands. "her" is told apart by its tag.
PRONOUNS = {
    "he": ("he", "subject"), "him": ("he", "object"), "his": ("he", "possessive"), "himself": ("he", "reflexive"),
    "she": ("she", "subject"), "her": ("she", "object"), "hers": ("she", "possessive"),
    "herself": ("she", "reflexive"), "it": ("it", "subject"), "its": ("it", "possessive"),
    "itself": ("it", "reflexive"),
}  # fmt: skip

MALE_TITLES = frozenset("mr mr. sir lord king prince baron count duke earl brother father fr. monsieur herr".split())
FEMALE_TITLES = frozenset(
    """mrs mrs. ms ms. miss lady queen princess baroness countess duchess dame sister mother madame""".split()
)
MALE = MALE_TITLES | frozenset(
    """man boy gentleman father son brother husband uncle nephew grandfather grandson dad daddy stepfather stepson
    widower bridegroom groom boyfriend fiancé king prince emperor duke lord baron monk pope waiter policeman
    fireman businessman salesman fisherman horseman nobleman sportsman godfather cowboy lad patriarch sultan
    tsar czar shah half-brother brother-in-law father-in-law son-in-law""".split()
)
FEMALE = FEMALE_TITLES | frozenset(
    """woman girl lady mother daughter sister wife aunt niece grandmother granddaughter mom mum mummy stepmother
    stepdaughter widow bride girlfriend fiancée queen princess empress duchess baroness nun actress waitress
    policewoman businesswoman chairwoman saleswoman congresswoman spokeswoman heroine witch goddess godmother
    heiress landlady hostess stewardess ballerina soprano mistress maid matriarch female lass midwife songstress
    sculptress seamstress half-sister sister-in-law mother-in-law daughter-in-law schoolgirl housewife""".split()
)
RELATIVES = frozenset(
    """father mother son daughter brother sister husband wife uncle aunt nephew niece grandfather grandmother
    grandson granddaughter dad mom mum parents children child cousin widow widower stepfather stepmother spouse
    ex-husband ex-wife half-brother half-sister brother-in-law sister-in-law son-in-law daughter-in-law
    father-in-law mother-in-law stepson stepdaughter married born""".split()
)
KIN = frozenset(
    """father mother son daughter brother sister husband wife uncle aunt nephew niece grandfather grandmother
    grandson granddaughter dad mom mum parent child cousin partner fiancé fiancée widow widower stepfather
    stepmother boyfriend girlfriend friend lover mentor colleague""".split()
)
PERSONS = MALE | FEMALE | KIN | frozenset(
    """person people child baby kid teenager adult citizen resident neighbor neighbour friend student pupil teacher
    professor doctor nurse lawyer judge attorney prosecutor officer policeman soldier captain general colonel
    major lieutenant sergeant commander president minister premier chancellor governor mayor senator deputy
    secretary chief chairperson chair director manager boss ceo executive founder owner leader head spokesperson
    official ambassador diplomat politician candidate activist campaigner journalist reporter editor writer
    author poet novelist playwright critic scholar historian scientist researcher engineer architect artist
    painter sculptor photographer singer musician composer guitarist drummer pianist rapper dancer comedian star
    celebrity model player coach athlete goalkeeper striker pitcher quarterback boxer wrestler swimmer runner
    driver pilot worker employee farmer fisher miner cook chef baker tailor carpenter mechanic guard servant
    slave prisoner victim suspect killer murderer thief robber witness patient client customer tenant passenger
    rider hunter warrior knight rabbi imam cardinal saint prophet philosopher psychologist economist physicist
    chemist biologist mathematician programmer designer producer filmmaker screenwriter presenter host announcer
    narrator protagonist character winner champion rival opponent successor predecessor heir companion colleague
    member guest visitor immigrant refugee migrant veteran volunteer expert analyst consultant adviser advisor
    assistant clerk accountant banker trader merchant dealer investor entrepreneur developer inventor pioneer
    explorer astronaut heir orphan twin toddler infant newborn youth senior elder chairman counsellor counselor
    therapist surgeon physician dentist vet pharmacist librarian curator conductor violinist cellist organist
    bassist vocalist detective investigator inspector agent spy hacker terrorist gunman attacker assailant
    shooter fugitive legislator lawmaker representative congressperson councillor councilor delegate envoy
    monarch ruler dictator emperor regent tyrant hero villain""".split()
)  # fmt: skip
PERSON_ENDINGS = ("ist", "ician", "ologist", "eer", "woman", "man", "person", "ess")

# What a description may say of a named thing: the label of the names that it mostly stands for.
DESCRIPTIONS: dict[str, str] = {
    **dict.fromkeys("city town village municipality capital metropolis suburb settlement".split(), "CITY"),
    **dict.fromkeys("country nation kingdom republic".split(), "COUNTRY"),
    **dict.fromkeys("state province region county prefecture territory district".split(), "REGION"),
    **dict.fromkeys(
        """island river lake mountain sea ocean bay valley desert park building bridge airport port harbour harbor
        stadium tower castle palace temple cathedral mosque street road square continent peninsula volcano forest
        beach hotel monastery""".split(),
        "PLACE",
    ),
    **dict.fromkeys(
        """company firm corporation organisation organization agency group bank party university college school
        institute institution ministry department commission committee council court union association club team
        band league federation foundation charity newspaper magazine network broadcaster airline carmaker automaker
        manufacturer retailer supermarket brewery publisher studio church parliament senate congress bureau alliance
        coalition militia museum laboratory startup start-up conglomerate subsidiary utility insurer supplier
        watchdog regulator""".split(),
        "ORG",
    ),
    **dict.fromkeys(sorted(PERSONS - {"people", "person"}), "PERSON"),
}

# Nouns that say so little of an organisation or person that any may be meant; of the others the text must have said it.
GENERIC = frozenset(
    """company firm corporation organisation organization group agency team club band man woman boy girl child kid
    baby teenager guy""".split()
)
