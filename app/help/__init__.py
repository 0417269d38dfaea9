"""The help: the pages of Markdown beside this file, as the app shows them. Imports no Streamlit."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).parent
PAGES = ("tour", "found", "cite", "query", "python", "json", "schema")  # in the order of the list of contents
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)  # what generates a part of a page
OTHER_PAGE = re.compile(r"(\w+)\.md(?:#([\w-]+))?")


def page_text(name: str) -> str:
    """Return a page as Markdown.

    :param name: one of PAGES.
    """
    return COMMENT.sub("", (HERE / f"{name}.md").read_text("utf-8"))


def page_title(name: str) -> str:
    """Return the title of a page."""
    return page_text(name).split("\n", 1)[0].removeprefix("# ")


@cache
def page_html(name: str) -> str:
    """Return a page as markup that asks no other file or machine for anything: its pictures are in it."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    for edge in ("table_open", "table_close"):
        markdown.add_render_rule(edge, _scrolling_table)
    for block in ("fence", "code_block"):
        markdown.add_render_rule(block, _scrolling_code)
    tokens = markdown.parse(page_text(name))
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slug(inside.content))
        for part in token.children or ():
            _lead_from_the_app(part)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def contents_html(current: str | None) -> str:
    """Return the list of all pages as links, the current one marked."""
    rows = "".join(f"<li>{_link(name, current=name == current)}</li>" for name in PAGES)
    return f"<nav class='fn-contents' aria-label='Help pages'><ul>{rows}</ul></nav>"


def next_html(name: str) -> str:
    """Return the way to the page after this one, nothing after the last."""
    after = PAGES[PAGES.index(name) + 1 :]
    return f"<p class='fn-next'>Next: {_link(after[0])}</p>" if after else ""


def slug(heading: str) -> str:
    """Return the name by which a link leads to a heading."""
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def _link(name: str, *, current: bool = False) -> str:
    marked = " aria-current='page'" if current else ""
    return f"<a href='help?page={name}'{marked}>{page_title(name)}</a>"


def _lead_from_the_app(part: Token) -> None:
    """Turn a link to another page into the app's, and put a picture into its place."""
    if part.type == "link_open" and (other := OTHER_PAGE.fullmatch(str(part.attrGet("href")))):
        part.attrSet("href", f"help?page={other[1]}" + (f"#{other[2]}" if other[2] else ""))
    if part.type == "image":
        picture = b64encode((HERE / Path(str(part.attrGet("src"))).name).read_bytes()).decode("ascii")
        part.attrSet("src", f"data:image/png;base64,{picture}")


def _scrolling_table(_: object, tokens: Sequence[Token], at: int, *__: object) -> str:
    """Return the edge of a table that scrolls by itself where it is wider than a phone, also by keyboard."""
    if tokens[at].nesting > 0:
        return "<div class='fn-wide' tabindex='0' role='group' aria-label='Table'><table>\n"
    return "</table></div>\n"


def _scrolling_code(_: object, tokens: Sequence[Token], at: int, *__: object) -> str:
    """Return code that scrolls in the same way."""
    return f"<pre tabindex='0' role='group' aria-label='Code'><code>{escape(tokens[at].content)}</code></pre>\n"
