"""The ways in which a sentence states a value of something, as patterns over the slots of kb/kinds/slots.py.

Data, tried in order. Between the parts stands only what the pattern names: "the boss of ⟦H⟧ has ⟦F⟧ yachts" fits none
of them. Groups: `h` the holder, `f` the figure, `p` its period, `f0` and `p0` an earlier value stated with it.
"""

from __future__ import annotations

import re

H = r"⟦H(?P<h>\d+)⟧"
F = r"⟦F(?P<f>\d+)⟧"
F0 = r"⟦F(?P<f0>\d+)⟧"
M = r"(?P<m>⟦M:\w+⟧(?:[- ]⟦M:\w+⟧)*)(?: (?:rate|level|figure|count|total))?"
N = r"(?P<n>⟦M:\w+⟧(?: ⟦M:\w+⟧)*)"
ABOUT = (
    r"(?:(?:about|around|roughly|some|nearly|almost|close to|more than|over|at least|only|just|an estimated|a record|"
    r"up to|fewer than|less than|under|below|above|approximately|exactly|officially|well over|just over|just under|"
    r"no fewer than|as many as) )?"
)
AT = r"(?:in|by|at|on|at the end of|at the start of|as of|during|at the census of|in the census of|for|since)"
P = rf"(?:,? (?:{AT} )?(?:the )?⟦P(?P<p>\d+)⟧(?: census)?,?)?"
P0 = rf"(?: (?:{AT} )?⟦P(?P<p0>\d+)⟧)?"
PB = P.replace("?P<p>", "?P<pb>")  # in front of the verb
NOW = r"(?: (?:now|today|still|currently|then|already|alone|also|again))?"
APPOSITION = (
    r"(?:, (?!(?:which|who|where|whose|when|while|but|and|as) )[^,;:⟦⟧]{0,60}(?:⟦[HPM][:\w]*⟧[^,;:⟦⟧]{0,60}){0,3},)?"
)
BE = (
    rf"{NOW} (?:is|was|were|are|has been|had been|stood at|stands at|reached|has reached|had reached|came to|comes to|"
    r"totalled|totaled|amounted to|rose to|fell to|grew to|climbed to|dropped to|shrank to|has risen to|has fallen to|"
    r"has grown to|had risen to|had fallen to|had grown to|increased to|decreased to|declined to|is put at|was put at|"
    r"numbered|numbers|remained at|hit)" + NOW
)
HAVE = (
    rf"{NOW} (?:has|had|have|counts|counted|numbers|numbered|is home to|was home to|are home to|houses|housed|"
    rf"is inhabited by|was inhabited by|recorded|reported|made|posted)" + NOW
)
DEALS = (
    r" (?:carried|carries|handled|handles|served|serves|sold|sells|built|builds|received|receives|drew|draws|"
    r"attracted|produced|produces|operated|operates|runs|ran|owned|owns|published|opened|lost|won)"
)
MOVED = r"(?:grew|rose|fell|shrank|climbed|dropped|increased|declined|went)"
THE = r"(?P<adj>(?:the|an?|its|this) )?(?:official |total |overall )?"
FROM_TO = rf"{MOVED} from {ABOUT}{F0}{P0} to {ABOUT}{F}{P}"
# Words between a subject and its second verb, with no other subject among them.
SAME = r"(?:(?!\b(?:whose|which|who|where|but|while|that)\b)[^;:⟦⟧]|⟦[FMP][:\w]*⟧)"
OPENS = r"(?:^|[,;:—–] |\b(?:and|but|that|while|where|said|says|because|so|as) )"
OF_H = rf"(?:of|in|at|for) (?P<place>the \w+ of )?{H}"
PLACE_BEFORE = r"(?P<place>the \w+ of )?"
OWN = r"(?:(?:'s|’s) (?P<own>[a-z]+))?"  # "its port handled" states nothing of the city
EARLIER = rf"(?:,? (?:up |down )?(?:from|against|compared with) {ABOUT}{F0}(?: ⟦M:\w+⟧)?{P0})?"
LED = rf"(?:(?:^|[,;:] |\b(?:and|but) )(?:{AT} )?⟦P(?P<pl>\d+)⟧,? )?"

VALUE = rf"{ABOUT}{F}(?: {N})?{P}"
SUBJECT = rf"{PLACE_BEFORE}{H}{OWN}{APPOSITION}{PB}"
TOWN = r"(?:city|town|village|municipality|port|suburb|community|capital)"

