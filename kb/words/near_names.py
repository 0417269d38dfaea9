"""Keys of names that may be meant by a misspelt one: those of about its length, for kb/words/spelling.py to compare."""

from __future__ import annotations

from kb.base.connection import Connection


class NearNames(Connection):
    """Reads keys of names."""

    def keys_of_length(self, least: int, most: int) -> list[tuple[str, str]]:
        """Return key and entity of every name whose key has so many characters, in a sure order."""
        sql = """
            SELECT DISTINCT a.key, a.entity
            FROM aliases a
            WHERE length(a.key) BETWEEN :least AND :most
            ORDER BY a.key, a.entity
        """
        return [(key, entity) for key, entity in self._rows(sql, {"least": least, "most": most})]
