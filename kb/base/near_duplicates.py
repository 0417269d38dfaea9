"""Articles that are copies of one another, found by MinHash: a wire story in five papers is one witness, not five.

Two articles are near-duplicates when at least half of their runs of four words are the same, as estimated from
signatures of 128 values; such articles, and those that are near-duplicates of these in turn, are one group. The
groups are the same in whatever order the articles came. The only use of rensa.

Not covered: a copy of less than half of an article, or one in other words; texts of fewer than 24 words.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from rensa import RMinHash

from kb.base.connection import SqliteConnection, as_json

RUN = 4  # words
LEAST = 21  # runs: fewer say too little of a text
SIZE = 128  # values of a signature: the estimate is off by 0.044 at most cases (one standard deviation at 0.5)
BAND = 4  # values; two texts of which half is the same share one of the 32 bands in 87 of 100 cases
# Share of equal values. A copy with every twentieth word changed has 0.69, with every tenth 0.49, one without its last
# third 0.67; of our 34 sample articles, several on one subject, no two have more than 0.05.
ALIKE = 0.5
SEED = 1
RULES = f"minhash-{RMinHash.ALGORITHM_VERSION}-{RUN}-{SIZE}"

_WORD = re.compile(r"\w+")

CANDIDATES = """
    SELECT DISTINCT s.document, s.signature
    FROM json_each(?) h
    CROSS JOIN signature_bands b ON b.hash = h.value
    JOIN signatures s ON s.id = b.signature
    WHERE s.document != ? AND s.rules = ?
"""
MEMBERS = """
    SELECT c.document, s.signature FROM copies c JOIN signatures s ON s.document = c.document
    WHERE c.original IN (SELECT original FROM copies WHERE document IN (SELECT value FROM json_each(?)))
"""
FORGET = "DELETE FROM copies WHERE document IN (SELECT value FROM json_each(?))"
# The one printed first stands for the group.
SET_GROUP = """
    INSERT INTO copies (document, original)
    SELECT g.value, (
        SELECT d.id FROM documents d JOIN json_each(?1) o ON o.value = d.id
        ORDER BY d.published IS NULL, d.published, d.id LIMIT 1)
    FROM json_each(?1) g
"""

Signature = Sequence[int]


def group_document(conn: SqliteConnection, document: str, text: str) -> None:
    """Store the signature of a document just inserted and put it into the group of its near-duplicates."""
    signature = sign(text)
    if signature is None:
        return
    hashes = _bands(signature)
    found = conn.execute(CANDIDATES, (as_json(hashes), document, RULES)).fetchall()
    sql = "INSERT INTO signatures (document, signature, rules) VALUES (?, ?, ?) RETURNING id"
    (id,) = conn.execute(sql, (document, array("I", signature).tobytes(), RULES)).fetchone()
    conn.executemany("INSERT INTO signature_bands (hash, signature) VALUES (?, ?)", [(hash, id) for hash in hashes])
    alike = [other for other, stored in found if same(signature, _read(stored))]
    if alike:
        members = {other for other, _ in conn.execute(MEMBERS, (as_json(alike),))}
        _set_group(conn, members | {document, *alike})


def ungroup_document(conn: SqliteConnection, document: str) -> None:
    """Forget a document that is about to be removed; its group may fall apart."""
    stored = conn.execute("SELECT id, signature FROM signatures WHERE document = ?", (document,)).fetchone()
    if stored is None:
        return
    members = {other: _read(sig) for other, sig in conn.execute(MEMBERS, (as_json([document]),)) if other != document}
    conn.execute(FORGET, (as_json([document, *members]),))
    for group in groups(members):
        if len(group) > 1:
            _set_group(conn, group)
    sql = "DELETE FROM signature_bands WHERE signature = ? AND hash IN (SELECT value FROM json_each(?))"
    conn.execute(sql, (stored[0], as_json(_bands(_read(stored[1])))))
    conn.execute("DELETE FROM signatures WHERE id = ?", (stored[0],))


def sign(text: str) -> Signature | None:
    """Return the signature of a text, or None when it is too short to be compared."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    if len(runs) < LEAST:
        return None
    made = RMinHash(num_perm=SIZE, seed=SEED)
    made.update(sorted(runs))
    return array("I", made.digest())


def same(one: Signature, other: Signature) -> bool:
    """Whether two signatures are those of near-duplicates: they share a band, and enough values."""
    equal = [a == b for a, b in zip(one, other, strict=True)]
    return sum(equal) >= ALIKE * SIZE and any(all(equal[at : at + BAND]) for at in range(0, SIZE, BAND))


def groups(signatures: dict[str, Signature]) -> list[set[str]]:
    """Return documents grouped: each with its near-duplicates, and theirs in turn."""
    left = dict(sorted(signatures.items()))
    found = []
    while left:
        waiting = [left.popitem()]
        group = set()
        while waiting:
            document, signature = waiting.pop()
            group.add(document)
            near = [other for other, stored in left.items() if same(signature, stored)]
            waiting.extend((other, left.pop(other)) for other in near)
        found.append(group)
    return found


def _set_group(conn: SqliteConnection, documents: Iterable[str]) -> None:
    members = as_json(sorted(documents))
    conn.execute(FORGET, (members,))
    conn.execute(SET_GROUP, (members,))


def _bands(signature: Signature) -> list[int]:
    """Return one number of 64 bits for each band; equal numbers are equal bands."""
    values = array("I", signature).tobytes()
    width = BAND * array("I").itemsize
    pieces = (bytes([at // width]) + values[at : at + width] for at in range(0, len(values), width))
    return [int.from_bytes(blake2b(piece, digest_size=8).digest(), "big", signed=True) for piece in pieces]


def _read(stored: bytes) -> Signature:
    return array("I", stored)
