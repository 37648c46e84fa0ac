"""The grammar of time: patterns over word classes, each with the builder of the expression it yields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from pledgebook.reading.mentions.time.expressions import BUILDERS, Expression
from pledgebook.reading.mentions.time.symbols import Symbol
from pledgebook.reading.mentions.time.words import CLASSES

_SPLIT = (
    "(fiscal absolute_year ((slash|dash) (digits|number|absolute_year))?|"
    "absolute_year (slash|dash) (digits|number|absolute_year) fiscal)"
)
_YEAR = f"(the? {_SPLIT}|absolute_year|the? year absolute_year|the? (shift|same) (year|fiscal)|the? (year|fiscal))"
_YC = f"(comma? (of|in)? {_YEAR})"
_YC_FIRM = f"((of|in) {_YEAR}|(absolute_year|shift year))"
_YC_SOFT = f"(comma? (of|in)? (the? {_SPLIT}|absolute_year|the? (shift|same) (year|fiscal))|of the year)"
_DAY = "(digits|ordinal)"
_WD = "((weekday|weekday_short) comma? the?)"
_REPEAT = "){0,11}"  # at most so many of a list: from each of its entries the pattern looks ahead no further
_EDGE = "((edge|edge_noun) (of|dash)?)"
_SAME = "(unit|units|part_unit|part_units|year|ordinal part_unit)"
_COUNT = "(cardinal|digits|number)"

# In order of preference where two begin together; the name before the colon is the builder.
_PATTERNS = f"""
full: {_WD}? numeric
days: {_WD}? {_DAY} of? month {_YC_SOFT}? (dash|spaced_dash|to) the? {_DAY} of? month {_YC_SOFT}?
days: month the? {_DAY} {_YC_SOFT}? (dash|spaced_dash|to) month the? {_DAY} {_YC_SOFT}?
days: {_WD}? {_DAY} of? (comma the? {_DAY} of?)* comma? (dash|spaced_dash|to|and) the? {_DAY} of? month {_YC_SOFT}?
days: month the? {_DAY} (comma the? {_DAY})* comma? (dash|spaced_dash|to|and) the? {_DAY} {_YC_SOFT}?
days: between the? {_DAY} of? month? {_YC_SOFT}? and the? {_DAY} of? month {_YC_SOFT}?
days: between month the? {_DAY} {_YC_SOFT}? and month? the? {_DAY} {_YC_SOFT}?
months: between month {_YC_SOFT}? and month {_YC_SOFT}?
years: between absolute_year and absolute_year
day: {_WD}? {_DAY} of? (month|abbreviated) {_YC_SOFT}?
day: {_WD}? month the? {_DAY} {_YC_SOFT}?
months: month {_YC_SOFT}? (dash|spaced_dash|to) month {_YC_SOFT}?
months: month (comma month)* comma? and month {_YC_SOFT}?
edge_month: {_EDGE} the? month {_YC_SOFT}?
edge_part: {_EDGE} the? ((ordinal|shift|edge) dash? part_unit|named_part) {_YC_SOFT}?
edge_unit: {_EDGE} the? shift? unit
edge_year: {_EDGE} {_YEAR}
edge_year: {_EDGE} the? absolute_year
year_edge: year (dash|possessive)? (edge|edge_noun) absolute_year?
edge_decade: {_EDGE} the? decade
month: shift? month {_YC_SOFT}?
parts: named_part (dash|spaced_dash|and|to) named_part {_YC_SOFT}?
parts: ordinal (dash|spaced_dash|and|to) the? ordinal (part_unit|part_units) {_YC_SOFT}?
decade_half: ordinal part_unit of the? decade
part_of_month: (ordinal|edge) dash? (part_unit|unit) of the? month {_YC_SOFT}?
count_of: (ordinal|shift)? {_COUNT} dash? (units|unit|part_units) {_YC_FIRM}
count_of: (ordinal) {_COUNT} (units|part_units)
ending: ({_COUNT} dash? units|year) (ending|to) the? {_EDGE}? month {_YC_SOFT}?
ending: ({_COUNT} dash? units|year) (ending|to) the? {_DAY} of? month {_YC_SOFT}?
ending: ({_COUNT} dash? units|year) (ending|to) month the? {_DAY} {_YC_SOFT}?
same: same {_SAME} (comma? (of|in)? {_YEAR}|of the? absolute_year|a year away)?
part: (ordinal|shift|edge) dash? part_unit {_YC_SOFT}?
part: named_part slash? dash? {_YC_SOFT}?
nth_unit: ordinal unit {_YC_FIRM}
ago: (a|cardinal|digits|number|few) (unit|units|year|years|part_unit|part_units) away
ago: long away
away: (year|unit) away shift?
span: shift long
span: shift (cardinal|digits|number|few) (and a part_unit)? (units|years|part_units)
span: (cardinal|digits|number|few) shift (units|years|part_units)
weekday: weekday of? shift unit
weekday: shift? weekday
shifted: shift (year|fiscal|unit|part_unit)
season: shift season {_YC_SOFT}?
season: {_EDGE} the? season (comma? of? {_YEAR})?
season: season (comma? of? {_YEAR})?
split: {_SPLIT}
count_of: absolute_year comma {_COUNT} (units|part_units) (dash|spaced_dash)
count_of: absolute_year bracket {_COUNT} (units|part_units) bracket
count_of: cumulated {_YC_FIRM}
part: absolute_year dash? slash? named_part
years: absolute_year slash (digits|number|absolute_year)
years: absolute_year (dash|spaced_dash|to) absolute_year
years: absolute_year dash (digits|number)
decade: decade
year: (year|fiscal)? absolute_year
within: long
within: (cardinal|digits|number|a) dash? (unit|units|year|years|part_unit|part_units)
nth_day: ordinal unit
dom: ordinal ((and|dash|spaced_dash|to) the? ordinal)?
recurring: each (ordinal|cardinal|digits)? (unit|units|year|years|month|weekday|part_unit|season)
"""


class _Grammar(NamedTuple):
    """For each class the patterns that can begin with it, as one; the builder of each named group; where to look."""

    starts: dict[str, re.Pattern[str]]
    builders: dict[str, str]
    locate: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    """The patterns, compiled at the first call."""
    branches: dict[str, list[str]] = {}
    builders = {}
    for number, line in enumerate(filter(None, _PATTERNS.split("\n"))):
        name, _, pattern = line.partition(": ")
        builders[f"g{number}"] = name
        compiled = re.sub(r"\(([a-z_]+(?:\|[a-z_]+)+)\)|([a-z_]+)|\(", _set_of, pattern)
        compiled = compiled.replace(" ", "").replace(")*", _REPEAT)
        for code in sorted(_openings(re.findall(r"[a-z_]+|[()|?*+]", pattern))):
            branches.setdefault(code, []).append(f"(?P<g{number}>{compiled})")
    starts = {code: re.compile("|".join(alternatives)) for code, alternatives in branches.items()}
    return _Grammar(starts, builders, re.compile("[" + "".join(map(re.escape, starts)) + "]"))


def _openings(tokens: list[str]) -> set[str]:
    """The classes with which a pattern, cut into `tokens`, may begin. Takes the tokens up to its closing bracket."""
    out: set[str] = set()
    at_start = True
    while tokens:
        token = tokens.pop(0)
        if token == ")":
            break
        if token == "|":
            at_start = True
            continue
        mine = _openings(tokens) if token == "(" else {CLASSES[token]}
        if token == "month":
            mine.add(CLASSES["abbreviated"])
        optional = bool(tokens) and tokens[0] in "?*"
        if tokens and tokens[0] in "?*+":
            tokens.pop(0)
        if at_start:
            out |= mine
            at_start = optional
    return out


def _set_of(part: re.Match[str]) -> str:
    """A class, or a choice between classes, as a set of characters; a bracket as one that keeps nothing."""
    names = (part.group(1) or part.group(2) or "").split("|")
    if names == [""]:
        return "(?:"
    chars = "".join(re.escape(CLASSES[name]) for name in names)
    return f"(?:[{chars}{CLASSES['abbreviated'] if 'month' in names else ''}]_*)"


def expressions(codes: str, of: Callable[[int, int], list[Symbol]], first: int, last: int) -> Iterator[Expression]:
    """The expressions of time among tokens `first` to `last` (exclusive), in order, none overlapping another.

    `codes` are the word classes of the page, `of(first, last)` the words of time of a stretch.
    """
    starts, builders, locate = _grammar()
    at = first
    while start := locate.search(codes, at, last):
        begin = start.start()
        match = starts[codes[begin]].match(codes, begin, last)
        if match is None:
            at = begin + 1
            continue
        at = match.end()
        symbols = of(begin, at)
        if symbols[0].code == CLASSES["between"]:
            begin += 1
            symbols = [s._replace(code=CLASSES["dash"]) if s.code == CLASSES["and"] else s for s in symbols[1:]]
        yield from BUILDERS[builders[match.lastgroup or ""]](symbols, begin, at)
