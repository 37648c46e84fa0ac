"""Measure the book when it is large: adding, asking, searching; beside it DuckDB. Nothing passes or fails.

    python evaluation/bench_book.py [--documents 50000] [--folder build/bench]

Documents are made up (`made_up`), twenty claims each. DuckDB is asked where it is installed.
"""

from __future__ import annotations

import argparse
import csv
import resource
import shutil
import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import made_up
from pledgebook.book import Book, Page, Where
from pledgebook.model import Claim

SMALL = 500  # documents: the book of 10,000 claims
SAMPLE = 100  # documents, over which the cost of one more is told
RECORDED = "2026-04-01T09:00:00Z"
DAY = date(2026, 4, 1)
FULL = 1_000  # claims: a relation of about this size is asked about
COLUMNS = ("id", "document", "kind", "day", "left", "right", "indicator", "status", "publisher", "words")


def main() -> None:
    """Build the books, ask them, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-book"))
    args = parser.parse_args()
    shutil.rmtree(args.folder, ignore_errors=True)
    args.folder.mkdir(parents=True)
    with Book.open(args.folder / "bench.book") as book:
        adding(book, args.documents)
        pair = asking(book)
        duckdb(book, args.folder, pair)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def adding(book: Book, count: int) -> None:
    """What one more document costs in a small book and in the large one, and what a claim weighs."""
    costs = {}
    for number, (document, facts) in enumerate(made_up.documents(count + SAMPLE)):
        begin = time.perf_counter()
        book.add(document, facts, recorded=RECORDED)
        costs[number] = time.perf_counter() - begin
    few = min(SMALL, count)
    small, large = (statistics.median(costs[n] for n in range(at, at + SAMPLE)) for at in (few, count))
    print(f"a document of {made_up.CLAIMS} claims added, median of {SAMPLE}")
    print(f"  in a book of {few * made_up.CLAIMS:>9,} claims {small * 1000:8.2f} ms")
    print(f"  in a book of {count * made_up.CLAIMS:>9,} claims {large * 1000:8.2f} ms  ({large / small:.2f} times)")
    size = sum(path.stat().st_size for path in book.path.parent.glob(book.path.name + "*"))
    print(f"bytes a claim, texts and search included {size / (count * made_up.CLAIMS):8.0f}")


def asking(book: Book) -> tuple[str, str]:
    """The questions that a person waits for; the relation asked about."""
    left, right, claims = min(book.relations(), key=lambda relation: abs(relation[2] - FULL))
    pair = (left, right)
    print(f"\n{left}-{right}, {claims:,} claims of {book.count():,}")
    told("items, matched for the first time", lambda: book.items(pair), times=1)
    told("promises, judged for the first time", lambda: book.promises(pair, on=DAY), times=1)
    told("all that a brief asks", lambda: brief(book, pair))
    item = book.items(pair)[-1].id
    told("one item with its history", lambda: (book.item(item), book.history(item)))
    aims = Where(kind="figure", status="target")
    told("a page of 50 of the relation, filtered", lambda: book.claims(pair, where=aims, page=Page(50, newest=True)))
    for name, where in PAGES.items():
        told(f"a page of 50 of the book, by {name}", lambda where=where: book.claims(where=where, page=Page(50)))
    for words in ("silk forum Osh", "goods between", '"glass forum" Tema'):
        told(f"search: {words}", lambda words=words: book.find(words))
    return pair


PAGES = {
    "indicator and status": Where(indicator="exports", status="target"),
    "publisher": Where(publisher="Ministry"),
    "month": Where(published=("2020-02", "2020-02")),
    "period": Where(kind="figure", period=("2020", "2020")),
}


def brief(book: Book, pair: tuple[str, str]) -> list[Any]:
    """Claims, items, series, conflicts and promises of a relation."""
    asked = [book.claims(pair), book.items(pair), book.series(pair), book.conflicts(pair)]
    return [*asked, book.promises(pair, on=DAY)]


def told(name: str, question: Callable[[], object], times: int = 5) -> None:
    """Print the median time of a question."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        question()
        taken.append(time.perf_counter() - begin)
    print(f"  {name:45} {statistics.median(taken) * 1000:9.1f} ms", flush=True)


def duckdb(book: Book, folder: Path, pair: tuple[str, str]) -> None:
    """The same questions over the same rows in DuckDB, as far as it can answer them."""
    engine: Any = None
    with suppress(ImportError):
        engine = import_module("duckdb")
    if engine is None:
        print("\nDuckDB is not installed: pip install duckdb, and its figures stand here")
        return
    rows = folder / "claims.csv"
    with rows.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for offset in range(0, book.count(), 20_000):
            writer.writerows(map(_row, book.claims(page=Page(20_000, offset))))
    base = engine.connect(str(folder / "bench.duckdb"))
    print("\nDuckDB over the exported rows")
    told("load", lambda: base.execute(f"CREATE OR REPLACE TABLE claim AS FROM read_csv('{rows}', all_varchar=true)"), 1)
    for name, query in _same(pair).items():
        told(name, lambda query=query: base.execute(query).fetchall())


def _row(claim: Claim) -> list[str]:
    states = [*(claim.get("parties") or claim.get("participants") or claim.get("actors") or ()), claim.get("country")]
    left = claim.get("reporter") or (states[0] if states else "")
    right = claim.get("partner") or (claim.get("counterpart") or states[1:] or [""])[0]
    about = [claim.get("indicator", ""), claim.get("status") or claim.get("strength"), claim.publisher]
    return [claim.id, claim.document, claim.kind, claim.published, left, right, *about, " ".join(claim.words)]


def _same(pair: tuple[str, str]) -> dict[str, str]:
    left, right = (f"'{state}'" for state in pair)
    between = f'(("left" = {left} AND "right" = {right}) OR ("left" = {right} AND "right" = {left}))'
    page = "ORDER BY day, document LIMIT 50"
    return {
        "all claims of the relation": f"FROM claim WHERE {between}",
        "one claim": "FROM claim WHERE id = 'c0'",
        "a page of the relation, filtered": f"FROM claim WHERE {between} AND status = 'target' {page}",
        "a page by indicator and status": f"FROM claim WHERE indicator = 'exports' AND status = 'target' {page}",
        "a page by publisher": f"FROM claim WHERE publisher = 'Ministry' {page}",
        "search: silk forum Osh": "FROM claim WHERE words LIKE '%silk%' AND words LIKE '%forum%' "
        "AND words LIKE '%Osh%' LIMIT 20",
    }


if __name__ == "__main__":
    main()
