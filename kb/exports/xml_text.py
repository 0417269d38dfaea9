"""Text as XML: markup escaped, and characters that XML forbids replaced, for no reader may see them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# All but the characters of https://www.w3.org/TR/xml/#charsets: controls, lone surrogates, U+FFFE and U+FFFF.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"


def xml_text(text: str) -> str:
    """Return a text as the content of an element."""
    return escape(FORBIDDEN.sub(REPLACEMENT, text), {"\r": "&#13;"})


def xml_attribute(text: str) -> str:
    """Return a text as the value of an attribute, in its quotation marks."""
    return quoteattr(FORBIDDEN.sub(REPLACEMENT, text))
