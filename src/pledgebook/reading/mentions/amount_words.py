"""The lexicon's tables of numbers, scales, units and currencies, as indexes for the reader of numbers.

Invariant: a function of the files of the language; built once a process. Factors are pairs of whole numbers
(numerator, denominator), so that no sum ever passes through a float before it is finished.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell
from pledgebook.lexicon.words import level, words

Factor = tuple[int, int]


class Scale(NamedTuple):
    """A word that multiplies the number before it; `money`: only beside a currency; `alone`: "a million"."""

    factor: int
    money: bool
    alone: bool


class Unit(NamedTuple):
    """A unit of measure: GUIDE's unit, the factor into it, what it measures, the time it flows in, and its guard."""

    unit: str
    factor: Factor
    kind: str
    per: str
    guard: bool


class Currency(NamedTuple):
    """A currency: ISO code ("" where the word alone does not tell), the factor (cents: 1/100), whether it is shared."""

    code: str
    factor: Factor
    shared: bool
    guard: bool


class Word(NamedTuple):
    """A number word: its value and the words before which it does not hold."""

    value: Factor
    not_before: frozenset[str]


class Phrase(NamedTuple):
    """A phrase after its first (or, in `Words.before`, its last) word; `exact` is its spelling where case counts."""

    rest: tuple[str, ...]
    exact: str
    sense: Scale | Unit | Currency


Index = dict[str, list[Phrase]]


@dataclass(frozen=True, slots=True)
class Words:
    """What the reader of numbers asks. `after` and `before` hold currencies as they stand behind and before a number.

    `anchors` are the words at which the reader stops; in rows and headings also at those that may be a unit's.
    """

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    ordinal_ends: frozenset[str]
    parts: dict[str, Word]
    glyphs: dict[str, Factor]
    times: dict[str, list[tuple[tuple[str, ...], Word]]]
    scales: Index
    units: Index
    after: Index
    before: Index
    alone: dict[str, int]
    anchors: frozenset[str]
    row_anchors: frozenset[str]
    classes: dict[str, frozenset[str]]


@cache
def amount_words(lang: str) -> Words:
    """The words of a language's numbers."""
    by_kind: dict[str, list[tuple[str, Word]]] = {}
    for row in rows(lang, "numbers"):
        word = Word(_factor(row["value"]), frozenset(cell(row["not_before"])))
        by_kind.setdefault(row["kind"], []).append((row["word"], word))
    cardinals = {w: v.value[0] for w, v in by_kind["cardinal"]}
    parts = dict(by_kind["part"])
    glyphs = {w: v.value for w, v in by_kind["glyph"]}
    times: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for phrase, word in sorted(by_kind["times"], key=lambda p: (-p[0].count(" "), p[0])):
        first, *rest = words(phrase)
        times.setdefault(first, []).append((tuple(rest), word))
    scales = _scales(lang)
    ordinals = {w: v.value[0] for w, v in by_kind["ordinal"]}
    alone = {w: p[-1].sense.factor for w, p in scales.items() if isinstance(p[-1].sense, Scale) and p[-1].sense.alone}
    after, before = _currencies(lang)
    units = _units(lang)
    anchors = frozenset([*cardinals, *ordinals, *parts, *glyphs, *times, *alone, *_captions(scales)])
    return Words(
        cardinals=cardinals,
        ordinals=ordinals,
        ordinal_ends=frozenset(w for w, _ in by_kind["ordinal_end"]),
        parts=parts,
        glyphs=glyphs,
        times=times,
        scales=scales,
        units=units,
        after=after,
        before=before,
        alone=alone,
        anchors=anchors,
        row_anchors=anchors.union(units, after),
        classes=_classes(lang),
    )


def _captions(scales: Index) -> list[str]:
    """The scale words that may head a table ("mln USD")."""
    return [w for w, found in scales.items() for p in found if isinstance(p.sense, Scale) and not p.sense.money]


def _factor(text: str) -> Factor:
    top, _, bottom = text.partition("/")
    value = Fraction(top) / Fraction(bottom or "1")
    return value.numerator, value.denominator


def _classes(lang: str) -> dict[str, frozenset[str]]:
    """The words by class of the table `numberwords`: what ends a counted noun, what makes a label, and so on."""
    nouns = frozenset(row["past"] for row in rows(lang, "irregular") if row["class"] == "noun")
    out = {row["class"]: frozenset(cell(row["words"])) for row in rows(lang, "numberwords")}
    out["plural"] |= nouns
    return out


def _scales(lang: str) -> Index:
    index: Index = {}
    for row in rows(lang, "scales"):
        money = row["where"] == "money"
        _add(index, row["word"], Scale(int(row["factor"]), money, row["count_alone"] == "yes"), strict=True)
    return _sorted(index)


def _units(lang: str) -> Index:
    index: Index = {}
    for row in rows(lang, "units"):
        guarded = set(cell(row["guard"]))
        for word in cell(row["words"]):
            sense = Unit(row["unit"], _factor(row["factor"]), row["kind"], row["per"], word in guarded)
            for spelling in (word, word.replace(" ", "-")) if word.islower() and " " in word else (word,):
                _add(index, spelling, sense, strict=True)
    return _sorted(index)


def _currencies(lang: str) -> tuple[Index, Index]:
    """Currencies by their first word (behind a number) and by their last (before one)."""
    table = list(rows(lang, "currencies"))
    shared = {w for row in table for w in cell(row["shared"])}
    symbols = {w for row in table for w in (row["code"], *cell(row["symbols"]))}
    symbols |= {w for row in table for key in ("words", "shared", "guard") for w in cell(row[key]) if w.isupper()}
    sure: dict[str, Currency] = {}
    for row in table:
        code, guarded = row["code"], set(cell(row["guard"]))
        for word in (code, *cell(row["symbols"]), *cell(row["words"])):
            local = word in shared and code != "USD"
            sure.setdefault(word, Currency(code, (1, 1), local, word in guarded))
        for word in cell(row["hundredth"]):
            sure.setdefault(word, Currency(code, (1, 100), False, False))
    guards = {w for row in table for w in cell(row["guard"])}
    for word in sorted(shared - set(sure)):
        sure[word] = Currency("", (1, 1), True, word in guards)
    after: Index = {}
    before: Index = {}
    for word, sense in sure.items():
        strict = word in symbols
        _add(after, word, sense, strict)
        _add(before, word, sense, strict, backward=True)
    return _sorted(after), _sorted(before)


def _add(index: Index, phrase: str, sense: Scale | Unit | Currency, strict: bool, backward: bool = False) -> None:
    """File a phrase under its first word, or under its last to be found from behind. `strict`: its case counts."""
    tokens = words(phrase)
    exact = level(phrase) if strict else ""
    key, rest = (tokens[-1], tokens[:-1]) if backward else (tokens[0], tokens[1:])
    index.setdefault(key, []).append(Phrase(rest, exact, sense))


def _sorted(index: Index) -> Index:
    """The longest first, and of equally long ones those whose case must agree first."""
    for phrases in index.values():
        phrases.sort(key=lambda p: (-len(p.rest), not p.exact))
    return index
