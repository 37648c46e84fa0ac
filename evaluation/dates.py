#!/usr/bin/env python3
"""Hold the reader's dates against gold facts: for how many dated slots does a nearby mention say the same?

    dates.py GOLD_DIR [--without NAME,NAME] [--verbose]

A slot (`start` and `end` together, `date`, `due`) is found when some mention in a quote of its fact, or in the two
sentences before one, has these bounds. A lone bound may be either end of a mention.
"""

import argparse
import json
from pathlib import Path

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.dates import find
from pledgebook.reading.text.page import Page, open_page


def near(page: Page, mentions: list[Mention], quotes: list[str]) -> list[Mention]:
    """The mentions in the quotes and in the two sentences before each."""
    out = []
    for quote in quotes:
        begin = page.document.text.find(quote)
        stop = begin + len(quote)
        inside = [s for s in page.sentences if s.stop > begin and s.begin < stop]
        if inside:
            begin = page.sentences[max(0, inside[0].index - 2)].begin
        out += [m for m in mentions if m.begin >= begin and m.stop <= stop]
    return out


def slots(fact: dict[str, object]) -> dict[str, tuple[str, ...]]:
    """The dated slots of a fact: both bounds of a period as one."""
    out = {k: (str(fact[k]),) for k in ("date", "due") if fact.get(k)}
    bounds = tuple(str(fact[k]) for k in ("start", "end") if fact.get(k))
    if bounds:
        out["start+end" if len(bounds) == 2 else "start" if fact.get("start") else "end"] = bounds
    return out


def found(bounds: tuple[str, ...], mentions: list[Mention]) -> bool:
    """Whether a mention has the bounds, or two mentions have one each."""
    if len(bounds) == 2 and any((m.start, m.end) == bounds for m in mentions):
        return True
    ends = {m.start for m in mentions} | {m.end for m in mentions}
    return all(bound in ends for bound in bounds)


def main() -> None:
    """Print the share found, document by document and in all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--without", default="", help="names of documents to leave out")
    parser.add_argument("--verbose", action="store_true", help="print every slot that is not found")
    args = parser.parse_args()
    total = hits = 0
    for path in sorted(args.gold.glob("*.json")):
        if path.stem in args.without.split(","):
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        doc = data["doc"]
        page = open_page(Document(doc["id"], doc["text"], doc.get("title", ""), published=doc.get("published", "")))
        mentions = find(page)
        here = there = 0
        for fact in data["facts"]:
            for name, bounds in slots(fact).items():
                there += 1
                mine = near(page, mentions, fact["quotes"])
                if found(bounds, mine):
                    here += 1
                elif args.verbose:
                    said = ", ".join(f"{m.text}={m.start}/{m.end}" for m in mine)
                    print(
                        f"  {path.stem} {doc.get('published')} {name} {bounds} | {fact['quotes'][0][:200]!r} | {said}"
                    )
        total, hits = total + there, hits + here
        print(f"{path.stem:<32}{here:>4} of {there:>4}  {here / max(1, there):.3f}")
    print(f"{'all':<32}{hits:>4} of {total:>4}  {hits / max(1, total):.3f}")


if __name__ == "__main__":
    main()
