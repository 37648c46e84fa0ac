"""Every promise with its verdict, the rule behind it and the evidence; then what each of these rules says."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.choose import marked
from pledgebook.brief.dues import due_words
from pledgebook.brief.matter import to_come
from pledgebook.brief.parts import Bullets, Line, Paragraph, Part, Section, Table, joined
from pledgebook.brief.words import say, stated, word, words
from pledgebook.judging.why import rule_says
from pledgebook.judging.words import table
from pledgebook.model import last_day


def promises(asked: Asked) -> Section:
    """All promises, by date."""
    ordered = sorted(asked.judged, key=lambda j: (not j.promise.due, _end(j), asked.order(j.lead.id)))
    columns = tuple(word("columns", c) for c in ("promise", "due", "verdict", "evidence"))
    rows = tuple(_row(one, asked) for one in ordered)
    return Section(word("titles", "promises"), (Table(columns, rows),) if rows else ())


def _end(one: Judged) -> str:
    return last_day(one.promise.due).isoformat() if one.promise.due else ""


def _row(one: Judged, asked: Asked) -> tuple[Line, ...]:
    date = due_words(one) if one.promise.due else ()
    verdict = stated("verdict", (), verdict=word("counted", one.status), rule=one.verdict.rule)
    return marked(one, (to_come(one),), asked), date, (verdict,), joined(_evidence(one), "; ")


def _evidence(one: Judged) -> Iterator[Line]:
    """Each relation with all that stands in it."""
    for relation, told in words()["relations"].items():
        if found := tuple(e.claim for e in one.of(relation)):
            yield (Part(told, found),)


def rules(asked: Asked) -> Section:
    """What the rules say that gave the verdicts of this brief."""
    used = {j.verdict.rule for j in asked.judged}
    lines = tuple(
        (stated("rule", (), verdict=word("counted", said["status"]), rule=name, says=rule_says(name)),)
        for name, said in table("rules")["verdict"].items()
        if name in used
    )
    version = next((j.verdict.rules for j in asked.judged), "")
    blocks = (Paragraph(say("rules", version=Part(version))), Bullets(lines)) if lines else ()
    return Section(word("titles", "rules"), blocks)
