"""What commands print: for a person in a terminal, and plain in a pipe."""

from __future__ import annotations

import pytest

from pledgebook.cli import out

COLUMNS = ("id", "verdict", "what")
ROWS = [("p1", "kept", "opened in [Baku] [/bold]"), ("p2", "overdue", "to come")]


def test_a_pipe_gets_padded_columns_and_an_unpadded_last_one() -> None:
    assert list(out.plain_table(COLUMNS, ROWS, "Promises")) == [
        "Promises",
        "id  verdict  what",
        "p1  kept     opened in [Baku] [/bold]",
        "p2  overdue  to come",
    ]


def test_no_rows_leave_the_names_of_the_columns() -> None:
    assert list(out.plain_table(COLUMNS, [])) == ["id  verdict  what"]


def test_a_terminal_gets_colour_and_the_documents_own_brackets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(out, "in_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out.table(COLUMNS, ROWS, "Promises", {"kept": "green"})
    printed = capsys.readouterr().out
    assert "opened in [Baku] [/bold]" in printed
    assert "\x1b[32mkept" in printed
    assert "\x1b[32moverdue" not in printed


def test_the_bar_is_for_a_person_who_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with out.progress(["a", "b"], "reading") as steps:
        assert list(steps) == ["a", "b"]
    assert capsys.readouterr().err == ""
