"""Units that a heading, a bracket, a column or a row gives to bare numbers ("mln USD", "GWh", "Share, %")."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from pledgebook.reading.mentions.amount_words import Currency, Factor, Scale, Unit, Words
from pledgebook.reading.mentions.counted import is_plural
from pledgebook.reading.mentions.quantities import Amount, currency_ending, phrase_at
from pledgebook.reading.text.page import Page, Sentence

_OPENS = frozenset("(,:[|")
_CLOSES = frozenset(")],:|")
_SETS_OFF = frozenset("-–—(:")
_GAP = 3  # spaces that part two cells
_SHORT = 20  # tokens of a line that ends like prose and is a row all the same
_REACH = 4  # sentences between a caption and the first row below it


@dataclass(frozen=True, slots=True)
class Caption:
    """A scale and a unit written without a number."""

    scale: int
    type: str
    unit: str
    factor: Factor


class Column(NamedTuple):
    """A column of a table: its place on the line (or its number, twice) and its caption."""

    begin: int
    stop: int
    caption: Caption | None


class Captions:
    """The captions in force. State: `_table` and `_columns` hold for the rows below, `_row` for one row, `_prose` for
    the paragraph of `_home` and the list it leads; `_since` is where the table's caption or its last row stood."""

    def __init__(self, page: Page, words: Words) -> None:
        """Begin with no caption."""
        self._page, self._words = page, words
        self._table: Caption | None = None
        self._columns: list[Column] = []
        self._row: Caption | None = None
        self._prose: Caption | None = None
        self._home: Sentence | None = None
        self._since = 0
        self._cells: list[int] = []
        self._found: dict[int, Caption] = {}
        self._numbers = False
        self._line: Sentence | None = None
        self.in_row = False

    def open(self, sentence: Sentence) -> None:
        """Begin a sentence: what stood in a row without numbers heads the rows below; what is far off is let go."""
        if self.in_row and self._found and not self._numbers and self._line:
            self._head(self._line)
        self._cells = _cells(self._page, sentence) if _may_be_row(self._page, sentence) else []
        self.in_row = sentence.kind == "row" or len(self._cells) > 1
        self._line, self._row, self._found, self._numbers = sentence, None, {}, False
        if sentence.index - self._since > _REACH:
            self._table, self._columns = None, []
        elif self.in_row:
            self._since = sentence.index

    def _head(self, line: Sentence) -> None:
        """Make the captions of a row those of the columns below it; one in the first cell is the whole table's."""
        self._since = line.index
        if self._cells and self._extent(0, line)[0] < _GAP:
            self._table = self._found.pop(0, self._table)
        self._columns = []
        for cell in range(len(self._cells)) if self._found else ():
            begin, stop = self._extent(cell, line)
            self._columns.append(Column(begin, stop, self._found.get(cell)))

    def _extent(self, cell: int, line: Sentence) -> tuple[int, int]:
        """Where a cell lies: its number in a row with bars, else its first and last place on the line."""
        first, page = self._cells[cell], self._page
        if "|" in page.low[line.first : line.last]:
            return cell, cell
        last = self._cells[cell + 1] if cell + 1 < len(self._cells) else line.last
        start = page.text.rfind("\n", 0, page.begins[first]) + 1
        return page.begins[first] - start, page.stops[last - 1] - start

    def take(self, i: int, sentence: Sentence) -> None:
        """Take the caption that begins at token i, if one does."""
        cell = bisect_right(self._cells, i) - 1
        caption = self._caption_at(i, cell, sentence)
        if caption is None:
            return
        if self.in_row:
            self._row = self._row or caption
            self._found.setdefault(cell, caption)
        else:
            self._table, self._columns, self._since = caption, [], sentence.index
            self._prose, self._home = caption, sentence

    def give(self, amount: Amount, sentence: Sentence) -> None:
        """Give a bare number the unit of its row, column, table or paragraph."""
        if self.in_row:
            self._numbers = True
            caption = self._row or self._of_column(amount, sentence) or self._table
        else:
            caption = self._prose if self._covers(amount, sentence) else None
        if caption:
            _apply(caption, amount)

    def _of_column(self, amount: Amount, sentence: Sentence) -> Caption | None:
        """The caption of the column nearest to a number."""
        if not self._columns:
            return None
        begin, stop = self._extent(bisect_right(self._cells, amount.first) - 1, sentence)
        near = min(self._columns, key=lambda c: (max(c.begin - stop, begin - c.stop, 0), abs(c.stop - stop)))
        return near.caption

    def _covers(self, amount: Amount, sentence: Sentence) -> bool:
        """In the caption's own paragraph a number with decimals or set off by a dash; any in the list below it."""
        home = self._home
        if home is None or sentence.index < home.index:
            return False
        if sentence.kind == "item" and sentence.lead == home.index:
            return True
        set_off = amount.first > 0 and self._page.low[amount.first - 1] in _SETS_OFF
        return sentence.paragraph == home.paragraph and (amount.form == "decimal" or set_off)

    def _caption_at(self, i: int, cell: int, sentence: Sentence) -> Caption | None:
        """The caption that begins at token i: scale and unit in either order; in a row or heading also one alone."""
        page, words, limit = self._page, self._words, sentence.last
        if i > sentence.first and words.scales.get(page.low[i]):
            before = currency_ending(page, words, i - 1, sentence.first)
            i = before[1] if before else i
        if not self._opens(i, cell, sentence):
            return None
        scale, k = _scale(page, words, i, limit, money=False)
        if k > i and k < limit and page.low[k] in words.classes["of"]:
            k += 1
        unit = _unit(page, words, k, limit) if k < limit else None
        if unit is None:
            return self._scale_alone(scale, k, sentence)
        found, last = unit
        if scale == 1 and last < limit:
            scale, last = _scale(page, words, last, limit, money=found.type == "money")
        if scale == 1 and (sentence.kind == "prose" or not self._closed(last, limit)):
            return None
        return Caption(scale, found.type, found.unit, found.factor)

    def _scale_alone(self, scale: int, k: int, sentence: Sentence) -> Caption | None:
        """ "Passengers, thousand", "thousand persons": things are counted by the thousand."""
        if scale == 1 or sentence.kind == "prose":
            return None
        page = self._page
        if k < sentence.last and is_plural(self._words, page.low[k]):
            k += 1
        return Caption(scale, "", "", (1, 1)) if self._closed(k, sentence.last) else None

    def _opens(self, i: int, cell: int, sentence: Sentence) -> bool:
        if i == sentence.first or (cell >= 0 and self._cells[cell] == i):
            return True
        return self._page.low[i - 1] in _OPENS or self._page.low[i - 1] in self._words.classes["in"]

    def _closed(self, k: int, limit: int) -> bool:
        return k >= limit or self._page.low[k] in _CLOSES or k in self._cells


