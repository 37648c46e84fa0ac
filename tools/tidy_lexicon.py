"""Bring hand-written lexicon tables into their one form: rows sorted, cells trimmed, no value twice.

Use: python tools/tidy_lexicon.py [--check] [FILE...]; without files, every table of the English pack.
"""

from __future__ import annotations

import sys
from pathlib import Path

ENGLISH = Path(__file__).parent.parent / "src/pledgebook/lexicon/en"


def tidy_cell(cell: str) -> str:
    """The values of a cell, trimmed, in the order given, none twice, none empty."""
    values = dict.fromkeys(" ".join(value.split()) for value in cell.split("|"))
    return "|".join(value for value in values if value)


def tidy_row(line: str, width: int, where: str) -> str:
    """One row with exactly `width` cells; a row with more, or with an empty first cell, is an error."""
    cells = [tidy_cell(cell) for cell in line.split("\t")]
    if len(cells) > width or not cells[0]:
        raise SystemExit(f"{where}: {len(cells)} cells for {width} columns: {line!r}")
    return "\t".join(cells + [""] * (width - len(cells)))


def tidy(text: str, name: str) -> str:
    """A whole table: its comments first, then the header, then the rows in code point order, each once."""
    lines = [line for line in text.splitlines() if line.strip()]
    comments = [line.rstrip() for line in lines if line.startswith("#")]
    header, *rows = [line for line in lines if not line.startswith("#")]
    width = len(header.split("\t"))
    kept = sorted({tidy_row(row, width, name) for row in rows}, key=lambda row: row.split("\t"))
    return "\n".join([*comments, header, *kept]) + "\n"


def main(arguments: list[str]) -> int:
    """Rewrite each table in place, or with --check tell which are not in their form (exit 1)."""
    check = "--check" in arguments
    paths = [Path(argument) for argument in arguments if argument != "--check"] or sorted(ENGLISH.glob("*.tsv"))
    untidy = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if (wanted := tidy(text, path.name)) != text:
            untidy += 1
            print(path.name, "is not tidy" if check else "tidied")
            if not check:
                path.write_text(wanted, encoding="utf-8")
    return int(check and untidy > 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
