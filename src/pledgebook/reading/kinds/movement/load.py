"""What is carried, and the name of the service: phrases of the sentence, chosen by learned weights."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading import ranking
from pledgebook.reading.kinds.movement.stops import Way
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_MOST, _LONGEST = 8, 8
_STEPS = (0, 1, 2, 4, 7, 12)


def cargo(page: Page, kinds: list[str], sentence: Sentence, anchor: Tag) -> str:
    """What is carried: a phrase around a word of goods, or behind a word of loading; "" where none is told."""
    values, features = [""], [["none", f"none|{anchor.value}"]]
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role not in ("goods", "loads") or len(values) > _MOST:
            continue
        first, last = _phrase(page, kinds, sentence, tag)
        if first < last and trim(page, first, last) not in values:
            values.append(trim(page, first, last))
            features.append(_cargo_features(page, kinds, anchor, tag, first, last))
    return ranking.best("movement_cargo", page.begins[anchor.first], values, features)[0]


def _phrase(page: Page, kinds: list[str], sentence: Sentence, tag: Tag) -> tuple[int, int]:
    """The phrase of the goods: around their word, or behind the word of loading, numbers and measures left out."""
    if tag.role == "goods":
        first = phrase_left(page, kinds, tag.last, sentence.first)
        last = _and(page, kinds, sentence, tag.last)
        numbers = [m.last for m in page.mentions_in(first, tag.first) if m.value is not None and m.last <= tag.first]
        return max([first, *numbers]), last
    first = tag.last
    while first < sentence.last and kinds[first] in ("det", "adv"):
        first += 1
    measures = [m for m in page.mentions_in(first, first + 2) if m.value is not None]
    if measures and page.low[measures[0].last : measures[0].last + 1] == ["of"]:
        first = measures[0].last + 1
    last = phrase_right(page, kinds, first, min(sentence.last, first + _LONGEST), 0)
    return first, _and(page, kinds, sentence, last)


def _and(page: Page, kinds: list[str], sentence: Sentence, last: int) -> int:
    """With a second good behind "and" ("tea and avocados")."""
    if last + 1 < sentence.last and page.low[last] == "and" and kinds[last + 1] == "" and not page.capital[last + 1]:
        return max(last, phrase_right(page, kinds, last + 1, min(sentence.last, last + 4), 0))
    return last


def _cargo_features(page: Page, kinds: list[str], anchor: Tag, tag: Tag, first: int, last: int) -> list[str]:
    side = "behind" if tag.first >= anchor.last else "at" if first <= anchor.first else "ahead"
    gap = ranking.bucket(abs(tag.first - anchor.first), *_STEPS)
    before = page.low[first - 1] if first else "^"
    verb = any(t.role in ("moves", "sends") for t in page.tags_in(max(0, first - 3), first))
    value = tag.value or page.low[tag.first]
    return [
        "own",
        f"role={tag.role}",
        f"value={value}",
        f"value={value}|{side}",
        f"gap={gap}|{side}",
        f"verb={verb}|{tag.role}",
        f"before={before if kinds[first - 1] in ('prep', 'mark') else '-'}|{tag.role}",
        f"words={min(last - first, 3)}|{tag.role}",
        f"project={any(t.role == 'project' for t in page.tags_in(first, last))}",
    ]


def service(
    page: Page,
    kinds: list[str],
    sentence: Sentence,
    span: tuple[int, int],
    way: Way,
    routes: list[Mention],
    anchor: Tag,
) -> str:
    """The name of the corridor or service: a route that is named, the phrase of what moves, or none."""
    values, features = [""], [["none", f"none|named={way.named}"]]
    for route in routes:
        if route.sense == "named" or not way.named:
            values.append(route.name or route.text)
            features.append(["route", f"route|{route.sense}", f"route|named={way.named}"])
    for tag in page.tags_in(*span):
        if tag.role != "carrier" or len(values) > _MOST:
            continue
        first, last = service_span(page, kinds, sentence, tag)
        words = trim(page, first, last)
        if words and words not in values:
            values.append(words)
            features.append(_service_features(page, kinds, anchor, tag, first, last))
    return ranking.best("movement_service", page.begins[anchor.first], values, features)[0]


def service_span(page: Page, kinds: list[str], sentence: Sentence, tag: Tag) -> tuple[int, int]:
    """The phrase of a carrier: its noun with what stands before it, and the route written behind it."""
    first = phrase_left(page, kinds, tag.last, sentence.first)
    behind = [m.last for m in page.mentions_in(tag.last, tag.last + 1) if m.type in ("route", "place")]
    last = behind[0] if behind else tag.last
    return first, max(last, tag.last)


def _service_features(page: Page, kinds: list[str], anchor: Tag, tag: Tag, first: int, last: int) -> list[str]:
    capitals = sum(page.capital[i] for i in range(first, last))
    before = page.low[first - 1] if first else "^"
    noun = tag.form in ("sg", "pl")
    return [
        "phrase",
        f"anchor={tag == anchor}",
        f"words={min(last - first, 4)}",
        f"mode={tag.value}",
        f"noun={noun}",
        f"capitals={min(capitals, 2)}",
        f"class={kinds[tag.first]}",
        f"before={before if before in _BEFORE else '-'}",
        f"word={page.low[tag.last - 1]}",
        f"words={min(last - first, 4)}|{tag.value}",
    ]


_BEFORE = frozenset({"a", "an", "the", "by", "of", "in", "two", "its", "^"})
