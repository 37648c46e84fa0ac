"""`pledgebook mentions`: every value in a text, for people and for programs."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pledgebook.cli import main
from pledgebook.model import Document, Mention

command = import_module("pledgebook.cli.mentions")


def reader(document: Document) -> list[Mention]:
    """A reader that sees the first five characters as a year, dated by the document."""
    if not document.text:
        return []
    if "crash" in document.text:
        raise IndexError("crash")
    return [Mention("date", document.text[:5], 0, 5, 0, 1, start=document.published, grain="year")]


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "mentions", reader)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["mentions", *arguments], input=stdin)


def test_plain_text_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2024\nwas dry")
    assert run(str(tmp_path / "a.txt"), "--published", "2025").stdout.splitlines() == [
        "type  text  place  meaning",
        "date  2024  0-5    start=2025 grain=year",
    ]


def test_json_gives_code_points(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Çəşmə")
    (line,) = run(str(tmp_path / "a.txt"), "--json").stdout.splitlines()
    assert json.loads(line) == {"mentions": [{"type": "date", "text": "Çəşmə", "begin": 0, "stop": 5, "grain": "year"}]}


def test_a_line_in_gives_a_line_out_also_where_it_is_none() -> None:
    good = json.dumps({"text": "a text", "published": "2024-05"})
    bad = ["no json", "[]", '{"text": 7}', '{"text": "a", "published": "May"}', '{"text": "a\\u0000"}', "", "[" * 99999]
    result = run("--jsonl", "-", stdin="\n".join([good, *bad, '{"text": ""}', good]) + "\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(answers) == len(bad) + 3
    assert answers[0]["mentions"][0]["start"] == "2024-05"
    assert answers[-1] == answers[0]
    assert answers[-2] == {"mentions": []}
    assert [one["error"].split(":")[0] for one in answers[1:-2]] == [f"standard input, line {n}" for n in range(2, 9)]
    assert result.exit_code == 1


def test_a_reader_that_breaks_costs_one_line(tmp_path: Path) -> None:
    result = run("--jsonl", "-", stdin='{"text": "crash"}\n{"text": "2024"}\n')
    first, second = [json.loads(line) for line in result.stdout.splitlines()]
    assert "the reader failed on it (IndexError: crash)" in first["error"]
    assert len(second["mentions"]) == 1
    (tmp_path / "a.txt").write_text("crash")
    assert run(str(tmp_path / "a.txt")).exit_code == 2


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--jsonl", "-"], ["no.txt"], ["--jsonl", "no.jsonl"]])
def test_a_wrong_call_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
