"""Web pages: the article without navigation, comments and advertisements, by trafilatura.

The stored text is the article's visible text: paragraphs, headings and list items set apart by a blank line, the cells
of a table row by a tab. White space is collapsed as a browser does it, and non-breaking spaces become plain ones; every
other character stays.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from extract.failures import Unreadable
from extract.reading.articles import Article, Metadata, language_code, metadata_from
from extract.reading.decoding import decode
from extract.reading.published import partial_date

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_HEAD = 4_000  # bytes, within which a page names its encoding
_MOST_TAGS = 100_000  # of a news page 5,000, of the longest encyclopaedia articles 60,000
_BLOCKS = {"p", "head", "item", "row", "quote", "list", "table", "body", "div", "main"}
_SPACE = re.compile(r"[ \t\n\r\f]+")

# Where pages state their date of publication, surest first. Trafilatura's own date is not used: of "2002-08" it makes
# a whole date by adding today's day.
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='citation_publication_date' or @name='citation_date']/@content",
    "//meta[@name='parsely-pub-date' or @name='sailthru.date' or @name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='DC.date.issued' or @name='dc.date.issued' or @name='dcterms.issued']/@content",
    "//meta[@name='DC.date' or @name='dc.date' or @name='date']/@content",
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime",
)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it warns of is said by our own reasons
_JSON_LD = "//script[@type='application/ld+json']/text()"


def read(data: bytes) -> Article:
    """Return the main text of the page, with what its head says of title, author, site, date, address and language."""
    if data.count(b"<") > _MOST_TAGS:
        raise Unreadable(f"holds more than {_MOST_TAGS:,} tags: save the article alone, as text or a smaller page")
    charset = _CHARSET.search(data[:_HEAD])
    html = decode(data, charset[1].decode("ascii") if charset else None)
    tree = _parsed(html)
    stated = Metadata(published=_published(tree), language=_language(tree))
    page = bare_extraction(tree, include_comments=False, with_metadata=True)
    if not isinstance(page, Page) or page.body is None:
        raise Unreadable("is a web page in which no article is found: save the article's text as .txt")
    text = "\n\n".join(_blocks(page.body))
    found = {"title": page.title, "author": page.author, "publication": page.sitename, "url": page.url}
    return Article(text, stated.over(metadata_from(found)))


def _parsed(html: str) -> HtmlElement:
    try:
        return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("is not a web page that can be read: save it again from the browser, or as text") from error


def _published(tree: HtmlElement) -> str | None:
    for path in _DATES:
        for value in tree.xpath(path)[:1]:
            if found := partial_date(str(value)):
                return found
    for script in tree.xpath(_JSON_LD)[:10]:
        if found := _published_in(str(script)):
            return found
    return None


def _published_in(script: str) -> str | None:
    """Return the date of the first thing that linked data (JSON-LD) says was published."""
    try:
        things = [json.loads(script)]
    except (ValueError, RecursionError):
        return None
    while things:
        thing = things.pop(0)
        if isinstance(thing, list):
            things.extend(thing)
        elif isinstance(thing, dict):
            if found := partial_date(str(thing.get("datePublished", ""))):
                return found
            things.append(thing.get("@graph"))
    return None


def _language(tree: HtmlElement) -> str | None:
    return language_code(tree.get("lang") or tree.get("xml:lang"))


def _blocks(body: etree._Element) -> Iterator[str]:
    """Yield the text of every paragraph, heading, list item and table row, in order."""
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        boundary = element.tag in _BLOCKS
        if boundary and (block := _joined(parts)):
            yield block
        if boundary:
            parts.clear()
        if event == "start":
            parts.append(element.text or "")
            if element.tag == "lb":
                parts.append("\0")
        else:
            if element.tag == "cell":
                parts.append("\1")
            parts.append(element.tail or "")
    if block := _joined(parts):
        yield block


def _joined(parts: list[str]) -> str:
    collapsed = _SPACE.sub(" ", "".join(parts))
    lines = (line.strip(" \1") for line in collapsed.split("\0"))
    return "\n".join(filter(None, (re.sub(" ?\1 ?", "\t", line) for line in lines)))
