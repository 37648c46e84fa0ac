"""Whole relations of other parts of the world, every promise of each with the verdict that a reader would give."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pledgebook.judging import judge
from pledgebook.matching import match

from .book import claims_of, expected

BOOKS = sorted((Path(__file__).parent / "books").glob("*.txt"))


@pytest.mark.parametrize("path", BOOKS, ids=[path.stem for path in BOOKS])
def test_every_promise_of_a_relation_gets_its_verdict(path: Path) -> None:
    book = path.read_text(encoding="utf-8")
    on = date.fromisoformat(re.findall(r"^# judged on (\S+)$", book, re.MULTILINE)[0])
    claims = claims_of(book)
    words = {c.id: c.words[0] for c in claims}
    found = {words[p.claims[0]]: v.status for p, v in judge(claims, match(claims), on)}
    assert found == {words[claim]: status for claim, status in expected(book).items()}
