"""`pledgebook read`: what is printed, what is written, and how a run ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pledgebook.cli import documents, main
from pledgebook.model import Document, Fact, Span

TEXT = "Norway will open\nan office in Lima by May 2024."
SLOTS = {"actors": ("NO",), "action": "open an office in Lima", "due": "2024-05", "strength": "commits"}


def reader(document: Document) -> list[Fact]:
    """A reader that finds one pledge in whatever tells of Norway, and dies of the word `crash`."""
    if "crash" in document.text:
        raise KeyError("crash")
    return [Fact("pledge", SLOTS, (Span(0, len(TEXT) - 1),))] if "Norway" in document.text else []


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "read", reader)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *arguments], input=stdin)


def test_plain_text_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "office.txt").write_text(TEXT)
    result = run(str(tmp_path / "office.txt"), "--published", "2023-05-02", "--publisher", "Gazette")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "office · 2023-05-02 · Gazette · Norway will open",
        "kind    fact                                           confidence  quote",
        "pledge  commits NO open an office in Lima due 2024-05  likely      " + TEXT[:-1].replace("\n", " "),
        "",
    ]


def test_json_is_a_line_a_document_in_the_form_of_the_guide() -> None:
    result = run("-", "--json", "--published", "2023-05", stdin=TEXT)
    (line,) = result.stdout.splitlines()
    data = json.loads(line)
    assert (data["doc"]["id"], data["doc"]["published"], data["doc"]["text"]) == ("stdin", "2023-05", TEXT)
    fact = {"kind": "pledge", **SLOTS, "actors": ["NO"], "quotes": [TEXT[:-1]]}
    assert data["facts"] == [fact]


def test_out_writes_a_file_a_document_under_the_name_of_its_input(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "b.json").write_text(json.dumps({"doc": {"id": "other", "text": TEXT}, "facts": [{}]}))
    result = run(str(tmp_path / "in"), "--out", str(tmp_path / "facts"))
    assert (result.exit_code, result.output) == (0, "")
    assert sorted(path.name for path in (tmp_path / "facts").iterdir()) == ["a.json", "b.json"]
    data = json.loads((tmp_path / "facts" / "b.json").read_text())
    assert (data["doc"]["id"], len(data["facts"])) == ("other", 1)


def test_out_never_writes_one_document_over_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(json.dumps({"doc": {"id": "other", "text": TEXT}}))
    result = run(str(tmp_path / "a.txt"), str(tmp_path / "a.json"), "--out", str(tmp_path / "facts"))
    assert result.exit_code == 1
    assert "would be written over" in result.stderr


@pytest.mark.parametrize("content", [b"", b"\0", b"a" * 5_000_000, b"crash"], ids=["empty", "binary", "line", "crash"])
def test_what_cannot_be_read_ends_with_2_and_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    result = run(str(tmp_path / "a.txt"), "--out", str(tmp_path / "facts"))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "facts").exists()


def test_the_good_go_on_and_the_bad_are_named(tmp_path: Path) -> None:
    for name, content in (("1.txt", TEXT), ("2.txt", "crash"), ("3.txt", ""), ("4.txt", TEXT)):
        (tmp_path / name).write_text(content)
    result = run(str(tmp_path), "--json")
    assert result.exit_code == 1
    assert [json.loads(line)["doc"]["id"] for line in result.stdout.splitlines()] == ["1", "4"]
    lines = result.stderr.splitlines()
    assert [name in line for name, line in zip(("3.txt", "2.txt"), sorted(lines[:2], reverse=True), strict=True)]
    assert lines[2] == "pledgebook: 2 refused, 2 taken"


@pytest.mark.parametrize("arguments", [[], ["--published", "yesterday", "-"], ["--nonsense"]])
def test_a_wrong_call_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
