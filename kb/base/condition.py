"""What a base is made of: the versions behind it and the room it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from kb.base.migrations import schema_steps
from kb.store import Store

RULES = "SELECT rules, count(*) FROM documents GROUP BY rules ORDER BY 2 DESC, 1"


@dataclass(frozen=True, slots=True)
class Condition:
    """The state of a base."""

    size: int  # bytes, what is not yet written back among them
    footnote: str  # version
    sqlite: str
    schema: str  # the last step taken
    naming: str  # version of the rules by which names were put together
    reading: Sequence[tuple[str, int]]  # versions of the rules that read documents, with how many each read


def condition(store: Store, path: Path) -> Condition:
    """Return the state of the base at this path."""
    files = (path, path.with_name(f"{path.name}-wal"))
    conn = store.db.conn
    naming = conn.execute("SELECT version FROM naming").fetchone()
    return Condition(
        sum(file.stat().st_size for file in files if file.exists()),
        version("footnote"),
        conn.execute("SELECT sqlite_version()").fetchone()[0],
        schema_steps()[-1],
        naming[0] if naming else "",
        conn.execute(RULES).fetchall(),
    )
