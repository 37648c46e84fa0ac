"""What is one thing and what is two: the pairs of pairs.txt."""

from __future__ import annotations

import pytest

from .helpers import Case, cases, joined


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.head}: {c.name}") for c in cases("pairs.txt")])
def test_pair(case: Case) -> None:
    assert joined(case.older, case.newer) is case.head.endswith("same")


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=c.name) for c in cases("pairs.txt", ("only", "only")) if c.older.kind != "figure"]
)
def test_one_document_tells_one_thing_once(case: Case) -> None:
    assert not joined(case.older, case.newer)
