"""Series: the claims of figures about one quantity, as one side counts it, ordered by period."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from pledgebook.matching.figures import Figure, quantity
from pledgebook.matching.names import Name, is_code, name_likeness, parse
from pledgebook.matching.signals import ALIKE, EQUAL
from pledgebook.matching.words import tokens
from pledgebook.model import Item, Series


def families(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one quantity together, whatever their period; each family is held to the oldest figure in it."""
    found: dict[tuple[str, str], list[list[Figure]]] = defaultdict(list)
    known: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        key = (one.indicator, one.unit, one.ends, one.subject)
        home = known.get(key)
        if home is None:
            home = known[key] = _home(one, found[one.indicator, one.unit])
        home.append(one)
    return [family for place in sorted(found) for family in found[place]]


def _home(one: Figure, families: list[list[Figure]]) -> list[Figure]:
    """The family whose founder is closest, or a new one."""
    best, home = ALIKE - 1, None
    for family in families:
        level, _ = quantity(family[0], one)
        if level > best:
            best, home = level, family
        if level == EQUAL:
            break
    if home is None:
        home = []
        families.append(home)
    return home


def _is_body(name: str) -> bool:
    """Whether a speaker is a body: a code, a short form, one word, or words that only bodies bear."""
    taken: Name = parse(name)
    return bool(is_code(name) or taken.short or taken.common or len(taken.order) == 1)


def bodies(figures: Sequence[Figure]) -> list[str]:
    """The bodies that count, longest name first."""
    names = {str(f.claim.get("speaker")) for f in figures if f.claim.get("speaker")}
    return sorted((n for n in names if _is_body(n)), key=lambda n: (-len(n), n))


def _named_in(quote: frozenset[str], body: str) -> bool:
    """Whether a quote names a body: by its short form, or by two thirds of its words, the telling ones among them."""
    name = parse(body)
    if name.short and name.short in quote:
        return True
    words = [t for t in name.order if len(t) > 3]
    hits = sum(w in quote for w in words)
    return len(words) > 1 and hits * 3 >= 2 * len(words) and words[0] in quote | {"state", "national"}


def side(figure: Figure, known: Sequence[str]) -> str:
    """Who counts: a body that the quote names, the speaker, or the publisher."""
    speaker = str(figure.claim.get("speaker") or "")
    if speaker and _is_body(speaker):
        return speaker
    quote = frozenset(tokens(figure.claim.words[0])) if figure.claim.words else frozenset[str]()
    return next((b for b in known if _named_in(quote, b)), "") or speaker or figure.claim.publisher


def sides(figures: Sequence[Figure], items: Sequence[Item]) -> dict[str, str]:
    """The side of each claim: a person who repeats a body's number speaks for the body; one name for each body."""
    known = bodies(figures)
    own = {f.claim.id: side(f, known) for f in figures}
    for item in items:
        members = [own[c] for c in item.claims if c in own]
        told = next((m for m in members if m in known), "")
        own.update({c: told for c in item.claims if told and c in own})
    heads: list[str] = []
    for name in sorted(set(own.values()), key=lambda n: (-len(n), n)):
        if not any(name_likeness(name, h) >= 0.75 for h in heads):
            heads.append(name)
    one = {n: next((h for h in heads if name_likeness(n, h) >= 0.75), n) for n in set(own.values())}
    return {claim: one[name] for claim, name in own.items()}


def _id(*parts: str) -> str:
    return "s" + hashlib.sha256("\t".join(parts).encode()).hexdigest()[:12]


def series(groups: Sequence[Sequence[Figure]], who: dict[str, str]) -> list[Series]:
    """One series for each family and side."""
    out = []
    for family in groups:
        founder = family[0]
        what = " ".join(sorted(founder.subject.words))
        ends = [*founder.ends, "", ""][:2]
        by_side: dict[str, list[Figure]] = defaultdict(list)
        for one in family:
            by_side[who[one.claim.id]].append(one)
        for name in sorted(by_side):
            claims = sorted(by_side[name], key=lambda f: (f.end or f.start, f.start, f.order))
            key = _id(founder.indicator, what, *ends, founder.unit, name)
            ids = tuple(f.claim.id for f in claims)
            out.append(Series(key, founder.indicator, what, ends[0], ends[1], founder.unit, ids, name))
    return sorted(out, key=lambda s: (s.indicator, s.what, s.reporter, s.partner, s.unit, s.side))
