"""BibTeX: pure ASCII is not asked for any more, but braces, backslashes and the like must not break the file."""

from __future__ import annotations

from collections.abc import Iterable

from kb.citations.authors import Name, names_of
from kb.citations.csl_json import key_of, note_of, type_of, web_url
from kb.citations.entry import Entry
from kb.citations.runs import cleaned

# Characters that TeX reads as commands, as TeX prints them.
TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': "''",
})  # fmt: skip
TYPES = {"article-newspaper": "article", "webpage": "online", "document": "misc"}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def write_bibtex(entries: Iterable[Entry]) -> str:
    """Return the entries as a BibTeX file, one record a cited place."""
    return "\n".join(_record(entry, key_of(entry, number)) for number, entry in enumerate(entries, 1))


def _record(entry: Entry, key: str) -> str:
    fields = [f"  {name} = {value}," for name, value in _fields(entry).items() if value]
    return "\n".join([f"@{TYPES[type_of(entry)]}{{{key},", *fields, "}", ""])


def _fields(entry: Entry) -> dict[str, str]:
    date = (entry.published or "").split("-")
    month = int(date[1]) if len(date) > 1 and date[1].isdecimal() else 0
    web = web_url(entry)
    return {
        "title": _braced(_tex(entry.title), inner=True),
        "author": _braced(" and ".join(_author(name) for name in names_of(entry.author))),
        "journal": _braced(_tex(entry.publication)),
        "year": _braced(date[0]),
        "month": MONTHS[month - 1] if 1 <= month <= 12 else "",
        "date": _braced(entry.published or ""),
        "url": _braced(_address(web or "")),
        "urldate": _braced(entry.accessed if web else ""),
        "langid": "{english}" if entry.language == "en" else "",
        "note": _braced(_tex(note_of(entry))),
        "keywords": _braced(_tex(entry.heading)),
    }


def _tex(text: str | None) -> str:
    return cleaned(text or "").translate(TEX)


def _braced(text: str, *, inner: bool = False) -> str:
    """Return a value; an inner pair of braces keeps a title's capitals."""
    if not text:
        return ""
    return f"{{{{{text}}}}}" if inner else f"{{{text}}}"


def _author(name: Name) -> str:
    """Return a name in the form that no "and", comma or particle in it can be misread in."""
    if "literal" in name:
        return f"{{{_tex(name['literal'])}}}"
    family = " ".join(name[part] for part in ("non-dropping-particle", "family") if part in name)
    return ", ".join(_tex(part) for part in (family, name.get("suffix"), name.get("given")) if part)


def _address(url: str) -> str:
    """Return an address, in which no brace or backslash stands, with what TeX would read otherwise in it escaped."""
    return url.replace("%", r"\%").replace("#", r"\#").replace("&", r"\&").replace("_", r"\_")
