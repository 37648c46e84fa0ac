"""What holds of every verdict, whatever the claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.judging import judge, touched
from pledgebook.judging.rules import RULES, decide
from pledgebook.matching import match
from pledgebook.model import Claim, Evidence, Promise, last_day

from .book import claims_of

BOOK = """
2022-03-01 Daily | project type=school name="girls' school" country=TZ place=Mwanza parties=KE status=planned due=2023
  A girls' school will be built in Mwanza by Kenya in 2023.
2022-03-01 Daily | figure indicator=trade_turnover reporter=TZ partner=KE value=900000000 unit=USD end=2024 status=target
  Trade is to reach 900 million dollars by 2024.
2022-03-01 Daily | pledge actors=KE counterpart=TZ action="lift the levy on onions" due=2022-12 strength=commits
  Kenya will lift the levy on onions by December.
2023-02-01 Coast Weekly | project type=school name="girls' school" country=TZ place=Mwanza status=planned due=2024
  The girls' school in Mwanza will open in 2024.
2023-02-01 Coast Weekly | pledge actors=KE action="lift the levy on onions" due=2022-12 strength=commits
  The levy on onions, which was to be lifted by December, is not yet lifted.
2024-01-10 Lake Post | project type=school name="girls' school" country=TZ place=Mwanza status=launched start=2023-12-01
  The girls' school in Mwanza was opened on 1 December 2023.
2024-01-10 Lake Post | figure indicator=trade_turnover reporter=KE partner=TZ value=700000000 unit=USD start=2023 end=2023 status=actual
  Trade came to 700 million dollars in 2023.
2024-03-10 Union Paper | project type=school name="girls' school" country=TZ place=Mwanza status=under_construction
  The girls' school in Mwanza is not ready yet, the teachers' union says.
2024-06-01 Border Times | instrument form=decree parties=KE topic="levy on onions abolished" status=in_force
  The levy on onions has been abolished since 1 May 2024.
2025-03-01 Bureau | figure indicator=trade_turnover reporter=TZ partner=KE value=910000000 unit=USD start=2024 end=2024 status=actual
  Trade made 910 million dollars in 2024.
2025-03-02 Revenue | figure indicator=trade_turnover reporter=KE partner=TZ value=880000000 unit=USD start=2024 end=2024 status=actual
  By our count trade made 880 million dollars in 2024.
2025-04-01 Daily | project type=school name="girls' school" country=TZ place=Mwanza status=cancelled
  The girls' school in Mwanza has been given up.
