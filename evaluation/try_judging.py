"""Judge a chain of gold documents and hold the verdicts against what is expected.

    try_judging.py GOLD_DIR CHAIN [--verbose] [--alone]

GOLD_DIR holds `dev/` (documents with facts), `chain/CHAIN.json` (what must be concluded) and `judge.py`.
`--alone` leaves matching out, to see what judging finds by itself.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pledgebook.judging import judge
from pledgebook.matching import match
from pledgebook.model import Claim, Document, Matched, Promise, Verdict, claim_id, fact_from_guide
from pledgebook.reading import read


def claims_of(path: Path, as_read: bool = False) -> list[Claim]:
    """The facts of one file as claims: those of the gold, or those that the reader finds in its text."""
    data = json.loads(path.read_text(encoding="utf-8"))
    doc = data["doc"]
    document = Document(doc["id"], doc["text"], doc.get("title", ""), doc["publisher"], doc["published"])
    out = []
    facts = read(document) if as_read else [fact_from_guide(raw, document) for raw in data["facts"]]
    for fact in facts:
        words = tuple(fact.words(document.text))
        out.append(Claim(claim_id(document.id, fact), document.id, document.published, document.publisher, fact, words))
    return out


def book_of(claims: list[Claim], matched: Matched, judged: list[tuple[Promise, Verdict]]) -> dict[str, Any]:
    """The form that `judge.py` reads."""
    by_id = {c.id: c for c in claims}

    def named(ids: tuple[str, ...]) -> list[dict[str, Any]]:
        return [{"doc": by_id[i].document, "quotes": list(by_id[i].words)} for i in ids]

    def shown(promise: Promise, verdict: Verdict) -> Mapping[str, Any]:
        evidence = [{**named((e.claim,))[0], "relation": e.relation} for e in verdict.evidence]
        return {"status": verdict.status, "rule": verdict.rule, "claims": named(promise.claims), "evidence": evidence}

    return {
        "promises": [shown(p, v) for p, v in judged],
        "items": [{"kind": i.kind, "claims": named(i.claims)} for i in matched.items],
        "conflicts": [{"claims": named(c.claims)} for c in matched.conflicts],
    }


def main() -> None:
    """Read, match, judge, hold against the expected."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("chain")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--read", action="store_true", help="the facts that the reader finds, not those of the gold")
    parser.add_argument("--show", action="store_true", help="print every promise with its verdict and evidence")
    args = parser.parse_args()
    expected = args.gold / "chain" / f"{args.chain}.json"
    want = json.loads(expected.read_text(encoding="utf-8"))
    claims = [c for d in want["documents"] for c in claims_of(args.gold / "dev" / f"{d}.json", args.read)]
    matched = Matched()
    if not args.alone:
        matched = match(claims)
    judged = judge(claims, matched, date.fromisoformat(want["judged_on"]))
    if args.show:
        show(claims, judged)
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.json"
        book.write_text(json.dumps(book_of(claims, matched, judged)), encoding="utf-8")
        flags = ["--verbose"] if args.verbose else []
        subprocess.run([sys.executable, str(args.gold / "judge.py"), str(expected), str(book), *flags], check=True)


def show(claims: list[Claim], judged: list[tuple[Promise, Verdict]]) -> None:
    """Every promise with what was found of it."""
    by_id = {c.id: c for c in claims}
    for promise, verdict in judged:
        lead = by_id[promise.claims[0]]
        print(f"{verdict.status:12} {verdict.rule} | {promise.kind} {lead.document} due={promise.due} {promise.what}")
        print(f"    {lead.words[0][:150]!r} {verdict.schedule} | {verdict.stage} | {verdict.path}")
        for e in verdict.evidence:
            c = by_id[e.claim]
            print(f"      {e.relation} [{e.rule}] {c.document} {c.kind} at={e.at} {e.note} {c.words[0][:110]!r}")


if __name__ == "__main__":
    main()
