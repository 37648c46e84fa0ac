"""What the lines of a brief say, as small books: a claim a line, its quote under it, then the line that follows."""

from __future__ import annotations

from datetime import date

import pytest

from pledgebook.brief import brief
from pledgebook.brief.parts import Brief
from pledgebook.brief.text import plain, plain_rows

ON = date(2024, 6, 1)
NEWER = """
document late 2024-05-20 publisher=Herald
2024-05-20 figure distance GH TG 200 km "road from Accra to Lome"
  late "The road from Accra to Lome is 200 km long."
"""


def section(made: Brief, title: str) -> list[str]:
    """The lines and rows of a section as plain text, rows with bars between their cells."""
    out: list[str] = []
    for one in (*made.first, *made.full):
        for block in one.blocks if one.title == title else ():
            if hasattr(block, "rows"):
                out += [" | ".join(row) for row in plain_rows(block, made.numbers)]
            else:
                out += [plain(line, made.numbers) for line in block.lines()]
    return [" ".join(line.split()) for line in out]


CASES = {
    "due within ninety days": (
        """
document a 2024-01-10 publisher=Daily
2024-01-10 meeting summit planned 2024-07 GH,TG "Lagoon Summit" host=TG place=Lome
  a "The Lagoon Summit of Ghana and Togo will be held in Lome in July."
""",
        ("Due within 90 days", ["July 2024: Lagoon Summit in Lome to be held [1]"]),
    ),
    "overdue and silent": (
        """
document a 2023-01-10 publisher=Daily
2023-01-10 pledge commits GH by 2023-06 "open a trade office in Lome" counterpart=TG
  a "Ghana will open a trade office in Lome by June."
"""
        + NEWER,
        ("Overdue", ["open a trade office in Lome (Ghana) [1] | June 2023 | 11 months | none found up to 20 May 2024"]),
    ),
    "overdue and moved": (
        """
document a 2023-01-10 publisher=Daily
2023-01-10 project road planned by 2023 "lagoon bridge at Aflao" country=GH place=Aflao parties=GH,TG
  a "Ghana and Togo will build the lagoon bridge at Aflao in 2023."
document b 2024-03-01 publisher=Post
2024-03-01 project road under_construction by 2025-03 "lagoon bridge at Aflao" country=GH place=Aflao parties=GH,TG
  b "The lagoon bridge at Aflao is to be ready by March 2025."
""",
        (
            "Overdue",
            [
                "lagoon bridge at Aflao (Ghana, Togo) [1] | end of 2023; now March 2025 [2] | 5 months | "
                "“The lagoon bridge at Aflao is to be ready by March 2025.” [2]"
            ],
        ),
    ),
    "kept, and how late": (
        """
document a 2022-01-10 publisher=Daily
2022-01-10 project school planned by 2022-12 "school in Kpalime" country=TG place=Kpalime parties=GH
  a "Ghana will build a school in Kpalime by December."
document b 2023-09-01 publisher=Post
2023-09-01 project school launched from 2023-08-20 "school in Kpalime" country=TG place=Kpalime parties=GH
  b "The school in Kpalime was opened on 20 August 2023."
""",
        (
            "Kept, worth a word of thanks",
            [
                "school in Kpalime (Ghana) [1] | 20 August 2023, 8 months late | "
                "“The school in Kpalime was opened on 20 August 2023.” [2]"
            ],
        ),
    ),
    "given up": (
        """
document a 2023-01-10 publisher=Daily
2023-01-10 project railway planned by 2026 "coast railway Accra-Lome" parties=GH,TG
  a "Ghana and Togo will build the coast railway Accra-Lome by 2026."
document b 2024-03-01 publisher=Post
2024-03-01 project railway cancelled "coast railway Accra-Lome" parties=GH,TG
  b "The coast railway Accra-Lome has been cancelled."
""",
        (
            "Given up, broken, or done in part",
            [
                "coast railway Accra-Lome (Ghana, Togo) [1]: given up. "
                "Last word: “The coast railway Accra-Lome has been cancelled.” [2]"
            ],
        ),
    ),
    "no later word": (
        """
document a 2023-01-10 publisher=Daily
2023-01-10 pledge ready GH "train Togolese pilots" counterpart=TG
  a "Ghana is ready to train Togolese pilots."
"""
        + NEWER,
        (
            "Not known to this book",
            ["train Togolese pilots (Ghana): said 10 January 2023 [1]; no later word up to 20 May 2024"],
        ),
    ),
    "two offices, two numbers, one after revision": (
        """
document a 2023-02-10 publisher="Ghana Statistical Service"
2023-02-10 figure trade_turnover GH TG 200000000 USD 2022 actual speaker="Ghana Statistical Service"
  a "Trade with Togo came to 200 million dollars in 2022, the Ghana Statistical Service says."
document b 2023-05-10 publisher="Togo Statistics Institute"
2023-05-10 figure trade_turnover TG GH 250000000 USD 2022 actual speaker="Togo Statistics Institute"
  b "Trade with Ghana came to 250 million dollars in 2022, the Togo Statistics Institute says."
""",
        (
            "Do not rely on",
            [
                "turnover, by Ghana Statistical Service and by Togo Statistics Institute: "
                "2022: $200 mln [1] and $250 mln [2], 25% apart. Likely reason: each side counts by its own records"
            ],
        ),
    ),
    "two numbers of which one must be of something else, or misread": (
        """
document a 2023-02-10 publisher="Ghana Statistical Service"
2023-02-10 figure trade_turnover GH TG 200000000 USD 2022 actual speaker="Ghana Statistical Service"
  a "Trade with Togo came to 200 million dollars in 2022, the Ghana Statistical Service says."
document b 2023-05-10 publisher="Togo Statistics Institute"
2023-05-10 figure trade_turnover TG GH 25000000 USD 2022 actual speaker="Togo Statistics Institute"
  b "Trade with Ghana came to 25 million dollars in 2022, the Togo Statistics Institute says."
""",
        ("Do not rely on", ["1 more: see the full account."]),
    ),
    "a number against its aim, on each side's count": (
        """
document a 2022-03-01 publisher=Daily
2022-03-01 figure trade_turnover GH TG 400000000 USD by 2026 target
  a "The two want trade of 400 million dollars by 2026."
2022-03-01 figure trade_turnover GH TG 180000000 USD 2021 actual speaker="Ghana Statistical Service"
  a "Trade came to 180 million dollars in 2021 by the count of the Ghana Statistical Service."
document b 2024-02-10 publisher="Ghana Statistical Service"
2024-02-10 figure trade_turnover GH TG 198000000 USD 2023 actual speaker="Ghana Statistical Service"
  b "Trade with Togo came to 198 million dollars in 2023, the Ghana Statistical Service says."
""",
        (
            "Numbers against aims",
            [
                "turnover: $400 mln by end of 2026 [1] | March 2022 | $198 mln (2023), Ghana Statistical Service [3] | "
                "26% | 5% [2, 3] | 50% out of reach"
            ],
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_small_book_gives_the_line(written, case: str) -> None:
    text, (title, lines) = CASES[case]
    assert section(brief(written(text), "GH", "TG", on=ON), title) == lines


def test_head_and_one_line(written) -> None:
    made = brief(written(CASES["given up"][0]), "GH", "TG", on=ON)
    assert made.title == "Ghana - Togo"
    head = "as known and judged on 1 June 2024 · 2 documents, 2 publishers, 10 January 2023 to 1 March 2024"
    assert plain(made.head, made.numbers) == head
    assert section(made, "In one line") == ["1 promise: 1 given up."]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ('pledge commits GH by 2023-06 "ratify it" counterpart=TG', "“Ghana will ratify it by June.” [1] †"),
        ('pledge commits GH by 2023-06 "rati" counterpart=TG', "“Ghana will ratify it by June.” [1] †"),
        ('instrument protocol planned 2023-06 GH,TG "protocol on"', "“Ghana will ratify it by June.” [1] †"),
        ("meeting visit planned 2023-06 GH,TG", ""),
        ('pledge commits GH by 2023-06 "ratify the treaty" counterpart=TG', "ratify the treaty (Ghana) [1]"),
        (
            'pledge commits GH by 2023-06 "ratify the treaty" counterpart=TG confidence=weak',
            "ratify the treaty (Ghana) [1] †",
        ),
        ('pledge commits GH by 2022-06 "ratify the treaty" counterpart=TG', "ratify the treaty (Ghana) [1] †"),
    ],
)
def test_what_does_not_name_its_thing_is_quoted_marked_or_left_out(written, line: str, shown: str) -> None:
    told = f'document a 2023-01-10 publisher=Daily\n2023-01-10 {line}\n  a "Ghana will ratify it by June."\n'
    made = brief(written(told + NEWER), "GH", "TG", on=ON)
    cells = [row.split(" | ")[0] for row in section(made, "Overdue")]
    assert cells == [shown or "1 more: pledgebook promises GH TG --on 2024-06-01"]
    assert ("†" in made.text().split("THE FULL ACCOUNT")[0].replace(shown, "")) is shown.endswith("†")


def test_a_sentence_read_as_two_kinds_stands_once(written) -> None:
    """Of a project and a pledge of one sentence and day the project is shown; the full account has both."""
    made = brief(
        written("""
document a 2023-01-10 publisher=Daily
2023-01-10 project school planned by 2023-06 "school in Kpalime" country=TG place=Kpalime parties=GH
  a "Ghana will build a school in Kpalime by June."
2023-01-10 pledge commits GH by 2023-06 "build a school in Kpalime" counterpart=TG
  a "Ghana will build a school in Kpalime by June."
"""),
        "GH",
        "TG",
        on=ON,
    )
    assert [row.split(" | ")[0] for row in section(made, "Overdue")][:1] == ["school in Kpalime (Ghana) [1]"]
    assert any("1 more" in line for line in section(made, "Overdue"))
    assert len(section(made, "Every promise and its verdict")) == 2


def test_long_lists_are_cut_and_say_so(written) -> None:
    lines = ["document a 2023-01-10 publisher=Daily"]
    for n in range(14):
        depot = f"depot {'ABCDEFGHIJKLMN'[n]}{n} in Lome"
        lines += [f'2023-01-10 pledge commits GH by 2023-06 "open {depot}" counterpart=TG']
        lines += [f'  a "Ghana will open {depot} by June."']
    found = section(brief(written("\n".join(lines)), "GH", "TG", on=ON), "Overdue")
    assert len(found) == 9
    assert found[-1] == "6 more: pledgebook promises GH TG --on 2024-06-01"


def test_an_empty_relation_says_so_and_what_there_is(written) -> None:
    made = brief(written(CASES["given up"][0]), "NO", "SE", on=ON)
    assert made.text().splitlines()[:2] == [
        "Norway - Sweden",
        "The book holds nothing on Norway and Sweden that was published by 1 June 2024.",
    ]
    assert "GH TG (2 claims)" in made.text()
    assert "pledgebook add" in made.markdown()
    assert made.sources == ()


def test_either_order_of_states_is_the_same_relation(written) -> None:
    book = written(CASES["overdue and moved"][0])
    left, right = (brief(book, *pair, on=ON) for pair in (("GH", "TG"), ("TG", "GH")))
    assert (left.first, left.full, left.sources) == (right.first, right.full, right.sources)
