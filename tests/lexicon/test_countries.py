"""The table of states: each word of it means one state, unless declared; each state has a capital and a currency."""

from __future__ import annotations

from collections import defaultdict

import pytest

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell

STATES = {row["code"]: row for row in rows("en", "countries")}

# Two states each: the text must tell which.
SHARED = {"Congo", "Congolese", "Dominican", "Dominicans"}


def states_by_word(column: str) -> dict[str, set[str]]:
    """For each value of a column the states in whose row it stands."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, row in STATES.items():
        for word in cell(row[column]):
            found[word].add(code)
    return found


@pytest.mark.parametrize("column", ["name", "names", "demonyms", "people", "prefix"])
def test_a_word_means_one_state(column: str) -> None:
    shared = {word for word, codes in states_by_word(column).items() if len(codes) > 1}
    assert shared <= SHARED


def test_a_shared_word_is_guarded_in_each_of_its_rows() -> None:
    for word in sorted(SHARED):
        columns = ("names", "demonyms", "people")
        holders = [row for row in STATES.values() if any(word in cell(row[column]) for column in columns)]
        assert len(holders) == 2
        assert all(word in cell(row["guard"]) for row in holders)


def test_every_state_has_a_capital_and_a_known_currency() -> None:
    known = {row["code"] for row in rows("en", "currencies")}
    assert [code for code, row in STATES.items() if not row["capital"]] == []
    assert [code for code, row in STATES.items() if not cell(row["currency"])] == []
    assert {money for row in STATES.values() for money in cell(row["currency"])} <= known


def test_only_a_union_and_two_islands_have_no_demonym() -> None:
    assert [code for code, row in STATES.items() if not row["demonyms"]] == ["EU", "GG", "JE"]


def test_a_guard_is_a_word_of_its_row() -> None:
    columns = ("name", "names", "demonyms", "people", "capital", "prefix")
    for code, row in STATES.items():
        own = {word for column in columns for word in cell(row[column])}
        assert set(cell(row["guard"])) <= own, code


@pytest.mark.parametrize(
    ("word", "column", "code"),
    [
        ("Ivorian", "demonyms", "CI"),
        ("Burkinabe", "demonyms", "BF"),
        ("Kyrgyz", "demonyms", "KG"),
        ("Mozambican", "demonyms", "MZ"),
        ("Basotho", "demonyms", "LS"),
        ("Emirati", "demonyms", "AE"),
        ("Dutch", "demonyms", "NL"),
        ("Nigerien", "demonyms", "NE"),
        ("Nigerian", "demonyms", "NG"),
        ("Danes", "people", "DK"),
        ("Türkiye", "names", "TR"),
        ("Burma", "names", "MM"),
        ("Czech Republic", "names", "CZ"),
        ("Persia", "names", "IR"),
        ("Asunción", "capital", "PY"),
        ("Ulaanbaatar", "capital", "MN"),
        ("Sino", "prefix", "CN"),
    ],
)
def test_words_mean_the_state_that_everybody_means(word: str, column: str, code: str) -> None:
    every = states_by_word("name") | states_by_word(column)
    assert every[word] == {code}
