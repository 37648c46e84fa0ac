"""The small things that judging rests on, as tables."""

from __future__ import annotations

from datetime import date

import pytest

from pledgebook.judging.known import Known
from pledgebook.judging.money import allot, payments_of, stages_of
from pledgebook.judging.parts import listed
from pledgebook.judging.paths import Point, growth, project, tracks
from pledgebook.judging.promises import find_promises
from pledgebook.judging.quantity import alike
from pledgebook.judging.signs import amounts
from pledgebook.judging.spans import same_stretch
from pledgebook.judging.stating import same_date
from pledgebook.judging.view import View, numbered
from pledgebook.judging.when import named_day
from pledgebook.judging.words import deeds, opposed, said, states_told, things
from pledgebook.matching import match
from pledgebook.model import Matched

from .book import claims_of


def views(book: str) -> list[View]:
    return [View(claim) for claim in claims_of(book)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("branches in Lome and Cotonou", ("Lome", "Cotonou")),
        ("Khasab, Sohar and Duqm: free of dues", ("Khasab", "Sohar", "Duqm")),
        ("exempt boats from port dues at Khasab, Sohar and Duqm", ("Khasab", "Sohar", "Duqm")),
        ("a pipeline between Kasama and Mbala", ()),
        ("a road from Kasama to Mbala", ()),
        ("a school in Mwanza", ()),
        ("trade and culture", ()),
    ],
)
def test_the_parts_that_a_promise_lists(text: str, names: tuple[str, ...]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("The levy was lifted on 14 August 2023.", "2023-08-14"),
        ("The levy was lifted on August 14th, 2023.", "2023-08-14"),
        ("The levy was lifted on 14.08.2023.", "2023-08-14"),
        ("The levy has been off since March 3.", "2024-03-03"),
        ("The levy was lifted on 20 November.", "2023-11-20"),
        ("The levy was lifted on 15 September last year.", "2023-09-15"),
        ("The levy was lifted in May 2023.", "2023-05"),
        ("Lifted on 1 May 2023, set again on 1 June 2023.", ""),
        ("It will be lifted on 1 May 2027.", ""),
        ("The levy was lifted.", ""),
    ],
)
def test_the_day_that_a_quote_names(quote: str, day: str) -> None:
    view = views(f"2024-06-01 Daily | instrument form=decree status=in_force\n  {quote}")[0]
    assert named_day(view) == day


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("lift the levy on onions", {"end"}, {"onion"}),
        ("scrapped the toll bridge", {"end"}, {"bridge"}),
        ("publish a table", {"publish"}, {"tabl"}),
        ("put into service", {"start"}, set()),
    ],
)
def test_a_deed_has_one_name_whatever_the_word(text: str, names: set[str], rest: set[str]) -> None:
    assert names <= deeds(text)
    assert rest <= set(things(text))


def test_opposite_states() -> None:
    always, never = states_told("open day and night"), states_told("the gate is shut every night")
    assert opposed(always, never)
    assert not opposed(always, states_told("works 24 hours a day, never shut"))
    assert not opposed(never, always)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("not_yet", "no such office has been opened yet"),
        ("given_up", "the ministry gave the whole plan up"),
        ("trial", "Power flows on trial."),
        ("missed", "The ceiling was exceeded."),
    ],
)
def test_words_say_what_they_say(role: str, text: str) -> None:
    assert said(role, text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023", "2023-12-31", True),
        ("2023-06", "2023-06-30", True),
        ("2023-07-08", "2023-07", True),
        ("2023", "2024", False),
    ],
)
def test_one_date_told_more_and_less_exactly(a: str, b: str, same: bool) -> None:
    assert same_date(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("2024", "2025"), ("2024-07", "2025-06"), True),
        (("2023", "2023"), ("2023-01", "2023-12"), True),
        (("2023", "2023"), ("2023-01", "2023-08"), False),
        (("2023-07-08", "2024-07-07"), ("2023-07", "2024-06"), False),
    ],
)
def test_one_stretch_of_time(a: tuple[str, str], b: tuple[str, str], same: bool) -> None:
    assert same_stretch(a, b) is same


FIGURE = "2024-01-01 Daily | figure indicator={} of={!r} reporter={} partner={} value={} unit={} status=actual\n  {}"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("exports", "soya", "PY", "AR", 5, "t"), ("imports", "soya", "AR", "PY", 4, "t"), True),
        (("exports", "soya", "PY", "AR", 5, "t"), ("exports", "soya", "AR", "PY", 4, "t"), False),
        (("exports", "soya", "PY", "AR", 5, "t"), ("exports", "beef", "PY", "AR", 4, "t"), False),
        (("exports", "Rocha melons", "UY", "AR", 5, "t"), ("exports", "Salto melons", "UY", "AR", 4, "t"), False),
        (("other", "tractors", "GH", "TG", 8, "count"), ("other", "buses", "GH", "TG", 5, "count"), False),
        (("capacity", "berths, stage two", "OM", "QA", 9, "t"), ("capacity", "berths", "OM", "QA", 4, "t"), False),
        (
            ("finance", "loan for roads", "ZM", "KW", 9, "USD"),
            ("finance", "grant for roads", "ZM", "KW", 4, "USD"),
            False,
        ),
        (("trade_turnover", "", "GH", "TG", 9, "USD"), ("trade_turnover", "", "TG", "GH", 8, "USD"), True),
        (("trade_turnover", "", "GH", "TG", 9, "USD"), ("trade_turnover", "", "TG", "GH", 8e9, "USD"), False),
    ],
)
def test_one_quantity(a: tuple[object, ...], b: tuple[object, ...], same: bool) -> None:
    book = "\n".join(FIGURE.format(*told, f"quote {i}").replace("of='' ", "") for i, told in enumerate((a, b)))
    claims = claims_of(book)
    known = Known(claims, Matched(), date(2024, 6, 1))
    left, right = (known.by_id[c.id] for c in claims)
    assert alike(left, right, known) is same
    assert (right in known.figures_near(left, (right.get("indicator"),))) or not same


