"""Numbers against aims: what each side has counted, the pace needed and the pace so far, and where trade stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.choose import doubtful, left_out, marked, told
from pledgebook.brief.matter import promised
from pledgebook.brief.parts import Block, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import amount, claimed, day, due, percent, period, say, word
from pledgebook.judging.paths import Track
from pledgebook.judging.rules import Case, paid_share
from pledgebook.model import Evidence, last_day

_MOST = 10
_FRESH = 366  # days that a count may be older than the newest one of another side
_PAID = ("paid_so_far", "paid", "paid_late")
_FINAL = ("reached", "short", "in_part", "not_reached")
_PAIRWISE = ("trade_turnover", "exports", "imports")
_SETTLED = ("kept", "kept_late", "broken")
_COLUMNS = ("aim", "set", "now", "needed", "pace", "path")
EMPTY: Line = ()


@dataclass(frozen=True)
class Count:
    """What one side counts towards an aim, as the cells `now`, `needed`, `pace` and `path`."""

    now: Line
    path: Line
    needed: Line = EMPTY
    pace: Line = EMPTY


def numbers(asked: Asked) -> Section:
    """Every number that was promised and not replaced, with a row for each side that counts it."""
    every = [j for j in asked.judged if j.promise.kind == "figure" and j.status not in ("revised", "unknown")]
    shown = sorted(_once(told(every, asked), asked), key=lambda j: _rank(j, asked))
    rows: list[tuple[Line, ...]] = []
    for one in shown[:_MOST]:
        rows += _rows(one, asked)
    blocks: list[Block] = [Table(tuple(word("columns", c) for c in _COLUMNS), tuple(rows))] if rows else []
    if left := len(shown[_MOST:]):
        blocks.append(Paragraph(left_out(left, asked)))
    return Section(word("titles", "numbers"), tuple(blocks))


def _rank(one: Judged, asked: Asked) -> tuple[object, ...]:
    pairwise = one.lead.get("indicator") in _PAIRWISE
    end = last_day(one.promise.due) if one.promise.due else date.max
    return doubtful(one, asked), one.status in _SETTLED, not pairwise, end, one.promise.id


def _once(judged: Iterable[Judged], asked: Asked) -> list[Judged]:
    """One of the promises of one number for one time by the same states, where evidence or thing is the same."""
    kept: list[Judged] = []
    for one in judged:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(a: Judged, b: Judged) -> bool:
    left, right = a.promise, b.promise
    terms = [(p.aim, p.unit, p.due, frozenset(p.who)) for p in (left, right)]
    bearing = [{e.claim for e in j.verdict.evidence} for j in (a, b)]
    return terms[0] == terms[1] and (not bearing[0] or not bearing[1] or bool(bearing[0] & bearing[1]))


def _rows(one: Judged, asked: Asked) -> Iterable[tuple[Line, ...]]:
    counts = counts_of(one, asked) or (Count(EMPTY, EMPTY),)
    for at, count in enumerate(counts):
        aim, when = (marked(one, _aim(one, asked), asked), _set(one, asked)) if at == 0 else (EMPTY, EMPTY)
        yield aim, when, count.now, count.needed, count.pace, count.path


def _aim(one: Judged, asked: Asked) -> Line:
    line = promised(one, timed=True)
    if (old := _replaced(one, asked)) is not None and old.promise.due and old.promise.due != one.promise.due:
        return say("was", matter=line, due=Part(due(old.promise.due), old.promise.claims[:1]))
    return line


def _set(one: Judged, asked: Asked) -> Line:
    stated = Part(day(one.lead.published[:7]), one.promise.claims[:1]) if one.lead.published else Part("")
    if (old := _replaced(one, asked)) is not None and old.lead.published:
        first = Part(day(old.lead.published[:7]), old.promise.claims[:1])
        return say("set_moved", day=first, moved=stated)
    return (stated,)


def _replaced(one: Judged, asked: Asked) -> Judged | None:
    """The promise that this one replaced, back to the first of them."""
    by_id = {j.promise.id: j for j in asked.judged}
    old = by_id.get(one.promise.revises)
    while old is not None and old.promise.revises in by_id:
        old = by_id[old.promise.revises]
    return old


def counts_of(one: Judged, asked: Asked) -> tuple[Count, ...]:
    """What is counted towards a number: what is paid of money, the final counts of a past time, else the tracks."""
    if paid := [e for e in one.verdict.evidence if e.rule in _PAID]:
        return (_paid(one, paid, asked),)
    if final := [e for e in one.verdict.evidence if e.rule in _FINAL and e.share]:
        return _final(final, asked)
    if one.promise.begins and one.late(asked.on) > 0:
        return ()
    return tuple(_tracked(track, one, asked) for track in fresh(one, asked))


def fresh(one: Judged, asked: Asked) -> list[Track]:
    """The tracks towards a promised number whose newest count is not much older than that of another side."""
    found = asked.tracks(one)
    newest = max((t.points[-1].day for t in found), default=date.min)
    return [t for t in found if (newest - t.points[-1].day).days <= _FRESH]


def _paid(one: Judged, paid: list[Evidence], asked: Asked) -> Count:
    """What is paid of a sum: by what is told as paid so far, else by its single payments."""
    so_far = [e for e in paid if e.rule == "paid_so_far"]
    shown = [max(so_far, key=lambda e: (e.seen, e.at))] if so_far else list({(e.at, e.share): e for e in paid}.values())
    lines = []
    for e in shown:
        value = Part(claimed(asked.claims[e.claim]), (e.claim,))
        lines.append(
            say("paid_by", value=value, period=Part(day(e.at), (e.claim,))) if e.at else say("paid", value=value)
        )
    share = paid_share(Case(one.promise, one.verdict.evidence, asked.on))
    cites = tuple(e.claim for e in shown)
    return Count(joined(lines, "; "), say("paid_share", share=Part(percent(share), cites)))


def _final(final: list[Evidence], asked: Asked) -> tuple[Count, ...]:
    counts: dict[str, Count] = {}
    for e in final:
        now = counted(e.claim, asked)
        template = "met" if e.relation == "fulfils" else "missed"
        counts[" ".join(p.text for p in now)] = Count(now, say(template, share=Part(percent(e.share or 0), (e.claim,))))
    return tuple(counts.values())


def counted(claim: str, asked: Asked) -> Line:
    """A count with the side that counts it and the time for which it holds."""
    one, cite = asked.claims[claim], (claim,)
    start, end = str(one.get("start") or ""), str(one.get("end") or "")
    value, side = Part(claimed(one), cite), Part(asked.side(claim), cite)
    if not start and not end:
        return say("counts_at", value=value, side=side)
    return say("counts_by", value=value, side=side, period=Part(period(start, end), cite))


def _tracked(track: Track, one: Judged, asked: Asked) -> Count:
    now = track.points[-1]
    cites = tuple(dict.fromkeys(p.claim for p in (track.base, now) if p is not None))
    rates = [
        say("rate", rate=Part(percent(value), claims)) if value is not None and track.word != "met" else EMPTY
        for value, claims in ((track.needed, (now.claim,)), (track.pace, cites))
    ]
    share = Part(percent(now.value / (one.promise.aim or now.value)), (now.claim,))
    path = say("share_path", share=share, path=Part(word("paths", track.word), (now.claim,)))
    return Count(counted(now.claim, asked), path, *rates)


def trade(asked: Asked) -> Line:
    """Where the trade of the two stands against the farthest aim that was not replaced, on each side's count."""
    aims = [j for j in asked.judged if j.lead.get("indicator") == "trade_turnover" and j.status == "open"]
    aims = [j for j in aims if j.promise.due and set(j.promise.who) == set(asked.states) and not doubtful(j, asked)]
    if not aims:
        return EMPTY
    one = max(aims, key=lambda j: (last_day(j.promise.due), j.promise.id))
    found = fresh(one, asked)
    if not found or not one.promise.aim:
        return EMPTY
    aim = Part(f"{amount(one.promise.aim, one.promise.unit)} {due(one.promise.due)}", one.promise.claims[:1])
    return say(
        "trade",
        sides=joined((_side(t, asked) for t in found), "; "),
        aim=aim,
        paths=joined((_path(t, one) for t in found), "; "),
    )


def _side(track: Track, asked: Asked) -> Line:
    cite = (track.points[-1].claim,)
    one = asked.claims[cite[0]]
    when = period(str(one.get("start") or ""), str(one.get("end") or ""))
    fields = {"value": claimed(one), "period": when, "side": track.side}
    return say("trade_side", **{name: Part(text, cite) for name, text in fields.items()})


def _path(track: Track, one: Judged) -> Line:
    cite = (track.points[-1].claim,)
    share = Part(percent(track.points[-1].value / (one.promise.aim or 1)), cite)
    path = say("and_path", path=Part(word("paths", track.word), cite)) if track.word else EMPTY
    return say("trade_path", share=share, path=path, side=Part(track.side, cite))
