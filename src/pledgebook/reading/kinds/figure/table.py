"""Plain-text tables: rows of cells under a header, with the unit and period that caption, header and row give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions import numbers
from pledgebook.reading.text import Page, Sentence, open_page

_BAR = re.compile(r"\s*\|\s*")
_WIDE = re.compile(r"\t+|\s{2,}")
_BRACKET = re.compile(r"[(\[]([^)\]]{1,40})[)\]]")
_QUANTITIES = frozenset({"money", "percent", "measure", "count", "number", "ratio"})


class Cell(NamedTuple):
    """Characters `begin` to `stop` of the document's text."""

    begin: int
    stop: int


class Table(NamedTuple):
    """A table: the sentence before it (or None), its header's cells, and its rows, each a sentence with its cells."""

    caption: Sentence | None
    header: list[Cell]
    head: Sentence | None
    rows: list[tuple[Sentence, list[Cell]]]


def tables(page: Page) -> Iterator[Table]:
    """The tables of a page, in order: runs of rows; lines of marks between them do not part a table."""
    run: list[Sentence] = []
    for sentence in page.sentences:
        if sentence.kind == "row":
            run.append(sentence)
        elif run and sentence.kind != "furniture":
            yield _table(page, run)
            run = []
    if run:
        yield _table(page, run)


def _table(page: Page, run: list[Sentence]) -> Table:
    cells = [(s, _cells(page, s)) for s in run]
    before = run[0].index - 1
    while before >= 0 and page.sentences[before].kind == "furniture":
        before -= 1
    caption = page.sentences[before] if before >= 0 else None
    if len(cells) > 1 and _is_header(page, cells[0][0], cells[0][1]):
        return Table(caption, cells[0][1], cells[0][0], cells[1:])
    return Table(caption, [], None, cells)


def _cells(page: Page, sentence: Sentence) -> list[Cell]:
    text = page.text[sentence.begin : sentence.stop]
    pattern = _BAR if "|" in text else _WIDE
    out, begin = [], 0
    for match in [*pattern.finditer(text), None]:
        stop = match.start() if match else len(text)
        out.append(Cell(sentence.begin + begin, sentence.begin + stop))
        begin = match.end() if match else stop
    return out


def _is_header(page: Page, sentence: Sentence, cells: list[Cell]) -> bool:
    """A header holds times or words where the rows below hold numbers."""
    inside = page.mentions_in(sentence.first, sentence.last)
    numbers_in = [m for m in inside if m.type in _QUANTITIES and m.sense != "label"]
    times_in = [m for m in inside if m.type in ("date", "period")]
    return len(times_in) >= 2 or not numbers_in


def in_cell(page: Page, sentence: Sentence, cell: Cell, types: frozenset[str]) -> list[Mention]:
    """The mentions of some types within a cell."""
    return [
        m for m in page.mentions_in(sentence.first, sentence.last)
        if m.type in types and cell.begin <= m.begin and m.stop <= cell.stop
    ]  # fmt: skip


def quantity_in(page: Page, sentence: Sentence, cell: Cell) -> Mention | None:
    """The number of a cell, if it holds just one and little besides."""
    found = [m for m in in_cell(page, sentence, cell, _QUANTITIES) if m.value is not None]
    if len(found) != 1:
        return None
    rest = page.text[cell.begin : found[0].begin] + page.text[found[0].stop : cell.stop]
    return found[0] if sum(c.isalpha() for c in rest) <= 3 else None


def column_of(header: list[Cell], cells: list[Cell], index: int) -> Cell | None:
    """The header's cell above a cell: by number where the counts agree, else the one that overlaps or lies nearest."""
    if not header:
        return None
    if len(header) == len(cells):
        return header[index]
    shift = len(cells) - len(header)
    return header[index - shift] if 0 <= index - shift < len(header) else None


def unit_in(page: Page, begin: int, stop: int) -> tuple[str, str, float] | None:
    """Type, unit and factor that a caption or header tells: in brackets ("Cost ($m)") or behind a comma."""
    text = page.text[begin:stop]
    tries = [m.group(1) for m in _BRACKET.finditer(text)]
    tries += [part for part in re.split(r"[,;:]", text)[1:] if len(part) < 30]
    if len(text) < 16:
        tries.append(text)
    for words in tries:
        if found := unit_of(words.strip()):
            return found
    return None


@lru_cache(maxsize=512)
def unit_of(words: str) -> tuple[str, str, float] | None:
    """What "mln USD", "$m", "thousand tonnes" or "%" would mean behind a one; None for words that are no unit."""
    if not words or any(c.isdigit() for c in words):
        return None
    for text in (f"1 {words}", _currency_first(words)):
        page = open_page(Document("", text))
        found = [m for m in numbers.find(page, ()) if m.value and m.type in ("money", "measure", "percent")]
        if len(found) == 1 and found[0].stop - found[0].begin >= len(text) - 2:
            return found[0].type, found[0].unit, float(found[0].value or 1)
    return None


def _currency_first(words: str) -> str:
    """ "USD mln" with the one between: "USD 1 mln"; "$m" as "$1m"."""
    match = re.match(r"(\W+|[A-Za-z]{3}\b)\s*(.*)", words)
    return f"{match.group(1)}1 {match.group(2)}" if match else f"1 {words}"
