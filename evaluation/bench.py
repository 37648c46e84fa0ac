"""Measure speed and memory: start-up, an article of 8 kB, input made to hurt. It prints; nothing passes or fails.

Times differ from machine to machine and from minute to minute; the ratios beside them, taken in the same run, less so.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pledgebook
from pledgebook.model import Document

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE = 8_000  # characters
ARTICLES = 20
STARTS = 11
SMALL, GROWTH = 6_000, 4  # a hostile text is read at SMALL characters and at GROWTH times as many

# What text looks like where somebody wants a reader to hang, or where a conversion went wrong.
HOSTILE = {
    "one letter": "a",
    "digits": "1",
    "spaces": " ",
    "blank lines": "\n",
    "open brackets": "(",
    "open quotes": "“",
    "straight quotes": '" ',
    "commas": "7, ",
    "dots": ". ",
    "hyphens": "re-",
    "Capital Words": "Joint Northern ",
    "of the": "of the ",
    "and": "Peru and Chile and ",
    "money": "$5 million ",
    "percent": "5 percent by 6 percent ",
    "years": "2023-2024 ",
    "dates": "on 5 May 2023 ",
    "said that": "he said that ",
    "will": "will agree to ",
    "list": "- 1. a) item\n",
    "table": "exports | 5 | 7 | 9\n",
}


def main() -> None:
    """Print every measure."""
    print("start of a process (median of", STARTS, "starts, the bare interpreter taken off where it says so)")
    start_up()
    print(f"\nreading {ARTICLES} articles of {ARTICLE:,} characters, made of the paragraphs of examples/")
    articles()
    print(f"\ninput made to hurt: {SMALL:,} characters, then {GROWTH} times as many; 1.0 is linear")
    hostile()


def start_up() -> None:
    """Import and help, against the bare interpreter; memory of a process that has read one article."""
    bare = started("-c", "pass")
    print(f"  {'interpreter alone':<34}{bare:>8.0f} ms")
    print(f"  {'import pledgebook':<34}{started('-c', 'import pledgebook') - bare:>8.0f} ms more")
    print(f"  {'import of the reader':<34}{started('-c', 'from pledgebook import read') - bare:>8.0f} ms more")
    whole = started("-m", "pledgebook", "--help")
    print(f"  {'pledgebook --help, whole':<34}{whole:>8.0f} ms ({whole / bare:.1f} times the interpreter alone)")
    print(f"  {'memory, interpreter alone':<34}{peak('pass'):>8.0f} MB")
    print(f"  {'memory after one article':<34}{peak(READ_ONE):>8.0f} MB")


READ_ONE = (
    "import sys; sys.path.insert(0, 'evaluation'); import bench, pledgebook;"
    "pledgebook.read(pledgebook.Document('a', next(bench.made())))"
)


def started(*arguments: str) -> float:
    """Milliseconds of a fresh process, the median of several."""
    return statistics.median(
        milliseconds(lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL))
        for _ in range(STARTS)
    )


def peak(code: str) -> float:
    """Megabytes that a fresh process held at most."""
    asked = f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True, cwd=root)
    return int(done.stdout) / (1024 if sys.platform == "linux" else 1024**2)


def articles() -> None:
    """Milliseconds an article after a first one, and how that compares with a plain split into words."""
    texts = list(islice(made(), ARTICLES))
    first = read_ms(texts[0])
    times = sorted(read_ms(text) for text in texts)
    split = statistics.median(milliseconds(lambda text=text: re.findall(r"\w+", text)) for text in texts)
    median = statistics.median(times)
    facts = sum(len(pledgebook.read(Document("a", text, published="2025-05-02"))) for text in texts)
    print(f"  {'the first, with all that is loaded':<34}{first:>8.1f} ms")
    print(f"  {'median':<34}{median:>8.1f} ms ({median / split:.0f} times a split into words)")
    print(f"  {'slowest':<34}{times[-1]:>8.1f} ms")
    print(f"  {'facts an article':<34}{facts / len(texts):>8.1f}")


def made() -> Iterator[str]:
    """Endless articles: the examples' paragraphs one after another, each article beginning where the last ended."""
    paths = sorted(EXAMPLES.glob("*.json"))
    texts = [json.loads(path.read_text(encoding="utf-8"))["doc"]["text"] for path in paths]
    paragraphs = cycle("\n\n".join(texts).split("\n"))
    while True:
        lines, size = [], 0
        while size < ARTICLE:
            lines.append(next(paragraphs))
            size += len(lines[-1]) + 1
        yield "\n".join(lines)[:ARTICLE]


def hostile() -> None:
    """How the time grows with the size of the text, for each kind of bad text; or what the reader died of."""
    for name, piece in HOSTILE.items():
        small, large = ((piece * (size // len(piece) + 1))[:size] for size in (SMALL, GROWTH * SMALL))
        try:
            before, after = min(read_ms(small) for _ in range(3)), read_ms(large)
        except Exception as error:
            print(f"  {name:<34}the reader died: {type(error).__name__}: {error}")
        else:
            print(f"  {name:<34}{before:>8.1f} ms{after:>9.1f} ms{after / before / GROWTH:>7.1f}")


def read_ms(text: str) -> float:
    """Milliseconds of one reading."""
    document = Document("bench", text, published="2025-05-02")
    return milliseconds(lambda: pledgebook.read(document))


def milliseconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main()
