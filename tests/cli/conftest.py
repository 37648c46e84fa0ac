"""A book of two small documents, and the command to ask it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pledgebook.cli import main

FIRST = "Kenya and Peru agreed to open an air link by May 2024. Trade reached $12 million in 2022."
SECOND = "The air link between Kenya and Peru was opened on 3 May 2024."
PLEDGE: dict[str, Any] = {"kind": "pledge", "actors": ["KE", "PE"], "action": "open an air link", "due": "2024-05"}
PLEDGE |= {"strength": "commits", "quotes": [FIRST[:54]]}
TRADE: dict[str, Any] = {"kind": "figure", "indicator": "trade_turnover", "reporter": "KE", "partner": "PE"}
TRADE |= {"value": 12000000, "unit": "USD", "start": "2022", "end": "2022", "quotes": [FIRST[55:]]}
LINK = {"kind": "movement", "origin": {"country": "KE"}, "destination": {"country": "PE"}, "modes": ["air"]}
LINK |= {"date": "2024-05-03", "status": "running", "quotes": [SECOND]}

Run = Callable[..., Result]


def write(path: Path, published: str, text: str, *facts: dict[str, Any]) -> None:
    """A document with its facts, in the form of the guide."""
    doc = {"id": path.stem, "publisher": "Gazette", "published": published, "text": text}
    path.write_text(json.dumps({"doc": doc, "facts": facts}))


@pytest.fixture
def run() -> Run:
    """Call the command."""
    return lambda *arguments, stdin=None: CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def lines(run: Run) -> Callable[..., list[Any]]:
    """Call the command and take its lines of JSON."""

    def call(*arguments: str) -> list[Any]:
        result = run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents in `in/`, and no book yet at `my.pledge`, which the environment names."""
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "link.json", "2023-02-01", FIRST, PLEDGE, TRADE)
    write(tmp_path / "in" / "opened.json", "2024-05-04", SECOND, LINK)
    monkeypatch.setenv("PLEDGEBOOK_BOOK", str(tmp_path / "my.pledge"))
    return tmp_path


@pytest.fixture
def filled(folder: Path, run: Run) -> Path:
    """The same, and the two documents in the book."""
    assert run("add", str(folder / "in"), "--facts").exit_code == 0
    return folder


@pytest.fixture
def promise_words() -> str:
    """The words of the first document that promise something."""
    return FIRST[:54]
