"""First names and the gender that most who bear them have."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "first_names.txt.gz"


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """First names in lower case, with "m" or "f"; see `extract/training/first_names.py`."""
    women, men = gzip.decompress(FILE.read_bytes()).decode("utf-8").splitlines()
    return {**dict.fromkeys(women.split(), "f"), **dict.fromkeys(men.split(), "m")}
