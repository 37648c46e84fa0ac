"""Hold the book's verdicts, items and conflicts against what each chain of documents must lead to (by judge.py).

Each chain twice: on the gold's own facts, which measures matching and judging alone, and on the facts as read, which is
what a user gets. `--verbose` names every promise, evidence and pair that differs.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from unittest import mock

import gold
import judge
from pledgebook.book import Book
from pledgebook.model import Fact, fact_from_guide

RECORDED = "2026-04-01T00:00:00Z"


def main() -> None:
    """Print judge.py's lines for every chain."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "chains", nargs="*", metavar="CHAIN", help="expected0, expected_ke, ...; all where none is named"
    )
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--only", choices=("gold", "read"), help="one of the two kinds of facts")
    args = parser.parse_args()
    for root in (gold.HERE, gold.SHARED):
        for expected in sorted((root / "chain").glob("*.json")):
            known = root == gold.SHARED and (gold.HERE / "chain" / expected.name).exists()
            if not known and (not args.chains or expected.stem in args.chains):
                show(expected, root / "dev", args.only, args.verbose)


def show(expected: Path, folder: Path, only: str | None, verbose: bool) -> None:
    """One chain, on the gold's facts and on those read."""
    want = json.loads(expected.read_text(encoding="utf-8"))
    chain = [case for case in gold.cases(folder) if case.name in want["documents"]]
    on = date.fromisoformat(want["judged_on"])
    for kind, name in (("gold", "of the gold"), ("read", "as read")):
        if only in (None, kind):
            print(f"{expected.stem}, {len(chain)} documents, facts {name}")
            for line in outcome(expected, chain, kind, on, verbose):
                print(f"  {line}")


def outcome(expected: Path, chain: Sequence[gold.Case], kind: str, on: date, verbose: bool) -> list[str]:
    """What judge.py prints; or what a room died of, so that the other chains are measured all the same."""
    try:
        facts = [given(case) if kind == "gold" else case.facts for case in chain]
        return judged(expected, exported(chain, facts, on), verbose)
    except Exception as error:
        return [f"died: {type(error).__name__}: {error}"]


def given(case: gold.Case) -> list[Fact]:
    """The facts of the gold as records."""
    return [fact_from_guide(fact, case.document) for fact in case.gold]


def exported(chain: Sequence[gold.Case], facts: Sequence[Sequence[Fact]], on: date) -> str:
    """What a book of these documents says on a day, as JSON."""
    with tempfile.TemporaryDirectory() as folder, Book.open(Path(folder, "chain.pledge")) as book:
        for case, stated in zip(chain, facts, strict=True):
            book.add(case.document, stated, recorded=RECORDED)
        return json.dumps(book.judge_export(on), ensure_ascii=False)


def judged(expected: Path, book: str, verbose: bool) -> list[str]:
    """What judge.py prints."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said:
        path = Path(folder, "book.json")
        path.write_text(book, encoding="utf-8")
        arguments = ["judge.py", str(expected), str(path), *(["--verbose"] if verbose else [])]
        with mock.patch.object(sys, "argv", arguments):
            judge.main()
    return said.getvalue().splitlines()


if __name__ == "__main__":
    main()
