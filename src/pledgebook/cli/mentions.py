"""`pledgebook mentions`: every value that the reader sees in a text, with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO, Any

import click

from pledgebook.cli import options, out
from pledgebook.cli.documents import reader_failed
from pledgebook.model import Document, Mention
from pledgebook.reading import mentions
from pledgebook.sources import STDIN, Refused, Told, check_text, is_date, take

COLUMNS = ("type", "text", "place", "meaning")


@click.command("mentions", short_help="Show every value that the reader sees in a text.")
@click.argument("file", required=False, metavar="FILE")
@click.option("--jsonl", metavar="FILE|-", help='Read lines {"text", "published"}, print lines {"mentions": [...]}.')
@click.option("--published", callback=options.iso_date, metavar="DATE", help="When the text was published.")
@options.as_json
def command(file: str | None, jsonl: str | None, published: str, as_json: bool) -> None:
    """Show every value that the reader sees in a text: numbers, money, dates, places, names, each with its place.

    \b
        pledgebook mentions communique.txt --published 2023-03-10
        pledgebook mentions communique.txt --json
        pledgebook mentions --jsonl sentences.jsonl

    `begin` and `stop` count characters (code points) of the text. With --jsonl each line in gives one line out, in the
    same order; a line that is no such object gives {"mentions": [], "error": "..."}.
    """
    if (file is None) == (jsonl is None):
        raise click.UsageError("give one FILE, or --jsonl FILE")
    if jsonl is not None:
        lines(jsonl)
    else:
        one(str(file), published, as_json)


def one(file: str, published: str, as_json: bool) -> None:
    """The mentions of one document."""
    try:
        found = mentions_of(take(file, Told(published)).document, file)
    except Refused as refused:
        out.stop(str(refused))
    if as_json:
        click.echo(out.json_line({"mentions": [mention.to_json() for mention in found]}))
    else:
        out.table(COLUMNS, [row(mention) for mention in found])


def mentions_of(document: Document, where: str) -> Sequence[Mention]:
    """What the reader sees in a document. A reader that fails is our mistake; it costs this document, not the run."""
    try:
        return mentions(document)
    except Exception as error:
        raise reader_failed(where, error) from error


def row(mention: Mention) -> tuple[str, ...]:
    """A mention as a line of the table."""
    form = mention.to_json()
    meaning = " ".join(f"{key}={form[key]}" for key in form if key not in ("type", "text", "begin", "stop"))
    return (mention.type, out.one_line(mention.text), f"{mention.begin}-{mention.stop}", meaning)


def lines(place: str) -> None:
    """A line out for each line in."""
    tally = out.Tally()
    try:
        with click.open_file(place, encoding="utf-8", errors="surrogateescape") as file:
            for answer in answers(file, "standard input" if place == STDIN else place, tally):
                click.echo(out.json_line(answer))
    except OSError as error:
        out.stop(f"{place}: cannot be opened ({error.strerror}); check the name")
    tally.close()


def answers(file: IO[str], where: str, tally: out.Tally) -> Iterator[dict[str, Any]]:
    """What each line has, or why it is none."""
    for number, line in enumerate(file, start=1):
        try:
            place = f"{where}, line {number}"
            found = mentions_of(line_document(line, place), place)
        except Refused as refused:
            tally.refused.append(refused)
            yield {"mentions": [], "error": str(refused)}
        else:
            tally.taken += 1
            yield {"mentions": [mention.to_json() for mention in found]}


def line_document(line: str, where: str) -> Document:
    """The text of one line, with its date."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    text, published = (data.get("text"), data.get("published") or "") if isinstance(data, dict) else (None, "")
    if not isinstance(text, str) or not isinstance(published, str) or (published and not is_date(published)):
        raise Refused(where, "is not the form", 'write {"text": "...", "published": "2023-03-10"}')
    return Document("line", check_text(text, where) if text.strip() else text, published=published)