LOAN = """
2022-01-01 Daily | figure indicator=finance of="loan" reporter=ZM partner=KW value=90 unit=USD status=planned
  Kuwait will lend 90.
2022-01-01 Daily | figure indicator=finance of="loan" reporter=ZM partner=KW value=30 unit=USD end=2022 status=planned
  30 by the end of 2022.
2022-01-01 Daily | figure indicator=finance of="loan" reporter=ZM partner=KW value=60 unit=USD start=2023 end=2023 status=planned
  60 in 2023.
2024-01-01 Post | figure indicator=finance of="loan" reporter=ZM partner=KW value=30 unit=USD start=2023-02 end=2023-02 status=actual
  30 came in February.
2024-01-01 Post | figure indicator=finance of="loan" reporter=ZM partner=KW value=20 unit=USD start=2023-11 end=2023-11 status=actual
  20 came in November.
2024-02-01 Bank | figure indicator=finance of="loan" reporter=ZM partner=KW value=30 unit=USD start=2023-02 end=2023-02 status=actual
  We paid 30 in February.
"""  # noqa: E501


def test_payments_are_set_against_the_stages_of_a_sum() -> None:
    claims = claims_of(LOAN)
    known = Known(claims, match(claims), date(2024, 6, 1))
    whole, first, second, february, november, again = (known.by_id[c.id] for c in claims)
    stages = stages_of(whole, known)
    assert stages == [first, second]
    allotted = allot(stages, payments_of(whole, known))
    assert allotted == {february.id: first.id, again.id: first.id, november.id: second.id}


def test_amounts_in_the_words_of_a_pledge() -> None:
    assert amounts("pay the first 50 mln by March") == (50e6,)
    assert amounts("lend 1.5 billion") == (1.5e9,)


def test_numbers_of_phases() -> None:
    assert numbered("the second stage of the cannery") == {2}
    assert numbered("Phase One and Phase Two") == {1, 2}
    assert numbered("the second school") == frozenset()


TRADE = """
2021-03-01 Bureau | figure indicator=trade_turnover reporter=GH partner=TG value=100 unit=USD start=2020 end=2020 status=actual
  Trade was 100 in 2020.
2022-03-01 Bureau | figure indicator=trade_turnover reporter=GH partner=TG value=110 unit=USD start=2021 end=2021 status=actual
  Trade was 110 in 2021.
2022-05-01 Daily | figure indicator=trade_turnover reporter=GH partner=TG value=200 unit=USD end=2026 status=target
  Trade is to reach 200 by 2026.
2023-03-01 Bureau | figure indicator=trade_turnover reporter=GH partner=TG value=121 unit=USD start=2022 end=2022 status=actual
  Trade was 121 in 2022.
2024-03-01 Customs of Togo | figure indicator=trade_turnover reporter=TG partner=GH value=150 unit=USD start=2023 end=2023 status=actual
  By our count trade was 150 in 2023.
2024-03-02 Bureau | figure indicator=trade_turnover reporter=GH partner=TG value=133.1 unit=USD start=2023 end=2023 status=actual
  Trade was 133.1 in 2023.
"""  # noqa: E501


def test_each_side_that_counts_has_a_track_of_its_own() -> None:
    claims = claims_of(TRADE)
    known = Known(claims, match(claims), date(2024, 6, 1))
    bureau, customs = tracks(find_promises(known)[0], known)
    assert [p.value for p in bureau.points] == [100, 110, 121, 133.1]
    assert bureau.base is not None and bureau.base.value == 110
    assert bureau.pace == pytest.approx(0.1, abs=1e-3)
    assert bureau.needed == pytest.approx((200 / 133.1) ** (1 / 3) - 1, abs=1e-3)
    assert (bureau.word, customs.word, customs.pace) == ("behind", "", None)
    assert bureau.projected is not None
    assert bureau.projected[1] == pytest.approx(133.1 * 1.1**3, rel=1e-2)


def test_growth_and_projection_of_too_little_is_not_told() -> None:
    assert growth(0, 5, 1) is None
    assert growth(5, 10, 0) is None
    assert project([Point(date(2020, 12, 31), 1, "a"), Point(date(2021, 12, 31), 2, "b")], date(2026, 12, 31)) is None
