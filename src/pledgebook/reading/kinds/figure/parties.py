"""Between whom a figure stands: reporter and partner, by the words around it, else by the pair in focus."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading.kinds.figure.cues import Reading
from pledgebook.reading.kinds.figure.line import Line

_PAIRED = frozenset(
    {"trade_turnover", "exports", "imports", "trade_balance", "instruments", "meetings", "enterprises", "tourists"}
)
_NONE_FOR_CORRIDORS = frozenset({"freight", "duration", "distance", "price"})


def parties(line: Line, quantity: Mention, reading: Reading) -> tuple[str, str]:
    """Reporter and partner of a figure; "" where there is none."""
    indicator = reading.indicator
    focus = line.scene.focus(line.sentence)
    if indicator in ("exports", "imports"):
        return _trade(line, quantity, reading, focus)
    if indicator == "enterprises":
        return _enterprises(line, quantity, focus)
    if indicator in ("finance", "investment"):
        return _money(line, quantity, reading, focus)
    if indicator in _PAIRED:
        return _pair(line, focus)
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
    if len(focus) > 2 and reading.indicator in _NONE_FOR_CORRIDORS:
        return "", ""
    near = _near_states(line, quantity, reading)
    codes: list[str] = []
    for state in near:
        if state.code not in codes:
            codes.append(state.code)
    places = [
        m.code
        for m in line.page.mentions_in(line.sentence.first, line.sentence.last)
        if m.type == "place" and len(m.code) == 2
    ]
    if len(codes) == 2:
        return codes[0], codes[1]
    if len(codes) == 1:
        return codes[0], ""
    hosts = list(dict.fromkeys(places))
    if len(hosts) == 1:
        return hosts[0], ""
    if len(hosts) == 2:
        return hosts[0], hosts[1]
    if len(focus) > 2:
        return "", ""
    return _pair(line, focus)
