"""What the reader of numbers sees: a line of text, and the mentions it must give.

A mention is written as `text = value[..high] unit [bound] [(sense)]`; without a unit its type stands there.
"""

from __future__ import annotations

import pytest

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.numbers import find
from pledgebook.reading.text.page import open_page


def read(text: str) -> list[Mention]:
    return find(open_page(Document(id="t", text=text)))


def brief(m: Mention) -> str:
    value = f"{m.value}" + (f"..{m.high}" if m.high is not None else "")
    parts = [m.text, "=", value, m.unit or m.type, m.qualifier, f"({m.sense})" if m.sense else ""]
    return " ".join(p for p in parts if p)


CURRENCY_BEFORE = [
    ("a $500 million fund was set up", ["$500 million = 500000000 USD"]),
    ("it cost $1.2 bn, then $ 49.5 mln", ["$1.2 bn = 1200000000 USD", "$ 49.5 mln = 49500000 USD"]),
    ("a loan of US$1.2bn or USD 12.1 bn", ["US$1.2bn = 1200000000 USD", "USD 12.1 bn = 12100000000 USD"]),
    ("a grant of AZN 20 million", ["AZN 20 million = 20000000 AZN"]),
    (
        "€1.5m and £2m and ¥39 billion",
        ["€1.5m = 1500000 EUR", "£2m = 2000000 GBP", "¥39 billion = 39000000000 JPY (local)"],
    ),
    (
        "worth Rs 500 crore and ₹5,000 crore",
        ["Rs 500 crore = 5000000000 INR (local)", "₹5,000 crore = 50000000000 INR"],
    ),
    ("Kshs. 480 million and KSh 8.41", ["Kshs. 480 million = 480000000 KES", "KSh 8.41 = 8.41 KES"]),
    (
        "CHF 30m, NOK 1.2bn, SEK 450 million",
        ["CHF 30m = 30000000 CHF", "NOK 1.2bn = 1200000000 NOK", "SEK 450 million = 450000000 SEK"],
    ),
    ("S/ 3,400 million and R$ 45 million", ["S/ 3,400 million = 3400000000 PEN", "R$ 45 million = 45000000 BRL"]),
    ("Rp 16 trillion and Rp22.5tn", ["Rp 16 trillion = 16000000000000 IDR", "Rp22.5tn = 22500000000000 IDR"]),
    (
        "R450 million and N5bn and P12 billion",
        ["R450 million = 450000000 ZAR", "N5bn = 5000000000 NGN", "P12 billion = 12000000000 PHP"],
    ),
    ("A $500-million loan", ["$500-million = 500000000 USD"]),
    (
        "HK$300m, A$1.5bn, S$40 million, NT$2 billion",
        [
            "HK$300m = 300000000 HKD",
            "A$1.5bn = 1500000000 AUD",
            "S$40 million = 40000000 SGD",
            "NT$2 billion = 2000000000 TWD",
        ],
    ),
    (
        "CFA 20 billion and FCFA 5 billion",
        ["CFA 20 billion = 20000000000 XOF (local)", "FCFA 5 billion = 5000000000 XOF (local)"],
    ),
    (
        "GH¢2.1 billion, Tk 500 crore, PKR 30bn",
        ["GH¢2.1 billion = 2100000000 GHS", "Tk 500 crore = 5000000000 BDT", "PKR 30bn = 30000000000 PKR"],
    ),
    ("MT30 million was allotted", ["MT30 million = 30000000 MZN"]),
    ("US $ 5 million and NZ $ 3m", ["US $ 5 million = 5000000 USD", "NZ $ 3m = 3000000 NZD"]),
    ("U.S.$ 5 million", ["U.S.$ 5 million = 5000000 USD"]),
    ("at US cents 6.5 per kWh", ["US cents 6.5 = 0.065 USD"]),
    ("Euro 5 million was paid", ["Euro 5 million = 5000000 EUR"]),
]
CURRENCY_BEHIND = [
    ("trade of 500 mln dollars", ["500 mln dollars = 500000000 USD"]),
    (
        "38 bln soums and 20 million manats",
        ["38 bln soums = 38000000000 UZS", "20 million manats = 20000000 AZN (local)"],
    ),
    ("worth 1,5 billion euros", ["1,5 billion euros = 1500000000 EUR"]),
    ("a gift of 3 million Kuwaiti dinars", ["3 million Kuwaiti dinars = 3000000 KWD"]),
    ("12 billion Tanzanian shillings", ["12 billion Tanzanian shillings = 12000000000 TZS"]),
    ("40 million Hong Kong dollars", ["40 million Hong Kong dollars = 40000000 HKD"]),
    ("750 million U.S. dollars", ["750 million U.S. dollars = 750000000 USD"]),
    ("2.5 billion CFA francs", ["2.5 billion CFA francs = 2500000000 XOF (local)"]),
    ("500 million USD and 20 mln AZN", ["500 million USD = 500000000 USD", "20 mln AZN = 20000000 AZN"]),
    ("a 500-million-dollar loan", ["500-million-dollar = 500000000 USD"]),
    ("a 2 billion-euro fund", ["2 billion-euro = 2000000000 EUR"]),
    ("25 billion yen (about $165 million)", ["25 billion yen = 25000000000 JPY", "$165 million = 165000000 USD about"]),
    ("3 trillion South Korean won", ["3 trillion South Korean won = 3000000000000 KRW"]),
    ("200 million South African rand", ["200 million South African rand = 200000000 ZAR"]),
    ("5.5 cents a unit and 12 euro cents", ["5.5 cents = 0.055 USD", "12 euro cents = 0.12 EUR"]),
    ("1 billion 250 million tenge", ["1 billion 250 million tenge = 1250000000 KZT"]),
    ("300 million Turkish liras", ["300 million Turkish liras = 300000000 TRY"]),
    ("100 dollars", ["100 dollars = 100 USD"]),
]
LOCAL_CURRENCY = [
    ("a bond of Sh12 billion", ["Sh12 billion = 12000000000 money (local)"]),
    ("a levy of 5 million dinars", ["5 million dinars = 5000000 money (local)"]),
    ("worth 300 million pesos", ["300 million pesos = 300000000 money (local)"]),
    ("20 million francs", ["20 million francs = 20000000 money (local)"]),
    ("Rs 500 crore", ["Rs 500 crore = 5000000000 INR (local)"]),
    ("300 rials", ["300 rials = 300 IRR (local)"]),
]
SCALES = [
    ("2.4 million tonnes", ["2.4 million tonnes = 2400000 t"]),
    ("1.2mn t and 3m passengers", ["1.2mn t = 1200000 t", "3m = 3000000 count (passengers)"]),
    ("5.2m tonnes of cargo", ["5.2m tonnes = 5200000 t"]),
    ("10k tonnes", ["10k tonnes = 10000 t"]),
    ("45 lakh jobs", ["45 lakh = 4500000 count (jobs)"]),
    ("2 lakh crore rupees", ["2 lakh crore rupees = 2000000000000 INR (local)"]),
    ("12 thousand million euros", ["12 thousand million euros = 12000000000 EUR"]),
    ("5 thousand 600 people", ["5 thousand 600 = 5600 count (people)"]),
    ("2 million 500 thousand tonnes", ["2 million 500 thousand tonnes = 2500000 t"]),
    ("500 millions of cubic metres", ["500 millions of cubic metres = 500000000 m3"]),
    ("1.5-million-ton terminal", ["1.5-million-ton = 1500000 t"]),
    ("3 dozen ships", ["3 dozen = 36 count (ships)"]),
]
SEPARATORS = [
    ("1,234,567 people", ["1,234,567 = 1234567 count (people)"]),
    ("12,34,567 people", ["12,34,567 = 1234567 count (people)"]),
    ("1 234 567 people", ["1 234 567 = 1234567 count (people)"]),
    ("1'234'567 people", ["1'234'567 = 1234567 count (people)"]),
    ("1.234.567 people", ["1.234.567 = 1234567 count (people)"]),
    ("1.234,56 euros", ["1.234,56 euros = 1234.56 EUR"]),
    ("1,234.56 euros", ["1,234.56 euros = 1234.56 EUR"]),
    ("0,5 percent and 3,75 km", ["0,5 percent = 0.5 percent", "3,75 km = 3.75 km"]),
    ("1.500 euros", ["1.500 euros = 1500 EUR"]),
    ("RSD 3.040 and 12.5 percent", ["RSD 3.040 = 3040 RSD", "12.5 percent = 12.5 percent"]),
    ("3.000 TEU", ["3.000 TEU = 3000 TEU"]),
    ("1.234 tonnes and 12.5 percent", ["1.234 tonnes = 1.234 t", "12.5 percent = 12.5 percent"]),
    ("1.234 tonnes and 12,5 percent", ["1.234 tonnes = 1234 t", "12,5 percent = 12.5 percent"]),
    ("3.456 enterprises and 12.5 percent", ["3.456 = 3456 count (enterprises)", "12.5 percent = 12.5 percent"]),
    ("sections 1,2 and 3 of the law", []),
    ("1,234 million dollars", ["1,234 million dollars = 1234000000 USD"]),
    (".5 percent", [".5 percent = 0.5 percent"]),
]
PERCENT = [
    (
        "4.5 percent, 3.2%, 5 per cent, 6 pct",
        ["4.5 percent = 4.5 percent", "3.2% = 3.2 percent", "5 per cent = 5 percent", "6 pct = 6 percent"],
    ),
    ("2 percentage points and 0.5 pp", ["2 percentage points = 2 percent (points)", "0.5 pp = 0.5 percent (points)"]),
    ("25 basis points", ["25 basis points = 0.25 percent (points)"]),
    ("a 20-percent share", ["20-percent = 20 percent"]),
    ("a 51 percent stake", ["51 percent = 51 percent"]),
    ("down to minus 12 percent", ["minus 12 percent = -12 percent"]),
    ("–12%, -3.5% and +4%", ["–12% = -12 percent", "-3.5% = -3.5 percent", "4% = 4 percent"]),
    ("cars 1.2bn euros (-5.1%)", ["1.2bn euros = 1200000000 EUR", "-5.1% = -5.1 percent"]),
    ("the share fell to 12 from 15 percent", ["12 = 12 percent", "15 percent = 15 percent"]),
    ("grew by 12-15%", ["12-15% = 12..15 percent"]),
]
RATIOS = [
    ("the volume quadrupled", ["quadrupled = 4 times"]),
    ("it more than doubled", ["doubled = 2 times over"]),
    ("exports nearly tripled", ["tripled = 3 times under"]),
    ("halving the time", ["halving = 0.5 times"]),
    (
        "a threefold rise, a 2.5-fold rise, six-fold",
        ["threefold = 3 times", "2.5-fold = 2.5 times", "six-fold = 6 times"],
    ),
    ("1.5 times more", ["1.5 times = 1.5 times"]),
    ("four times higher", ["four times = 4 times"]),
    ("three times that of last season", ["three times = 3 times"]),
    ("grew four times", ["four times = 4 times"]),
    ("by a factor of 3", ["3 = 3 times"]),
    ("multiplied by five", ["five = 5 times"]),
    ("twice as much", ["twice = 2 times"]),
    ("twice the level", ["twice = 2 times"]),
    ("half as much", ["half as much = 0.5 times"]),
    ("fell by half", ["half = 50 percent (change)"]),
    ("by a third", ["a third = 33.3333 percent (change)"]),
    ("a third of the exports", ["a third = 33.3333 percent"]),
    ("two thirds of it", ["two thirds = 66.6667 percent"]),
    ("two-fifths of cargo", ["two-fifths = 40 percent"]),
    ("three quarters of the capital", ["three quarters = 75 percent"]),
    ("one quarter", ["one quarter = 25 percent"]),
    ("3/4 of loans", ["3/4 = 75 percent"]),
    ("more than half of imports", ["half = 50 percent over"]),
    ("nearly two thirds", ["two thirds = 66.6667 percent under"]),
    ("one in five jobs", ["one in five = 20 percent"]),
    ("nine out of ten trucks", ["nine out of ten = 90 percent"]),
    ("two- to threefold", ["two = 2 times", "threefold = 3 times"]),
    ("1.5 to 2 times higher", ["1.5 to 2 times = 1.5..2 times"]),
]
MEASURES = [
    ("1,200km long", ["1,200km = 1200 km"]),
    ("12.5 kilometres", ["12.5 kilometres = 12.5 km"]),
    ("a 257-kilometre road", ["257-kilometre = 257 km"]),
    ("a 300-metre berth", ["300-metre = 0.3 km"]),
    ("a 40m tall mast", ["40m = 0.04 km"]),
    ("2,500 sq km", ["2,500 sq km = 2500000000 m2"]),
    ("45,000 m2 and 600 m²", ["45,000 m2 = 45000 m2", "600 m² = 600 m2"]),
    ("300 ha and 1.2 million hectares", ["300 ha = 300 ha", "1.2 million hectares = 1200000 ha"]),
    ("12 billion cubic meters", ["12 billion cubic meters = 12000000000 m3"]),
    ("10 bcm, 250 mcm, 3.5 bcm/y", ["10 bcm = 10000000000 m3", "250 mcm = 250000000 m3", "3.5 bcm/y = 3500000000 m3"]),
    ("6 billion cubic metres", ["6 billion cubic metres = 6000000000 m3"]),
    ("450,000 barrels per day", ["450,000 barrels per day = 450000 bbl"]),
    ("1.2 mb/d", ["1.2 mb/d = 1200000 bbl"]),
    ("600 GWh, 1.2 TWh, 1,300 kWh", ["600 GWh = 600000 MWh", "1.2 TWh = 1200000 MWh", "1,300 kWh = 1.3 MWh"]),
    ("300 MW, 14 GW, 1,300 kW", ["300 MW = 300 MW", "14 GW = 14000 MW", "1,300 kW = 1.3 MW"]),
    ("an exchange of 2x150 MW", ["150 MW = 150 MW"]),
    ("1,100 TEU and a 500-TEU ship", ["1,100 TEU = 1100 TEU", "500-TEU = 500 TEU"]),
    ("24,000 tons, 3.5 Mt, 400 kt", ["24,000 tons = 24000 t", "3.5 Mt = 3500000 t", "400 kt = 400000 t"]),
    ("80 kg of gold", ["80 kg = 0.08 t"]),
    ("1.02 mtpa", ["1.02 mtpa = 1020000 t"]),
    ("88 million units (kWh)", ["88 million = 88000 MWh"]),
    ("5 further tonnes", ["5 further tonnes = 5 t"]),
    ("120 km/h and 25 kV", ["120 km/h = 120 km/h", "25 kV = 25 kV"]),
    ("12 days, 48 hours, 30 minutes", ["12 days = 12 day", "48 hours = 48 hour", "30 minutes = 0.5 hour"]),
    ("a two-day visit", ["two-day = 2 day"]),
    ("a 25-year agreement", ["25-year = 25 year"]),
    ("two and a half years", ["two and a half years = 2.5 year"]),
    ("half an hour", ["half an hour = 0.5 hour"]),
    ("18 months", ["18 months = 1.5 year"]),
    ("3 hours 20 minutes", ["3 hours 20 minutes = 3.33333 hour"]),
    ("two years and six months", ["two years and six months = 2.5 year"]),
    ("3 weeks", ["3 weeks = 21 day"]),
]
COUNTS = [
    ("53 Uzbek companies", ["53 = 53 count (Uzbek companies)"]),
    ("91 twenty-foot boxes", ["91 = 91 count (twenty-foot boxes)"]),
    ("a 960-seat school", ["960 = 960 count (seat)"]),
    ("the five-member group", ["five = 5 count (member)"]),
    ("two plants", ["two = 2 count (plants)"]),
    ("a dozen agreements", ["a dozen = 12 count (agreements)"]),
    ("one plant", ["one = 1 count (plant)"]),
    ("39 such enterprises", ["39 = 39 count (enterprises)"]),
    ("120 more wagons", ["120 = 120 count (wagons)"]),
    ("cars (1,200), buses (300)", ["1,200 = 1200 count (cars)", "300 = 300 count (buses)"]),
    ("five of the twelve projects", ["five = 5 count (projects)", "twelve = 12 count (projects)"]),
    ("3 of 12 ships", ["3 = 3 count (ships)", "12 = 12 count (ships)"]),
    ("three foreign ministers", ["three = 3 count (foreign ministers)"]),
    ("250 head of cattle", ["250 = 250 count (head)"]),
    ("1.6 mln – guests from Chad", ["1.6 mln = 1600000 count (guests)"]),
    ("met three times a year", ["three times = 3 count (times)"]),
    ("met twice in Rome", ["twice = 2 count (twice)"]),
    ("nine sports facilities", ["nine = 9 count (sports facilities)"]),
    ("six 500-seat halls", ["six = 6 count (500-seat halls)", "500 = 500 count (seat)"]),
    (
        "130 interstate, intergovernmental and other agreements",
        ["130 = 130 count (interstate, intergovernmental and other agreements)"],
    ),
    ("12 staff and 4 aircraft", ["12 = 12 count (staff)", "4 = 4 count (aircraft)"]),
]
WORDS = [
    ("forty-two plants", ["forty-two = 42 count (plants)"]),
    ("two hundred thousand people", ["two hundred thousand = 200000 count (people)"]),
    ("a hundred roads", ["a hundred = 100 count (roads)"]),
    ("two thousand one hundred students", ["two thousand one hundred = 2100 count (students)"]),
    ("two hundred and forty scholarships", ["two hundred and forty = 240 count (scholarships)"]),
    ("a hundred and ninety-four million dollars", ["a hundred and ninety-four million dollars = 194000000 USD"]),
    (
        "six hundred and twenty-one thousand three hundred people",
        ["six hundred and twenty-one thousand three hundred = 621300 count (people)"],
    ),
    ("eleven point six billion dollars", ["eleven point six billion dollars = 11600000000 USD"]),
    ("half a million tonnes", ["half a million tonnes = 500000 t"]),
    ("one and a half billion dollars", ["one and a half billion dollars = 1500000000 USD"]),
    ("three quarters of a million people", ["three quarters of a million = 750000 count (people)"]),
    ("2½ years", ["2½ years = 2.5 year"]),
    ("twelve hundred firms", ["twelve hundred = 1200 count (firms)"]),
    ("three and a half thousand km", ["three and a half thousand km = 3500 km"]),
    ("twenty-five wagons", ["twenty-five = 25 count (wagons)"]),
]
RANGES = [
    ("between 5 and 7 million tons", ["5 and 7 million tons = 5000000..7000000 t"]),
    ("between 300 and 500 million dollars", ["300 and 500 million dollars = 300000000..500000000 USD"]),
    ("$1-1.5 billion", ["$1-1.5 billion = 1000000000..1500000000 USD"]),
    ("$3 to $5 billion", ["$3 to $5 billion = 3000000000..5000000000 USD"]),
    ("US$ 4–5 bn", ["US$ 4–5 bn = 4000000000..5000000000 USD"]),
    ("$1.5bn-$2bn", ["$1.5bn-$2bn = 1500000000..2000000000 USD"]),
    ("US$ 7 bn to US$ 9 bn", ["US$ 7 bn to US$ 9 bn = 7000000000..9000000000 USD"]),
    ("€20–40", ["€20–40 = 20..40 EUR"]),
    ("$3,200-3,500", ["$3,200-3,500 = 3200..3500 USD"]),
    ("12 to 15 percent", ["12 to 15 percent = 12..15 percent"]),
    ("5–7 days", ["5–7 days = 5..7 day"]),
    ("2-3 thousand tonnes", ["2-3 thousand tonnes = 2000..3000 t"]),
    ("two to three years", ["two to three years = 2..3 year"]),
    ("20~100 wagons", ["20~100 = 20..100 count (wagons)"]),
    ("two or three plants", ["two or three = 2..3 count (plants)"]),
    ("one or two ships", ["one or two = 1..2 count (ships)"]),
    ("1,200-1,500 people", ["1,200-1,500 = 1200..1500 count (people)"]),
    ("rose by 5 to 10 percent", ["5 to 10 percent = 5..10 percent"]),
]
NO_RANGES = [
    ("from 12 to 60 trains", ["12 = 12 count (trains)", "60 = 60 count (trains)"]),
    ("from 3 hours to 45 minutes", ["3 hours = 3 hour", "45 minutes = 0.75 hour"]),
    ("from USD 5m to USD 7m", ["USD 5m = 5000000 USD", "USD 7m = 7000000 USD"]),
    ("corrected 182.6 mln to 186.0 mln dollars", ["182.6 mln = 182600000 USD", "186.0 mln dollars = 186000000 USD"]),
    ("grew by 16 percent to $1.8 bn", ["16 percent = 16 percent", "$1.8 bn = 1800000000 USD"]),
    ("a 3-1 win", []),
]
SHARED = [
    ("2.5 and 3 million tonnes went by rail", ["2.5 = 2500000 t", "3 million tonnes = 3000000 t"]),
    ("20 and 30 percent", ["20 = 20 percent", "30 percent = 30 percent"]),
    ("5, 7 and 12 million dollars", ["5 = 5000000 USD", "7 = 7000000 USD", "12 million dollars = 12000000 USD"]),
    ("20 and 30 billion yen respectively", ["20 = 20000000000 JPY", "30 billion yen = 30000000000 JPY"]),
    ("40, 50 or 60 wagons", ["40 = 40 count (wagons)", "50 = 50 count (wagons)", "60 = 60 count (wagons)"]),
    ("from 19 days to 14", ["19 days = 19 day", "14 = 14 day"]),
    ("500 thousand to 1 million tonnes", ["500 thousand to 1 million tonnes = 500000..1000000 t"]),
]
BOUNDS = [
    ("over 130 agreements", ["130 = 130 count over (agreements)"]),
    ("more than four thousand kilometers", ["four thousand kilometers = 4000 km over"]),
    ("at least 12 wagons", ["12 = 12 count over (wagons)"]),
    ("not less than 40 percent", ["40 percent = 40 percent over"]),
    ("no fewer than 30 ships", ["30 = 30 count over (ships)"]),
    ("upwards of 50 thousand cars", ["50 thousand = 50000 count over (cars)"]),
    ("in excess of $5 billion", ["$5 billion = 5000000000 USD over"]),
    ("a minimum of 3 years", ["3 years = 3 year over"]),
    ("4 thousand km and a bit", ["4 thousand km = 4000 km over"]),
    ("50,000 or more visitors", ["50,000 = 50000 count over (visitors)"]),
    ("5,000 people and more", ["5,000 = 5000 count over (people)"]),
    ("30-plus banks", ["30 = 30 count over (banks)"]),
    ("50+ countries", ["50 = 50 count over (countries)"]),
    ("the sum exceeded 11 million dollars", ["11 million dollars = 11000000 USD over"]),
    ("it has passed 130 agreements", ["130 = 130 count over (agreements)"]),
    ("topped 30 percent", ["30 percent = 30 percent over"]),
    ("surpassed the 5 million tonne mark", ["5 million tonne = 5000000 t over"]),
    ("exceeded a total of 40 projects", ["40 = 40 count over (projects)"]),
    ("> 5 percent and ≥40%", ["5 percent = 5 percent over", "40% = 40 percent over"]),
    ("for over 20 years", ["20 years = 20 year over"]),
]
BOUNDS_UNDER = [
    ("nearly 200 containers", ["200 = 200 count under (containers)"]),
    ("almost $3 bn", ["$3 bn = 3000000000 USD under"]),
    ("close to 700 million euros", ["700 million euros = 700000000 EUR under"]),
    ("less than 5%", ["5% = 5 percent under"]),
    ("fewer than ten banks", ["ten = 10 count under (banks)"]),
    ("below 40 percent", ["40 percent = 40 percent under"]),
    ("under 3 hours", ["3 hours = 3 hour under"]),
    ("no more than 30 days", ["30 days = 30 day under"]),
    ("not exceeding USD 1,000", ["USD 1,000 = 1000 USD under"]),
    ("at most 9 wagons", ["9 = 9 count under (wagons)"]),
    ("a maximum of 50 tonnes", ["50 tonnes = 50 t under"]),
    ("20 tonnes at most", ["20 tonnes = 20 t under"]),
    ("stops short of 50 million euros", ["50 million euros = 50000000 EUR under"]),
    ("fell short of 3 billion euros", ["3 billion euros = 3000000000 EUR under"]),
    ("has not reached 40 percent", ["40 percent = 40 percent under"]),
    ("just under 2 mln TEU", ["2 mln TEU = 2000000 TEU under"]),
    ("a capacity of up to 5 million tonnes", ["5 million tonnes = 5000000 t under (upto)"]),
    ("up to 500 wagons", ["500 = 500 count under (wagons)"]),
    ("raised up to 10 bln dollars", ["10 bln dollars = 10000000000 USD under (upto)"]),
]
BOUNDS_ABOUT = [
    ("about 2,700 cars", ["2,700 = 2700 count about (cars)"]),
    ("around 40 schools", ["40 = 40 count about (schools)"]),
    ("some 50,000 visitors", ["50,000 = 50000 count about (visitors)"]),
    ("roughly a dozen banks", ["a dozen = 12 count about (banks)"]),
    ("approximately 5 ha", ["5 ha = 5 ha about"]),
    ("approx. 5 ha", ["5 ha = 5 ha about"]),
    ("circa 20 ports", ["20 = 20 count about (ports)"]),
    ("c. 300 ships", ["300 = 300 count about (ships)"]),
    ("~50 people", ["50 = 50 count about (people)"]),
    ("20 ships or so", ["20 = 20 count about (ships)"]),
    ("50-odd firms", ["50 = 50 count about (firms)"]),
    ("in the region of $40 million", ["$40 million = 40000000 USD about"]),
    ("2 billion yen or thereabouts", ["2 billion yen = 2000000000 JPY about"]),
]
NO_BOUNDS = [
    ("talked about two plants", ["two = 2 count (plants)"]),
    ("spoke about 5 projects", ["5 = 5 count (projects)"]),
    ("over the 5 plants", ["5 = 5 count (plants)"]),
    ("over 20 years it grew", ["20 years = 20 year"]),
    ("under two agreements", ["two = 2 count (agreements)"]),
    ("under the 25-year contract", ["25-year = 25 year"]),
]
ORDINALS = [
    ("the third meeting", ["third = 3 ordinal"]),
    ("the 21st session", ["21st = 21 ordinal"]),
    ("the twenty-third summit", ["twenty-third = 23 ordinal"]),
    ("a third bridge", ["third = 3 ordinal"]),
]
ELIDED = [
    (
        "trade was 181 mln dollars, of which exports 132 mln",
        ["181 mln dollars = 181000000 USD", "132 mln = 132000000 USD (elided)"],
    ),
    ("57 firms, against 53 a year before", ["57 = 57 count (firms)", "53 = 53 number (firms)"]),
    ("now it takes 14 days, before it was 19", ["14 days = 14 day", "19 = 19 day (elided)"]),
    ("sales of 3.3bn euros, up from 2.95bn", ["3.3bn euros = 3300000000 EUR", "2.95bn = 2950000000 EUR (elided)"]),
    (
        "exports of 132.3 and imports of 49.5 million dollars",
        ["132.3 = 132300000 USD (elided)", "49.5 million dollars = 49500000 USD"],
    ),
    (
        "978 TEU in May, 2,115 in June and 3,460 in July",
        ["978 TEU = 978 TEU", "2,115 = 2115 TEU (elided)", "3,460 = 3460 TEU (elided)"],
    ),
    ("Peru has to lay 190 km and Chile 113", ["190 km = 190 km", "113 = 113 km (elided)"]),
    ("the capital was EUR 50 m, of which 28 m is paid in", ["EUR 50 m = 50000000 EUR", "28 m = 28000000 EUR (elided)"]),
    ("the share is 40 percent, later 60", ["40 percent = 40 percent", "60 = 60 percent (elided)"]),
]

