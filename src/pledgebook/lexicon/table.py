"""Reads the tables of a pack: tab-separated, a header, `#` for comments, `|` between the values of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(lang: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of table `name` ("countries") of a language as mappings from column to cell; missing cells are ""."""
    text = files("pledgebook.lexicon").joinpath(lang, name + ".tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    header = next(lines).split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False))


def names(lang: str) -> list[str]:
    """The tables of roles of a language, sorted: every table whose name begins with `roles`."""
    folder = files("pledgebook.lexicon").joinpath(lang)
    return sorted(p.name[:-4] for p in folder.iterdir() if p.name.startswith("roles") and p.name.endswith(".tsv"))


def has(lang: str, name: str) -> bool:
    """Whether a language has a table."""
    return files("pledgebook.lexicon").joinpath(lang, name + ".tsv").is_file()


def classes(lang: str) -> dict[str, frozenset[str]]:
    """The classes of single words, lower case, from every table whose name begins with `classes`."""
    found: dict[str, set[str]] = {}
    folder = files("pledgebook.lexicon").joinpath(lang)
    tables = sorted(p.name[:-4] for p in folder.iterdir() if p.name.startswith("classes") and p.name.endswith(".tsv"))
    for table in tables:
        for row in rows(lang, table):
            for word in cell(row["words"]):
                found.setdefault(word, set()).add(row["class"])
    return {word: frozenset(found[word]) for word in sorted(found)}


def cell(text: str) -> list[str]:
    """The values of a cell."""
    return [value for value in text.split("|") if value]
