"""The schema, as numbered steps (kb/base/steps/) that are never edited once released.

Plain tables that open in Datasette and DB Browser. Offsets (`start`, `end` and every `..._start`, `..._end`) count
characters of `documents.text`, end exclusive. Every record taken from a text has its sentence, its own words
(`surface`) and the version of the rules that found it (`rules`).
"""

from __future__ import annotations

from collections.abc import Callable

import sqlite_utils
from sqlite_utils import Migrations

from kb.base.connection import SqliteConnection
from kb.base.steps.m001_documents import m001_documents
from kb.base.steps.m002_entities import m002_entities
from kb.base.steps.m003_statements import m003_statements
from kb.base.steps.m004_views import m004_views
from kb.base.steps.m005_ties import m005_ties
from kb.base.steps.m006_bearers import m006_bearers
from kb.base.steps.m007_baskets import m007_baskets
from kb.base.steps.m008_contexts import m008_contexts
from kb.base.steps.m009_history import m009_history
from kb.base.steps.m010_near_names import m010_near_names

STEPS: tuple[Callable[[SqliteConnection], None], ...] = (
    m001_documents,
    m002_entities,
    m003_statements,
    m004_views,
    m005_ties,
    m006_bearers,
    m007_baskets,
    m008_contexts,
    m009_history,
    m010_near_names,
)


def _schema() -> Migrations:
    schema = Migrations("footnote")
    for step in STEPS:
        schema(name=step.__name__)(_on_database(step))
    return schema


def _on_database(step: Callable[[SqliteConnection], None]) -> Callable[[sqlite_utils.Database], None]:
    def take(db: sqlite_utils.Database) -> None:
        step(db.conn)

    return take


SCHEMA = _schema()


def schema_steps() -> tuple[str, ...]:
    """Return the names of all steps in order."""
    return tuple(step.__name__ for step in STEPS)