GROUPS = {name: rows for name, rows in list(globals().items()) if name.isupper() and isinstance(rows, list)}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=f"{name}: {row[0]}") for name, rows in GROUPS.items() for row in rows]
)
def test_reads(text: str, expected: list[str]) -> None:
    assert [brief(m) for m in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1325 and Article 5, paragraph 3",
        "Law No. 123 and Decree № 45",
        "No. 2/2024",
        "Regulation 2025/535",
        "Articles 5, 6 and 7",
        "an A330, a Su-30 and Boeing 787s",
        "Boeing 737 and Flight 345",
        "the G20, the G7 and COP29",
        "COVID-19 and H1N1",
        "5G and 4K",
        "the E40 road and the M-39",
        "Phase 2 and stage 3 of it",
        "Berth 5, Gate 12, Terminal 3",
        "the 6+3 format and C5+1",
        "at 10:30 a.m.",
        "at 9 a.m. and 6.30 p.m.",
        "at 14.00 hrs, until 22 h",
        "call +998 71 123 45 67",
        "tel. 123-45-67",
        "fax: 44 20 7946 0958",
        "a 49/51 split, 24/7",
        "score 2:1",
        "version 3.1.2 of 12.03.2023",
        "by 2030 and in 1998",
        "the 1990s",
        "2023/24 and 2024-25",
        "an 18-year-old, aged 30, 45 years old",
        "double taxation, a double-track line, double standards",
        "the first half of the season",
        "hundreds of people, tens of thousands of jobs",
        "several million dollars, millions of euros, a few hundred",
        "one of the plants, no one, one another, one-stop shop, on the one hand",
        "a third country",
        "https://example.org/2023/05/1234",
        "Page 34",
        "Phase Two is over",
        "the gate closes at 21.40",
        "two-way trade, a two-tier system",
        "[1] A note",
        "SDG 7",
    ],
)
def test_what_only_names_a_thing_is_no_amount(text: str) -> None:
    assert [brief(m) for m in read(text) if m.type != "ordinal" and m.sense != "label"] == []


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("$181.9 million", "1e5"),
        ("50 thousand tonnes", "1e3"),
        ("50,000 tonnes", "1e0"),
        ("14.3 GW", "1e2"),
        ("2.5 percent", "1e-1"),
        ("1.25-1.5 bn dollars", "1e7"),
        ("two hundred thousand people", "1e5"),
        ("6.5 US cents", "1e-3"),
        ("300 metres", "1e-3"),
        ("1.2 mln t", "1e5"),
    ],
)
def test_grain_is_the_power_of_ten_of_the_last_digit(text: str, grain: str) -> None:
    assert [m.grain for m in read(text)] == [grain]


