"""Chooses among readings by weights that stand in a table: which date, which cue, which words belong to a number.

A candidate is a list of named features; its score is the sum of their weights; the best wins, the earlier at par. The
tables are learned from annotated documents (`make weights`) and can be read and changed by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from pledgebook.lexicon import rows

T = TypeVar("T")


@cache
def weights(table: str) -> dict[str, float]:
    """The weights of a table: feature to weight."""
    return {row["feature"]: float(row["weight"]) for row in rows("en", "weights_" + table)}


def best(table: str, at: int, values: Sequence[T], features: Sequence[list[str]]) -> tuple[T, float]:
    """The value whose features weigh most, and by how much it leads the next one of another value.

    `at` is the character at which the thing stands that is decided upon: those who train the tables tell choices apart
    by it.
    """
    known = weights(table)
    scores = [sum([known.get(f, 0.0) for f in names]) for names in features]
    top = max(range(len(scores)), key=lambda i: (scores[i], -i))
    rest = [s for i, s in enumerate(scores) if values[i] != values[top]]
    return values[top], scores[top] - max(rest, default=scores[top] - 5.0)


def bucket(n: int, *steps: int) -> str:
    """A number as the name of its bucket: bucket(5, 0, 2, 6) is "6" (at most six); above the last step "more"."""
    for step in steps:
        if n <= step:
            return str(step)
    return "more"