def _may_be_row(page: Page, sentence: Sentence) -> bool:
    """Whether a line may have cells: prose only where it is short and has a wide gap."""
    if sentence.kind != "prose":
        return True
    return sentence.last - sentence.first <= _SHORT and "   " in page.text[sentence.begin : sentence.stop]


def _cells(page: Page, sentence: Sentence) -> list[int]:
    """The first tokens of the cells of a row: behind bars, tabs, or three spaces."""
    low, text = page.low, page.document.text
    starts = [sentence.first]
    for i in range(sentence.first + 1, sentence.last):
        if low[i - 1] == "|":
            starts.append(i)
            continue
        gap = page.begins[i] - page.stops[i - 1]
        if gap >= _GAP or (gap and "\t" in text[page.stops[i - 1] : page.begins[i]]):
            starts.append(i)
    return starts


def _scale(page: Page, words: Words, i: int, limit: int, money: bool) -> tuple[int, int]:
    """The scale word at token i and the token behind it; (1, i) without one."""
    found = phrase_at(words.scales, page, i, limit)
    if not found or not isinstance(found[0].sense, Scale):
        return 1, i
    scale = found[0].sense
    return (scale.factor, found[1]) if scale.factor >= 1000 and (money or not scale.money) else (1, i)


def _unit(page: Page, words: Words, i: int, limit: int) -> tuple[Caption, int] | None:
    """The unit or currency at token i and the token behind it."""
    money = phrase_at(words.after, page, i, limit)
    if money and isinstance(money[0].sense, Currency):
        return Caption(1, "money", money[0].sense.code, money[0].sense.factor), money[1]
    unit = phrase_at(words.units, page, i, limit)
    if unit and isinstance(unit[0].sense, Unit) and unit[0].sense.kind not in ("ratio", "points", "duration"):
        sense = unit[0].sense
        return Caption(1, "percent" if sense.kind == "percent" else "measure", sense.unit, sense.factor), unit[1]
    return None


def _apply(caption: Caption, amount: Amount) -> None:
    """Give a bare number the caption's scale and unit."""
    amount.type, amount.unit, amount.factor = caption.type, caption.unit, caption.factor
    amount.top *= caption.scale
    amount.scale, amount.scaled = caption.scale, caption.scale > 1
    amount.grain += len(str(caption.scale)) - 1
    amount.sense = "table"
