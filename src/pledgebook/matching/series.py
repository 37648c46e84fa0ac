"""Series: the claims of figures about one quantity, as one side counts it, ordered by period."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pledgebook.matching.aliases import Aliases
from pledgebook.matching.cues import cues
from pledgebook.matching.figures import Figure, quantity
from pledgebook.matching.levels import ALIKE, EQUAL
from pledgebook.matching.names import is_code, parse, same_name
from pledgebook.matching.subjects import marked
from pledgebook.matching.words import concepts, generic, states_in, stem, tokens
from pledgebook.model import Claim, Item, Series

Family = list[Figure]


def families(figures: Sequence[Figure], told_again: Iterable[Sequence[int]]) -> list[Family]:
    """Figures of one quantity together, whatever their period.

    Each family is held to the oldest figure in it; a number without a subject is a family of its own. A number told
    again (`told_again` has groups of places among the figures) brings families together.
    """
    found = _by_subject(figures)
    home = {id(one): family for family in found for one in family}
    for group in told_again:
        first = home[id(figures[group[0]])]
        for other in (home[id(figures[place])] for place in group[1:]):
            if other is not first:
                first += other
                home.update({id(one): first for one in other})
                other.clear()
    return sorted((f for f in found if f), key=lambda family: (family[0].indicator, family[0].unit))


def _told(one: Figure) -> bool:
    """Whether a figure says what it counts: by words, or by an indicator that without words is the sum of all."""
    return bool(one.subject.keys) or marked(one.indicator, "whole")


def _by_subject(figures: Iterable[Figure]) -> list[Family]:
    found: list[Family] = []
    known: dict[tuple[object, ...], Family] = {}
    by_word: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in figures:
        signature = (one.indicator, one.unit, one.ends, one.subject)
        if not _told(one):
            found.append([one])
            continue
        if signature not in known:
            words = [(one.indicator, one.unit, key) for key in one.subject.keys or ("",)]
            near = sorted({place for word in words for place in by_word[word]})
            home = _home(one, [found[place] for place in near])
            if home is None:
                home = []
                for word in words:
                    by_word[word].append(len(found))
                found.append(home)
            known[signature] = home
        known[signature].append(one)
    return found


def _home(one: Figure, families: Iterable[Family]) -> Family | None:
    """The family whose founder is closest to a figure, of those that share a word with it."""
    best, home = ALIKE - 1, None
    for family in families:
        level, _ = quantity(family[0], one)
        if level > best:
            best, home = level, family
        if level == EQUAL:
            break
    return home


def _is_body(name: str) -> bool:
    """Whether a speaker is a body: a code, a short form, one word, or a name with words that only bodies bear."""
    taken = parse(name)
    said = any(stem(t) in generic("body") for t in taken.order)
    return bool(is_code(name) or taken.short or taken.nouns or said or len(taken.order) == 1)


def _bodies(families: Iterable[Family]) -> list[str]:
    """The bodies that speak of numbers, longest name first."""
    claims = [c for family in families for f in family for c in f.claims]
    names = {str(c.get("speaker")) for c in claims if c.get("speaker")}
    offices = {name for c in claims if _counts(name := c.publisher.split(",")[0])}
    return sorted({n for n in names if _is_body(n)} | offices, key=lambda n: (-len(n), n))


def _counts(publisher: str) -> bool:
    """Whether a publisher is an office that counts, as those of statistics and customs do."""
    return any(c in generic("counter") and c not in generic() for c in concepts(publisher))


def _named_in(quote: frozenset[str], body: str) -> bool:
    """Whether a quote names a body: by its short form, or by two thirds of its words, the telling ones among them."""
    name = parse(body)
    if name.short and name.short in quote:
        return True
    words = [t for t in name.order if len(t) > 3]
    hits = sum(w in quote for w in words)
    return len(words) > 1 and hits * 3 >= 2 * len(words) and words[0] in quote | {"state", "national"}


def _side(claim: Claim, known: Sequence[str]) -> str:
    """Who counts: the speaker if it is a body, a body that the quote names, the speaker, or the publisher."""
    speaker = str(claim.get("speaker") or "")
    if speaker and _is_body(speaker):
        return speaker
    quote = frozenset(tokens(claim.words[0])) if claim.words else frozenset[str]()
    return next((b for b in known if _named_in(quote, b)), "") or speaker or claim.publisher.split(",")[0]


def _revised_together(claims: Iterable[Claim], own: dict[str, str], known: frozenset[str]) -> None:
    """Old and new number of one revision, told in one sentence, are one body's."""
    sentences: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.words and "revision" in cues(claim.words[0]):
            sentences[claim.document, claim.words[0]].append(claim)
    for told in sentences.values():
        bodies = {own[c.id] for c in told} & known
        if len(bodies) == 1:
            own.update({c.id: min(bodies) for c in told})


