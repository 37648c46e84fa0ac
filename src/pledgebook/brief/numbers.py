"""Numbers against aims: what each side has counted, the pace needed and the pace so far; where trade stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.choose import doubtful, left_out, marked, picked, told
from pledgebook.brief.matter import timed
from pledgebook.brief.parts import Block, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import amount, claimed, day, due, percent, period, say, stated, word
from pledgebook.judging.paths import Track
from pledgebook.judging.rules import Case, paid_share
from pledgebook.judging.spans import span
from pledgebook.judging.words import table
from pledgebook.matching.names import same_name
from pledgebook.model import Claim, Evidence, last_day

_MOST = 7
_FRESH = 366  # days that a count may be older than the newest one of another side
_PAID = ("paid_so_far", "paid", "paid_late")
_FINAL = ("reached", "short", "in_part", "not_reached")
_PAIRWISE = ("trade_turnover", "exports", "imports")
_SETTLED = ("kept", "kept_late", "broken")
_COLUMNS = ("aim", "set", "now", "needed", "pace", "path")
_NONE: Line = ()


@dataclass(frozen=True)
class Count:
    """What one side counts towards an aim, as the cells `now`, `needed`, `pace` and `path`."""

    now: Line
    needed: Line = _NONE
    pace: Line = _NONE
    path: Line = _NONE


def numbers(asked: Asked) -> Section:
    """Every number that was promised and not replaced, with a row for each side that counts it."""
    every = [j for j in asked.judged if j.promise.kind == "figure" and j.status not in ("revised", "unknown")]
    shown = sorted(_once(told(every, asked)), key=lambda j: _rank(j, asked))
    first = picked(shown, asked, _MOST)
    rows = tuple(row for one in first for row in _rows(one, asked))
    blocks: list[Block] = [Table(tuple(word("columns", c) for c in _COLUMNS), rows)] if rows else []
    if left := len(shown) - len(first):
        blocks.append(Paragraph(left_out(left, asked)))
    return Section(word("titles", "numbers"), tuple(blocks))


def _rank(one: Judged, asked: Asked) -> tuple[object, ...]:
    """Counted before uncounted, unsettled before settled, the trade of the two first, from its largest aim."""
    pairwise = one.lead.get("indicator") in _PAIRWISE
    end = last_day(one.promise.due) if one.promise.due else date.max
    size = -(one.promise.aim or 0.0) if pairwise else 0.0
    silent = all(not any(p.claims for p in count.now) for count in counts_of(one, asked))
    return silent, one.status in _SETTLED, doubtful(one, asked), not pairwise, size, end, one.promise.id


def _once(judged: Iterable[Judged]) -> list[Judged]:
    """One of the promises of one number for one time by the same states, the dated one before one without a date."""
    kept: list[Judged] = []
    for one in sorted(judged, key=lambda j: not j.promise.due):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(a: Judged, b: Judged) -> bool:
    left, right = a.promise, b.promise
    terms = [(p.aim, p.unit, frozenset(p.who)) for p in (left, right)]
    bearing = [{e.claim for e in j.verdict.evidence if e.relation != "supports"} for j in (a, b)]
    timely = not left.due or not right.due or left.due == right.due
    return terms[0] == terms[1] and timely and (bearing[0] == bearing[1] or bool(bearing[0] & bearing[1]))


def _rows(one: Judged, asked: Asked) -> Iterator[tuple[Line, ...]]:
    for at, count in enumerate(counts_of(one, asked)):
        lead = (_NONE, _NONE) if at else (marked(one, _aim(one, asked), asked), _set(one, asked))
        yield *lead, count.now, count.needed, count.pace, count.path


def _aim(one: Judged, asked: Asked) -> Line:
    if (old := _replaced(one, asked)) is None or not old.promise.due or old.promise.due == one.promise.due:
        return (timed(one),)
    return say("was", matter=timed(one), due=Part(due(old.promise.due), old.promise.claims[:1]))


def _set(one: Judged, asked: Asked) -> Line:
    if not one.lead.published:
        return _NONE
    now = Part(day(one.lead.published[:7]), one.promise.claims[:1])
    if (old := _replaced(one, asked)) is None or not old.lead.published:
        return (now,)
    return say("set_moved", day=Part(day(old.lead.published[:7]), old.promise.claims[:1]), moved=now)


def _replaced(one: Judged, asked: Asked) -> Judged | None:
    """The promise that this one replaced, back to the first of them."""
    by_id = {j.promise.id: j for j in asked.judged}
    old = by_id.get(one.promise.revises)
    while old is not None and old.promise.revises in by_id:
        old = by_id[old.promise.revises]
    return old


# counts


def counts_of(one: Judged, asked: Asked) -> tuple[Count, ...]:
    """What is counted towards a number: what is paid of money, the final counts of a past time, else the tracks."""
    searched = Part(day(one.verdict.searched))
    if one.lead.get("indicator") in table("terms")["figure"]["money"]:
        paid = [e for e in one.verdict.evidence if e.rule in _PAID]
        return (_paid(one, paid, asked) if paid else Count(say("no_payment", searched=searched)),)
    if final := [e for e in one.verdict.evidence if e.rule in _FINAL and e.share]:
        return _final(final, asked)
    if part := _part(one, asked):
        return (part,)
    past = bool(one.promise.begins) and one.late(asked.on) > 0
    pieces = one.lead.get("indicator") in table("terms")["figure"]["pieces"]
    found = () if past or pieces else tuple(_tracked(track, one, asked) for track in fresh(one, asked))
    return found or (Count(say("no_count", searched=searched)),)


def _part(one: Judged, asked: Asked) -> Count | None:
    """The newest count that lies in the time for which a number was promised."""
    whole = span(one.promise.begins, one.promise.due)
    found = [e for e in one.verdict.evidence if e.rule == "so_far" and e.at and e.share and whole is not None]
    inside = [e for e in found if whole is not None and whole.first <= last_day(e.at) <= whole.last]
    inside = [e for e in inside if not _is_one_day(asked.claims[e.claim])]
    if not one.promise.begins or not inside:
        return None
    newest = max(inside, key=lambda e: (e.at, e.seen))
    path = stated("reached", (newest.claim,), share=percent(newest.share or 0))
    return Count((counted(newest.claim, asked),), path=(path,))


def _is_one_day(claim: Claim) -> bool:
    """Whether a flow is told for a single day, which says nothing of the time that it was promised for."""
    start, end = claim.get("start"), claim.get("end")
    is_day = start == end and str(end).count("-") == 2
    return is_day and claim.get("indicator") in table("terms")["figure"]["flow"]


def fresh(one: Judged, asked: Asked) -> list[Track]:
    """The tracks towards a promised number whose newest count is not much older than that of another side."""
    found = [t for t in asked.tracks(one) if _dated(t.points[-1].claim, asked)]
    newest = max((t.points[-1].day for t in found), default=date.min)
    return [t for t in found if (newest - t.points[-1].day).days <= _FRESH]


def _dated(claim: str, asked: Asked) -> bool:
    """Whether a count tells for what time it holds."""
    return bool(asked.claims[claim].get("end") or asked.claims[claim].get("start"))


def _paid(one: Judged, paid: list[Evidence], asked: Asked) -> Count:
    """What is paid of a sum: by what is told as paid so far, else by its single payments."""
    so_far = [e for e in paid if e.rule == "paid_so_far"]
    single = list({(e.at, e.share): e for e in paid}.values())
    shown = [max(so_far, key=lambda e: (e.seen, e.at))] if so_far else single
    lines = []
    for e in shown:
        value = claimed(asked.claims[e.claim])
        told = {"value": value, "period": day(e.at)} if e.at else {"value": value}
        lines.append((stated("paid_by" if e.at else "paid", (e.claim,), **told),))
    share = paid_share(Case(one.promise, one.verdict.evidence, asked.on))
    path = stated("paid_share", tuple(e.claim for e in shown), share=percent(share))
    return Count(joined(lines, "; "), path=(path,))


def _final(final: list[Evidence], asked: Asked) -> tuple[Count, ...]:
    """The counts that settle a number, one of each side and value."""
    counts: dict[str, Count] = {}
    for e in final:
        now = counted(e.claim, asked)
        path = stated("met" if e.relation == "fulfils" else "missed", (e.claim,), share=percent(e.share or 0))
        counts[now.text] = Count((now,), path=(path,))
    return tuple(counts.values())


def counted(claim: str, asked: Asked) -> Part:
    """A count with the side that counts it and the time for which it holds."""
    one = asked.claims[claim]
    start, end = str(one.get("start") or ""), str(one.get("end") or "")
    told = {"value": claimed(one), "side": asked.side(claim)}
    if not start and not end:
        return stated("counts_at", (claim,), **told)
    return stated("counts_by", (claim,), **told, period=period(start, end))


def _tracked(track: Track, one: Judged, asked: Asked) -> Count:
    """The newest count of a side, with the paces where a dated count stands at both ends."""
    now, base = track.points[-1], track.base
    share = percent(now.value / (one.promise.aim or now.value))
    line = (counted(now.claim, asked),)
    if track.word == "met":
        return Count(line, path=(stated("met", (now.claim,), share=share),))
    needed = (Part(percent(track.needed), (now.claim,)),) if track.needed is not None else _NONE
    if base is None or track.pace is None or not _dated(base.claim, asked):
        return Count(line, needed, path=(stated("reached", (now.claim,), share=share),))
    pace = Part(percent(track.pace), (base.claim, now.claim))
    told = {"share": share, "path": word("paths", track.word)}
    path = stated("share_path" if track.word else "reached", (base.claim, now.claim), **told)
    return Count(line, needed, (pace,), (path,))


# trade


def trade(asked: Asked) -> Line:
    """Where the trade of the two stands against the farthest aim that was not replaced, on each side's count."""
    one = _trade_aim(asked)
    found = fresh(one, asked) if one is not None else []
    if one is None or not found or not one.promise.aim:
        return _NONE
    terms = {"value": amount(one.promise.aim, one.promise.unit), "due": due(one.promise.due)}
    aim = stated("trade_aim", one.promise.claims[:1], **terms)
    line = say("trade", sides=joined(((_side(track, one, asked),) for track in found), "; "), aim=aim)
    return marked(one, line, asked)


