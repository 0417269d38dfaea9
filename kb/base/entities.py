"""Entities: by id, by any name printed for them, and as a list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kb.base.connection import Connection, Row, as_json, pattern, where
from kb.base.rows import EntityRow
from kb.names import lookup_keys

# Other names than the canonical one, as JSON, most frequent first.
ENTITY = """
    SELECT e.id, e.name, e.label, e.mentions, e.documents, (
        SELECT json_group_array(name) FROM (
            SELECT a.name FROM aliases a
            WHERE a.entity = e.id AND a.name != e.name
            GROUP BY a.name
            ORDER BY sum(a.documents) DESC, a.name))
    FROM entities e
"""
FILTERS = {
    "id": "e.id = coalesce((SELECT entity FROM bearers WHERE id = :id), :id)",  # also of what has since been merged
    "label": "e.label = :label",
    "like": r"e.id IN (SELECT entity FROM aliases WHERE name LIKE :like ESCAPE '\')",
    "document": "e.id IN (SELECT entity FROM referents WHERE document = :document)",
    "keys": """e.id IN (
        SELECT entity FROM aliases WHERE key IN (SELECT value FROM json_each(:keys))
        UNION SELECT b.entity FROM rulings r JOIN bearers b ON b.id = r.one
            WHERE r.what = 'name' AND r.other IN (SELECT value FROM json_each(:keys)))""",
}


class Entities(Connection):
    """Finds entities."""

    def entity(self, id: str) -> EntityRow | None:
        """Return the entity with this id, or None."""
        found = self._entities({"id": id})
        return found[0] if found else None

    def entities(
        self, *, label: str | None = None, like: str | None = None, document: str | None = None,
        limit: int | None = None,
    ) -> list[EntityRow]:  # fmt: skip
        """Return entities, those in most documents first; `like` is text in any of an entity's names."""
        return self._entities({"label": label, "like": pattern(like), "document": document}, limit)

    def entities_named(self, names: Sequence[str]) -> list[EntityRow]:
        """Return the entities printed with any of these names, those in most documents first.

        Case, accents, titles and legal forms are ignored. A name that people gave counts as printed.
        """
        return self._entities({"keys": as_json(sorted({key for name in names for key in lookup_keys(name)}))})

    def ids_of(self, entity: str) -> list[str]:
        """Return the ids of the entities that have this id or name."""
        found = self.entity(entity)
        return [found.id] if found else [row.id for row in self.entities_named([entity])]

    def _entities(self, parameters: Mapping[str, object], limit: int | None = None) -> list[EntityRow]:
        sql = f"""
            {ENTITY}
            {where(FILTERS, parameters)}
            ORDER BY e.documents DESC, e.mentions DESC, e.name, e.id
            LIMIT :limit
        """
        return [_entity(row) for row in self._rows(sql, {**parameters, "limit": -1 if limit is None else limit})]


def _entity(row: Row) -> EntityRow:
    id, name, label, mentions, documents, aliases = row
    return EntityRow(id, name, label, tuple(json.loads(aliases)), mentions, documents)
