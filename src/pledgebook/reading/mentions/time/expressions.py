"""The expressions of time, not yet resolved, and how each is built from the word classes that a pattern matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pledgebook.reading.mentions.time.symbols import Symbol


class Expression(NamedTuple):
    """What a stretch of words says about time before anything is known of the day it was written.

    `form` names the kind. `years` are numbers ("2023"), split years ("2023/2024") or words that ask for the context
    ("this", "last", "next", "previous", "following", "same", "that", "the"). `numbers` are months, quarters, halves or
    a count, `days` days of a month; `unit` is what is counted or shifted, `shift` which one, `edge` the part of it.
    """

    first: int
    last: int
    form: str
    days: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    years: tuple[str, ...] = ()
    unit: str = ""
    shift: str = ""
    edge: str = ""
    early_year: bool = False


class _Years(NamedTuple):
    refs: tuple[str, ...]
    places: tuple[int, ...]
    used: frozenset[int]


def _years(symbols: list[Symbol]) -> _Years:
    """The years that the words refer to, their tokens, and the tokens used up by them."""
    refs: list[str] = []
    places: list[int] = []
    used: set[int] = set()
    k = 0
    while k < len(symbols):
        code, value, at = symbols[k]
        after = symbols[k + 1] if k + 1 < len(symbols) else None
        if code == "Y":
            more = symbols[k + 2] if k + 2 < len(symbols) else None
            refs.append(value)
            if after and more and after.code in "-/" and _next_year(value, more.value):
                refs[-1] = f"{value}/{int(value) + 1}"
                used.add(more.at)
                k += 2
            places.append(at)
        elif code in "HR" and after and after.code in "JF":
            refs.append(value)
            places.append(at)
            used.add(at)
            k += 1
        elif code in "JF" and not (after and after.code == "Y"):
            refs.append("the")
            places.append(at)
        k += 1
    return _Years(tuple(refs), tuple(places), frozenset(used))


def _next_year(year: str, more: str) -> bool:
    return more.isdecimal() and (int(more) == int(year) + 1 or (len(more) == 2 and int(more) == (int(year) + 1) % 100))


def _last(symbols: list[Symbol], k: int, last: int) -> int:
    """The token after symbol k."""
    return symbols[k + 1].at if k + 1 < len(symbols) else last


def _numbers(symbols: list[Symbol], codes: str, used: frozenset[int] = frozenset()) -> tuple[int, ...]:
    return tuple(int(s.value) for s in symbols if s.code in codes and s.at not in used)


def _full(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    year, month, day = (int(part) for part in symbols[-1].value.split("-"))
    yield Expression(first, last, "days", (day,), (month,), (str(year),))


def _days(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    years = _years(symbols)
    months = _numbers(symbols, "Mm")
    days = _numbers(symbols, "dO", years.used)
    if any(not 1 <= day <= 31 for day in days):
        return
    codes = "".join(s.code for s in symbols)
    if "&" in codes and not re.search("[-~t]", codes) and len(months) == 1 and days[-1] - days[0] != len(days) - 1:
        yield from _apart(symbols, last, "dO", lambda s: Expression(0, 0, "days", (int(s.value),), months, years.refs))
        return
    month_at = [s.at for s in symbols if s.code in "Mm"]
    early = len(months) == 2 and len(years.refs) == 1 and years.places[0] < month_at[1]
    yield Expression(first, last, "days", (days[0], days[-1])[: len(days)], months, years.refs, early_year=early)


def _apart(symbols: list[Symbol], last: int, codes: str, build: Callable[[Symbol], Expression]) -> Iterator[Expression]:
    """One expression for each symbol of some classes, with what leads up to the first and follows the last."""
    at = [k for k, s in enumerate(symbols) if s.code in codes]
    used = _years(symbols).used
    at = [k for k in at if symbols[k].at not in used]
    for number, k in enumerate(at):
        first = symbols[0].at if number == 0 else symbols[k].at
        stop = last if number == len(at) - 1 else _last(symbols, k, last)
        yield build(symbols[k])._replace(first=first, last=stop)


def _months(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    shift = symbols[0].value if symbols[0].code == "H" else ""
    years = _years(symbols[1:] if shift else symbols)
    months = _numbers(symbols, "Mm")
    codes = "".join(s.code for s in symbols)
    if "&" in codes and months[-1] - months[0] != len(months) - 1:
        yield from _apart(symbols, last, "Mm", lambda s: Expression(0, 0, "months", (), (int(s.value),), years.refs))
        return
    month_at = [s.at for s in symbols if s.code in "Mm"]
    early = len(months) >= 2 and len(years.refs) == 1 and years.places[0] < month_at[1]
    yield Expression(
        first, last, "months", (), (months[0], months[-1])[: len(months)], years.refs, shift=shift, early_year=early
    )


def _edge_month(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    for found in _months(symbols[1:], first, last):
        yield found._replace(edge=symbols[0].value)


_LONGEST = 60  # years from the first to the last of a range

_EDGE_NUMBER = {"begin": 1, "middle": 0, "end": -1, "last": -1}


def _part(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """A quarter or half: third quarter of 2026, Q3, last quarter, early half."""
    head, years = symbols[0], _years(symbols[1:])
    if head.code == "Y":
        head, years = symbols[-1], _years(symbols[:1])
    if head.code == "Q":
        unit, number = head.value.split()
        yield Expression(first, last, "part", (), (int(number),), years.refs, unit)
        return
    unit = next(s.value for s in symbols if s.code in "Kk")
    if head.code == "O":
        if int(head.value) <= (4 if unit == "quarter" else 2):
            yield Expression(first, last, "part", (), (int(head.value),), years.refs, unit)
    elif head.code == "H" and not (head.value == "last" and years.refs):
        yield Expression(first, last, "shifted", (), (), (), unit, head.value)
    elif head.value in _EDGE_NUMBER:
        yield Expression(first, last, "part", (), (_EDGE_NUMBER[head.value],), years.refs, unit)


def _parts(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    years = _years(symbols)
    heads = [s for s in symbols if s.code in "QO"]
    if heads[0].code == "Q":
        unit = heads[0].value.split()[0]
        numbers = tuple(int(s.value.split()[1]) for s in heads)
    else:
        unit = next(s.value for s in symbols if s.code in "Kk")
        numbers = tuple(int(s.value) for s in heads)
    if numbers[0] < numbers[1] <= (4 if unit == "quarter" else 2):
        yield Expression(first, last, "part", (), numbers, years.refs, unit)


def _edge_part(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    inner = [s for s in symbols[1:] if s.code not in "oT"] if symbols[1].code in "oT" else symbols[1:]
    for found in _part(inner, first, last):
        yield found._replace(edge=symbols[0].value)


def _edge_unit(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    shift = next((s.value for s in symbols if s.code == "H"), "this")
    unit = symbols[-1].value
    if unit != "period" and (shift != "this" or any(s.code == "T" for s in symbols) or unit == "month"):
        yield Expression(first, last, "shifted", (), (), (), unit, shift, symbols[0].value)


def _edge_year(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    yield Expression(first, last, "year", (), (), _years(symbols).refs, _fiscal(symbols), edge=symbols[0].value)


def _fiscal(symbols: list[Symbol]) -> str:
    """ "any" or "split" where the words call the year financial, or one that runs over two, else ""."""
    return next((s.value for s in symbols if s.code == "F"), "")


def _year_edge(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """Year-end, year's end, year-end 2024."""
    number = symbols[-1].value if symbols[-1].code == "Y" else "the"
    edge = next(s.value for s in symbols if s.code in "Pp")
    yield Expression(first, last, "year", (), (), (number,), edge=edge)


