"""How many of the names in the gold's slots are found by a mention: in the fact's quotes, or anywhere in the document.

names_found.py GOLD_DIR SCORE_PY [--misses] [--only NAME ...]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.names import find
from pledgebook.reading.text import open_page

LINES = Path(__file__).with_name("heldout.txt").read_text(encoding="utf-8").splitlines()
HELD_OUT = {line.strip() for line in LINES if not line.startswith("#")}
SLOTS = [
    "participants",
    "parties",
    "actors",
    "counterpart",
    "speaker",
    "place",
    "origin",
    "destination",
    "via",
    "host",
    "country",
    "reporter",
    "partner",
    "body",
]
TITLES = ("title", "service")


def wanted(fact: dict[str, Any]) -> list[tuple[str, str]]:
    """The names in a fact, with their slots."""
    out = []
    for slot in (*SLOTS, *TITLES):
        value = fact.get(slot) or []
        if isinstance(value, dict):
            out += [(f"{slot}.{part}", str(v)) for part, v in value.items() if v]
        else:
            out += [(slot, str(v)) for v in ([value] if isinstance(value, str) else value)]
    return out


def alike(slot: str, name: str, mention: Mention) -> bool:
    """Whether a mention is of the kind that the slot asks for and bears the very name, bracket and article aside."""
    if len(name) == 2 and name.isupper():
        return mention.code == name
    if slot in ("place", "origin.place", "destination.place", "via") and mention.type not in ("place", "body"):
        return False
    return plain(name) == plain(mention.name) or plain(name) == plain(mention.code)


def plain(name: str) -> str:
    """A name without its bracket, article and case."""
    return re.sub(r"\s*\([^()]*\)$", "", name).casefold().removeprefix("the ").replace("’", "'")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", args.score)
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    total: Counter[str] = Counter()
    quote: Counter[str] = Counter()
    page: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for path in sorted(args.gold.glob("*.json")):
        if path.stem in HELD_OUT or (args.only and path.stem not in args.only):
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        doc = data["doc"]
        text = doc["text"]
        mentions = find(open_page(Document(doc["id"], text, title=doc.get("title", ""))))
        for fact in data["facts"]:
            spans = [(b, b + len(q)) for q in fact["quotes"] if (b := text.find(q)) >= 0]
            for slot, name in wanted(fact):
                hits = [m for m in mentions if score.same_name(name, m.code) or score.same_name(name, m.name)]
                near = any(b <= m.begin < e for m in hits for b, e in spans)
                total[slot] += 1
                page[slot] += bool(hits)
                quote[slot] += near
                same = any(alike(slot, name, m) for m in mentions)
                exact[slot] += same
                if args.misses and not same:
                    close = sorted({(m.type, m.name) for m in hits})[:4]
                    print(f"{path.stem}: {slot}: {name}   {close}  <- {fact['quotes'][0][:100]!r}")
    for slot in total:
        row = [count[slot] / total[slot] for count in (page, quote, exact)]
        print(f"{slot:<22}{total[slot]:>6}  page {row[0]:.3f}  quote {row[1]:.3f}  exact {row[2]:.3f}")
    names = [s for s in total if s not in TITLES]
    n = sum(total[s] for s in names)
    row = [sum(count[s] for s in names) / n for count in (page, quote, exact)]
    print(f"{'all but titles':<22}{n:>6}  page {row[0]:.3f}  quote {row[1]:.3f}  exact {row[2]:.3f}")


if __name__ == "__main__":
    main()
