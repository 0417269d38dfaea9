"""Citation styles: the six that are shipped, and any other CSL file given by its path."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from citeproc.model import CitationStylesElement
from lxml import etree

from kb.citations import elements

NAMESPACE = "http://purl.org/net/xbiblio/csl"
# Name, file, and the language of the words that a style adds ("and", "Accessed"): Harvard is at home in Britain.
SHIPPED = {
    "chicago": ("chicago-author-date.csl", "en-US"),
    "chicago-notes": ("chicago-notes-bibliography.csl", "en-US"),
    "apa": ("apa.csl", "en-US"),
    "mla": ("modern-language-association.csl", "en-US"),
    "ieee": ("ieee.csl", "en-US"),
    "harvard": ("harvard-cite-them-right.csl", "en-GB"),
}


class StyleError(ValueError):
    """A citation style cannot be used; the message says why, and what can be."""


@dataclass(frozen=True, slots=True)
class LoadedStyle:
    """A style ready to render: `root` is citeproc-py's element."""

    title: str
    notes: bool  # citations stand in notes, not in the text
    numbered: bool  # entries are listed in the order cited, with their numbers
    quotes: tuple[str, str, str, str]  # outer opening and closing, inner opening and closing
    inside: bool  # a stop or comma goes before a closing quotation mark
    root: Any

    @property
    def has_bibliography(self) -> bool:
        """Whether the style knows lists of works at all."""
        return self.root.bibliography is not None


def load_style(name: str) -> LoadedStyle:
    """Load a shipped style by its name, or the CSL file at this path.

    :raises StyleError: when there is no such style or file, or it is none.
    """
    if name in SHIPPED:
        file, language = SHIPPED[name]
        return _load(elements.HERE / file, language)
    path = Path(name)
    if not path.is_file():
        raise StyleError(f"there is no citation style {name!r}: take one of {', '.join(SHIPPED)}, or a CSL file's path")
    return _load(path, None)


@lru_cache(maxsize=8)
def _load(path: Path, language: str | None) -> LoadedStyle:
    root = _parse(path)
    if not isinstance(root, elements.Style) or root.find("cs:citation", root.nsmap) is None:
        raise StyleError(f"{path}: is no independent CSL style: save one from https://www.zotero.org/styles")
    root.set_locales(language or root.get("default-locale", "en-US"), _parse)
    marks = [str(root.get_single_term(name=name)) for name in QUOTE_TERMS]
    return LoadedStyle(
        root.findtext("cs:info/cs:title", path.stem, root.nsmap),
        root.get("class") == "note",
        _is_numbered(root),
        (marks[0], marks[1], marks[2], marks[3]),
        (root.get_locale_option("punctuation-in-quote") or "false").lower() == "true",
        root,
    )


QUOTE_TERMS = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")


def _is_numbered(root: Any) -> bool:
    return bool(root.xpath_search("cs:info/cs:category[@citation-format='numeric']"))


def _parse(path: Path) -> Any:
    """Read a style's or a locale's XML.

    :raises StyleError: when the file holds none.
    """
    try:
        return etree.fromstring(path.read_bytes(), _parser()).getroottree().getroot()
    except (etree.XMLSyntaxError, OSError, ValueError) as error:
        raise StyleError(f"{path}: cannot be read as a CSL style ({error})") from error


def _parser() -> etree.XMLParser:
    """Return a parser that makes citeproc-py's elements, ours before its own, and reads nothing but the file."""
    lookup = etree.ElementNamespaceClassLookup()
    known = lookup.get_namespace(NAMESPACE)
    known[None] = CitationStylesElement
    for element in CitationStylesElement.__subclasses__():
        known[element.__name__.replace("_", "-").lower()] = element
    known.update(elements.CLASSES)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    return parser
