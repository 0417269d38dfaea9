"""The turns of a dialogue: its quotes with what tells who speaks, before anything is decided.

A speaker is known by a key: the number of a referent, "i" for who tells the story, or the noun of a description
("man"). Not covered: turns that a dash introduces.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.reference.anchors import is_person
from extract.reference.genders import of_name, of_noun
from extract.speech.passages import Passage
from extract.speech.reporting import NARRATORS, REPLIES
from extract.speech.speakers import speaker_phrase
from extract.syntax import Tree
from extract.types import Mention, Phrase, Quote

Key = int | str
GENDERS = {"he": "m", "she": "f"}
PRONOUN_GENDERS = GENDERS | {"him": "m", "his": "m", "her": "f"}
MAX_BEAT = 60  # words of narration between two turns in which a subject is looked for
# Measured on LitBank's novels (82 of 86 works pass) and on news, speeches and biographies (2 of 160 do).
LEAST_TURNS = 4
SPOKEN = 0.6  # of all marked text ends like speech
SIGNS = 0.4  # signs of dialogue by marked text that does
YOU = frozenset(("you", "your"))
PARTS = frozenset(("compound", "flat", "amod"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
ENDS = frozenset(".!?")
ENDS_SPEECH = ",.!?…;—–-"
OPENS_VOCATIVE = frozenset(
    (",", "dear", "oh", "o", "no", "yes", "well", "—", "--", "my", "mr.", "mrs.", "miss", "mr", "sir")
)
CLOSES_VOCATIVE = frozenset(",.!?;—") | {"--"}


@dataclass(slots=True)
class Turn:
    """One quote of a dialogue."""

    quote: Quote
    first: int  # its tokens
    last: int
    key: Key | None = None  # who speaks by its cue
    gender: str | None = None  # that the cue's pronoun or noun tells
    word: str = ""  # the pronoun of the cue
    pronoun: bool = False  # the cue names who speaks by "he" or "she" only
    link: str = "far"  # to the turn before: "cue", "goes on", "asked", "beside", "beat" or "far"
    before: Key | None = None  # subject of the narration right before
    colon: bool = False  # which ends in a colon
    after: Key | None = None  # subject of the narration right after
    recent: list[Key] = field(default_factory=list)  # a man and a woman of whom the narration told last
    named: set[Key] = field(default_factory=set)  # persons named in it
    called: set[Key] = field(default_factory=set)  # persons it speaks to by name


class Cast:
    """Who may speak in a text: keys with a phrase and a gender."""

    def __init__(self, tree: Tree, mention_at: Mapping[int, Mention]):
        self.tree, self.mention_at = tree, mention_at
        self.phrases: dict[Key, Phrase] = {}
        self.genders: dict[Key, str] = {"he": "m", "she": "f"}
        self.cued: Counter[Key] = Counter()  # how often a cue names each as who speaks
        self.told: set[Key] = set()  # who is named outside of quotation marks
        self.titled: dict[str, set[int]] = defaultdict(set)  # persons by the title before their name: "Parson Tringham"
        self.last: dict[str, Key] = {}  # by gender, whom the narration called by a noun or name last
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for token, mention in mention_at.items():
            word = tree.words[token]
            if mention.form == "name" and mention.label == "PERSON":
                for title in tree.words[max(token - 1, 0) : token + 1]:
                    self.titled[title].add(mention.entity)
                    votes[mention.entity].update(filter(None, (of_noun(title),)))
                votes[mention.entity].update(filter(None, (of_name(tree, token, token),)))
            elif mention.form == "pronoun" and word in PRONOUN_GENDERS:
                votes[mention.entity][PRONOUN_GENDERS[word]] += 1
        for entity, counts in votes.items():
            self.learn(entity, max(counts, key=counts.__getitem__, default=None))

    def key(self, token: int) -> Key | None:
        """The key of who a noun or pronoun stands for."""
        word, mention = self.tree.words[token], self.mention_at.get(token)
        if word in NARRATORS and self.tree.pos[token] == "PRON":
            key: Key | None = "i"
        elif mention is not None and (mention.label == "PERSON" or mention.form == "pronoun"):
            key = mention.entity
        elif self.tree.pos[token] == "NOUN" and is_person(self.tree.lemmas[token]):
            lemma = self.tree.lemmas[token]
            titled = self.titled.get(lemma, ())
            key = next(iter(titled)) if len(titled) == 1 else lemma
            self.learn(key, of_noun(lemma))
        else:
            return None
        return key

    def learn(self, key: Key, gender: str | None) -> None:
        """Remember a gender."""
        if gender is not None:
            self.genders.setdefault(key, gender)

    def called(self, key: Key, token: int) -> None:
        """Remember the words for a key."""
        if key not in self.phrases or self.tree.pos[token] != "PRON":
            self.phrases[key] = speaker_phrase(self.tree, token, self.mention_at)


def read_turns(tree: Tree, quotes: Sequence[Quote], cast: Cast) -> list[Turn]:
    """The turns of all direct quotes that lie in no other, in text order."""
    turns: list[Turn] = []
    end = done = 0
    for quote in quotes:
        if not quote.direct or quote.start < end:
            continue
        end = quote.end
        first = bisect_left(tree.starts, quote.start)
        turn = Turn(quote, first, max(bisect_left(tree.starts, quote.end) - 1, first))
        name_speaker(tree, turn, cast)
        for token, key in named_in(tree, turn, cast):
            turn.named.add(key)
            if is_vocative(tree, turn, token):
                turn.called.add(key)
        if turns:
            join(tree, turns[-1], turn, cast)
        elif first:
            turn.before, turn.colon = subject_before(tree, max(first - MAX_BEAT, 0), first, cast)
        if turn.key is not None and not turn.pronoun:
            cast.cued[turn.key] += 1
        narrated(tree, done, turn, cast)
        done = turn.last + 1
        turns.append(turn)
    return turns


def narrated(tree: Tree, low: int, turn: Turn, cast: Cast) -> None:
    """Take note of the persons whom the narration before a turn is about, and who of them was meant last."""
    for token in range(low, turn.first):
        if tree.pos[token] in ("NOUN", "PROPN") and tree.deps[token] not in PARTS:
            key = cast.key(token)
            if key is not None:
                cast.told.add(key)
                cast.called(key, token)
                gender = cast.genders.get(key)
                if gender is not None:
                    cast.last[gender] = key
    turn.recent = [cast.last[g] for g in ("m", "f") if g in cast.last and turn.gender in (None, g)]


def name_speaker(tree: Tree, turn: Turn, cast: Cast) -> None:
    """Take who speaks from the quote's own cue."""
    speaker, cue = turn.quote.speaker, turn.quote.cue
    if speaker is None or cue is None:
        return
    tokens = range(bisect_left(tree.starts, speaker.start), bisect_left(tree.starts, speaker.end))
    keys = [(t, key) for t in tokens if tree.pos[t] in ("NOUN", "PROPN", "PRON") and (key := cast.key(t)) is not None]
    word = speaker.surface.lower()
    turn.pronoun = word in GENDERS
    turn.gender = GENDERS.get(word)
    if turn.pronoun:
        cast.phrases.setdefault(word, replace(speaker, entity=None))
        turn.word = word
    at = bisect_left(tree.starts, cue.start)
    for child in tree.all(at, ("obj", "iobj", "obl")):
        case = tree.child(child, ("case",))
        heard = cast.key(child) if case is None or tree.words[case] == "to" else None
        if heard is not None and not turn.first <= child <= turn.last:
            turn.called.add(heard)  # "he said to Temple"
    if keys:
        named = [pair for pair in keys if pair[1] == speaker.entity]
        described = [pair for pair in keys if tree.tags[pair[0]] != "PRP$"]
        turn.key = (named or described[-1:] or keys)[0][1]
        if not turn.pronoun:
            cast.phrases.setdefault(turn.key, speaker)
    elif not turn.pronoun and word:
        turn.key = tree.lemmas[tokens[-1]] if tokens else word
        cast.phrases.setdefault(turn.key, speaker)


