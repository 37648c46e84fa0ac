"""What the world does to a file: kill, full disk, two writers, no permission, damage. Nothing is lost, a line is said.

PLEDGEBOOK_KILLS sets how often the writer is killed (6 where it is not set).
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from book_fakes import FORUM, NOW, ROOMS, SCHOOL, TRADE, document, fill, open_book

from pledgebook.book import Book, BookError, store

KILLS = int(os.environ.get("PLEDGEBOOK_KILLS", "6"))

WRITER = """
import sys
sys.path[:0] = {paths!r}
from book_fakes import *
with Book.open({path!r}, rooms=ROOMS) as book:
    for number in range({first}, {last}):
        try:
            book.add(document(f"{name}{{number}}", SCHOOL, TRADE, FORUM, "Prose. " * 400), recorded=NOW)
            print(f"{name}{{number}}", flush=True)
            if number % 7 == 0:
                book.items(("NO", "SE"))
        except BookError as error:
            print("refused:", error, flush=True)
            sys.exit(2)
"""


def writer(path: Path, name: str, first: int, last: int, before: str = "") -> subprocess.Popen[str]:
    """A process that adds documents and prints the id of each that has been added."""
    paths = [p for p in (str(Path(__file__).parent), *sys.path) if p]
    script = "from pledgebook.book import BookError\n" + WRITER
    script = before + script.format(paths=paths, path=str(path), name=name, first=first, last=last)
    script = f"import sys\nsys.path[:0] = {paths!r}\n" + script
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def check_nothing_lost(path: Path, reported: list[str]) -> None:
    with Book.open(path, rooms=ROOMS) as book:
        there = {one.id for one in book.documents()}
        assert set(reported) <= there
        assert [len(book.claims(document=id_)) for id_ in sorted(there)] == [3] * len(there)
        assert book.verify() == []
        assert book.rebuild() == book.fingerprint()


def test_a_writer_that_is_killed_leaves_no_half_document_and_loses_none(tmp_path: Path) -> None:
    path, reported, chance = tmp_path / "killed.book", [], random.Random(7)
    for kill in range(KILLS):
        process = writer(path, f"k{kill}-", 0, 100_000)
        assert process.stdout is not None
        reported.append(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0].split("\n")
        reported += rest[:-1]  # the last may be cut off
    check_nothing_lost(path, reported)


def test_a_full_disk_is_told_and_nothing_reported_is_lost(tmp_path: Path) -> None:
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
    process = writer(tmp_path / "full.book", "f", 0, 10_000, before=limit)
    out, errors = process.communicate(timeout=60)
    *reported, last, _ = out.split("\n")
    assert process.returncode == 2, errors
    assert last.startswith("refused: ")
    assert "disk" in last
    assert len(reported) > 10
    check_nothing_lost(tmp_path / "full.book", reported)


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "two.book"
    both = [writer(path, name, 0, 40) for name in ("one-", "two-")]
    reported = [line for process in both for line in process.communicate(timeout=60)[0].split()]
    assert len(reported) == 80
    check_nothing_lost(path, reported)


def test_a_writer_that_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE_MS", 50)
    with open_book(tmp_path) as book:
        other = sqlite3.connect(book.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookError, match="another program is writing to"):
            book.add(document("a", SCHOOL), recorded=NOW)
        assert book.documents() == []
        other.execute("COMMIT")
        assert not book.add(document("a", SCHOOL), recorded=NOW).known


def test_readers_go_on_while_another_writes(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, document("a", FORUM)).settle()
        other = sqlite3.connect(book.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(book.items()) == len(book.claims()) == len(book.find("forum")) - 1 == 1
        other.execute("ROLLBACK")


NOBODY = """
import os, sys
sys.path[:0] = {paths!r}
from book_fakes import *
from pledgebook.book import BookError
if os.geteuid() == 0:
    os.setuid(65534)
with Book.open({path!r}, rooms=ROOMS, readonly={readonly}) as book:
    print(len(book.items()))
    try:
        book.add(document("b", SCHOOL), recorded=NOW)
    except BookError as error:
        print(error)
"""


@pytest.mark.parametrize("readonly", [True, False])
def test_a_file_that_may_only_be_read_answers_and_is_not_written(readonly: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "locked.book"
        with Book.open(path, rooms=ROOMS) as book:
            fill(book, document("a", FORUM)).settle()
        path.chmod(0o444)
        Path(folder).chmod(0o555 if readonly else 0o777)
        paths = [str(Path(__file__).parent), *sys.path]
        script = NOBODY.format(paths=paths, path=str(path), readonly=readonly)
        out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)
        Path(folder).chmod(0o777)
        if "No module named" in out.stderr or "Permission denied" in out.stderr:
            pytest.skip("another user cannot reach this Python")
        answer, line = out.stdout.splitlines()
        assert answer == "1"
        assert "reading only" in line or "can only be read" in line


@pytest.mark.parametrize("seed", range(5))
def test_a_damaged_page_is_told_in_lines(tmp_path: Path, seed: int) -> None:
    with open_book(tmp_path) as book:
        fill(book, *(document(f"d{n}", SCHOOL, TRADE, FORUM, "Prose. " * 500) for n in range(40))).settle()
    path, chance = tmp_path / "test.book", random.Random(seed)
    data = bytearray(path.read_bytes())
    for page in chance.sample(range(2, len(data) // 4096), 12):
        data[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    path.write_bytes(data)
    try:
        with open_book(tmp_path) as book:
            lines = book.verify()
            assert lines
            assert all(line.startswith("the file is damaged") and "\n" not in line for line in lines)
            book.claims()
            book.items()
            book.find("school")
    except BookError as error:
        assert "damaged" in str(error)


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    with open_book(tmp_path) as book:
        fill(book, *(document(f"d{n}", SCHOOL, "Prose. " * 500) for n in range(40)))
    path = tmp_path / "test.book"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    try:
        with open_book(tmp_path) as book:
            assert book.verify() != []
    except BookError as error:
        assert "damaged" in str(error)
