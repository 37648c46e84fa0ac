"""`pledgebook add`: documents into the book, each whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgebook.model import Document, Fact


def test_documents_come_with_their_facts_once(folder, run) -> None:
    first = run("add", str(folder / "in"), "--facts")
    assert first.stdout == f"{folder / 'my.pledge'}: 2 documents added with 3 claims\n"
    again = run("add", str(folder / "in"), "--facts")
    assert again.stdout == f"{folder / 'my.pledge'}: 0 documents added with 0 claims; 2 documents known already\n"


def test_for_programs(folder, lines) -> None:
    assert lines("add", str(folder / "in"), "--facts") == [
        {"document": "link", "known": False, "claims": 2},
        {"document": "opened", "known": False, "claims": 1},
    ]


def test_a_document_is_read_where_its_facts_are_not_asked_for(folder, lines) -> None:
    (folder / "a.txt").write_text("Kenya and Peru will open an air link.")
    (added,) = lines("add", str(folder / "a.txt"), "--published", "2023-02-01")
    assert (added["document"], added["known"]) == ("a", False)


def test_another_text_of_a_known_id_is_refused_and_named(filled, run) -> None:
    (filled / "link.txt").write_text("Kenya and Peru agreed on nothing.")
    result = run("add", str(filled / "link.txt"))
    assert result.exit_code == 2
    assert "link.txt" in result.stderr and "another text" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_what_is_refused_does_not_stop_the_rest(folder, run, lines) -> None:
    (folder / "in" / "link.json").write_text('{"doc": ')
    result = run("add", str(folder / "in"), "--facts")
    assert result.exit_code == 1
    assert "broken JSON" in result.stderr
    assert {hit["document"] for hit in lines("find", "air", "link")} == {"opened"}


def test_a_reader_that_breaks_costs_one_document(folder, run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document) -> list[Fact]:
        raise IndexError(document.id)

    monkeypatch.setattr("pledgebook.reading.read", broken)
    (folder / "a.txt").write_text("Kenya and Peru will open an air link.")
    result = run("add", str(folder / "a.txt"))
    assert result.exit_code == 2
    assert "the reader failed on it (IndexError: a)" in result.stderr


def test_a_file_that_is_no_book_is_left_alone(folder, run) -> None:
    (folder / "my.pledge").write_text("words")
    result = run("add", str(folder / "in"), "--facts")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "is not a book" in result.stderr
    assert Path(folder / "my.pledge").read_text() == "words"
