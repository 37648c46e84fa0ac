"""Projects of tables: rows of undertakings with a cell that tells what has become of each."""

from __future__ import annotations

from pledgebook.model import Fact
from pledgebook.reading.context import Scene


def read_rows(scene: Scene, kinds: list[str]) -> list[Fact]:
    """The projects of every table of a scene."""
    return []
