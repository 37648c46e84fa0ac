"""Every miss, extra and differing slot of one document, or of one kind over all open documents.

    score_one.py chain3              one document
    score_one.py figure              one kind
    score_one.py chain3 figure       both
    score_one.py                     everything that is open

A held-out document is refused, so that nobody writes rules by it; `--heldout` is for measuring when all rules stand.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys

import gold
import score
from score_reader import show


def main() -> int:
    """Print the differences, then the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="DOCUMENT|KIND")
    parser.add_argument("--heldout", action="store_true", help="let held-out documents be looked at")
    parser.add_argument("--quiet", action="store_true", help="the table alone")
    args = parser.parse_args()
    every = {case.name: case for folder in (gold.SHARED, gold.HERE) for case in gold.cases(folder / "dev")}
    kinds = [name for name in args.names if name in score.KINDS]
    documents = [name for name in args.names if name not in score.KINDS]
    if unknown := [name for name in documents if name not in every]:
        return refuse(f"no such document or kind: {', '.join(unknown)}")
    if not args.heldout and (closed := sorted(gold.held_out() & set(documents))):
        return refuse(f"held out, not to be looked at while rules are written: {', '.join(closed)}")
    closed_set = frozenset() if args.heldout else gold.held_out()
    chosen = [every[name] for name in documents or sorted(set(every) - closed_set)]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        table = gold.table(chosen, verbose=True)
    if not args.quiet:
        print("\n".join(differences(said.getvalue().splitlines(), kinds)))
    show(f"{len(chosen)} documents", table)
    return 0


def differences(lines: list[str], kinds: list[str]) -> list[str]:
    """The lines about some kinds (all where none is named); a line about a slot follows the fact that it belongs to."""
    out, wanted = [], True
    for line in lines:
        if not line.startswith("      "):
            wanted = not kinds or line.split()[1] in kinds
        if wanted:
            out.append(line)
    return out


def refuse(line: str) -> int:
    """Say why not."""
    print(line, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
