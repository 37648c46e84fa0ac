"""When a document was written, where nobody says it."""

from __future__ import annotations

import pytest

from pledgebook.model import Document
from pledgebook.reading.mentions.dates import find
from pledgebook.reading.mentions.written import Written, written
from pledgebook.reading.text.page import open_page

HEADS = [
    ("LIMA, 4 March 2024. The envoy came.", "2024-03-04", "2024-03-04"),
    ("LIMA (Andes News), March 4, 2024 – The envoy came.", "2024-03-04", "2024-03-04"),
    ("Envoy in Lima\nPublished: 10 March 2023\n\nThe envoy came.", "2023-03-10", "2023-03-10"),
    ("Envoy in Lima\n10.03.2023\n\nThe envoy came.", "2023-03-10", "2023-03-10"),
    ("THE LIMA REVIEW\nNo. 7 | week of 6–10 March 2023\n\nThe envoy came.", "2023-03-06", "2023-03-10"),
    ("Newsletter\nMarch 2023\n\nThe envoy came.", "2023-03", "2023-03"),
    ("The parties agree as follows.\n\nDone at Lima on 3 May 2024.", "2024-05-03", "2024-05-03"),
]
INFERRED = [
    # After what is told as past, before what is told as to come.
    (
        "The fair was opened on 25 February. Sales rose in January 2023. The mill will be ready by the end of March.",
        "2023-02-25",
        "2023-03-31",
    ),
    ("The pact was signed on 3 May 2021. The port will be ready by July 2022.", "2021-05-03", "2022-07-31"),
    (
        "LIMA, May 2. The pact was signed in March 2021. The port will be ready by July 2021.",
        "2021-05-02",
        "2021-05-02",
    ),
    ("The envoy came and talked.", "", ""),
]


def page_of(text: str, published: str = "") -> Written:
    return written(open_page(Document("d", text, published=published)))


def test_the_day_of_the_document_comes_first() -> None:
    assert page_of(HEADS[0][0], "2020-01-01") == Written("2020-01-01", "2020-01-01", False)


@pytest.mark.parametrize(("text", "start", "end"), HEADS)
def test_a_date_line_tells_it(text: str, start: str, end: str) -> None:
    assert page_of(text) == Written(start, end, False)


@pytest.mark.parametrize(("text", "start", "end"), INFERRED)
def test_events_bound_it(text: str, start: str, end: str) -> None:
    assert page_of(text) == Written(start, end, True)


def test_what_leans_on_it_is_resolved_as_closely_as_it_is_known() -> None:
    text = (
        "The fair was opened on 25 February. Sales rose in January 2023. The mill will be ready by the end of March. "
    )
    said = {
        m.text: (m.start, m.end) for m in find(open_page(Document("d", text + "Last year it rained; yesterday too.")))
    }
    assert said["25 February"] == ("2023-02-25", "2023-02-25")
    assert said["end of March"] == ("", "2023-03")
    assert said["Last year"] == ("2022", "2022")
    assert said["yesterday"][0] != "2023-03-30"


def test_terms_run_from_the_documents_own_day() -> None:
    text = "ORDER\nNo. 5, March 4, 2024, Lima\n\nThe ministry shall within ten days inform the port."
    assert [m.end for m in find(open_page(Document("d", text, published="2024-03-06")))] == ["2024-03-04", "2024-03-14"]