def named_in(tree: Tree, turn: Turn, cast: Cast) -> Iterator[tuple[int, Key]]:
    """The names of persons in a turn: first tokens and keys."""
    before = None
    for token in range(turn.first, turn.last + 1):
        mention = cast.mention_at.get(token)
        if mention is not None and mention is not before and mention.form == "name" and mention.label == "PERSON":
            yield token, mention.entity
        before = mention


def is_vocative(tree: Tree, turn: Turn, token: int) -> bool:
    """Whether a name in a turn is whom it speaks to: “Yes, Emma, I do.”"""
    mention_end = token
    while mention_end + 1 <= turn.last and tree.pos[mention_end + 1] == "PROPN":
        mention_end += 1
    before = "" if token == turn.first else tree.words[token - 1]
    after = "" if mention_end >= turn.last else tree.words[mention_end + 1]
    return (before in OPENS_VOCATIVE and (not after or after in CLOSES_VOCATIVE)) or (not before and after == ",")


def join(tree: Tree, before: Turn, turn: Turn, cast: Cast) -> None:
    """Tell how a turn stands to the one before, and whom the narration between them is about."""
    words = [t for t in range(before.last + 1, turn.first) if tree.pos[t] not in ("PUNCT", "SPACE")]
    between = tree.text[before.quote.end : turn.quote.start].rstrip(" \t\n\"'“‘«„`")
    apart = "\n" in tree.text[before.quote.end : turn.quote.start]
    cue = before.quote.cue
    told = cue is not None and before.quote.end <= cue.start < turn.quote.start
    stops = sum(tree.words[t] in ENDS for t in range(before.last + 1, turn.first))
    if not words:
        turn.link = "beside"
    elif len(words) > MAX_BEAT:
        turn.link = "far"
    elif told and not apart and between[-1:] not in ENDS:
        turn.link = "cue"
    elif told and not apart and stops < 2 and turn.quote.cue is None:
        turn.link = "asked" if before.quote.surface.endswith("?") else "goes on"
    else:
        turn.link = "beat"
    if words and turn.link not in ("cue", "goes on", "asked"):
        before.after = None if told else subject_in(tree, words[0], min(words[0] + MAX_BEAT, turn.first), cast)
        turn.before, turn.colon = subject_before(tree, max(before.last + 1, turn.first - MAX_BEAT), turn.first, cast)


