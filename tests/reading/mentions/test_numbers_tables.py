"""Bare numbers of a table take their unit from its title, its columns, its rows."""

from __future__ import annotations

import pytest

from pledgebook.model import Document
from pledgebook.reading.mentions.numbers import find
from pledgebook.reading.text.page import open_page


def read(text: str) -> list[str]:
    return [f"{m.value} {m.unit}".strip() for m in find(open_page(Document(id="t", text=text)))]


CASES = {
    "title in brackets": (
        "Exports and imports (in thousands of US dollars, FOB)\n\n"
        "Country | Exports | Imports | Balance\nTogo | 1,234.5 | 890.1 | 344.4\nMali | 2,345.6 | 1,001.0 | -1,344.6\n",
        ["1234500 USD", "890100 USD", "344400 USD", "2345600 USD", "1001000 USD", "-1344600 USD"],
    ),
    "title after a comma": (
        "4.2 Imports by origin, GWh\nOrigin | North | South\nNiger | 470.26* | 1,041.37\n",
        ["470260 MWh", "1041370 MWh"],
    ),
    "currency before scale": (
        "(US$ million)\nWheat | 12.1 | 13\nRice | 11.0 | 4\n",
        ["12100000 USD", "13000000 USD", "11000000 USD", "4000000 USD"],
    ),
    "columns of their own": (
        "Product | Tonnes | Value, thousand USD | Share, %\nCotton | 1,250 | 3,400.5 | 12.5\n",
        ["1250 t", "3400500 USD", "12.5 percent"],
    ),
    "one column of its own": (
        "Trade (mln USD)\n         North   South   Growth, %\nTotal    45.5    50.1    10.1\n",
        ["45500000 USD", "50100000 USD", "10.1 percent"],
    ),
    "columns by place": (
        "Scheme             Size      Cost ($m)     Position\n"
        "Dam one            20MW      55            Built\n"
        "Road               40 km     7             Stalled\n",
        ["20 MW", "55000000 USD", "40 km", "7000000 USD"],
    ),
    "units on a line of their own": (
        "Product        Value      Volume\n               (US$ mn)   (thous. t)\n"
        "Lead             12.5        3.4\nCopper          120.5p      13.4\n",
        ["12500000 USD", "3400 t", "120500000 USD", "13400 t"],
    ),
    "a column of units": (
        "Item | Unit | North | South\nGas | mln m3 | 1,100 | 1,300\nPower | GWh | 250.5 | 300\n"
        "Guests | thousand | 120 | 140\n",
        ["1100000000 m3", "1300000000 m3", "250500 MWh", "300000 MWh", "120000", "140000"],
    ),
    "comma decimals": (
        "Trade (million euros)\nZinc         1.234,5   2.345,6\nSilver       987,4     800,0\n"
        "Lead         1.234     2.000\n",
        ["1234500000 EUR", "2345600000 EUR", "987400000 EUR", "800000000 EUR", "1234000000 EUR", "2000000000 EUR"],
    ),
    "negatives beside each other": (
        "Balance (mln USD)\nTotal       -499.0    -533.8    -689.6\n",
        ["-499000000 USD", "-533800000 USD", "-689600000 USD"],
    ),
    "a list under its lead": (
        "Main goods (mln euros):\n- grain: 45.2\n- oil: 30.1\n- cars: 12\n",
        ["45200000 EUR", "30100000 EUR", "12000000 EUR"],
    ),
    "a sentence with a bracket": (
        "Main items of import (mln dollars): cars – 14.8; yarn – 9.1. In export, polymers (5.2) led.\n",
        ["14800000 USD", "9100000 USD", "5200000 USD"],
    ),
    "spaces between thousands": (
        "Product                 t          US$ thousand\nApples               1 250            3 400\n",
        ["1250 t", "3400000 USD"],
    ),
    "far below the table nothing holds": (
        "Trade (mln USD)\n\nWheat | 12.1 | 13\n\nHere.\n\nThere.\n\nThen.\n\nNow.\n\nLast.\n\nRice | 11.0 | 4\n",
        ["12100000 USD", "13000000 USD", "11", "4"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_units_of_tables(text: str, expected: list[str]) -> None:
    assert read(text) == expected
