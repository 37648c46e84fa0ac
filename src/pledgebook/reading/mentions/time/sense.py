"""What an expression of time says about its thing: when it was, by when it is due, since when, against what."""

from __future__ import annotations

from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.span import Span

# By the kind of the phrase that governs the expression.
_LED = {
    "by": "deadline",
    "before": "deadline",
    "until": "deadline",
    "since": "start",
    "from": "start",
    "after": "start",
    "asof": "asof",
    "compare": "compare",
}
_RANGES = frozenset({"days", "months", "years"})


def sense_of(x: Expression, lead: str, span: Span | None) -> str:
    """The sense of an expression, from its form, its lead and the span that it was resolved to."""
    if x.form in ("vague", "recurring", "present"):
        return x.form
    if x.form == "day" and x.numbers == (0,):
        return "present"
    if span is None and x.form in ("span", "shifted", "ago", "within"):
        return "vague"
    if x.form == "on_year" or (x.form == "away" and x.shift == "back") or (x.form == "same" and x.years):
        return "compare"
    wide = span is not None and span.start != span.end
    if lead in ("from", "since") and wide and x.form in _RANGES:
        return "period"
    if lead == "within" and x.form == "ago":
        return "horizon" if span and span.grain == "year" else "deadline"
    if lead in _LED:
        return _LED[lead]
    return _of_form(x, span, wide)


def _of_form(x: Expression, span: Span | None, wide: bool) -> str:
    if x.form == "within":
        return "horizon" if span and span.grain == "years" else "deadline"
    if (x.form == "span" or x.unit == "decade") and x.shift in ("next", "following"):
        return "horizon"
    if x.form == "count_of":
        return "cumulative"
    return "period" if wide else "point"
