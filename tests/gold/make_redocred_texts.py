"""Texts of Re-DocRED dev documents, as the labels in figures.jsonl count their characters.

The texts are not kept here: run `python3 tests/gold/make_redocred_texts.py 7` to see one.
"""

import json
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
sys.path.insert(0, str(SHARED / "evaluate"))
from score_common import detokenise  # noqa: E402


def redocred_documents() -> list[dict]:
    return json.loads((SHARED / "data/redocred/dev_revised.json").read_text(encoding="utf-8"))


def redocred_text(document: dict) -> str:
    """Each sentence detokenised by itself, joined by one space."""
    return " ".join(detokenise(tokens)[0] for tokens in document["sents"])


if __name__ == "__main__":
    documents = redocred_documents()
    for number in map(int, sys.argv[1:]):
        print(redocred_text(documents[number]))
