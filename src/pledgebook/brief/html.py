"""A brief as one HTML file: no scripts, no other files; marks lead to the words that they cite; prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from pledgebook.brief.parts import Block, Brief, Bullets, Line, Part, Section, Source, Table, cited, cited_cells
from pledgebook.brief.text import source_line
from pledgebook.brief.words import one_line, word

_STYLE = Path(__file__).parent / "data" / "print.css"


def as_html(brief: Brief) -> str:
    """The whole brief as a page that stands by itself."""
    lines = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(brief.title)}</title>",
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>",
        f'<header><h1>{escape(brief.title)}</h1>\n<p class="head">{_line(brief.head, brief)}</p></header>',
        *_page("first", brief.first, brief),
    ]
    if brief.full:
        lines += [f"<h1>{escape(word('titles', 'full'))}</h1>", *_page("full", brief.full, brief)]
    if brief.sources:
        lines += ['<section class="sources">', f"<h2>{escape(word('titles', 'sources'))}</h2>"]
        lines += [*(text for source in brief.sources for text in _source(source)), "</section>"]
    return "\n".join([*lines, "</body>\n</html>"]) + "\n"


def _line(line: Line, brief: Brief) -> str:
    return _joined(cited(line, brief.numbers))


def _joined(parts: Iterable[tuple[Part, str]]) -> str:
    out = []
    for part, numbers in parts:
        text = escape(part.text)
        text = f"<strong>{text}</strong>" if part.strong and text else text
        out.append(text + (f" <small>{_linked(numbers)}</small>" if numbers else ""))
    return "".join(out)


def _linked(mark: str) -> str:
    """A mark whose numbers lead to the words: [3, 7-9] with a link on each number."""
    out, digits = "", ""
    for sign in mark:
        if sign.isdigit():
            digits += sign
            continue
        out += f'<a href="#q{digits}">{digits}</a>{sign}' if digits else sign
        digits = ""
    return out


def _page(name: str, sections: Iterable[Section], brief: Brief) -> Iterator[str]:
    yield f'<main class="{name}">'
    for section in sections:
        yield "<section>"
        if section.title:
            yield f"<h2>{escape(section.title)}</h2>"
        for block in section.blocks:
            yield from _block(block, brief)
        yield "</section>"
    yield "</main>"


def _block(block: Block, brief: Brief) -> Iterator[str]:
    if isinstance(block, Table):
        yield "<table>"
        yield f"<thead><tr>{''.join(f'<th>{escape(column)}</th>' for column in block.columns)}</tr></thead>\n<tbody>"
        for row in block.rows:
            cells = cited_cells(row, brief.numbers)
            yield f"<tr>{''.join(f'<td>{_joined(cell)}</td>' for cell in cells)}</tr>"
        yield "</tbody></table>"
    elif isinstance(block, Bullets):
        yield "<ul>"
        yield from (f"<li>{_line(line, brief)}</li>" for line in block.lines())
        yield "</ul>"
    else:
        yield f"<p>{_line(block.line, brief)}</p>"


def _source(source: Source) -> Iterator[str]:
    yield f"<h3>{escape(source_line(source))}</h3>\n<dl>"
    for number, quotes in source.citations:
        told = " … ".join(f"“{escape(one_line(quote))}”" for quote in quotes)
        yield f'<dt id="q{number}">{number}</dt><dd>{told}</dd>'
    yield "</dl>"
