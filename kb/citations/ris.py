"""RIS, for EndNote, Mendeley and the like: a line a field, so no text may hold a line's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.citations.authors import Name, names_of
from kb.citations.csl_json import type_of, web_url
from kb.citations.entry import Entry
from kb.citations.runs import cleaned

TYPES = {"article-newspaper": "NEWS", "webpage": "ELEC", "document": "GEN"}


def write_ris(entries: Iterable[Entry]) -> str:
    """Return the entries as a RIS file, one record a cited place; lines end as the format asks."""
    return "".join(f"{tag}  - {value}\r\n" for entry in entries for tag, value in _lines(entry))


def _lines(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[type_of(entry)]
    for name in names_of(entry.author):
        yield "AU", cleaned(_author(name))
    year, *rest = (entry.published or "").split("-")
    month, day = ([*rest, "", ""])[:2]
    web = web_url(entry)
    fields = {
        "TI": entry.title,
        "T2": entry.publication,
        "PY": year,
        "DA": "/".join((year, month, day, "")) if year else "",
        "UR": web,
        "Y2": f"{entry.accessed.replace('-', '/')}/" if web else "",
        "LA": entry.language,
        "AB": entry.text,
        "N1": entry.note,
        "KW": entry.heading,
        "SE": entry.place,
        "M1": f"SHA-256 {entry.sha256}",
        "ID": entry.document,
    }
    yield from ((tag, cleaned(value)) for tag, value in fields.items() if value and cleaned(value))
    yield "ER", ""


def _author(name: Name) -> str:
    if "literal" in name:
        return name["literal"]
    family = " ".join(name[part] for part in ("non-dropping-particle", "family") if part in name)
    return ", ".join(part for part in (family, name.get("given"), name.get("suffix")) if part)
