"""Forms of whole questions, and of dates in them, as patterns: definitions, roles, jobs, words said."""

from __future__ import annotations

import re

# Capitals that are no name: "February 2010", "Mon".
DATE = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?"
    r"|January|February|March|April|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?(?:[ ,]+\d+)*"
)
# "What is a ctenophore?", "What does OPEC mean?", "Define inflation."
DEFINITION = re.compile(
    r"(?:what(?: is|'s|’s| are| was| were) (?P<meant>meant by |the meaning of |the definition of )?(?P<one>an? )?"
    r"(?:the )?(?P<thing>[\w'’-]+(?: [\w'’-]+)?|(?-i:[A-Z][\w'’-]*(?: (?:of|the|and|for|[A-Z][\w'’-]*))*))|"
    r"what (?:does|do|did) (?P<word>[\w'’-]+(?: [\w'’-]+){0,2}) (?:mean|stand for)|define (?P<term>.+?))[?.! ]*",
    re.IGNORECASE,
)
NAME_WORD = r"(?:the|[A-Z][\w.'’-]*|[a-z]{1,3}[-'’][A-Z][\w.'’-]*|of|de|von|van|bin|al)"
ROLE = re.compile(rf"[Ww]ho(?: is|'s|’s| was| are| were) (?P<name>{NAME_WORD}(?: {NAME_WORD})*)[?.! ]*")
SAID = re.compile(
    r"what (?:did|does|do|has|have) (?P<speaker>.+?) (?:say|said|tell|told|claim)\b"
    r"(?:.*?\b(?:about|of|on) (?P<about>.+?))?[?.! ]*",
    re.IGNORECASE,
)
JOB = re.compile(
    r"what (?:is|was|are|were) (?P<name>.+?)(?:'s|’s) "
    r"(?:job|occupation|profession|position|trade|title|rank|post|office)[?.! ]*",
    re.IGNORECASE,
)
MARKS = re.compile(r"[\"“”]")
