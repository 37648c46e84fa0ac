"""docs/verdicts.md says of every rule what the rules say, and its examples come out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pledgebook.judging.rules import RULES
from pledgebook.judging.words import table

from .book import judged

PAGE = (Path(__file__).parents[2] / "docs" / "verdicts.md").read_text(encoding="utf-8")
EXAMPLES = [block.split("=> ") for block in re.findall(r"```book\n(.*?)```", PAGE, re.DOTALL)]


def test_every_rule_of_a_verdict_has_its_place_and_its_words() -> None:
    headings = re.findall(r"^### (\S+): (\S+)$", PAGE, re.MULTILINE)
    rules = table("rules")["verdict"]
    assert headings == [(name, rules[name]["status"]) for name, _ in RULES]
    assert list(rules) == [name for name, _ in RULES]
    for rule in rules.values():
        assert f"{rule['says']} *What would change it:* {rule['changes']}" in PAGE


def test_every_rule_of_evidence_stands_in_the_table() -> None:
    rows = dict(re.findall(r"^\| (\w+) \| [\w, ]+ \| (.+) \|$", PAGE, re.MULTILINE))
    rows.pop("rule", None)
    assert rows == table("rules")["evidence"]


def test_every_rule_that_the_code_names_is_declared() -> None:
    folder = Path(__file__).parents[2] / "src" / "pledgebook" / "judging"
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    named = set(re.findall(r'evidence\(\w+, "\w+", "(\w+)"', code)) | set(re.findall(r'rule="(\w+)"', code))
    assert named <= set(table("rules")["evidence"])


@pytest.mark.parametrize(("book", "outcome"), EXAMPLES, ids=[outcome.strip() for _, outcome in EXAMPLES])
def test_an_example_comes_out(book: str, outcome: str) -> None:
    on, status, rule = outcome.split()
    _, verdict = judged(book, on)[0]
    assert (verdict.status, verdict.rule) == (status, rule)
    assert all(e.rule in table("rules")["evidence"] for e in verdict.evidence)


def test_every_verdict_has_an_example() -> None:
    assert {outcome.split()[2] for _, outcome in EXAMPLES} == {name for name, _ in RULES}
