"""Figures of tables: each number of a row with the indicator, unit, period and parties that row and column give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span
from pledgebook.reading.context import Scene
from pledgebook.reading.kinds.figure.cues import Reading, bears, default_of, unit_class
from pledgebook.reading.kinds.figure.line import Line, line_of
from pledgebook.reading.kinds.figure.parties import parties
from pledgebook.reading.kinds.figure.table import (
    Cell,
    Table,
    column_of,
    in_cell,
    quantity_in,
    tables,
    unit_in,
)
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import trim

_TIMES = frozenset({"date", "period"})
_SELF_NAMED = frozenset({"trade_turnover", "trade_balance", "exports", "imports"})
_STATUS = {"aim": "target", "plan": "planned", "expect": "estimate"}


def read_rows(scene: Scene, kinds: list[str]) -> list[Fact]:
    """The figures of every table of a scene."""
    out: list[Fact] = []
    for table in tables(scene.page):
        for sentence, cells in table.rows:
            if len(cells) >= 2:
                out += _row(scene, kinds, table, sentence, cells)
    return out


def _row(scene: Scene, kinds: list[str], table: Table, sentence: Sentence, cells: list[Cell]) -> list[Fact]:
    page = scene.page
    line = line_of(scene, sentence, kinds)
    out = []
    for i, cell in enumerate(cells[1:], start=1):
        quantity = quantity_in(page, sentence, cell)
        if quantity is None:
            continue
        column = column_of(table.header, cells, i)
        quantity = _with_unit(page, table, quantity, column, cells[0])
        if quantity is None:
            continue
        out.append(_fact(line, table, quantity, column, cells[0]))
    return out


def _with_unit(page: Page, table: Table, quantity: Mention, column: Cell | None, label: Cell) -> Mention | None:
    """The number with the unit of its column, row or caption; a number without any counts, if it is no bare share."""
    if quantity.type != "number":
        return quantity
    spans = [column, label, Cell(table.caption.begin, table.caption.stop) if table.caption else None]
    if table.header and column is not table.header[0]:
        spans.insert(2, table.header[0])
    for span in spans:
        found = unit_in(page, span.begin, span.stop) if span else None
        if found:
            kind, unit, factor = found
            return replace(quantity, type=kind, unit=unit, value=_times(quantity.value, factor))
    return replace(quantity, type="count", unit="count")


def _times(value: float | int | None, factor: float) -> float | int:
    product = round((value or 0) * factor, 6)
    return int(product) if product == int(product) else product


def _fact(line: Line, table: Table, quantity: Mention, column: Cell | None, label: Cell) -> Fact:
    page, sentence = line.page, line.sentence
    reading = _measured(page, table, sentence, quantity, column, label)
    slots: dict[str, Any] = {"indicator": reading.indicator}
    if reading.indicator not in _SELF_NAMED:
        slots["of"] = _words(page, sentence, label)
    reporter, partner = parties(line, quantity, reading)
    slots |= {k: v for k, v in (("reporter", reporter), ("partner", partner)) if v}
    slots["value"], slots["unit"] = quantity.value, quantity.unit
    if reading.indicator == "trade_balance" and reading.cue and reading.cue.value == "down":
        slots["value"] = -abs(quantity.value or 0)
    time = _time(page, table, sentence, column, label)
    if time is not None:
        slots |= {k: v for k, v in (("start", time.start), ("end", time.end)) if v}
    slots["status"] = _status(page, table, sentence, column, label)
    if speaker := line.scene.speaker(sentence, sentence.first):
        slots["speaker"] = speaker
    quotes = [Span(sentence.begin, sentence.stop)]
    if table.head is not None:
        quotes.append(Span(table.head.begin, table.head.stop))
    why = (Reason("value", "figure.table", Span(quantity.begin, quantity.stop)),)
    return Fact("figure", slots, tuple(quotes), "likely" if reading.cue and time else "weak", why)


def _measured(
    page: Page, table: Table, sentence: Sentence, quantity: Mention, column: Cell | None, label: Cell
) -> Reading:
    """The indicator by the words of the row, of the column, of the caption, else by the unit."""
    unit = unit_class(quantity)
    spans: list[tuple[Sentence | None, Cell | None]] = [(sentence, label), (table.head, column)]
    if table.caption is not None:
        spans.append((table.caption, Cell(table.caption.begin, table.caption.stop)))
    for place, span in spans:
        for tag in _tags_in(page, place, span, ("measure", "hint", "counted")):
            if unit in bears(tag.value):
                return Reading(tag.value, tag, 2.0)
    return Reading(default_of(unit), None, 0.0)


def _tags_in(page: Page, sentence: Sentence | None, cell: Cell | None, roles: tuple[str, ...]) -> list[Tag]:
    if sentence is None or cell is None:
        return []
    return [
        t for t in page.tags_in(sentence.first, sentence.last)
        if t.role in roles and cell.begin <= page.begins[t.first] < cell.stop
    ]  # fmt: skip


def _time(page: Page, table: Table, sentence: Sentence, column: Cell | None, label: Cell) -> Mention | None:
    """The time of the column, of the row, of the caption."""
    spans: list[tuple[Sentence | None, Cell | None]] = [(table.head, column), (sentence, label)]
    if table.caption is not None:
        spans.append((table.caption, Cell(table.caption.begin, table.caption.stop)))
    for place, span in spans:
        if place is not None and span is not None:
            found = [m for m in in_cell(page, place, span, _TIMES) if m.start or m.end]
            if found:
                return found[0]
    return None


def _status(page: Page, table: Table, sentence: Sentence, column: Cell | None, label: Cell) -> str:
    for place, span in ((table.head, column), (sentence, label)):
        for tag in _tags_in(page, place, span, ("gov",)):
            if tag.value in _STATUS:
                return _STATUS[tag.value]
    return "actual"


def _words(page: Page, sentence: Sentence, cell: Cell) -> str:
    """The words of a row's label without marks at its ends."""
    tokens = [i for i in range(sentence.first, sentence.last) if cell.begin <= page.begins[i] < cell.stop]
    return trim(page, tokens[0], tokens[-1] + 1) if tokens else ""