def _far_side(claim: Claim, own: dict[str, str], seats: Mapping[str, frozenset[str]], aliases: Aliases) -> str:
    """ "Colleagues in CITY": the one body of the family that sits in the state where the quote's city lies."""
    home = aliases.home(claim.words[0]) & {claim.get("reporter"), claim.get("partner")} if claim.words else frozenset()
    if len(home) != 1 or own[claim.id] in seats:
        return ""
    there = [name for name, states in seats.items() if states == home]
    return there[0] if len(there) == 1 else ""


def seats(claims: Iterable[Claim], side: Mapping[str, str], aliases: Aliases) -> dict[str, frozenset[str]]:
    """The state where each side sits: by its name, by the places of quotes that name it, or by the publisher's name."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        name = side[claim.id]
        ends = {str(claim.get("reporter")), str(claim.get("partner"))}
        quote = claim.words[0] if claim.words else ""
        by_name = states_in(name) or aliases.home(name)
        if not by_name and _named_in(frozenset(tokens(quote)), name):
            by_name = aliases.home(quote)
        if not by_name and name == claim.publisher.split(",")[0]:
            by_name = states_in(claim.publisher) or aliases.home(claim.publisher)
        told[name] |= by_name & ends
    return {name: frozenset(states) for name, states in sorted(told.items()) if len(states) == 1}


def sides(families: Sequence[Family], items: Iterable[Item], aliases: Aliases) -> dict[str, str]:
    """The side of each claim: a person who repeats a body's number speaks for the body; one name for each body."""
    names = _bodies(families)
    known = frozenset(names)
    claims = [c for family in families for f in family for c in f.claims]
    own = {c.id: _side(c, names) for c in claims}
    for item in items:
        told = next((own[c] for c in item.claims if own.get(c) in known), "")
        own.update({c: told for c in item.claims if told})
    _revised_together(claims, own, known)
    own = _one_name(own)
    for family in families:
        actual = [c for f in family if not f.aim for c in f.claims]
        where = {n: s for n, s in seats(actual, own, aliases).items() if n in known}
        own.update({c.id: far for c in actual if (far := _far_side(c, own, where, aliases))})
    return own


def _one_name(own: dict[str, str]) -> dict[str, str]:
    """The longest of the names of one side for all of them."""
    heads: list[str] = []
    one: dict[str, str] = {}
    for name in sorted(set(own.values()), key=lambda n: (-len(n), n)):
        one[name] = next((h for h in heads if same_name(name, h)), name)
        if one[name] == name:
            heads.append(name)
    return {claim: one[name] for claim, name in own.items()}


def _id(*parts: str) -> str:
    return "s" + hashlib.sha256("\t".join(parts).encode()).hexdigest()[:12]


def series(families: Iterable[Family], who: dict[str, str]) -> list[Series]:
    """One series for each family and side."""
    out: list[Series] = []
    taken: set[str] = set()
    for family in families:
        founder = family[0]
        what = " ".join(founder.subject.words)
        ends = [*founder.ends, "", ""][:2]
        by_side: dict[str, list[tuple[tuple[int, int, str, str], str]]] = defaultdict(list)
        for one in family:
            for c in one.claims:
                by_side[who[c.id]].append(((one.end or one.start, one.start, c.published, c.id), c.id))
        for name in sorted(by_side):
            apart = (*sorted(founder.subject.states), *(f"{k} {v}" for k, v in sorted(founder.subject.numbers)))
            ids = tuple(claim for _, claim in sorted(by_side[name]))
            found = _id(founder.indicator, what, *ends, founder.unit, name, *apart)
            if not _told(founder) or found in taken:
                found = _id(founder.claim.id, name)
            taken.add(found)
            out.append(Series(found, founder.indicator, what, ends[0], ends[1], founder.unit, ids, name))
    return sorted(out, key=lambda s: (s.indicator, s.what, s.reporter, s.partner, s.unit, s.side, s.claims))