"""  # noqa: E501
CLAIMS = claims_of(BOOK)
ON = date(2025, 6, 1)

some_claims = st.lists(st.sampled_from(CLAIMS), unique_by=lambda c: c.id, max_size=len(CLAIMS))


@settings(max_examples=40, deadline=None)
@given(some_claims, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_never_matters(claims: list[Claim], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert judge(shuffled, match(shuffled), ON) == judge(claims, match(claims), ON)


@settings(max_examples=40, deadline=None)
@given(some_claims, st.dates(date(2022, 1, 1), date(2025, 12, 31)))
def test_an_earlier_day_never_uses_later_claims(claims: list[Claim], on: date) -> None:
    out = [c for c in claims if last_day(c.published) <= on]
    assert judge(claims, match(claims), on) == judge(out, match(claims), on)


@settings(max_examples=40, deadline=None)
@given(some_claims, st.sampled_from(CLAIMS))
def test_a_removed_document_leaves_nothing_behind(claims: list[Claim], gone: Claim) -> None:
    rest = [c for c in claims if c.document != gone.document]
    ids = {c.id for c in rest}
    for promise, verdict in judge(rest, match(rest), ON):
        assert set(promise.claims) <= ids
        assert {e.claim for e in verdict.evidence} <= ids


@settings(max_examples=60, deadline=None)
@given(some_claims, st.sampled_from(sorted({c.document for c in CLAIMS})))
def test_what_new_claims_do_not_touch_stays_as_it_was(claims: list[Claim], document: str) -> None:
    old = [c for c in claims if c.document != document]
    new = [c.id for c in claims if c.document == document]
    before = {p.id: (p, replace(v, searched="")) for p, v in judge(old, match(old), ON)}
    matched = match(claims)
    again = touched(claims, new, matched, ON)
    for promise, verdict in judge(claims, matched, ON):
        if promise.id not in again:
            assert before[promise.id] == (promise, replace(verdict, searched=""))
    assert [p.id for p, _ in judge(claims, matched, ON, only=again)] == [
        p.id for p, _ in judge(claims, matched, ON) if p.id in again
    ]


DUES = ["", "2023", "2023-06", "2023-06-30"]
DAYS = ["", "2022-11", "2023", "2023-06-30", "2023-09-01", "2024", "2025-01-15"]
KINDS = {
    "fulfils": ["done", "reached"],
    "partly_fulfils": ["so_far", "part_done", "in_part", "paid", "on_trial"],
    "denies": ["not_yet", "short", "given_up", "opposite", "missed"],
    "delays": ["new_date", "stalled", "the_rest"],
    "revises": ["new_terms"],
    "supports": ["said_again"],
    "contradicts": ["still_to_come", "before_it_was_promised"],
}
FINAL = ("short", "given_up", "missed", "in_part")
WORTH = {
    "broken": 0,
    "withdrawn": 0,
    "overdue": 1,
    "unknown": 2,
    "open": 2,
    "contradicted": 3,
    "partly_kept": 3,
    "revised": 3,
    "kept_late": 4,
    "kept": 5,
}


@st.composite
def pieces(draw: st.DrawFn, relations: tuple[str, ...] = tuple(KINDS)) -> Evidence:
    relation = draw(st.sampled_from(relations))
    rule = draw(st.sampled_from(KINDS[relation]))
    share = draw(st.sampled_from([None, 0.25, 0.5])) if rule in ("so_far", "in_part", "paid", "short") else None
    part = draw(st.sampled_from(["", "a", "b"])) if rule in ("part_done", "given_up") else ""
    seen = draw(st.sampled_from(["2022-12-01", "2023-05-01", "2023-08-01", "2024-05-01", "2025-03-01"]))
    return Evidence("c1", relation, rule, "", seen, draw(st.sampled_from(DAYS)), share, part, rule in FINAL)


promises = st.builds(
    lambda due, parts, aim: Promise("p1", "pledge", ("c0",), ("KE",), "x", due=due, parts=parts, aim=aim),
    st.sampled_from(DUES),
    st.sampled_from([(), ("a", "b")]),
    st.sampled_from([None, 100.0]),
)
days = st.sampled_from([date(2023, 1, 1), date(2023, 7, 15), date(2025, 6, 1)])


@given(promises, st.lists(pieces(), max_size=5), pieces(("fulfils", "partly_fulfils", "supports")), days)
def test_more_evidence_for_it_never_makes_a_verdict_worse(
    promise: Promise, evidence: list[Evidence], more: Evidence, on: date
) -> None:
    before, _ = decide(promise, evidence, on)
    after, _ = decide(promise, [*evidence, more], on)
    assert WORTH[after] >= WORTH[before]


@given(promises, st.lists(pieces(), max_size=5), st.randoms(use_true_random=False), days)
def test_the_order_of_the_evidence_never_matters(
    promise: Promise, evidence: list[Evidence], chance: object, on: date
) -> None:
    shuffled = list(evidence)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(promise, evidence, on) == decide(promise, shuffled, on)


@given(promises, days)
def test_silence_alone_gives_only_overdue_open_or_unknown(promise: Promise, on: date) -> None:
    assert decide(promise, [], on)[0] in ("overdue", "open", "unknown")


@given(promises, st.lists(pieces(), max_size=5), days)
def test_every_verdict_names_a_rule(promise: Promise, evidence: list[Evidence], on: date) -> None:
    assert decide(promise, evidence, on)[1] in [name for name, _ in RULES]
