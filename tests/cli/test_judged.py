"""`pledgebook promises`, `show`, `export` and `brief`: what became of it all, on a day."""

from __future__ import annotations

from datetime import date

import pytest


def promise_of(found):
    (promise,) = [one for one in found if one["kind"] == "pledge"]
    return promise


def test_promises_with_verdict_and_sources(filled, lines, promise_words) -> None:
    promise = promise_of(lines("promises", "ke", "PE", "--on", "2026-04-01"))
    assert (promise["who"], promise["due"], promise["on"]) == (["KE", "PE"], "2024-05", "2026-04-01")
    assert promise["rule"]
    (claim,) = [claim for claim in promise["claims"] if claim["document"] == "link"]
    assert (claim["publisher"], claim["published"], claim["quotes"]) == ("Gazette", "2023-02-01", [promise_words])


def test_promises_as_a_table_and_of_others(filled, run, lines) -> None:
    table = run("promises", "--on", "2026-04-01").stdout.splitlines()
    assert table[0].split() == ["id", "verdict", "due", "who", "what"]
    assert any("2024-05" in line and line.endswith("open an air link") for line in table)
    assert lines("promises", "NO", "SE") == []


def test_the_day_is_today_where_none_is_given(filled, lines) -> None:
    assert {one["on"] for one in lines("promises")} == {date.today().isoformat()}


def test_show_leads_to_words_sources_and_history(filled, run, lines, promise_words) -> None:
    claim = promise_of(lines("promises"))["claims"][0]["claim"]
    shown = run("show", claim, "--on", "2026-04-01").stdout
    assert f'"{promise_words}"' in shown
    assert "2023-02-01  Gazette, link" in shown
    assert "given: read in link" in shown


def test_show_takes_the_id_of_a_promise(filled, run, lines) -> None:
    assert "by rule " in run("show", promise_of(lines("promises"))["id"]).stdout


def test_export_in_the_form_of_the_judge(filled, run, promise_words) -> None:
    printed = run("export", "--judge", "--on", "2026-04-01").stdout
    assert all(f'"{name}": [' in printed for name in ("promises", "items", "conflicts", "claims", "evidence", "quotes"))
    assert promise_words in printed


@pytest.mark.parametrize("form", ["text", "md"])
def test_brief_cites_its_sources(filled, run, form) -> None:
    result = run("brief", "KE", "PE", "--on", "2026-04-01", "--format", form)
    assert result.exit_code == 0
    assert "open an air link" in result.stdout
    assert "Gazette" in result.stdout


def test_asking_writes_nothing(filled, run) -> None:
    before = (filled / "my.pledge").read_bytes()
    for call in (["promises"], ["export", "--judge"], ["brief", "KE", "PE"]):
        assert run(*call).exit_code == 0
    assert (filled / "my.pledge").read_bytes() == before


@pytest.mark.parametrize("call", [["promises"], ["show", "c1"], ["brief", "KE", "PE"], ["export", "--judge"]])
def test_where_there_is_no_book_one_line_says_so(folder, run, call) -> None:
    result = run(*call)
    assert result.exit_code == 2
    assert result.stderr.startswith("pledgebook: there is no book at ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "call",
    [
        ["show", "nothing"],
        ["brief", "KE"],
        ["brief", "Kenya", "PE"],
        ["promises", "--on", "2026-04"],
        ["promises", "--on", "2026-02-30"],
        ["export"],
    ],
)
def test_a_wrong_call_ends_with_2(filled, run, call) -> None:
    assert run(*call).exit_code == 2
