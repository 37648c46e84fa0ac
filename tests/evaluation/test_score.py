"""The figures we quote: which documents they are over, and that held-out documents stay closed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import gold
import score_one
import score_reader
from pledgebook.model import Document, Fact, Span

TEXT = "Turnover of Peru and Chile reached $2 million in 2021. Peru will export 300 tonnes of onions to Chile."
ONE = {"kind": "figure", "indicator": "trade_turnover", "reporter": "PE", "partner": "CL", "value": 2000000}
ONE |= {"unit": "USD", "start": "2021", "end": "2021", "status": "actual", "quotes": [TEXT[:54]]}
TWO = {"kind": "figure", "indicator": "exports", "of": "onions", "reporter": "PE", "partner": "CL", "value": 300}
TWO |= {"unit": "t", "status": "planned", "quotes": [TEXT[55:]]}


def case(*facts: Fact) -> gold.Case:
    made = gold.Case(Path("onions.json"), Document("onions", TEXT), [ONE, TWO])
    made.__dict__["facts"] = list(facts)  # what the reader would have made of it
    return made


def fact(confidence: str, of: dict[str, object]) -> Fact:
    slots = {slot: value for slot, value in of.items() if slot not in ("kind", "quotes")}
    return Fact("figure", slots, (Span(0, 54),), confidence)


def test_held_out_is_a_third_of_the_gold() -> None:
    names = {path.stem for path in (gold.HERE / "dev").glob("*.json")}
    assert len(gold.held_out()) == 20
    assert gold.held_out() <= names
    assert len(names) == 59


def test_nothing_of_the_seed_is_here() -> None:
    assert not (gold.HERE / "dev" / "seed.json").exists()
    assert not (gold.HERE / "chain" / "expected.json").exists()


def test_confidence_counts_a_fact_as_right_where_its_slots_agree() -> None:
    wrong = {**TWO, "reporter": "CL", "partner": "PE", "of": "garlic", "status": "actual"}
    counted = gold.confidence([case(fact("sure", ONE), fact("weak", wrong))])
    assert counted == {"sure": (1, 1), "likely": (0, 0), "weak": (1, 0)}


@pytest.mark.parametrize("arguments", [["zm_cd_lobito"], ["chain3", "id_jp_rail"], ["no_such_document"]])
def test_score_one_refuses(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr("sys.argv", ["score_one.py", *arguments])
    assert score_one.main() == 2


def test_differences_keep_a_kind_with_its_slots() -> None:
    lines = ["  a figure 0.50 'x'", "      of: 1 read 2", "  a pledge MISSED {}", "  b figure EXTRA  {}"]
    assert score_one.differences(lines, ["figure"]) == [lines[0], lines[1], lines[3]]
    assert score_one.differences(lines, []) == lines


def test_history_takes_a_line_only_where_the_score_moved(tmp_path: Path) -> None:
    rows = {kind: {"record": 0.5} for kind in (*score_reader.score.KINDS, "all")}
    tables = {name: gold.Table(rows, 1.0) for name in ("open", "held out", "all")}
    history = tmp_path / "history.csv"
    assert score_reader.record(tables, "2026-01-01", history)
    assert not score_reader.record(tables, "2026-01-02", history)
    rows["all"]["record"] = 0.6
    assert score_reader.record(tables, "2026-01-03", history)
    lines = list(csv.DictReader(history.open(encoding="utf-8")))
    assert [(line["date"], line["all"]) for line in lines] == [("2026-01-01", "0.500"), ("2026-01-03", "0.600")]
