"""The data files of matching, read once: tab-separated lines, `#` begins a remark."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of `data/NAME.tsv`, each as its cells."""
    text = (_DATA / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def groups(name: str) -> dict[str, frozenset[int]]:
    """The lines of a table in which each of its words stands; `families.project` takes the lines of that first cell."""
    table, _, first = name.partition(".")
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows(table)):
        if not first or row[0] == first:
            for word in row[-1].split(","):
                found.setdefault(word.strip(), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def rules() -> dict[str, Any]:
    """The rules of `data/rules.toml`."""
    return tomllib.loads((_DATA / "rules.toml").read_text(encoding="utf-8"))