def _trade_aim(asked: Asked) -> Judged | None:
    """The farthest aim for the trade of the two that is still open."""
    aims = [j for j in asked.judged if j.lead.get("indicator") == "trade_turnover" and j.status == "open"]
    aims = [j for j in aims if j.promise.due and set(j.promise.who) == set(asked.states)]
    return max(aims, key=lambda j: (not doubtful(j, asked), last_day(j.promise.due), j.promise.id), default=None)


def _side(track: Track, one: Judged, asked: Asked) -> Part:
    now = track.points[-1]
    claim = asked.claims[now.claim]
    when = period(str(claim.get("start") or ""), str(claim.get("end") or ""))
    told = {"value": claimed(claim), "period": when, "side": track.side}
    told["share"] = percent(now.value / (one.promise.aim or now.value))
    if track.word and track.base is not None and _dated(track.base.claim, asked):
        claims = (now.claim,) if track.word == "met" else (track.base.claim, now.claim)
        return stated("trade_path", claims, **told, path=word("paths", track.word))
    return stated("trade_side", (now.claim,), **told)


def uncounted(asked: Asked) -> tuple[Line, ...]:
    """The sides that count the trade of the two and of which no document is in the book."""
    one = _trade_aim(asked)
    publishers = {d.publisher.split(",")[0] for d in asked.documents}
    found = [] if one is None else [t for t in fresh(one, asked) if not any(same_name(t.side, p) for p in publishers)]
    return tuple((stated("uncounted", tuple(p.claim for p in t.points), side=t.side),) for t in found)
