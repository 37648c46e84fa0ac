"""Facts as one line of words, and back: `figure trade_turnover AZ UZ over 1000000000 USD by 2028 target`.

Each kind has a few slots that stand in a fixed order without their names; all others follow as `slot=value`. A piece
that does not fit its place (a party that is no code, a word with a space) is written with its slot's name instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from pledgebook.model.schema import LIST_SLOTS, SLOTS, VALUES

TOKEN = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^\s"])+')
_BARE = re.compile(r"[\w.:@+-]+")
_CODES = re.compile(r"[A-Z]{2}(,[A-Z]{2})*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_SPAN = re.compile(rf"({_DATE})(?:\.\.({_DATE}))?")
_NUMBERS = frozenset({"value", "high"})
_ENDS = frozenset({"origin", "destination"})
Slots = dict[str, Any]


class NoForm(ValueError):
    """What a line says that cannot be read."""


def quoted(text: str) -> str:
    """A text as one token that can be told from a bare word."""
    return json.dumps(text, ensure_ascii=False)


def word(text: str) -> str:
    """A text as one token, bare where it may be."""
    return text if _BARE.fullmatch(text) else quoted(text)


def unword(token: str) -> str:
    """The text of a token."""
    if not token.startswith('"'):
        return token
    try:
        return str(json.loads(token))
    except ValueError:
        raise NoForm(f"cannot read {token}") from None


# values of slots that stand by their names


def write_value(slot: str, value: Any) -> str:
    """The value of a slot as one token."""
    if slot in LIST_SLOTS:
        return ",".join(map(word, value)) if value else "()"
    if slot in _ENDS:
        place, country = value.get("place"), value.get("country")
        return (word(place) if place is not None else "") + (f"/{word(country)}" if country is not None else "")
    return repr(value) if slot in _NUMBERS else word(value)


def read_value(slot: str, token: str) -> Any:
    """The value that a token gives a slot."""
    if slot in LIST_SLOTS:
        return () if token == "()" else tuple(map(unword, _parts(token, ",")))
    if slot in _ENDS:
        place, *country = _parts(token, "/")
        return {**({"place": unword(place)} if place else {}), **({"country": unword(country[0])} if country else {})}
    return number(token) if slot in _NUMBERS else unword(token)


def _parts(token: str, divider: str) -> list[str]:
    """A token cut at a character, save inside quotes."""
    return ["".join(part) for part in _cut(re.findall(r'"(?:[^"\\]|\\.)*"|.', token), divider)]


def _cut(pieces: Sequence[str], divider: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for piece in pieces:
        if piece == divider:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def number(token: str) -> int | float:
    """A number; whole ones stay whole."""
    if not _NUMBER.fullmatch(token):
        raise NoForm(f"{token} is no number")
    return float(token) if re.search(r"[.e]", token) else int(token)


# slots that stand without their names


@dataclass(frozen=True, slots=True)
class Piece:
    """A place in the line of a kind: how its slots are written there (None: not there), and read (tokens used)."""

    write: Callable[[str, Slots], list[str] | None]
    read: Callable[[str, Sequence[str]], tuple[Slots, int]]
    slots: tuple[str, ...]


def _choice(slot: str) -> Piece:
    """A word out of the closed list of a slot."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        return [slots[slot]] if slots.get(slot) in VALUES[kind, slot] else None

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        return ({slot: tokens[0]}, 1) if tokens and tokens[0] in VALUES[kind, slot] else ({}, 0)

    return Piece(write, read, (slot,))


def _codes(slot: str) -> Piece:
    """States only: `AZ,UZ`."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        text = ",".join(slots.get(slot, ()))
        return [text] if _CODES.fullmatch(text) else None

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        return ({slot: tuple(tokens[0].split(","))}, 1) if tokens and _CODES.fullmatch(tokens[0]) else ({}, 0)

    return Piece(write, read, (slot,))


def _sides() -> Piece:
    """Reporter, or reporter and partner, where they are states: `AZ UZ`."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        names = [slots[slot] for slot in ("reporter", "partner") if slot in slots]
        return names if "reporter" in slots and all(map(_CODES.fullmatch, names)) else None

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        names = list(takewhile(_CODES.fullmatch, tokens[:2]))
        return (dict(zip(("reporter", "partner"), names, strict=False)), len(names)) if names else ({}, 0)

    return Piece(write, read, ("reporter", "partner"))


