"""Markdown with front matter.

Front matter is YAML between two lines "---" at the top of the file. A body of plain paragraphs is stored exactly as it
stands in the file; one with markup (emphasis, links, lists, headings) as the text that a reader sees, blocks set apart
by a blank line. Pictures, comments and the marks of lists are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extract.failures import Unreadable
from extract.reading.articles import LONGEST_TEXT, TOO_LONG, Article, Metadata, by_field, headline, metadata_from
from extract.reading.decoding import decode

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"[\w-]+[ \t]*:")
_LONGEST_FRONT = 20_000  # characters; nested YAML costs the parser a thousand times its size
_PLAIN_TOKENS = {"paragraph_open", "inline", "paragraph_close", "text", "softbreak"}
_SHOWN = {"text", "code_inline", "text_special"}
_BREAKS = {"softbreak", "hardbreak"}
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(data: bytes) -> Article:
    """Return the body of the file, with front matter as metadata and its first heading as title if that names none."""
    metadata, body = _split(decode(data))
    if len(body) > LONGEST_TEXT:
        raise Unreadable(TOO_LONG)
    references: dict[str, object] = {}
    tokens = _PARSER.parse(body, references)
    text = body if not references and _is_plain(tokens) else "\n\n".join(_blocks(tokens))
    return Article(text, metadata.over(Metadata(title=_first_heading(tokens) or headline(text))))


def _split(text: str) -> tuple[Metadata, str]:
    front = _FRONT.match(text)
    if front is None:
        return Metadata(), text
    values = _front_matter(front["yaml"])
    if values is None:
        return Metadata(), text
    return metadata_from(by_field(values)), text[front.end() :]


def _front_matter(source: str) -> dict[object, object] | None:
    """Return the values, all as text exactly as written, or `None` where two rules only frame a first paragraph."""
    if len(source) > _LONGEST_FRONT:
        raise Unreadable(f"its front matter is longer than {_LONGEST_FRONT:,} characters: close it with a line ---")
    try:
        values = yaml.load(source, yaml.BaseLoader)  # noqa: S506 (makes only strings, lists and mappings)
    except (yaml.YAMLError, RecursionError) as error:
        if not _KEY.match(source.lstrip()):
            return None
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 2}" if mark else ""
        raise Unreadable(
            f"its front matter cannot be read{where}: put values that hold a colon or quotation marks in quotes"
        ) from error
    if values is None:
        return {}
    return values if isinstance(values, dict) else None


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Tell whether the parser found nothing but paragraphs, without markup, escapes or references to characters."""
    for token in tokens:
        children = token.children or ()
        if token.type not in _PLAIN_TOKENS or any(child.type not in _PLAIN_TOKENS for child in children):
            return False
        if token.content.split() != _inline(children).split():
            return False
    return True


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the text of every paragraph, heading, list item, table row and block of code, in order."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif block := _block(token).strip():
            if row is None:
                yield block
            else:
                row.append(block)


def _block(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or ())
    if token.type in ("fence", "code_block"):
        return token.content
    return _without_tags(token.content) if token.type == "html_block" else ""


def _inline(children: Sequence[Token]) -> str:
    return "".join(
        child.content if child.type in _SHOWN else "\n" if child.type in _BREAKS else "" for child in children
    )


def _without_tags(html: str) -> str:
    return re.sub(r"<!--.*?(?:-->|\Z)|<[^<>]*>", "", html, flags=re.DOTALL)


def _first_heading(tokens: Sequence[Token]) -> str | None:
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            return " ".join(_inline(following.children or ()).split()) or None
    return None
