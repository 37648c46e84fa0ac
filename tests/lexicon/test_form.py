"""Tables of names are in one form: sorted, cells trimmed, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import pledgebook.lexicon

FOLDER = Path(pledgebook.lexicon.__file__).parent / "en"
NAMES = ["bodies", "body_heads", "countries", "persons", "places", "scales", "units"]


@pytest.mark.parametrize("table", NAMES)
def test_a_table_of_names_is_sorted_trimmed_and_says_nothing_twice(table: str) -> None:
    text = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8")
    header, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    cells = [line.split("\t") for line in lines]
    assert text.endswith("\n")
    assert {len(row) for row in cells} == {len(header.split("\t"))}
    assert cells == sorted(cells)
    assert len(set(lines)) == len(lines)
    for row in cells:
        for values in (value.split("|") for value in row if value):
            assert [value.strip() for value in values] == values == list(dict.fromkeys(values))


def test_places_stay_small() -> None:
    assert (FOLDER / "places.tsv").stat().st_size < 350_000
