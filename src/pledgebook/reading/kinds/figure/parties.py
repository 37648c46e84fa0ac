"""Between whom a figure stands: reporter and partner, by the words around it, else by the pair in focus."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.kinds.figure.cues import Reading
from pledgebook.reading.kinds.figure.line import Line

_TRADE = frozenset({"exports", "imports"})
_MONEY = frozenset({"finance", "investment"})


def parties(line: Line, quantity: Mention, reading: Reading) -> tuple[str, str]:
    """Reporter and partner of a figure; "" where there is none."""
    focus = line.scene.focus(line.sentence)
    rule = _by_words(line, quantity, reading, focus)
    if reading.indicator in _TRADE and _spelled_out(line, quantity, reading):
        return rule
    codes = _codes(line, focus, rule)
    told = {code: _told(line, quantity, reading, focus, code) for code in codes}
    values = [("", "")] + [(a, "") for a in codes] + [(a, b) for a in codes for b in codes if a != b]
    if rule not in values:
        values.append(rule)
    named = min(len({m.code for m in line.states}), 3)
    trait = _trait(reading.indicator)
    features = []
    for pair in values:
        shape = "two" if pair[1] else "one" if pair[0] else "none"
        names = [
            f"{shape}|{reading.indicator}", f"{shape}|focus={min(len(focus), 3)}|{trait}",
            f"{shape}|named={named}|{trait}", f"{shape}|{quantity.unit}", f"home={_home_place(line, pair)}|{trait}",
        ]  # fmt: skip
        if pair == rule:
            names += ["rule", f"rule|{reading.indicator}", f"rule|{shape}"]
        for part, code in zip("rp", pair, strict=True):
            for fact in told.get(code, ()) if code else ():
                names += [f"{part}|{fact}", f"{part}|{trait}|{fact}"]
        features.append(names)
    return ranking.best("parties", quantity.begin, values, features)[0]


def _spelled_out(line: Line, quantity: Mention, reading: Reading) -> bool:
    """Whether the words name both ends of a trade: an owner or "from" for one state, "to" for another."""
    told: dict[str, str] = {}
    for m in _near_states(line, quantity, reading):
        before = _before(line, m)
        if before in ("from", "to") or (reading.cue is not None and _owns(line, m, reading.cue.first)):
            told.setdefault(before if before in ("from", "to") else "owner", m.code)
    return len(set(told.values())) == 2


def _trait(indicator: str) -> str:
    """Indicators that treat their states alike."""
    if indicator in ("exports", "imports", "enterprises"):
        return indicator
    if indicator in _MONEY:
        return "money"
    if indicator in ("trade_turnover", "trade_balance", "instruments", "meetings", "projects", "flights"):
        return "pair"
    if indicator in ("freight", "duration", "price", "passengers"):
        return "way"
    return "thing"


def _codes(line: Line, focus: tuple[str, ...], rule: tuple[str, str]) -> list[str]:
    """The states that may be meant: by the rule, named in the sentence, in focus; three at most."""
    found = [*(c for c in rule if c), *(m.code for m in line.states), *_places(line), *focus]
    return list(dict.fromkeys(found))[:3]


def _told(line: Line, quantity: Mention, reading: Reading, focus: tuple[str, ...], code: str) -> list[str]:
    """What the sentence tells of a state that may be reporter or partner."""
    clause = line.clause(quantity.first)
    mine = [m for m in line.states if m.code == code]
    out = [f"focus{focus.index(code)}" if code in focus else "unfocused"]
    if not mine:
        out.append("unnamed")
    for m in mine[:2]:
        near = "in" if clause.first <= m.first < clause.last else "out"
        out.append(f"{m.sense}|{near}")
        if before := _before(line, m):
            out.append(f"after={before}")
        if reading.cue is not None and _owns(line, m, reading.cue.first):
            out.append("owns")
        if m.first < quantity.first and not any(o.first < m.first for o in line.states):
            out.append("first_named")
    if code in _places(line):
        out.append("place")
    if any(m.type in ("body", "person") and m.code == code for m in line.page.mentions_in(clause.first, clause.last)):
        out.append("actor")
    return out


def _home_place(line: Line, pair: tuple[str, str]) -> str:
    """Where the state that the document speaks for stands in a pair."""
    home = line.scene.home
    return "no" if not home else "first" if pair[0] == home else "second" if pair[1] == home else "out"


def _places(line: Line) -> list[str]:
    """States of the places that the sentence names."""
    found = line.page.mentions_in(line.sentence.first, line.sentence.last)
    return [m.code for m in found if m.type == "place" and len(m.code) == 2]


def _by_words(line: Line, quantity: Mention, reading: Reading, focus: tuple[str, ...]) -> tuple[str, str]:
    """Reporter and partner by the words of the sentence, in the way of the indicator."""
    if reading.indicator in _TRADE:
        return _trade(line, quantity, reading, focus)
    if reading.indicator == "enterprises":
        return _enterprises(line, quantity, focus)
    if reading.indicator in _MONEY:
        return _money(line, quantity, reading, focus)
    return _host(line, quantity, reading, focus)


def _ordered(focus: tuple[str, ...], first: str) -> tuple[str, str]:
    """The pair in focus with `first` in front, if it is one of two."""
    if len(focus) == 2 and first in focus:
        return (first, focus[1] if focus[0] == first else focus[0])
    if len(focus) == 2:
        return (first, "") if first else (focus[0], focus[1])
    return (first, "")


def _pair(line: Line, focus: tuple[str, ...]) -> tuple[str, str]:
    home = line.scene.home
    if len(focus) >= 2:
        if home in focus[:2]:
            return _ordered(focus[:2], home)
        return focus[0], focus[1]
    return (focus[0], "") if focus else ("", "")


def _near_states(line: Line, quantity: Mention, reading: Reading) -> list[Mention]:
    """States of the clause of the cue and of the number."""
    anchor = reading.cue.first if reading.cue else quantity.first
    spans = {line.clause(anchor), line.clause(quantity.first)}
    return [m for m in line.states if any(c.first <= m.first < c.last for c in spans)]


def _before(line: Line, state: Mention) -> str:
    """The preposition right before a state ("from", "to", "with", "in"), an article skipped; else ""."""
    i = state.first - 1
    while i >= line.sentence.first and line.kinds[i] in ("det",):
        i -= 1
    return line.page.low[i] if i >= line.sentence.first and line.kinds[i] == "prep" else ""


def _owns(line: Line, state: Mention, cue_first: int) -> bool:
    """Whether a state owns the cue: "Uzbek exports", "Kenya's imports", "Serbia exported"."""
    return (
        state.last <= cue_first and cue_first - state.last <= 3 and _before(line, state) not in ("to", "from", "with")
    )


def _trade(line: Line, quantity: Mention, reading: Reading, focus: tuple[str, ...]) -> tuple[str, str]:
    """Seller and buyer. Exports: reporter sells to partner; imports: reporter buys from partner."""
    exporting = reading.indicator == "exports"
    cue = reading.cue
    reporter = partner = ""
    for state in _near_states(line, quantity, reading):
        preposition = _before(line, state)
        if cue and _owns(line, state, cue.first) and not reporter:
            reporter = state.code
        elif preposition in ("to", "into"):
            partner, reporter = (state.code, reporter) if exporting else (partner, reporter or state.code)
        elif preposition == "from":
            reporter, partner = (reporter or state.code, partner) if exporting else (reporter, state.code)
        elif preposition in ("of", "by") and state.sense != "demonym" and not reporter:
            reporter = state.code
        elif preposition == "with":
            partner = partner or state.code
    if reporter and reporter == partner:
        partner = ""
    if reporter and partner:
        return reporter, partner
    if reporter:
        return _ordered(focus[:2], reporter)
    if partner:
        first, second = _ordered(focus[:2], partner)
        return (second, first) if second else ("", partner)
    return _pair(line, focus)


def _enterprises(line: Line, quantity: Mention, focus: tuple[str, ...]) -> tuple[str, str]:
    """Enterprises with X's capital in Y: the host Y reports, X is the partner."""
    owner = host = ""
    for state in line.states:
        if state.first < quantity.first - 8:
            continue
        if _before(line, state) == "in":
            host = host or state.code
        elif state.sense in ("demonym", "people") or _before(line, state) in ("from", "of", "with"):
            owner = owner or state.code
    if owner and host and owner != host:
        return host, owner
    if owner:
        first, second = _ordered(focus[:2], owner)
        return (second, first) if second else (host or owner, "")
    if host:
        return _ordered(focus[:2], host)
    return _pair(line, focus)