def _edge_decade(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    yield Expression(first, last, "decade", (), (int(symbols[-1].value),), edge=symbols[0].value)


def _decade_half(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    edge = {("1", "half"): "first half", ("2", "half"): "second half"}.get((symbols[0].value, symbols[1].value), "")
    yield Expression(first, last, "decade", (), (int(symbols[-1].value),), edge=edge)


def _decade(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    yield Expression(first, last, "decade", (), (int(symbols[0].value),))


def _part_of_month(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """First half of May, last week of June: the month is as near as the guide's dates go."""
    for found in _months([s for s in symbols[1:] if s.code != "H" or s.at > symbols[1].at], first, last):
        yield found._replace(edge="within")


def _count_of(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """First nine months of 2022, 7 months of 2024, last two quarters of the year."""
    if symbols[0].code == "Y":
        last -= symbols[-1].code in "-~"
        symbols = [*symbols[1:], symbols[0]]
    at = next(k for k, s in enumerate(symbols) if s.code in "uUkC")
    head = symbols[: at + 1]
    count = next((int(s.value) for s in reversed(head) if s.code in "cdnO"), 0)
    which = "last" if any(s.code == "H" and s.value == "last" for s in head) else "first"
    count, unit = (int(head[-1].value), "month") if head[-1].code == "C" else (count, symbols[at].value)
    if unit in ("month", "quarter") and 0 < count <= (12 if unit == "month" else 4):
        yield Expression(first, last, "count_of", (), (count,), _years(symbols[at + 1 :]).refs, unit, which)


def _nth_unit(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    number, unit = int(symbols[0].value), symbols[1].value
    if unit == "month" and number <= 12:
        yield Expression(first, last, "months", (), (number,), _years(symbols[2:]).refs)


def _same(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """The same period of last year, the same month, the same year: what it is the same as, the context tells."""
    unit = next((s.value or "year" for s in symbols[1:] if s.code in "UuKkJ"), "")
    years = _years(symbols[2:]).refs if symbols[1].code != "O" else _years(symbols[3:]).refs
    if symbols[-1].code == "A":
        years = ("previous",)
    yield Expression(first, last, "same", (), (), years, unit)


def _ago(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """Two years ago and five years from now count from the day of writing, the others from a date told."""
    head, away = symbols[0], symbols[-1].value
    unit = "month" if head.code == "l" else symbols[1].value or "year"
    count = _count(head)
    form = "ago" if away in ("ago", "hence") else "away"
    yield Expression(first, last, form, (), (count,), (), unit, away)


def _count(symbol: Symbol) -> int:
    """The number of a count: 1 for an article, 0 for "a few"."""
    return {"a": 1, "f": 0}[symbol.code] if symbol.code in "af" else int(symbol.value)


def _away(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """The year before, from a date told; the month before last, the week after next, from the day of writing."""
    unit, away = symbols[0].value or "year", symbols[1].value
    if len(symbols) == 2 or (away, symbols[2].value) not in _BEFORE_LAST:
        stop = last if len(symbols) == 2 else symbols[2].at
        if away in ("back", "on"):
            yield Expression(first, stop, "away", (), (1,), (), unit, away)
    else:
        yield Expression(first, last, "ago", (), (2,), (), unit, "ago" if away == "back" else "hence")


_BEFORE_LAST = frozenset({("back", "last"), ("on", "next")})


def _span(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    count = next(_count(s) for s in symbols if s.code in "cdnfl")
    shift = next(s.value for s in symbols if s.code == "H")
    unit = "month" if symbols[-1].code == "l" else symbols[-1].value or "year"
    yield Expression(first, last, "span", (), (count,), (), unit, shift)


def _ending(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """The six months ending 30 June, the 12 months to March: `numbers` are the month and the count."""
    at = next(k for k, s in enumerate(symbols) if s.code in "zt")
    count, unit = (_count(symbols[0]), symbols[at - 1].value or "year") if at > 1 else (1, "year")
    years = _years(symbols[at + 1 :])
    days = _numbers(symbols[at + 1 :], "dO", years.used)
    months = _numbers(symbols[at + 1 :], "Mm")
    if unit in ("month", "year") and count:
        yield Expression(first, last, "ending", days, (months[0], count), years.refs, unit)


def _weekday(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    shift = next((s.value for s in symbols if s.code == "H"), "")
    week = "week" if any(s.code == "U" for s in symbols) else ""
    day = next(int(s.value) for s in symbols if s.code == "W")
    yield Expression(first, last, "weekday", (day,), (), (), week, shift)


def _shifted(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    if symbols[1].code in "JF":
        yield Expression(first, last, "year", (), (), (symbols[0].value,), _fiscal(symbols))
    else:
        yield Expression(first, last, "shifted", (), (), (), symbols[1].value, symbols[0].value)


def _season(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    shift = symbols[0].value if symbols[0].code == "H" else ""
    years = _years(symbols[1:] if shift else symbols).refs
    unit = next(s.value for s in symbols if s.code == "S")
    yield Expression(first, last, "season", (), (), years, unit, shift)


def _split(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    refs = _years(symbols).refs
    yield Expression(first, last, "year", (), (), refs[:1], _fiscal(symbols))


def _year_range(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    """2023-2025, 2021/22; where the second is no later year, both stand alone."""
    one, two = symbols[0].value, symbols[-1].value
    full = one[:2] + two if len(two) == 2 else two
    if int(one) < int(full) <= int(one) + _LONGEST and len(full) == 4:
        unit = "split" if int(full) == int(one) + 1 and (symbols[1].code == "/" or len(two) == 2) else ""
        yield Expression(first, last, "years", (), (), (one, full), unit)
        return
    yield Expression(first, symbols[1].at, "year", (), (), (one,))
    if len(two) == 4:
        yield Expression(symbols[-1].at, last, "year", (), (), (two,))


def _year(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    yield Expression(first, last, "year", (), (), (symbols[-1].value,), _fiscal(symbols))


def _within(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    unit = "month" if symbols[0].code == "l" else symbols[-1].value or "year"
    yield Expression(first, last, "within", (), (_count(symbols[0]),), (), unit)


def _nth_day(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    if symbols[1].value == "day":
        yield Expression(first, last, "nth_day", (int(symbols[0].value),))


def _day_of_month(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    days = _numbers(symbols, "O")
    yield Expression(first, last, "dom", (days[0], days[-1])[: len(days)])


def _recurring(symbols: list[Symbol], first: int, last: int) -> Iterator[Expression]:
    yield Expression(first, last, "recurring")


BUILDERS: dict[str, Callable[[list[Symbol], int, int], Iterator[Expression]]] = {
    "full": _full,
    "days": _days,
    "day": _days,
    "months": _months,
    "month": _months,
    "edge_month": _edge_month,
    "edge_part": _edge_part,
    "edge_unit": _edge_unit,
    "edge_year": _edge_year,
    "year_edge": _year_edge,
    "edge_decade": _edge_decade,
    "decade_half": _decade_half,
    "parts": _parts,
    "part": _part,
    "part_of_month": _part_of_month,
    "count_of": _count_of,
    "nth_unit": _nth_unit,
    "same": _same,
    "ago": _ago,
    "away": _away,
    "span": _span,
    "ending": _ending,
    "weekday": _weekday,
    "shifted": _shifted,
    "season": _season,
    "split": _split,
    "years": _year_range,
    "decade": _decade,
    "year": _year,
    "within": _within,
    "nth_day": _nth_day,
    "dom": _day_of_month,
    "recurring": _recurring,
}