def subject_before(tree: Tree, low: int, high: int, cast: Cast) -> tuple[Key | None, bool]:
    """Whom the last sentence of a stretch of narration is about, and whether it ends in a colon or comma."""
    last = high - 1
    while last > low and (tree.pos[last] == "SPACE" or tree.words[last] in ('"', "“", "‘", "'", "--", "—")):
        last -= 1
    start = last
    while start > low and tree.words[start - 1] not in ENDS:
        start -= 1
    colon = tree.words[last] in (":", ",")
    return subject_in(tree, start, last + 1, cast, nearest=colon), colon


def subject_in(tree: Tree, low: int, high: int, cast: Cast, *, nearest: bool = False) -> Key | None:
    """The key of the first subject of a sentence that begins at a token, or of the last one."""
    found = None
    for token in range(low, high):
        if tree.deps[token] in SUBJECTS:
            key = cast.key(token)
            if key is not None:
                cast.called(key, token)
                found = key
                if not nearest:
                    break
        if token > low and tree.words[token - 1] in ENDS:
            break
    return found


def has_dialogue(tree: Tree, passages: Sequence[Passage], quotes: Sequence[Quote]) -> bool:
    """Whether people answer each other in a text, as in novels, rather than being quoted one by one, as in news.

    Signs are questions, "you", marked text right beside other marked text, and verbs like "replied".
    """
    spoken = [p for p in passages if tree.text[p.marked.end - 1] in ENDS_SPEECH and not p.marked.open]
    if len(spoken) < max(LEAST_TURNS, SPOKEN * len(passages)):
        return False
    asked = sum(tree.text[p.marked.end - 1] == "?" for p in spoken)
    you = sum(not YOU.isdisjoint(tree.words[p.first : p.last + 1]) for p in spoken)
    beside = sum(tree.text[a.marked.outer_end : b.marked.outer_start].isspace() for a, b in pairwise(spoken))
    cues = [bisect_left(tree.starts, q.cue.start) for q in quotes if q.direct and q.cue is not None]
    replies = sum(tree.lemmas[at] in REPLIES for at in cues)
    return replies + beside > 0 and asked + you + beside + replies >= SIGNS * len(spoken)
