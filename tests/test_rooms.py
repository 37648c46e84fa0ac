"""Data flows one way: a room imports only the rooms that DESIGN draws before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pledgebook

SOURCE = Path(pledgebook.__file__).parent

UPSTREAM = {
    "model": set(),
    "lexicon": {"model"},
    "reading": {"model", "lexicon"},
    "sources": {"model"},
    "matching": {"model", "lexicon"},
    "judging": {"model", "lexicon", "matching"},
    "book": {"model", "lexicon", "reading", "sources", "matching", "judging"},
    "brief": {"model", "lexicon", "matching", "judging", "book"},
    "cli": {"model", "lexicon", "reading", "sources", "matching", "judging", "book", "brief"},
}
FRONT = {"__init__", "__main__"}  # the package's own face: it may name any room


def room_of(module: str) -> str:
    """`pledgebook.model.fact` lies in `model`; `pledgebook` itself in no room."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imported(path: Path) -> Iterator[str]:
    """The modules of pledgebook that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "pledgebook")
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "pledgebook.<relative>"
        elif isinstance(node, ast.ImportFrom) and node.module == "pledgebook":
            yield from (f"pledgebook.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pledgebook."):
            yield str(node.module)
        elif isinstance(node, ast.Constant) and re.fullmatch(r"pledgebook(\.\w+)+", str(node.value)):
            yield str(node.value)  # a module named for a late import


def strays(path: Path, room: str) -> list[str]:
    """Imports of a file that run against the stream; the names of the package's face are for the last room alone."""
    face = set(pledgebook.__all__) if room == "cli" else {"__version__"}
    return [module for module in imported(path) if room_of(module) not in UPSTREAM[room] | {room} | face]


def test_every_folder_is_a_room_of_the_design() -> None:
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(UPSTREAM)
    assert {path.stem for path in SOURCE.glob("*.py")} <= FRONT


@pytest.mark.parametrize("room", UPSTREAM)
def test_a_room_imports_only_what_lies_upstream(room: str) -> None:
    found = {str(path.relative_to(SOURCE)): strays(path, room) for path in sorted((SOURCE / room).rglob("*.py"))}
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    ("line", "room", "stray"),
    [
        ("from pledgebook.book import Book", "reading", True),
        ("import pledgebook.judging.rules", "matching", True),
        ("from pledgebook import brief", "book", True),
        ("def f():\n    from pledgebook.cli import main", "brief", True),
        ("from .book import Book", "reading", True),
        ("from pledgebook.model import Fact", "reading", False),
        ("from pledgebook import __version__", "judging", False),
        ('import_module("pledgebook.judging")', "matching", True),
        ("import sqlite3", "book", False),
    ],
)
def test_the_test_itself_sees_a_stray_import(tmp_path: Path, line: str, room: str, stray: bool) -> None:
    file = tmp_path / "module.py"
    file.write_text(line)
    assert bool(strays(file, room)) is stray
