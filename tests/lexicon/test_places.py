"""The table of places: no name twice in a state, no ordinary word without its guard, and what everybody knows."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from pledgebook.lexicon import rows
from pledgebook.lexicon.table import cell

PLACES = [dict(row, every="|".join(filter(None, (row["name"], row["variants"])))) for row in rows("en", "places")]
STATES = {row["code"]: row for row in rows("en", "countries")}
KINDS = {"city", "region", "port", "sea", "river", "crossing", "lake", "airport", "free_zone"}
ORDINARY = set((Path(__file__).parent / "ordinary_words.txt").read_text(encoding="utf-8").split())


def bearers() -> dict[str, list[dict[str, str]]]:
    """For each name or variant the rows that bear it."""
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in PLACES:
        for name in cell(row["every"]):
            found[name].append(row)
    return found


BEARERS = bearers()

# Plain forms that are words: the name stands with its accents only.
DROPPED = {"Moron"}


def test_every_cell_is_of_its_kind() -> None:
    assert {row["kind"] for row in PLACES} == KINDS
    assert {row["code"] for row in PLACES} - {""} <= set(STATES)
    assert {row["guard"] for row in PLACES} == {"", "weak"}


def test_only_what_several_states_share_has_no_state() -> None:
    assert {row["kind"] for row in PLACES if not row["code"]} == {"sea", "river", "lake", "crossing", "region"}


def test_no_name_stands_twice_in_a_state() -> None:
    names = Counter((name.lower(), row["code"]) for row in PLACES for name in cell(row["every"]))
    assert [key for key, times in names.items() if times > 1] == []


def test_a_name_without_guard_means_one_place() -> None:
    sure = {name: [row["code"] for row in found if not row["guard"]] for name, found in BEARERS.items()}
    assert {name: codes for name, codes in sure.items() if len(codes) > 1} == {}


def test_no_ordinary_word_is_a_place_without_guard() -> None:
    bare = [name for name, found in BEARERS.items() if any(not row["guard"] for row in found)]
    assert [name for name in bare if name.lower() in ORDINARY] == []


@pytest.mark.parametrize(
    ("table", "column"),
    [("currencies", "words"), ("units", "words"), ("calendar", "words"), ("persons", "title"), ("body_heads", "head")],
)
def test_no_word_of_another_table_is_a_place_without_guard(table: str, column: str) -> None:
    words = {word.lower() for row in rows("en", table) for word in cell(row[column])}
    assert [row["name"] for row in PLACES if not row["guard"] and words & set(cell(row["every"].lower()))] == []


def test_every_accented_name_has_its_plain_form() -> None:
    def bare(name: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))

    for row in PLACES:
        for name in cell(row["every"]):
            known = {other.lower() for other in cell(row["every"])}
            listed = bare(name).lower() in known or not bare(name).isascii() or bare(name) in DROPPED
            assert listed, (name, row["code"])


def test_every_first_capital_is_a_place_of_its_state() -> None:
    for code, row in STATES.items():
        capital = cell(row["capital"])[0]
        assert code == "EU" or code in {found["code"] for found in BEARERS[capital]}, capital


def test_a_capital_is_guarded_only_where_the_table_of_states_guards_it() -> None:
    for code, row in STATES.items():
        capital = cell(row["capital"])[0]
        for found in BEARERS[capital]:
            if found["code"] == code and found["name"] == capital:
                assert not found["guard"] or capital in cell(row["guard"]), capital


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Aktau", "KZ", "port"),
        ("Poti", "GE", "port"),
        ("Khorgos", "KZ", "crossing"),
        ("Kostanay", "KZ", "city"),
        ("Qostanay", "KZ", "city"),
        ("Ganja", "AZ", "city"),
        ("Gəncə", "AZ", "city"),
        ("Hacıqabul", "AZ", "city"),
        ("Türkmenbaşy", "TM", "port"),
        ("Alma-Ata", "KZ", "city"),
        ("Chisinau", "MD", "city"),
        ("Lobito", "AO", "port"),
        ("Beitbridge", "ZW", "crossing"),
        ("Ressano Garcia", "MZ", "crossing"),
        ("Komatipoort", "ZA", "crossing"),
        ("Cabo Delgado", "MZ", "region"),
        ("Paranagua", "BR", "port"),
        ("Chancay", "PE", "port"),
        ("Tecun Uman", "GT", "crossing"),
        ("Lao Bao", "VN", "crossing"),
        ("Vung Ang", "VN", "port"),
        ("Zamyn-Uud", "MN", "crossing"),
        ("Torghundi", "AF", "crossing"),
        ("Chabahar", "IR", "port"),
        ("Gwadar", "PK", "port"),
        ("Uttar Pradesh", "IN", "region"),
        ("Xinjiang", "CN", "region"),
        ("Constanta", "RO", "port"),
        ("Rijeka", "HR", "port"),
        ("Medyka", "PL", "crossing"),
        ("Caspian Sea", "", "sea"),
        ("Danube", "", "river"),
        ("Suez Canal", "EG", "crossing"),
        ("Heathrow", "GB", "airport"),
    ],
)
def test_places_that_everybody_knows(name: str, code: str, kind: str) -> None:
    assert (code, kind) in {(row["code"], row["kind"]) for row in BEARERS[name] if not row["guard"]}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Nice", "FR"), ("Split", "HR"), ("Mary", "TM"), ("Orange Walk", "BZ"), ("Reading", "GB"), ("Santos", "BR")],
)
def test_places_that_are_also_words_or_persons_are_guarded(name: str, code: str) -> None:
    assert [row["guard"] for row in BEARERS[name] if row["code"] == code] == ["weak"]


@pytest.mark.parametrize("name", ["Of", "Independence", "Enterprise", "Surprise", "Best", "March", "Union", "Progress"])
def test_places_that_are_words_first_of_all_are_left_out(name: str) -> None:
    assert name not in BEARERS


@pytest.mark.parametrize(
    ("name", "meant", "guarded"),
    [("London", "GB", "CA"), ("Durham", "GB", "US"), ("Sinop", "TR", "BR"), ("Armavir", "AM", "RU")],
)
def test_of_two_places_of_one_name_the_one_meant_first_has_no_guard(name: str, meant: str, guarded: str) -> None:
    guard = {row["code"]: row["guard"] for row in BEARERS[name]}
    assert guard == {meant: "", guarded: "weak"}
