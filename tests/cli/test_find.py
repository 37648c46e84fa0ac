"""`pledgebook find`: words in documents, quotes and names."""

from __future__ import annotations


def test_claims_and_documents_are_found(filled, lines) -> None:
    hits = lines("find", "air", "link")
    assert {hit["document"] for hit in hits} == {"link", "opened"}
    assert any(hit["claim"] for hit in hits) and any(not hit["claim"] for hit in hits)


def test_words_in_quotes_stand_together(filled, lines) -> None:
    assert lines("find", '"air link"')
    assert lines("find", '"link air"') == []


def test_as_a_table(filled, run) -> None:
    first, *rest = run("find", "air", "--limit", "1").stdout.splitlines()
    assert first.split() == ["document", "id", "words"]
    assert len(rest) == 1


def test_asking_writes_nothing(filled, run) -> None:
    before = (filled / "my.pledge").read_bytes()
    assert run("find", "air").exit_code == 0
    assert (filled / "my.pledge").read_bytes() == before


def test_where_there_is_no_book_one_line_says_so(folder, run) -> None:
    result = run("find", "air")
    assert result.exit_code == 2
    assert result.stderr.startswith("pledgebook: there is no book at ")
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "my.pledge").exists()


def test_without_words(filled, run) -> None:
    assert run("find").exit_code == 2
