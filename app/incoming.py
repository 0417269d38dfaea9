"""Articles that come in through the app: uploaded files and pasted text. Imports no Streamlit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import Lock

from extract.documents import read_documents, read_records
from extract.failures import Failure
from extract.types import Document, Extraction

NAME_LIMIT = 50  # characters of an uploaded file's name that are kept; file systems take 255 bytes, at most 4 each
ENDING_LIMIT = 10
PASTED = "pasted text"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
ADDRESSES_READ = 20_000  # characters of a text that are looked at for what is not an address
OFFLINE = (
    "holds only web addresses, and Footnote never reads from the web. Open each page in your browser, save it "
    "(Ctrl+S or ⌘S), and add the saved pages"
)
PIPELINE = Lock()


def read_upload(name: str, content: bytes) -> Iterator[Document | Failure]:
    """Yield what an uploaded file holds.

    The source of a document is "upload:", the start of the content's hash and the file's name: a file of the same name
    with other content is another source, so that it replaces nothing.
    """
    if is_list_of_addresses(content[:ADDRESSES_READ].decode("utf-8", "replace")):
        yield Failure(file_name(name), OFFLINE)
        return
    with TemporaryDirectory(prefix="footnote-") as folder:
        path = Path(folder).resolve() / file_name(name)
        path.write_bytes(content)
        for item in read_documents([path]):
            place = item.source.removeprefix(f"{path.parent}/")
            source = f"upload:{_digest(content)}/{place}" if isinstance(item, Document) else place
            yield replace(item, source=source)


def is_list_of_addresses(text: str) -> bool:
    """Whether a text is nothing but web addresses, a line each, or the shortcut to one that a browser saves."""
    lines = [line.strip() for line in text[:ADDRESSES_READ].splitlines() if line.strip()]
    if lines and lines[0].lower() == "[internetshortcut]":
        return True
    return bool(lines) and all(ADDRESS.fullmatch(line) for line in lines)


def read_pasted(text: str, fields: Mapping[str, str]) -> Iterator[Document | Failure]:
    """Yield a pasted text as a document whose source is "paste:" and the start of its hash.

    :param fields: title, author, publication, published and url, as far as they are known.
    """
    if is_list_of_addresses(text):
        yield Failure(PASTED, OFFLINE)
        return
    known = {name: value.strip() for name, value in fields.items() if value.strip()}
    for item in read_records([json.dumps({**known, "text": text})]):
        digest = _digest(text.encode("utf-8", "surrogatepass"))
        yield replace(item, source=f"paste:{digest}" if isinstance(item, Document) else PASTED)


def extract_here(documents: Iterable[Document], *, workers: int | None = None) -> Iterator[Extraction | Failure]:
    """Yield what each document says, found in this process: the app runs where other processes cannot be started.

    One document at a time, whoever asks: all users of the app share one pipeline, loaded with the first document.

    :param workers: of no effect; every extractor has it.
    """
    from extract.batch import extract_one  # spaCy loads only when there is something to read

    for document in documents:
        with PIPELINE:
            result = extract_one(document)
        yield result


def file_name(name: str) -> str:
    """Return the last part of the name that a browser gave, fit to be a file's name anywhere; its ending is kept."""
    last = PurePosixPath(name.replace("\\", "/")).name
    safe = "".join(character if character.isprintable() else "_" for character in last)
    ending = PurePosixPath(safe).suffix[:ENDING_LIMIT]
    return (safe.removesuffix(ending)[:NAME_LIMIT].strip(".") or "upload") + ending


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
