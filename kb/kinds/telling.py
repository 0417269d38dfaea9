"""Words by which a sentence can tell an event, an age, a share, a sum or a time, as patterns. Data."""

from __future__ import annotations

import re

LIFETIME = re.compile(r"\([^()]{0,60}?\d{3,4}[^()\d]{0,12}[-–—][^()]{0,40}?\d{3,4}[^()]{0,40}\)")
# What happens once to somebody, and the words by which a sentence may tell where or when it did.
EVENTS = (
    (r"\b(?:was|were|is) .{1,60} born\b|\bbirth(?:place|day)\b",
     r"\b(?:born|birth\w*|native|bore|hails?|née|b\.)(?!\w)", True),
    (r"\bdid .{1,60} die\b",
     r"\b(?:di(?:e|es|ed|ing)|deaths?|dead|deceased|kill\w*|murder\w*|assassinat\w*|execut\w*|drown\w*|fatal\w*|"
     r"suicide|passed away|perish\w*|hanged|shot|beheaded|succumb\w*|lost (?:his|her|their) li\w+|d\.)(?!\w)", True),
    (r"\bdid .{1,60} (?:go to|attend) (?:college|university)\b",
     r"\b(?:stud(?:y|ied|ies|ying)|degrees?|colleges?|academy|universit\w+|alma mater)(?!\w)", False),
    (r"\bdid .{1,60} (?:marry|get married)\b",
     r"\b(?:marr\w+|wed(?:s|ded|ding)?|wife|husband|spouses?|bride|m\.)(?!\w)", False),
)  # fmt: skip
BORN_OR_DIED = re.compile(r"\b(?:was .{1,60} born|did .{1,60} die)\b", re.IGNORECASE)
EVENTS_READ = tuple((re.compile(a, re.IGNORECASE), re.compile(s, re.IGNORECASE), life) for a, s, life in EVENTS)
SHARES = re.compile(
    r"(?:(?:about|around|over|more than|less than|nearly|almost|at least|roughly|some|up to|just|only|an?|one|two|"
    r"three|four|\d[\d.,]*) ?)*(?:thirds?|half|quarters?|fifths?|tenths?|percent|per cent|%|percentage points?)",
    re.IGNORECASE,
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
AGE = re.compile(
    r"\b(?:age[ds]?|old|older|birthday|teenage\w*|twenties|thirties|forties|fifties|sixties|seventies|eighties|"
    r"nineties|turn(?:s|ed|ing) \d+|ago|since|dat(?:es?|ing|ed)|century|centuries|anniversary|at \d+|is \d+|"
    r"was \d+|births?)\b|-old\b|\bunder-\d",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"[$£€¥₹]|\b(?:[A-Z]{3} ?\d|dollars?|euros?|pounds?|pence|cents?|yen|yuan|rupees?|francs?|marks?|dinars?|pesos?|"
    r"kron[aeo]\w*|roub\w+|rubles?|lira|shillings?|crowns?|guilders?|talents|ducats|florins|percent|per cent|free|"
    r"million|billion|trillion|thousand)\b|%|\d{3}",
    re.IGNORECASE,
)
AMOUNT_ASKED = re.compile(
    r"\bhow (?:many|much|long)\b|\b(?:what|which) (?:share|per ?cent(?:age)?|proportion|fraction)\b", re.IGNORECASE
)
NUMBERLESS = re.compile(  # words that tell an amount without a number
    r"\b(?:half|third|quarter|fifth|dozens?|hundreds?|thousands?|millions?|billions?|none|no|nothing|free|once|twice|"
    r"both|single|double|all|most|majority|minority|few|several|until|since|from|through\w*|forever|millenni\w*|"
    r"lifetime|life|permanent\w*|indefinite\w*|overnight|always|centur\w+|decades?|years?|months?|weeks?|days?|hours?|"
    r"minutes?|seconds?|season|summer|winter|night|morning|moments?|short|long)\b",
    re.IGNORECASE,
)
SUM_ASKED = re.compile(r"how much\b|what (?:is|was|are|were) the (?:\w+ )?\w+ of\b", re.IGNORECASE)
SPELT = re.compile(r"\b(?:stands? for|mean)\b|\b[A-Z]{2,}\b")  # an abbreviation may be answered by a mere name
TIME_SPAN = re.compile(
    r"(?:for |about |around |nearly |almost |over |more than |some )*(?:\d+|an?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|several|many|few) (?:full |long )?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)",
    re.IGNORECASE,
)
TEMPORAL = re.compile(r"\b(?:after|before|until|during|in|on|since|at|by)(?: (?:the|a|an|his|her|its|their))?\s*$")
PERSON_BEFORE = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w'’-]+), (?:(?:who (?:is|was)|aged|now|then|age) )?$"
)
PERSON_BEHIND = re.compile(
    r"[- ]years?[- ]old (?:(?!(?:at|by|from|in|near|of|on|to|who|with)\b)[a-z][\w-]* ){0,3}"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
