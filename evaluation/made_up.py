"""Made-up documents with known facts, as many as wanted: for load, never the measure of quality."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, combinations
from typing import Any

from pledgebook.model import Document, Fact, Span

WORDS = {
    "states": "AM AO AR AZ BO BR CI CL CN DE DZ EG ET GE GH GT HU ID IN IR IT JP KE KG KH KR KZ LA MA MN MX MY MZ NG "
    "PE PH PK RS RU SN TH TJ TM TN TR TZ UG UZ VN ZA ZM",
    "places": "Osh Ganja Navoi Shymkent Batumi Izmir Tabriz Omsk Xian Pune Multan Herat Busan Osaka Hue Ipoh Cebu "
    "Luxor Mombasa Adama Dodoma Oran Sfax Lagos Tema Dakar Durban Beira Ndola Recife Rosario Arica Sucre Callao Turin",
    "goods": "silk cement cotton steel dairy copper fertiliser glass leather battery turbine cable poultry textile "
    "pharma carpet tractor ceramics solar biogas",
}
STATES, PLACES, GOODS = (WORDS[name].split() for name in ("states", "places", "goods"))
WORKS = (("plant", "plant"), ("school", "school"), ("hospital", "hospital"), ("road", "road"), ("railway", "line"))
MEASURES = (("trade_turnover", "USD"), ("exports", "USD"), ("imports", "USD"), ("investment", "USD"), ("freight", "t"))
PUBLISHERS = ("Daily Herald", "State Agency", "Ministry", "Evening Post", "Trade Review")
KINDS = {"figure": 45, "pledge": 15, "instrument": 12, "meeting": 10, "project": 12, "movement": 6}
CLAIMS = 20
REST = " Observers in the capital took note of it, and the press of both sides wrote about it at length."


def documents(count: int, first: int = 0, relations: int | None = None) -> Iterator[tuple[Document, list[Fact]]]:
    """Documents of twenty facts each about a pair of states; a few pairs have many, most have few.

    `relations` is how many pairs there are to speak of; all by default.
    """
    pairs = list(combinations(STATES, 2))
    random.Random(1).shuffle(pairs)
    pairs = pairs[:relations]
    weights = list(accumulate(1 / (rank + 30) for rank in range(len(pairs))))
    for number in range(first, first + count):
        chance = random.Random(number)
        yield _document(number, chance.choices(pairs, cum_weights=weights)[0], chance)


def _document(number: int, pair: tuple[str, str], chance: random.Random) -> tuple[Document, list[Fact]]:
    day = (chance.randint(2015, 2026), chance.randint(1, 12), chance.randint(1, 28))
    lines, facts, begin = list[str](), list[Fact](), 0
    for _ in range(CLAIMS):
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        words, slots = _FACTS[kind](chance, *chance.sample(pair, 2), day[0] + chance.randint(-2, 3))
        facts.append(Fact(kind, slots, (Span(begin, begin + len(words)),)))
        lines.append(words + REST)
        begin += len(lines[-1]) + 1
    published = "{}-{:02}-{:02}".format(*day)
    title = f"{pair[0]} and {pair[1]} take stock in {chance.choice(PLACES)}"
    text = "\n".join(lines)
    return Document(f"made{number}", text, title, chance.choice(PUBLISHERS), published), facts


def _figure(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    (indicator, unit), goods, value = chance.choice(MEASURES), chance.choice(GOODS), chance.randint(10, 9999) * 1000
    words = f"The {indicator.replace('_', ' ')} of {goods} between {left} and {right} came to {value} {unit} in {year}."
    when = {"start": str(year), "end": str(year), "status": chance.choice(("actual", "actual", "target"))}
    what = {"indicator": indicator, "of": goods, "reporter": left, "partner": right}
    return words, {**what, "value": value, "unit": unit, **when}


def _pledge(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    action = f"open {chance.choice(GOODS)} courses in {chance.choice(PLACES)}"
    words = f"The government of {left} will {action} for guests from {right} by {year}."
    who = {"actors": (left,), "counterpart": (right,)}
    return words, {**who, "action": action, "topic": "education", "due": str(year), "strength": "commits"}


def _instrument(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    title, place = f"Agreement on {chance.choice(GOODS)} trade", chance.choice(PLACES)
    words = f"An {title} was signed in {place} in {year} by {left} and {right}."
    about = {"form": "agreement", "title": title, "parties": (left, right)}
    return words, {**about, "date": str(year), "place": place, "status": "signed"}


def _meeting(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    title, place, day = f"{chance.choice(GOODS)} forum", chance.choice(PLACES), f"{year}-0{chance.randint(1, 9)}-11"
    words = f"The {title} of {left} and {right} was held in {place} on {day}."
    about = {"form": "forum", "title": title, "participants": (left, right), "host": left}
    return words, {**about, "place": place, "start": day, "status": "held"}


def _project(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    (type_, word), place = chance.choice(WORKS), chance.choice(PLACES)
    name = f"{chance.choice(GOODS)} {word}"
    words = f"{right} builds the {name} in {place}, {left}, to be ready by {year}."
    about = {"type": type_, "name": name, "country": left, "place": place, "parties": (right,)}
    return words, {**about, "status": "under_construction", "due": str(year)}


def _movement(chance: random.Random, left: str, right: str, year: int) -> tuple[str, dict[str, Any]]:
    goods, place = chance.choice(GOODS), chance.choice(PLACES)
    words = f"Trains with {goods} run from {place} in {left} to {right} since {year}."
    ends = {"origin": {"place": place, "country": left}, "destination": {"country": right}}
    return words, {**ends, "modes": ("rail",), "cargo": goods, "date": str(year), "status": "running"}


_FACTS = {
    "figure": _figure,
    "pledge": _pledge,
    "instrument": _instrument,
    "meeting": _meeting,
    "project": _project,
    "movement": _movement,
}
