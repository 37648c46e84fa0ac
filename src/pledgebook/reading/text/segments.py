"""Cuts a text into segments: sentences of prose, items of lists, rows of tables, headings, furniture.

Works on characters alone, line by line; every segment is a span of the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgebook.lexicon import rows

ABBREVIATIONS = frozenset(row["word"] for row in rows("en", "abbreviations"))

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[^\W_a-z]|\s+[•*–—]|\s*$)|;\s+(?=\d+\)|\([a-z]\))", re.M)
_LABEL = re.compile(
    r"\s*(?:(?P<bullet>[•▪■●◦*·‣]|[-–—](?=\s))\s*|(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])\s+"
    r"|(?P<section>\d{1,2}(?:\.\d{1,2})+)\s+)"
)
_CELLS = re.compile(r"\s*\|\s*|\s{3,}|\t+")
_GAP = re.compile(r"\S\s{3,}\S|\t")
_LOOSE = re.compile(r"\s{2,}")
_NUMBER = re.compile(r"[-+–−]?[$€£¥]?\d[\d.,' ]*\W{0,3}")
_FURNITURE = re.compile(
    r"\s*(read (also|more|next)|see also|related( (links|news|stories|articles))?|tags?|share( this)?|photo|"
    r"source photo|home\s*[»>/]|subscribe|follow us|advertisement|copyright|©|"
    r"all rights reserved|print this)\b\s*[:»>]?",
    re.I,
)


class Segment(NamedTuple):
    """Characters `begin` to `stop`; `lead` is the number of the segment that introduces the list, or -1."""

    begin: int
    stop: int
    kind: str
    paragraph: int
    lead: int
    label: str


def segments(text: str) -> list[Segment]:
    """The segments of a text, in order."""
    out: list[Segment] = []
    paragraph, lead, blank = -1, -1, True
    in_list, style = False, ""
    for begin, stop in _lines(text):
        line = text[begin:stop]
        if not line.strip():
            blank = True
            continue
        label = _LABEL.match(line)
        mark = label.group().strip() if label else ""
        is_item = bool(mark) and len(line) > len(label.group() if label else "")
        if blank or is_item or not _continues(out, text, line):
            paragraph += 1
        if in_list and ((blank and not is_item) or (is_item and style and _style(mark) != style)):
            in_list, lead = False, -1
        style = _style(mark) if is_item and in_list else ""
        blank = False
        start = begin + (label.end() if label and is_item else 0)
        kind = _kind(line, is_item)
        before = len(out)
        if kind == "row":
            start, is_item = begin, False
        whole = kind in ("furniture", "row")
        for b, e in [_strip(text, start, stop)] if whole else _cut(text, start, stop):
            out.append(Segment(b, e, kind, paragraph, lead if is_item else -1, mark if is_item else ""))
        if len(out) > before and text[out[-1].begin : out[-1].stop].rstrip().endswith(":"):
            lead, in_list = len(out) - 1, True
        elif not is_item and not in_list:
            lead = -1
    return out


def _lines(text: str) -> list[tuple[int, int]]:
    """Lines as spans, without their line ends."""
    spans, begin = [], 0
    for line in text.split("\n"):
        spans.append((begin, begin + len(line)))
        begin += len(line) + 1
    return spans


def _style(mark: str) -> str:
    """What kind of marker an item has: all numbers are one kind, all letters another, each bullet its own."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[\d.]+", "1", mark))


def _continues(out: list[Segment], text: str, line: str) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    return bool(out) and out[-1].kind == "prose"


def _kind(line: str, is_item: bool) -> str:
    if _FURNITURE.match(line):
        return "furniture"
    if not any(c.isalnum() for c in line):
        return "furniture"
    if _is_row(line.strip()):
        return "row"
    if is_item:
        return "item"
    bare = line.strip()
    if len(bare) <= 110 and not re.search(r"[.!?;:,\"')]$", bare):
        return "heading"
    return "prose"


def _is_row(line: str) -> bool:
    """A row of a table: three cells and more, parted by bars, tabs or wide gaps; by gaps of two where numbers stand."""
    parts = _CELLS.split(line)
    if len(parts) >= 3 and (line.count("|") >= 2 or _GAP.search(line)):
        return True
    loose = _LOOSE.split(line)
    return len(loose) >= 3 and sum(1 for p in loose[1:] if _NUMBER.fullmatch(p)) >= 2


def _cut(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """The sentences between two places of one line."""
    spans: list[tuple[int, int]] = []
    start = begin
    for match in _END.finditer(text, begin, stop):
        if match.group().startswith(".") and _abbreviated(text, start, match.start()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, stop))
    return [s for s in (_strip(text, b, e) for b, e in spans) if s[1] > s[0]]


def _abbreviated(text: str, start: int, dot: int) -> bool:
    """Whether the full stop at `dot` ends an abbreviation or an initial and not a sentence."""
    word = re.search(r"[\w.]*$", text[max(start, dot - 12) : dot])
    bare = word.group().lower() if word else ""
    if bare in ABBREVIATIONS and not (bare in ("mln", "bln", "no", "co", "inc", "ltd") and _new_sentence(text, dot)):
        return True
    return len(bare) == 1 and bare.isalpha() and (word is not None and word.group().isupper())


def _new_sentence(text: str, dot: int) -> bool:
    """After a word that may end a sentence: whether a capitalised word that is no number follows."""
    return (
        bool(re.match(r"\.[\"')]*\s+[A-Z][a-z]", text[dot : dot + 12])) and text[max(0, dot - 2) : dot].lower() != "no"
    )


def _strip(text: str, begin: int, stop: int) -> tuple[int, int]:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return begin, stop
