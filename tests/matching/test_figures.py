"""Which figures measure one quantity, which cannot both be true, and what a series is."""

from __future__ import annotations

import pytest

from pledgebook.matching import match, same_quantity

from .helpers import Case, cases, claim


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in cases("conflicts.txt")])
def test_conflict(case: Case) -> None:
    expected = {"none": [], "-": [""]}.get(case.head, [case.head])
    assert [c.reason for c in match([case.older, case.newer]).conflicts] == expected


def test_one_quantity_whatever_its_period_value_and_status() -> None:
    told = {"indicator": "production", "reporter": "MZ", "unit": "count"}
    aim = claim("a", "2021", "figure", of="tractors", value=900, status="target", end="2023", **told)
    actual = claim("b", "2023", "figure", of="tractors built in Beira", value=610, start="2022", end="2022", **told)
    assert same_quantity(aim, actual)[0] >= 0.8


def test_two_quantities() -> None:
    told = {"indicator": "exports", "reporter": "KE", "value": 1, "unit": "USD"}
    assert (
        same_quantity(
            claim("a", "2021", "figure", of="tea", **told), claim("b", "2021", "figure", of="coffee", **told)
        )[0]
        == 0
    )


def test_a_series_is_one_sides_count() -> None:
    told = {"indicator": "trade_turnover", "reporter": "KE", "partner": "JP", "unit": "USD", "status": "actual"}
    claims = [
        claim(
            f"{office} {year}",
            f"{year + 1}",
            "figure",
            start=f"{year}",
            end=f"{year}",
            value=value,
            speaker=office,
            **told,
        )
        for year, office, value in [
            (2021, "Japan Customs", 41.2),
            (2020, "Japan Customs", 39.8),
            (2020, "Kenya Revenue Authority", 35.1),
            (2021, "Kenya Revenue Authority", 36.6),
        ]
    ]
    by_id = {c.id: c for c in claims}
    found = match(claims).series
    assert {s.side: [by_id[c].get("value") for c in s.claims] for s in found} == {
        "Japan Customs": [39.8, 41.2],
        "Kenya Revenue Authority": [35.1, 36.6],
    }
    assert len({(s.indicator, s.what, s.reporter, s.partner, s.unit) for s in found}) == 1