def _amount() -> Piece:
    """`181900000 USD`, or a range `1500000..2000000 USD`."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        if "value" not in slots or not _BARE.fullmatch(slots.get("unit", "")):
            return None
        ends = [repr(slots[slot]) for slot in ("value", "high") if slot in slots]
        return ["..".join(ends), slots["unit"]]

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        ends = tokens[0].split("..") if tokens else []
        if len(tokens) < 2 or not ends or not _NUMBER.fullmatch(ends[0]):
            return {}, 0
        return {**dict(zip(("value", "high"), map(number, ends), strict=False)), "unit": unword(tokens[1])}, 2

    return Piece(write, read, ("value", "high", "unit"))


def _time(first: str, last: str) -> Piece:
    """`2022` for both, `2022-01..2022-08` from one to the other, `from 2022`, `by 2028`."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        start, end = slots.get(first), slots.get(last)
        if start is None or end is None:
            return ["from", start] if start else ["by", end] if end else None
        return [start if start == end else f"{start}..{end}"]

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        for preposition, slot in (("from", first), ("by", last)):
            if len(tokens) > 1 and tokens[0] == preposition:
                return {slot: tokens[1]}, 2
        found = _SPAN.fullmatch(tokens[0]) if tokens else None
        return ({first: found[1], last: found[2] or found[1]}, 1) if found else ({}, 0)

    return Piece(write, read, (first, last))


def _day(slot: str) -> Piece:
    """A date."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        return [slots[slot]] if slot in slots else None

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        return ({slot: tokens[0]}, 1) if tokens and re.fullmatch(_DATE, tokens[0]) else ({}, 0)

    return Piece(write, read, (slot,))


def _name(slot: str) -> Piece:
    """The name of the thing, always in quotes."""

    def write(kind: str, slots: Slots) -> list[str] | None:
        return [quoted(slots[slot])] if slot in slots else None

    def read(kind: str, tokens: Sequence[str]) -> tuple[Slots, int]:
        return ({slot: unword(tokens[0])}, 1) if tokens and tokens[0].startswith('"') else ({}, 0)

    return Piece(write, read, (slot,))


_STATUS = _choice("status")
PIECES: dict[str, tuple[Piece, ...]] = {
    "meeting": (_choice("form"), _STATUS, _time("start", "end"), _codes("participants"), _name("title")),
    "instrument": (_choice("form"), _STATUS, _day("date"), _codes("parties"), _name("title")),
    "figure": (
        *(_choice("indicator"), _sides(), _choice("qualifier"), _amount(), _time("start", "end")),
        *(_STATUS, _name("of")),
    ),
    "pledge": (_choice("strength"), _codes("actors"), _time("", "due"), _name("action")),
    "project": (_choice("type"), _STATUS, _time("start", "due"), _name("name")),
    "movement": (_STATUS, _day("date"), _name("service")),
}


def write_slots(kind: str, slots: Mapping[str, Any]) -> list[str]:
    """The tokens that stand for the slots of a kind."""
    rest, out = dict(slots), list[str]()
    for piece in PIECES[kind]:
        tokens = piece.write(kind, rest)
        if tokens is not None:
            out += tokens
            rest = {slot: value for slot, value in rest.items() if slot not in piece.slots}
    return [*out, *(f"{slot}={write_value(slot, rest[slot])}" for slot in SLOTS[kind] if slot in rest)]


def read_slots(kind: str, tokens: Sequence[str]) -> Slots:
    """The slots that tokens stand for. `NoForm` where a token fits nowhere."""
    slots: Slots = {}
    rest = list(tokens)
    for piece in PIECES[kind]:
        found, used = piece.read(kind, rest)
        slots |= found
        rest = rest[used:]
    for slot, value in _named(kind, rest):
        slots[slot] = value
    return slots


def _named(kind: str, tokens: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for token in tokens:
        slot, equals, value = token.partition("=")
        if not equals or slot not in SLOTS[kind]:
            raise NoForm(f"{token} says nothing about a {kind} here")
        yield slot, read_value(slot, value)
