"""What becomes of a promise, as small books."""

from __future__ import annotations

import pytest

from .book import judged, relations, statuses

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
