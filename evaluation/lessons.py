"""Texts with the figures or the projects that follow from them, read from the tables in `lessons/`.

A case is `@ day of publication`, an optional `# title`, the text, and a line for every figure:

    = indicator PARTIES value unit [start..end or -] [status] [| of]

PARTIES is `KE>UG` (reporter and partner), `KE&UG` (in either order), `KE` or `-`. A case without figures has none.

In a theme of projects (`projects.txt`) the lines are projects, cells may be empty, parties stand between commas:

    + type | name | country | place | parties | status | start..due [| speaker]
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import gold
from pledgebook.model import Document

HERE = Path(__file__).parent / "lessons"
_SCALE = {"m": 1e6, "bn": 1e9, "": 1.0}


_PROJECT = ("type", "name", "country", "place", "parties", "status", "days", "speaker")


class Lesson(NamedTuple):
    """A text with its day and title, and the figures and projects that follow."""

    name: str
    published: str
    title: str
    text: str
    figures: list[dict[str, Any]]
    projects: list[dict[str, Any]]


def lessons(theme: str) -> list[Lesson]:
    """The cases of a theme, in order."""
    blocks = re.split(r"\n(?=@ )", (HERE / f"{theme}.txt").read_text(encoding="utf-8").strip())
    return [_lesson(f"{theme}{i + 1}", block) for i, block in enumerate(blocks)]


def themes() -> list[str]:
    """The themes that have a table."""
    return sorted(path.stem for path in HERE.glob("*.txt"))


def cases() -> list[gold.Case]:
    """Every lesson as an annotated document."""
    return [_case(lesson) for theme in themes() for lesson in lessons(theme)]


def judges(case: gold.Case) -> str:
    """The kind of fact of which a lesson writes down every one."""
    return "project" if case.name.startswith("projects") else "figure"


def _case(lesson: Lesson) -> gold.Case:
    document = Document(id=lesson.name, title=lesson.title, published=lesson.published, lang="en", text=lesson.text)
    facts = [_fact(f, lesson.text) for f in lesson.figures] + [{**p, "quotes": [lesson.text]} for p in lesson.projects]
    return gold.Case(HERE / lesson.name, document, facts)


def _fact(figure: dict[str, Any], text: str) -> dict[str, Any]:
    """A figure in the form of the guide, with the whole text as its quote."""
    reporter, _, partner = figure["parties"].replace("&", ">").partition(">")
    slots = {**figure, "reporter": reporter, "partner": partner, "kind": "figure", "quotes": [text]}
    return {k: v for k, v in slots.items() if k != "parties" and v != ""}


def _lesson(name: str, block: str) -> Lesson:
    lines = block.split("\n")
    title = lines[1][2:] if lines[1].startswith("# ") else ""
    body = [line for line in lines[2 if title else 1 :] if not line.startswith(("= ", "+ "))]
    figures = [_figure(line[2:]) for line in lines if line.startswith("= ")]
    projects = [_project(line[2:]) for line in lines if line.startswith("+ ")]
    return Lesson(name, lines[0][2:].strip(), title, "\n".join(body).strip(), figures, projects)


def _figure(line: str) -> dict[str, Any]:
    """One line of a table as the slots of a figure; `parties` keeps the sign between the states."""
    head, _, of = line.partition(" | ")
    indicator, parties, value, unit, *rest = head.split()
    start, _, end = (rest[0] if rest and ".." in rest[0] else "..").partition("..")
    number, scale = re.fullmatch(r"(-?[\d.]+)(m|bn|)", value).groups()  # type: ignore[union-attr]
    return {
        "indicator": indicator, "parties": parties.strip("-"), "value": round(float(number) * _SCALE[scale], 6),
        "unit": unit, "start": start, "end": end, "status": rest[1] if len(rest) > 1 else "actual", "of": of.strip(),
    }  # fmt: skip


def _project(line: str) -> dict[str, Any]:
    """One line of a table of projects as the slots of one."""
    cells = [cell.strip() for cell in line.split("|")]
    slots: dict[str, Any] = {"kind": "project", **dict(zip(_PROJECT, cells, strict=False))}
    slots["start"], _, slots["due"] = slots.pop("days").partition("..")
    slots["parties"] = [name.strip() for name in slots["parties"].split(",") if name.strip()]
    return {slot: value for slot, value in slots.items() if value}
