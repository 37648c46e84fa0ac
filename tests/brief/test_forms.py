"""The forms of a brief: text, Markdown, HTML, terminal. All say the same, and every mark leads to its words."""

from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.brief import Brief, brief
from pledgebook.brief.markdown import as_markdown
from pledgebook.brief.parts import Bullets, Citation, Part, Section, Source, Table
from pledgebook.brief.text import as_text, columns
from pledgebook.model import Document

ON = date(2026, 4, 1)
MARK = re.compile(r"\[(\d+(?:(?:, |-)\d+)*)\]")


@pytest.fixture
def made(chain) -> Brief:
    book, left, right = chain("az", True)
    return brief(book, left, right, on=ON)


def cited(text: str) -> set[int]:
    """The numbers of all marks in a text."""
    out: set[int] = set()
    for inner in MARK.findall(text):
        for run in inner.split(", "):
            first, _, last = run.partition("-")
            out |= set(range(int(first), int(last or first) + 1))
    return out


def test_marks_of_the_text_lead_to_its_sources(made: Brief) -> None:
    body, _, sources = made.text().partition("\nSOURCES\n")
    numbers = {int(n) for n in re.findall(r"^  \[(\d+)\] “", sources, re.MULTILINE)}
    assert cited(re.sub(r"\s+", " ", body)) == numbers == set(made.numbers.values())


@pytest.mark.parametrize("width", [72, 110, 160])
def test_no_line_of_the_text_is_wider_than_asked(made: Brief, width: int) -> None:
    assert max(map(len, made.text(width).splitlines())) <= width


def test_the_first_page_comes_first(made: Brief) -> None:
    titles = [section.title for section in made.first]
    order = ["In one line", "Due within 90 days", "Overdue", "Numbers against aims", "Do not rely on"]
    order += ["Given up, broken, or done in part", "Kept, worth a word of thanks", "Next", "Not known to this book"]
    assert [title for title in titles if title] == order
    text = made.text()
    assert [text.index(title.upper()) for title in order] == sorted(text.index(title.upper()) for title in order)
    assert text.index("THE FULL ACCOUNT") > text.index("NOT KNOWN")


def test_markdown_has_whole_tables_and_all_marks(made: Brief) -> None:
    text = made.markdown()
    bars = [re.sub(r"\\\|", "", line).count("|") for line in text.splitlines()]
    for at, line in enumerate(text.splitlines()):
        if line.startswith("| ---"):
            assert bars[at - 1] == bars[at] == bars[at + 1]
    body, _, sources = text.partition("\n## Sources\n")
    assert cited(body) == {int(n) for n in re.findall(r"^- \[(\d+)\]", sources, re.MULTILINE)}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag == "meta" else [tag]
        given = dict(attrs)
        self.links |= {given["href"] or ""} if "href" in given else set()
        self.ids |= {f"#{given['id']}"} if "id" in given else set()
        assert not {"src", "onclick"} & set(given)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_one_file_whose_marks_lead_to_the_words(made: Brief) -> None:
    page = _Page()
    page.feed(made.html())
    assert page.open == []
    assert page.links and page.links <= page.ids
    assert "@media print" in made.html()
    assert "<script" not in made.html()


def test_words_of_documents_are_no_markup() -> None:
    """A quote may hold what Markdown or HTML would take for its own."""
    nasty = "<b>5 < 6</b> | *x* [y](z) & `q`"
    document = Document("d", nasty, nasty, nasty, "2024")
    rows = Table(("a|b",), (((Part(nasty, ("c",)),),),))
    brief_ = Brief(
        title=nasty,
        head=(Part(nasty),),
        first=(Section(nasty, (rows, Bullets(((Part(nasty, ("c",)),),)))),),
        sources=(Source(document, (Citation(1, (nasty,)),)),),
        numbers={"c": 1},
    )
    page = _Page()
    page.feed(brief_.html())
    assert (page.open, "<b>" in brief_.html()) == ([], False)
    assert not re.search(
        r"(?<!\\)[<*`]", as_markdown(brief_).replace("**\\<b", "").replace("\n**", "").replace("**", "")
    )
    assert nasty in as_text(brief_, 200)


def test_a_terminal_shows_the_same_lines(made: Brief) -> None:
    from rich.console import Console

    from pledgebook.brief.terminal import rendered

    shown = io.StringIO()
    console = Console(file=shown, width=400)
    for one in rendered(made):
        console.print(one)
    assert cited(re.sub(r"\s+", " ", shown.getvalue())) >= set(made.numbers.values())


CELL = st.text("ab -", max_size=60)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6), st.integers(40, 120))
def test_columns_keep_every_word_and_the_width(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = list(columns(rows, width))
    assert max(map(len, lines)) <= width
    told = "".join(lines[: len(lines)]).replace(" ", "").replace("-", "")
    assert sorted(told) == sorted("".join(cell for row in rows for cell in row).replace(" ", "").replace("-", ""))