# Name, pattern. A name that starts with "bare" states no measure itself: the sentence before must.
PATTERNS = tuple(
    (name, re.compile(LED + pattern))
    for name, pattern in (
        ("measure of", rf"{OPENS}?{THE}{M} {OF_H}{PB}{BE} {VALUE}{EARLIER}"),
        ("measure of, from to", rf"{THE}{M} {OF_H} {FROM_TO}"),
        ("measure of, to from", rf"{THE}{M} {OF_H} {MOVED} to {ABOUT}{F}{P} from {ABOUT}{F0}{P0}"),
        ("own measure, from to", rf"{H}(?:'s|’s) (?:official |total )?{M} {FROM_TO}"),
        ("own measure", rf"{H}(?:'s|’s) (?:official |total |overall )?{M}{PB}{BE} {ABOUT}{F}{P}{EARLIER}"),
        (
            "has measure of",
            rf"{PLACE_BEFORE}{H}{APPOSITION}{PB}(?:{HAVE}| with|, with| {SAME}{{1,90}},? and (?:has|had)) "
            rf"(?:an? |the )?(?:total |official |estimated |annual )?{M} of {VALUE}{EARLIER}",
        ),
        ("has counted", rf"{SUBJECT}(?:{HAVE}|,? with) {ABOUT}{F} {N}{P}{EARLIER}"),
        (
            "does",
            rf"{SUBJECT}{NOW} (?P<m>⟦M:\w+⟧){NOW} {ABOUT}{F}(?: {N})?(?: of {ABOUT}(?P<n2>⟦M:\w+⟧))?{P}{EARLIER}",
        ),
        ("deals in", rf"{SUBJECT}{NOW}{DEALS} {ABOUT}{F} {N}{P}{EARLIER}"),
        ("and does", rf"{H}{APPOSITION} (?:has|had|made|is|was) [^;:]{{1,80}} and (?P<m>⟦M:\w+⟧) {VALUE}"),
        (
            "live in",
            rf"{ABOUT}{F} (?P<n>⟦M:\w+⟧)(?: now)? (?:live|lived|reside|resided|⟦M:\w+⟧) in "
            rf"(?P<place>the \w+ of )?{H}{P}",
        ),
        (
            "town of",
            rf"{H}(?:,| is| was|, now) (?:an? |the )?(?:[a-z]+ ){{0,3}}{TOWN} of {ABOUT}{F} (?P<n>⟦M:\w+⟧)",
        ),
        ("with, first", rf"with {ABOUT}{F} (?P<n>⟦M:\w+⟧),(?: (?:though|however|today|now),)? {H}"),
        ("in brackets", rf"{H} \((?:{M}:? |pop\.? ){ABOUT}{F}(?: {N})?(?: {AT} ⟦P(?P<p>\d+)⟧)?\)"),
        ("is tall", rf"{H}{APPOSITION}{BE} {ABOUT}{F} (?P<n>⟦M:\w+⟧){P}"),
        ("founded in", rf"{H}{APPOSITION}(?: was| were| is)? (?P<m>⟦M:\w+⟧) in ⟦P(?P<py>\d+)⟧"),
        (
            "bare has",
            rf"{PLACE_BEFORE}{H}{PB} (?:has|had|have) (?:had |carried |handled |sold |built )?"
            rf"(?:(?P<m>⟦M:\w+⟧) )?{ABOUT}{F}{P}",
        ),
        ("and that of", rf", and (?:that of )?{H} {ABOUT}{F}{P}"),
    )
)

# What may stand behind the match: the end of the clause, or words that narrow nothing.
CLOSES = re.compile(
    r"(?:\.?[”\"’')\]]*$|[.,;:)—–]| \(|,? (?:and|but|while|when|which|or|making|according to|up|down)\b|"
    rf",? (?:{AT}|from|between) (?:the )?(?:end of |start of |middle of )?⟦P|\b ?(?:today|now|in all|in total)\b|"
    r" ?⟦P| (?:the|a) (?:year|decade|same)\b| last year| this year| worldwide)"
)

# What may stand before it: nothing, or the opening of a clause. "Greater", "half of", "if" and "near" may not.
OPENING = re.compile(
    r"(?:^|[,;:—–(“\"]|\b(?:and|but|that|while|where|said|says|because|so|as|although|though|since|found|when|"
    r"showed|shows|is|was))\s*(?:the |its |an? )?$"
)
