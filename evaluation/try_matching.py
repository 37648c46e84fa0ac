"""Match the gold facts of chains of documents and hold the outcome against what the chains must lead to.

    PYTHONPATH=src python evaluation/try_matching.py GOLD [CHAIN ...] [--verbose]

GOLD is a folder with `dev/` (documents with facts), `chain/` (expected outcomes) and `judge.py`; CHAIN is the name of
an expected file without its ending. Only the parts of judge.py on items and conflicts tell something here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pledgebook.matching import match
from pledgebook.model import Claim, Document, claim_id, fact_from_guide


def claims_of(path: Path) -> list[Claim]:
    """The gold facts of one file as claims."""
    data = json.loads(path.read_text(encoding="utf-8"))
    doc = Document(**{k: v for k, v in data["doc"].items() if k in Document.__slots__})
    facts = [fact_from_guide(f, doc) for f in data["facts"]]
    return [
        Claim(claim_id(doc.id, f), doc.id, doc.published, doc.publisher, f, tuple(f.words(doc.text))) for f in facts
    ]


def book_of(claims: list[Claim]) -> dict[str, object]:
    """What judge.py reads of a book: items and conflicts by document and quotes."""
    by_id = {c.id: c for c in claims}
    found = match(claims)

    def told(ids: tuple[str, ...]) -> list[dict[str, object]]:
        return [{"doc": by_id[i].document, "quotes": list(by_id[i].words)} for i in ids]

    items = [{"kind": i.kind, "claims": told(i.claims)} for i in found.items]
    return {"promises": [], "items": items, "conflicts": [{"claims": told(c.claims)} for c in found.conflicts]}


def main() -> None:
    """Print judge.py's lines for each chain."""
    verbose = "--verbose" in sys.argv
    gold, *chains = [Path(a) if i == 0 else a for i, a in enumerate(a for a in sys.argv[1:] if a != "--verbose")]
    for chain in chains or ["expected0", "expected_ke", "expected_rs"]:
        expected = Path(gold) / "chain" / f"{chain}.json"
        documents = json.loads(expected.read_text(encoding="utf-8"))["documents"]
        claims = [c for d in documents for c in claims_of(Path(gold) / "dev" / f"{d}.json")]
        begin = time.perf_counter()
        book = book_of(claims)
        print(f"{chain}: {len(claims)} claims in {time.perf_counter() - begin:.2f} s")
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(book, file)
            file.flush()
            command = [sys.executable, str(Path(gold) / "judge.py"), str(expected), file.name]
            out = subprocess.run([*command, *(["--verbose"] if verbose else [])], capture_output=True, text=True)
        lines = [x for x in out.stdout.splitlines() if "joined" in x or "conflict" in x]
        print("\n".join(lines), out.stderr)


if __name__ == "__main__":
    main()
