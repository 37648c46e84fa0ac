#!/usr/bin/env python3
"""How many gold figures the mention layer can serve: value, unit and qualifier found in a mention inside the quote.

    number_coverage.py GOLD_DIR [--without FILE] [--verbose]

FILE names documents to leave out, one a line. A falling number may be written without its sign ("fell by 12 percent").
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions import find
from pledgebook.reading.text.page import open_page

Fact = dict[str, object]


def document_of(doc: dict[str, str]) -> Document:
    """A document out of the gold."""
    return Document(id=doc["id"], text=doc["text"], title=doc["title"], published=doc["published"], lang=doc["lang"])


def close(a: object, b: object) -> bool:
    """Whether two values are one, but for rounding."""
    if a is None or b is None:
        return a is b
    x, y = abs(float(str(a))), abs(float(str(b)))
    return abs(x - y) <= 0.001 * max(x, y, 1e-12)


def inside(text: str, quotes: list[str], mentions: list[Mention]) -> list[Mention]:
    """The mentions that lie in the first occurrence of a quote."""
    spans = [(at, at + len(q)) for q in quotes if (at := text.find(q)) >= 0]
    return [m for m in mentions if any(b <= m.begin and m.stop <= e for b, e in spans)]


def found(fact: Fact, mentions: list[Mention]) -> int:
    """0 nothing, 1 value, 2 value and unit, 3 value, unit and qualifier: the best of the mentions."""
    best = 0
    for m in mentions:
        if not (close(fact.get("value"), m.value) and close(fact.get("high"), m.high)):
            continue
        if (m.unit or "count") != fact.get("unit"):
            best = max(best, 1)
        else:
            best = max(best, 3 if (m.qualifier or "exact") == fact.get("qualifier", "exact") else 2)
    return best


def main() -> None:
    """Print the coverage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--without", type=Path)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    left_out = set(args.without.read_text().split()) if args.without else set()
    counts = [0, 0, 0, 0]
    for path in sorted(args.gold.glob("*.json")):
        if path.stem in left_out:
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        text = data["doc"]["text"]
        mentions = find(open_page(document_of(data["doc"])))
        for fact in data["facts"]:
            if fact["kind"] != "figure":
                continue
            here = inside(text, fact["quotes"], mentions)
            level = found(fact, here)
            counts[level] += 1
            if args.verbose and level < 3:
                want = [fact.get(k) for k in ("value", "high", "unit", "qualifier")]
                print(level, path.stem, want, "|", " || ".join(fact["quotes"])[:300])
                print("     ", [(m.text, m.value, m.high, m.unit, m.qualifier) for m in here if m.value is not None])
    total = sum(counts) or 1
    for name, n in (("value", sum(counts[1:])), ("value+unit", sum(counts[2:])), ("all", counts[3])):
        print(f"{name:12} {n:5} of {total}  {n / total:.3f}")


if __name__ == "__main__":
    main()
