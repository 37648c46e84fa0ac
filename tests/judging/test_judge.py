"""What becomes of a promise, as small books."""

from __future__ import annotations

import pytest

from pledgebook.judging import walk, wholes

from .book import claims_of, judged, relations, statuses

SCHOOL = """
2022-03-01 Daily | project type=school name="girls' school" country=TZ place=Mwanza parties=KE status=planned due=2023
  A girls' school will be built in Mwanza by Kenya in 2023.
"""
LATER = {
    "silence after the date": ("", "overdue", []),
    "done in its year": (
        """
2024-02-01 Herald | project type=school name="girls' school" country=TZ place=Mwanza status=launched start=2023-11-05
  The girls' school in Mwanza was opened on 5 November 2023.
""",
        "kept",
        ["fulfils"],
    ),
    "done later": (
        """
2024-06-01 Herald | project type=school name="girls' school" country=TZ place=Mwanza status=launched start=2024-05-05
  The girls' school in Mwanza was opened on 5 May 2024.
""",
        "kept_late",
        ["fulfils"],
    ),
    "moved before its date": (
        """
2023-06-01 Herald | project type=school name="girls' school" country=TZ place=Mwanza status=under_construction due=2025
  The girls' school in Mwanza will now open in 2025.
""",
        "revised",
        ["delays"],
    ),
    "moved after its date": (
        """
2024-06-01 Herald | project type=school name="girls' school" country=TZ place=Mwanza status=under_construction due=2025
  The girls' school in Mwanza will open in 2025.
""",
        "overdue",
        ["delays"],
    ),
    "given up": (
        """
2023-06-01 Herald | project type=school name="girls' school" country=TZ place=Mwanza status=cancelled
  The girls' school in Mwanza has been cancelled.
""",
        "withdrawn",
        ["denies"],
    ),
}


@pytest.mark.parametrize("name", LATER)
def test_what_became_of_a_school(name: str) -> None:
    later, status, told = LATER[name]
    pairs = judged(SCHOOL + later, "2024-12-31")
    assert pairs[0][1].status == status
    assert relations(pairs)[0] == told


def test_a_later_claim_is_not_known_on_an_earlier_day() -> None:
    assert statuses(SCHOOL + LATER["done in its year"][0], "2023-12-30") == ["open"]


def test_an_aim_told_again_without_its_date_is_no_new_promise() -> None:
    book = """
2023-02-24 Daily | figure indicator=trade_turnover reporter=GH partner=TG value=1e9 unit=USD end=2027 status=target
  Trade is to reach a billion dollars by 2027.
2024-08-27 Post | figure indicator=trade_turnover reporter=GH partner=TG value=1e9 unit=USD status=target
  Analysts think of a billion dollars.
"""
    pairs = judged(book, "2025-01-01")
    assert [v.status for _, v in pairs] == ["open"]
    assert relations(pairs) == [["supports"]]


def test_a_forum_is_a_whole_with_the_state_of_its_promises() -> None:
    book = SCHOOL.replace("2022-03-01", "2022-03-02") + (
        """
2022-03-02 Daily | meeting form=forum title="Lake Forum" participants=TZ,KE start=2022-03-01 end=2022-03-01 status=held
  A girls' school will be built in Mwanza by Kenya in 2023.
2022-03-02 Daily | pledge actors=KE action="lift the levy on onions" due=2022-12 strength=commits
  Kenya will lift the levy on onions.
"""
        + LATER["done in its year"][0]
    )
    claims = claims_of(book)
    found = wholes(claims, judged(book, "2024-12-31"))
    assert [(w.states, w.done) for w in found] == [(("kept", "overdue"), 1)]


def test_a_voice_is_shown_and_weighs_nothing() -> None:
    pairs = judged(SCHOOL + LATER["done in its year"][0], "2024-12-31")
    assert [e.voice for e in pairs[0][1].evidence] == ["third party"]


def test_the_four_answers() -> None:
    verdict = judged(SCHOOL + LATER["done later"][0], "2024-12-31")[0][1]
    assert verdict.official.endswith(": A girls' school will be built in Mwanza by Kenya in 2023.")
    assert (verdict.stage, verdict.schedule, verdict.path) == ("done", "done 2024-05-05, late by 4 months", "")
    assert verdict.searched == "2024-06-01"


def test_why_walks_from_promise_to_what_would_change_the_verdict() -> None:
    promise, verdict = judged(SCHOOL, "2024-12-31")[0]
    lines = list(walk(promise, verdict, lambda claim: f"<{claim}>"))
    assert lines[0] == "Promise: girls' school, due 2023, by KE"
    assert "Evidence: none found in documents up to 2022-03-01." in lines
    assert lines[-1].startswith("What would change it: A claim that it is done")


def test_a_side_that_corrects_its_count_is_believed_in_the_newer() -> None:
    book = """
2022-02-24 Daily | figure indicator=exports of=soya reporter=PY partner=AR value=500 unit=t start=2022 end=2022 status=target
  500 tonnes of soya are to be sold in 2022.
2023-02-01 Customs Office | figure indicator=exports of=soya reporter=PY partner=AR value=510 unit=t start=2022 end=2022 status=actual
  510 tonnes of soya were sold in 2022.
2023-09-01 Customs Office | figure indicator=exports of=soya reporter=PY partner=AR value=480 unit=t start=2022 end=2022 status=actual
  For 2022 the 510 tonnes of soya are corrected to 480.
"""  # noqa: E501
    pairs = judged(book, "2024-01-01")
    assert [v.status for _, v in pairs] == ["broken"]
    assert relations(pairs) == [["supports", "denies"]]
