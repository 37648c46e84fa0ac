"""`pledgebook read`: facts, no book."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import click

from pledgebook.cli import options, out
from pledgebook.cli.documents import documents, facts_of
from pledgebook.cli.facts import fact_line
from pledgebook.model import Document, Fact
from pledgebook.sources import Refused, Taken, Told, guide_form, places


@click.command("read", short_help="Show the facts that documents state.")
@options.files
@options.told
@options.as_json
@click.option("--out", "folder", metavar="DIR", help="Write one JSON file a document into this folder instead.")
def command(files: tuple[str, ...], published: str, publisher: str, as_json: bool, folder: str | None) -> None:
    """Show the facts that documents state, each with the words that state it. No book is needed or touched.

    \b
    FILE is a text file (UTF-8), a folder, - for standard input, or JSON in the form of the annotation guide;
    facts that such JSON already holds are ignored, its document is read anew.

    \b
        pledgebook read communique.txt --published 2023-03-10
        pledgebook read articles/ --out facts/
        cat speech.txt | pledgebook read - --json

    JSON, printed (a line a document) or written (a file a document), is in the form of the annotation guide.
    """
    tally = out.Tally()
    found = places(files)
    writer = Folder(Path(folder)) if folder else None
    with out.progress(found, "reading", shown=writer is not None) as steps:
        for taken in documents(steps, Told(published, publisher), tally):
            try:
                facts = facts_of(taken.document, taken.where)
                if writer:
                    writer.write(taken, facts)
            except Refused as refused:
                tally.refused.append(refused)
                continue
            tally.taken += 1
            if not writer:
                show(taken.document, facts, as_json)
    tally.close()


def show(document: Document, facts: Sequence[Fact], as_json: bool) -> None:
    """One document on standard output."""
    if as_json:
        click.echo(out.json_line(guide_form(document, facts)))
        return
    title = " · ".join(part for part in (document.id, document.published, document.publisher, document.title) if part)
    rows = [(fact.kind, fact_line(fact), fact.confidence, fact.words(document.text)[0]) for fact in facts]
    out.table(("kind", "fact", "confidence", "quote"), [tuple(map(out.one_line, row)) for row in rows], title)
    click.echo()


class Folder:
    """The folder that results go into: a file appears there whole or not at all, and none twice in one run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written: dict[str, str] = {}

    def write(self, taken: Taken, facts: Sequence[Fact]) -> None:
        """One document with its facts, under the name of its input."""
        name = ("stdin" if taken.where == "standard input" else Path(taken.where).stem) + ".json"
        if name in self.written:
            what = f"would be written over what {self.written[name]} gave ({name})"
            raise Refused(taken.where, what, "rename one of them")
        content = json.dumps(guide_form(taken.document, facts), ensure_ascii=False, indent=1) + "\n"
        part = self.path / f".{name}.part"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            part.write_text(content, encoding="utf-8")
            os.replace(part, self.path / name)
        except OSError as error:
            raise Refused(str(self.path), f"cannot be written ({error.strerror})", "give another folder") from None
        self.written[name] = taken.where
