"""The annotated documents of a folder, what the reader makes of them, and how the two compare (by score.py)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pledgebook
import score
from pledgebook.model import Document, Fact, fact_to_guide

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "gold"
CLASSES = ("sure", "likely", "weak")
RIGHT = 0.8  # slots of a pair that must agree for a fact to count as right


@dataclass(frozen=True)
class Case:
    """One annotated document: its file, its text, and its facts as a person wrote them down."""

    path: Path
    document: Document
    gold: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """The name by which score.py pairs files."""
        return self.path.stem

    @cached_property
    def facts(self) -> list[Fact]:
        """What the reader makes of the document."""
        return pledgebook.read(self.document)

    @cached_property
    def read(self) -> list[dict[str, Any]]:
        """The same facts in the form of the guide."""
        return [fact_to_guide(fact, self.document.text) for fact in self.facts]


@dataclass(frozen=True)
class Table:
    """What score.py says of some cases: a row a kind and one for all, the part of quotes that stand in their text."""

    rows: dict[str, dict[str, float]]
    quoted: float

    @property
    def record(self) -> float:
        """The one figure to quote."""
        return self.rows["all"]["record"]


def cases(folder: Path) -> list[Case]:
    """The annotated documents of a folder, by name."""
    return [_case(path) for path in sorted(folder.glob("*.json"))]


def _case(path: Path) -> Case:
    doc, gold = score.load(path)
    fields = ("id", "title", "publisher", "published", "lang", "text")
    return Case(path, Document(**{key: doc[key] for key in fields if key in doc}), gold)


def held_out() -> frozenset[str]:
    """The documents that nobody reads while writing rules."""
    lines = (HERE / "heldout.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def table(chosen: Iterable[Case], verbose: bool = False) -> Table:
    """score.py's table for the chosen cases; `verbose` prints every miss, extra and differing slot on the way."""
    with tempfile.TemporaryDirectory() as root:
        gold, read = Path(root, "gold"), Path(root, "read")
        gold.mkdir()
        read.mkdir()
        for case in chosen:
            (gold / case.path.name).symlink_to(case.path.resolve())
            (read / case.path.name).write_text(json.dumps({"facts": case.read}, ensure_ascii=False), encoding="utf-8")
        rows, _, quoted = score.score(gold, read, verbose)
    return Table(rows, quoted)


def confidence(chosen: Sequence[Case]) -> dict[str, tuple[int, int]]:
    """For each class of confidence: how many facts were read, and how many of them are right."""
    counts = dict.fromkeys(CLASSES, (0, 0))
    for case in chosen:
        right = _right(case)
        for index, fact in enumerate(case.facts):
            read, good = counts[fact.confidence]
            counts[fact.confidence] = (read + 1, good + (index in right))
    return counts


def _right(case: Case) -> frozenset[int]:
    """Indexes of the facts read that pair with a gold fact and agree with it in nearly every slot."""
    found = set()
    for kind in score.KINDS:
        gold = [fact for fact in case.gold if fact["kind"] == kind]
        at = [index for index, fact in enumerate(case.read) if fact["kind"] == kind]
        for _, j, agreed in score.pairs(kind, gold, [case.read[index] for index in at]):
            if agreed >= RIGHT:
                found.add(at[j])
    return frozenset(found)
