"""One body or person under several names, spellings and scripts; two that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.matching import name_likeness, same_name
from pledgebook.matching.aliases import Aliases
from pledgebook.matching.words import concepts, fold, key, states_in

from .helpers import claim

ONE = [
    ("Ministry of Economy of Uruguay", "Uruguayan Economy Ministry"),
    ("Ministry of Economy", "Ministry of Economy of Uruguay"),
    ("Ministry of Trade", "Ministry of Trade and Regional Integration"),
    ("National Bureau of Statistics (NBS)", "NBS"),
    ("River Plate Development Agency", "RPDA"),
    ("Uruguay National Institute of Statistics", "UNIS"),
    ("Statistics Agency", "Statistics Agency under the President of Uzbekistan"),
    ("Plata Ferries JSC", "Plata Ferries"),
    ("Plata", "Plata Motors"),
    ("City of Salto", "Salto"),
    ("executive power of Nukus", "Nukus city hall"),
    ("R. Cabrera", "Rodrigo Cabrera"),
    ("Lucía Montero", "Lucia Montero"),
    ("Нурлан Абдрахманов", "Nurlan Abdrakhmanov"),
    ("Serdar Gurbanguliyev", "Serdar Gurbangulyev"),
    ("İsmayıl Hüseynov", "Ismayil Huseynov"),
    ("Oʻtkir Qodirov", "Otkir Kodirov"),
    ("UY", "UY"),
]
TWO = [
    ("Statistics Agency", "State Statistics Committee"),
    ("Ministry of Economy of Uruguay", "Ministry of Economy of Paraguay"),
    ("Ministry of Economy", "Ministry of Energy"),
    ("Georgian Railway JSC (GR)", "Salto Atlantic Railway (SAR)"),
    ("Uruguay Airways", "Uruguay Railways"),
    ("Plata Bank", "Plata Fund"),
    ("Rodrigo Cabrera", "Ramon Cabral"),
    ("Port Authority", "Salto Port Operator"),
    ("UY", "PY"),
    ("UY", "Uruguay Railways"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_the_same_both_ways_and_within_bounds(left: str, right: str) -> None:
    assert 0 <= name_likeness(left, right) == name_likeness(right, left) <= 1
    assert name_likeness(left, left) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Мирзиёев", "mirziyoyev"),
        ("Щербина", "shcherbina"),
        ("İlham Əliyev", "ilham aliyev"),
        ("Қазақстан", "qazaqstan"),
        ("Bácsszentgyörgy", "bacsszentgyorgy"),
        ("Łódź", "lodz"),
        ("Oʻzbekiston’s", "ozbekiston"),
        ("თბილისი", "tbilisi"),
        ("CASA+ & 3 km²", "casa plus  and  3 km2"),
    ],
)
def test_fold(text: str, plain: str) -> None:
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("left", "right"), [("dzhalal", "jalal"), ("qarshi", "karshi"), ("nukus", "nokis"), ("khujand", "hudzhand")]
)
def test_spellings_of_a_place_have_one_key(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_phrases_become_concepts() -> None:
    assert concepts("the new power stations in South Africa") == ("the", "new", "power plant", "in", "=ZA")


def test_states() -> None:
    assert states_in("Sino-Kenyan and Costa Rican firms, two of them from us") == {"CN", "KE", "CR"}


def test_claims_explain_their_short_forms() -> None:
    parties = ("Salto Free Zone Agency (SFZA)",)
    quote = "PLATUR, the tourism board of Salto, said"
    told = Aliases(
        [
            claim("a", "2022", "instrument", form="memorandum", status="signed", parties=parties),
            claim("b", "2022", "pledge", quote, actors=("PLATUR",), action="open", strength="commits"),
        ]
    )
    assert told.names("SFZA") == ("SFZA", "Salto Free Zone Agency")
    assert told.names("PLATUR") == ("PLATUR", "tourism board of Salto")
