"""Hold the reader against the gold: the documents open to whoever writes rules, the third held out, and all.

`make score` prints the tables; `make score-record` also keeps them in history.csv, where the score moved.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

import gold
import score

HISTORY = gold.HERE / "history.csv"
COLUMNS = ("date", "open", "heldout", "all", *score.KINDS, "quoted")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", metavar="DATE", help="also add a line to history.csv, if the score moved")
    args = parser.parse_args()
    every = gold.cases(gold.HERE / "dev")
    parts = {
        "open": [case for case in every if case.name not in gold.held_out()],
        "held out": [case for case in every if case.name in gold.held_out()],
        "all": every,
    }
    tables = {name: gold.table(chosen) for name, chosen in parts.items()}
    for name, chosen in parts.items():
        show(f"{name}: {len(chosen)} documents of evaluation/dev", tables[name])
    show_confidence(every)
    show_documents(every)
    if gold.SHARED.exists():
        shared = gold.cases(gold.SHARED / "dev")
        show(f"all {len(shared)} documents of ../shared/gold/dev", gold.table(shared))
        show_documents([case for case in shared if case.name not in {one.name for one in every}])
    if args.record:
        print("history.csv:", "a line was added" if record(tables, args.record) else "the score did not move")


def show(title: str, table: gold.Table) -> None:
    """A row a kind, as score.py prints it."""
    print(title)
    print(f"  {'kind':<12}{'gold':>6}{'read':>6}{'prec':>8}{'recall':>8}{'F1':>8}{'slots':>8}{'record':>8}")
    for kind, row in table.rows.items():
        counts = f"{row['gold']:>6}{row['read']:>6}"
        parts = "".join(f"{row[part]:>8.3f}" for part in ("precision", "recall", "f1", "slots", "record"))
        print(f"  {kind:<12}{counts}{parts}")
    print(f"  quoted {table.quoted:.3f}\n")


def show_confidence(chosen: Sequence[gold.Case]) -> None:
    """How far each class of confidence can be trusted."""
    print(f"confidence (right: paired, and {gold.RIGHT} of the slots agree)")
    for name, (read, right) in gold.confidence(chosen).items():
        share = f"{right / read:>8.3f}" if read else f"{'-':>8}"
        print(f"  {name:<12}{read:>6} read{right:>6} right{share}")
    print()


def show_documents(chosen: Sequence[gold.Case]) -> None:
    """A row a document: `*` marks those held out."""
    print("by document (* held out)")
    for case in chosen:
        table = gold.table([case])
        row = table.rows["all"]
        mark = "*" if case.name in gold.held_out() else " "
        counts = f"{row['gold']:>4} gold{row['read']:>4} read"
        quoted = f"{table.quoted:>7.3f} quoted" if row["read"] else ""
        print(f" {mark}{case.name:<28}{counts}{row['record']:>8.3f} record{quoted}")
    print()


def record(tables: dict[str, gold.Table], date: str, history: Path = HISTORY) -> bool:
    """Add a line to the history, unless its last line says the same. Tells whether it did."""
    whole = tables["all"]
    figures = [tables["open"].record, tables["held out"].record, whole.record]
    figures += [whole.rows[kind]["record"] for kind in score.KINDS] + [whole.quoted]
    line = [f"{figure:.3f}" for figure in figures]
    lines = list(csv.reader(history.read_text(encoding="utf-8").splitlines())) if history.exists() else []
    if lines and lines[-1][1:] == line:
        return False
    with history.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([[date, *line]] if lines else [COLUMNS, [date, *line]])
    return True


if __name__ == "__main__":
    main()
