"""From what the user names to documents: what is taken, under which id, and what is refused and how that is said."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model import Span
from pledgebook.sources import Refused, Taken, Told, guide_form, is_date, places, take, take_all

TEXT = "Oslo and Lima sign\n\nNorway will open an office in Lima by May 2024."
DOC = {"id": "office", "text": TEXT, "published": "2023-05", "publisher": "Gazette"}
FACT: dict[str, Any] = {"kind": "pledge", "actors": ["NO"], "action": "open an office in Lima", "strength": "commits"}
FACT |= {"due": "2024-05", "quotes": ["Norway will open an office in Lima by May 2024"]}


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def refusal(where: str, with_facts: bool = False) -> str:
    with pytest.raises(Refused) as caught:
        take(where, Told(), with_facts)
    line = str(caught.value)
    assert "\n" not in line
    return line


# What is taken


def test_a_text_file_is_named_by_its_stem_and_titled_by_its_first_line(tmp_path: Path) -> None:
    document = take(
        write(tmp_path, "visit.of.may.txt", "\n  Visit to Oslo \n\nText."), Told("2023-05-01", "Ministry")
    ).document
    assert (document.id, document.title) == ("visit.of.may", "Visit to Oslo")
    assert (document.published, document.publisher, document.lang) == ("2023-05-01", "Ministry", "en")
    assert document.text == "\n  Visit to Oslo \n\nText."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfLima", "Lima"),
        ("Çeşmə".encode(), "Çeşmə"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ],
    ids=["byte order mark", "UTF-8", "line ends"],
)
def test_bytes_become_text(tmp_path: Path, raw: bytes, text: str) -> None:
    assert take(write(tmp_path, "a.txt", raw), Told()).document.text == text


def test_json_keeps_its_own_words_over_what_is_told(tmp_path: Path) -> None:
    where = write(tmp_path, "any.json", json.dumps({"doc": DOC, "facts": [FACT]}))
    taken = take(where, Told("1999", "Somebody"))
    assert (taken.document.id, taken.document.published, taken.document.publisher) == ("office", "2023-05", "Gazette")
    assert taken.facts is None


def test_json_takes_what_is_told_where_it_is_silent(tmp_path: Path) -> None:
    document = take(
        write(tmp_path, "bare.json", json.dumps({"doc": {"text": TEXT}})), Told("2024", "Somebody")
    ).document
    assert (document.id, document.published, document.publisher) == ("bare", "2024", "Somebody")
    assert document.title == "Oslo and Lima sign"


def test_facts_come_with_the_document_where_they_are_asked_for(tmp_path: Path) -> None:
    where = write(tmp_path, "any.json", json.dumps({"doc": DOC, "facts": [FACT]}))
    (fact,) = take(where, Told(), with_facts=True).facts or ()
    begin = TEXT.index("Norway")
    assert (fact.kind, fact.get("actors"), fact.quotes) == ("pledge", ("NO",), (Span(begin, len(TEXT) - 1),))


def test_the_form_goes_out_as_it_came_in(tmp_path: Path) -> None:
    data = {"doc": {**DOC, "title": "Office", "lang": "en"}, "facts": [FACT]}
    taken = take(write(tmp_path, "any.json", json.dumps(data)), Told(), with_facts=True)
    assert guide_form(taken.document, taken.facts or ()) == data


@pytest.mark.parametrize(("raw", "ident"), [(TEXT, "stdin"), (json.dumps({"doc": DOC}), "office")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: str, ident: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    assert take("-", Told()).document.id == ident


# Folders


def test_a_folder_is_opened_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config"):
        write(tmp_path, name, TEXT)
    assert [str(Path(one).relative_to(tmp_path)) for one in places([str(tmp_path)])] == [
        "a/b/c.txt",
        "a/z.txt",
        "b.txt",
    ]


def test_bad_files_of_a_folder_do_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "1.txt", TEXT)
    write(tmp_path, "2.bin", b"\0\1")
    write(tmp_path, "3.txt", TEXT)
    found = list(take_all(places([str(tmp_path)]), Told()))
    assert [one.document.id if isinstance(one, Taken) else "refused" for one in found] == ["1", "refused", "3"]


def test_two_documents_of_one_id_are_not_both_taken(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a/x.txt", TEXT), write(tmp_path, "b/x.txt", TEXT + " More.")
    taken, refused = take_all([first, second], Told())
    assert isinstance(taken, Taken)
    assert isinstance(refused, Refused)
    assert first in str(refused) and second in str(refused) and "'x'" in str(refused)


# What is refused


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.json", b"", "is empty"),
        ("a.txt", b"PK\x03\x04\x00\x00", "is a binary file"),
        ("a.txt", "Lima".encode("utf-16"), "is a binary file"),
        ("a.txt", b"caf\xe9 in Lima", "is not UTF-8 text (byte 3)"),
        ("a.txt", b"a" * 5_000_000, "has a line of 5,000,000 characters"),
        ("a.html", b"<p>Lima</p>", "is markup"),
        ("a.json", b"[1", "is broken JSON (line 1"),
        ("a.json", b"[" * 100_000, "out of all measure"),
        ("a.json", b'{"doc": ' + b"9" * 5000 + b"}", "out of all measure"),
        ("a.json", b"[]", "not a document"),
        ("a.json", b'{"text": "Lima"}', "not a document"),
        ("a.json", b'{"doc": "Lima"}', "not a document"),
        ("a.json", b'{"doc": {"text": 7}}', "not a document"),
        ("a.json", b'{"doc": {"text": "Lima", "id": 7}}', "doc.id is no text"),
        ("a.json", b'{"doc": {"text": " "}}', "has no text"),
        ("a.json", b'{"doc": {"text": "Li\\u0000ma"}}', "is no character"),
        ("a.json", b'{"doc": {"text": "Li\\ud800ma"}}', "is no character"),
        ("a.json", b'{"doc": {"text": "Lima", "published": "May 2023"}}', "is no date: 'May 2023'"),
        ("a.json", b'{"doc": {"text": "Lima", "published": "2023-02-30"}}', "is no date: '2023-02-30'"),
    ],
)
def test_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    where = write(tmp_path, name, content)
    line = refusal(where)
    assert line.startswith(where)
    assert said in line


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "is not there" in refusal(str(tmp_path / "no.txt"))
    assert "without files" in refusal(str(tmp_path))
    assert "not UTF-8" in refusal("\udcff.txt")
    assert "cannot be opened" in refusal("a\0b.txt") or "not UTF-8" in refusal("a\0b.txt")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quotes": ["Norway closed an office"]}, "quote is not in the text"),
        ({"quotes": []}, "has no quotes"),
        ({"quotes": "Norway"}, "quotes that are no texts"),
        ({"actors": "NO"}, "actors must be a list of names"),
        ({"kind": "wish"}, "unknown kind 'wish'"),
        ({"strength": ["commits"]}, "unhashable"),
        ({"strength": "maybe"}, "strength cannot be 'maybe'"),
        ({"due": "soon"}, "due is no ISO date"),
    ],
)
def test_facts_that_are_none_are_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    where = write(tmp_path, "a.json", json.dumps({"doc": DOC, "facts": [FACT, {**FACT, **change}]}))
    line = refusal(where, with_facts=True)
    assert "fact 2" in line
    assert said in line


def test_facts_asked_of_what_has_none(tmp_path: Path) -> None:
    assert "no list of facts" in refusal(write(tmp_path, "a.json", json.dumps({"doc": DOC})), with_facts=True)
    assert "brings no facts" in refusal(write(tmp_path, "a.txt", TEXT), with_facts=True)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.json"]))
def test_any_bytes_are_taken_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str) -> None:
    where = write(tmp_path_factory.getbasetemp(), name, raw)
    (one,) = take_all([where], Told())
    assert isinstance(one, Refused) or one.document.text.strip()


@pytest.mark.parametrize(
    ("iso", "good"),
    [
        ("2023", True),
        ("2023-05", True),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2023-13", False),
        ("2023-00", False),
        ("0000", False),
        ("23-05-01", False),
        ("2023-5", False),
        ("20230501", False),
        ("", False),
        ("２０２３", False),
    ],
)
def test_dates(iso: str, good: bool) -> None:
    assert is_date(iso) is good