def test_tokens_of_dates_are_left_alone() -> None:
    page = open_page(Document(id="t", text="On 15 May 200 people came; 3 days a week"))
    assert [brief(m) for m in find(page, [(1, 3), (9, 11)])] == ["200 = 200 count (people)", "3 days = 3 day"]


def test_no_sum_passes_through_a_float() -> None:
    assert [m.value for m in read("132.3 million dollars and 1.005 million euros and 4.35 bn yen")] == [
        132300000,
        1005000,
        4350000000,
    ]
    assert all(isinstance(m.value, int) for m in read("132.3 million dollars and 2.5 thousand km"))


def test_a_number_that_looks_like_the_label_of_an_item_is_one() -> None:
    assert [brief(m) for m in read("2.5 million tonnes went by rail.")] == ["2.5 million tonnes = 2500000 t"]
    assert read("2.5 Transport") == []


def test_a_sentence_is_not_left() -> None:
    assert [brief(m) for m in read("It made 5 mln. The plant has 20 wagons.")] == [
        "5 mln = 5000000 number",
        "20 = 20 count (wagons)",
    ]


def test_same_sum_in_brackets_has_the_same_bound() -> None:
    assert [m.qualifier for m in read("a loan of up to ¥31 bn (Sh27 bn), about $200m")] == ["under", "under", "about"]