def _money(line: Line, quantity: Mention, reading: Reading, focus: tuple[str, ...]) -> tuple[str, str]:
    """Receiver and giver of money: reporter receives, partner gives."""
    giver = receiver = ""
    clause = line.clause(quantity.first)
    lender = _lender(line, clause.first, clause.last) or _lender(line, line.sentence.first, line.sentence.last)
    for state in line.states:
        preposition = _before(line, state)
        if preposition in ("to", "into", "in", "for"):
            receiver = receiver or state.code
        elif preposition in ("from", "by") or _owns(line, state, reading.cue.first if reading.cue else quantity.first):
            giver = giver or state.code
    if lender:
        giver = lender if len(lender) != 2 or not giver else giver
    if giver and not receiver:
        others = [c for c in focus[:2] if c != giver]
        receiver = others[0] if len(others) == 1 else (line.scene.home if line.scene.home != giver else "")
    if receiver and not giver:
        others = [c for c in focus[:2] if c != receiver]
        giver = others[0] if len(others) == 1 and len(focus) == 2 else ""
    if giver or receiver:
        return (receiver, giver) if receiver != giver else (receiver, "")
    return _pair(line, focus)


def _lender(line: Line, first: int, last: int) -> str:
    """A multilateral bank or fund named in the clause gives; a national one stands for its state."""
    for m in line.page.mentions_in(first, last):
        if m.type == "body" and m.sense == "bank":
            return m.code or m.name
    return ""


def _host(line: Line, quantity: Mention, reading: Reading, focus: tuple[str, ...]) -> tuple[str, str]:
    """Where the thing lies: a state or a place of the clause; else the pair in focus."""
    codes = list(dict.fromkeys(m.code for m in _near_states(line, quantity, reading)))
    hosts = codes if 0 < len(codes) <= 2 else list(dict.fromkeys(_places(line)))
    if 0 < len(hosts) <= 2:
        return hosts[0], hosts[1] if len(hosts) == 2 else ""
    return _pair(line, focus) if len(focus) == 2 else ("", "")
