"""Tells words that only look like time from those that are: 2,024 tonnes, Vision 2030, "may", a street's number."""

from __future__ import annotations

from collections.abc import Callable

from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.scene import Scene
from pledgebook.reading.text.page import Sentence

_TITLES = ("row", "heading")  # where a capitalised word before a year makes it no name


def as_time(x: Expression, scene: Scene, sentence: Sentence, written: int) -> Expression | None:
    """The expression, or what of it is time where it stands; `written` is the year of writing, 0 if not known."""
    if x.edge and scene.symbols.codes[x.first] == "p" and _no_edge(x, scene, sentence):
        x = x._replace(first=x.first + 1, edge="")
    check = _CHECKS.get(x.form)
    if check is None or check(x, scene, sentence, written):
        return x
    return _month_of(x) if x.form == "days" and _is_day(x) else None


def _no_edge(x: Expression, scene: Scene, sentence: Sentence) -> bool:
    """Whether the noun of the edge is a verb: "work will start next month"."""
    return scene.code(x.first + 1, sentence) not in "o-" and not scene.lead(x.first).kind


def _year(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    if not x.years[0].isdecimal() or x.edge or x.last - x.first > 1:
        return True
    if _numbered(x, scene, sentence):
        return False
    lead = scene.lead(x.first).kind
    before, after = scene.code(x.first - 1, sentence), scene.code(x.last, sentence)
    if lead:
        return lead != "over" or after != "x"
    year = int(x.years[0])
    if sentence.kind in _TITLES:
        return True
    if not 1991 <= year <= 2100:
        return before == "("
    return not _named(x, scene, sentence) and (
        before in "T'" or not _counts(x, scene, sentence) or _plausible(year, written)
    )


def _numbered(x: Expression, scene: Scene, sentence: Sentence) -> bool:
    """Part of a number, of a measure, of a code: 2024/7, about 2000 people, Agenda 2063."""
    page, i = scene.page, x.first
    before, after = scene.code(i - 1, sentence), scene.code(x.last, sentence)
    if (before == "N" and page.capital[i - 1]) or before == "q" or after == "=":
        return True
    if i > sentence.first and page.glued(i) and page.low[i - 1] in ("-", "/", "'"):
        return True
    if after == "N" and page.capital[x.last] and scene.symbols.values.get(x.last) == "whole":
        return True
    return after in "-/" and page.glued(x.last) and x.last + 1 < sentence.last and page.glued(x.last + 1)


def _named(x: Expression, scene: Scene, sentence: Sentence) -> bool:
    """Whether a capitalised word stands before, with which the year makes a name."""
    page, before = scene.page, x.first - 1
    return (
        scene.code(before, sentence) == "x"
        and before > sentence.first
        and page.capital[before]
        and page.low[before].isalpha()
    )


def _counts(x: Expression, scene: Scene, sentence: Sentence) -> bool:
    """Whether a noun in the plural follows, so that the number may count it."""
    word = scene.word(x.last, sentence)
    return scene.code(x.last, sentence) == "x" and word.isalpha() and word[-1] == "s" and not scene.page.capital[x.last]


def _plausible(year: int, written: int) -> bool:
    return bool(written) and -15 <= year - written <= 30 and year % 1000 != 0


def _months(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    """ "May" that is no verb, "March" that is no name; a bare "Jan" only in a table."""
    i = x.first
    if x.last - i > 1 or scene.lead(i).kind:
        return True
    if scene.symbols.codes[i] == "m":
        return sentence.kind == "row"
    before = scene.code(i - 1, sentence)
    if before == "x" and scene.page.capital[i - 1] and sentence.kind != "heading":
        return False
    modal = x.numbers == (5,) and scene.code(x.last, sentence) in "xTva" and scene.word(x.last, sentence)[:1].isalpha()
    return before != " " or not modal


def _days(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    """Whether the number beside a month is its day: not in "in March 15 trucks came"."""
    if not _is_day(x):
        return False
    counting = scene.code(x.last, sentence) in "x=" and scene.symbols.codes[x.first] in "Mm"
    return bool(x.years) or len(x.days) > 1 or not counting or scene.lead(x.first).kind != "in"


def _is_day(x: Expression) -> bool:
    """Whether the months have so many days."""
    return x.days[0] <= _LONGEST[x.numbers[0] - 1] and x.days[-1] <= _LONGEST[x.numbers[-1] - 1]


_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_of(x: Expression) -> Expression:
    """The month of an expression that was taken for its day and is not: "in March 15 trucks came"."""
    return x._replace(form="months", days=(), last=x.last - 1)


def _within(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    return scene.lead(x.first).kind in ("within", "in")


def _day_of_month(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    """ "The 11th" with no noun after it."""
    if not scene.page.low[x.first].isdecimal() or scene.code(x.first - 1, sentence) != "T":
        return False
    return scene.code(x.last, sentence) != "x" or not scene.word(x.last, sentence).isalpha()


def _season(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    return x.last - x.first > 1 or bool(scene.lead(x.first).kind)


def _shifted(x: Expression, scene: Scene, sentence: Sentence, written: int) -> bool:
    if x.unit == "day":
        return x.shift in ("following", "previous", "same", "that", "next")
    return x.unit not in ("period", "century")


_CHECKS: dict[str, Callable[[Expression, Scene, Sentence, int], bool]] = {
    "year": _year,
    "months": _months,
    "days": _days,
    "within": _within,
    "dom": _day_of_month,
    "season": _season,
    "shifted": _shifted,
}
