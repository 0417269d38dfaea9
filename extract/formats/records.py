"""JSON lines: one article a line, `{"id", "text", "title"?, "author"?, "publication"?, "published"?, "url"?}`."""

from __future__ import annotations

import json
from dataclasses import dataclass

from extract.failures import Unreadable
from extract.reading.articles import Article, by_field, metadata_from

LONGEST_LINE = 10_000_000  # bytes; room for `documents.LONGEST_TEXT` characters, each written as "\\u00e9"


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file that holds many."""

    article: Article
    id: str | None  # as given; None where none is


def read_record(line: bytes) -> Record:
    """Return the article of one line; its text is taken exactly.

    Names of fields are known as in CSV headings ("body" for "text", "date" for "published"); others are passed over.

    :raises Unreadable: when the line is no JSON object with a text.
    """
    if len(line) > LONGEST_LINE:
        raise Unreadable(f"is longer than {LONGEST_LINE // 10**6} MB: split the article")
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("is not UTF-8: save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        where = f" at character {error.pos + 1:,}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(f"is not valid JSON{where}: write one object in a line, between {{ and }}") from error
    if not isinstance(found, dict):
        raise Unreadable('is not a JSON object: write {"id": "…", "text": "…"}')
    return _record(by_field(found))


def _record(values: dict[str, object]) -> Record:
    text, given = values.get("text"), values.get("id")
    if not isinstance(text, str):
        raise Unreadable('has no "text", or one that is no string: write {"id": "…", "text": "…"}')
    if given is not None and (not isinstance(given, str | int) or given == ""):
        raise Unreadable('has an "id" that is neither a string nor a whole number: write it in quotation marks')
    return Record(Article(text, metadata_from(values)), None if given is None else str(given))
