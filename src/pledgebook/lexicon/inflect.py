"""The forms of regular English verbs and nouns; what is irregular stands in the pack's table `irregular`."""

from __future__ import annotations

import re

_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


def _double(verb: str) -> bool:
    """Whether the last consonant is doubled (plan, planned): one short vowel, one syllable."""
    return bool(_DOUBLES.search(verb)) and len(re.findall(r"[aeiouy]+", verb)) == 1


def verb_forms(lemma: str, irregular: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The forms of a verb by feature: `base`, `s`, `ed` (past), `en` (participle), `ing`. Particles stay behind."""
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if verb == "be":
        return {"base": "be" + tail, "s": "is" + tail, "ed": "was" + tail, "en": "been" + tail, "ing": "being" + tail}
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        third = verb + "es"
    elif re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stem = verb + verb[-1] if _double(verb) else verb
    if verb.endswith("ie"):
        ing = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        ing = verb[:-1] + "ing"
    else:
        ing = stem + "ing"
    if verb in irregular:
        past, participle = irregular[verb]
    elif verb.endswith("e"):
        past = participle = verb + "d"
    elif re.search(r"[^aeiou]y$", verb):
        past = participle = verb[:-1] + "ied"
    else:
        past = participle = stem + "ed"
    return {k: v + tail for k, v in (("base", verb), ("s", third), ("ed", past), ("en", participle), ("ing", ing))}


def plural(noun: str, irregular: dict[str, str]) -> str:
    """The plural of a noun or of a phrase whose last word is the noun ("block train", "memorandum")."""
    head, _, last = noun.rpartition(" ")
    lead = f"{head} " if head else ""
    if last in irregular:
        return lead + irregular[last]
    if re.search(r"(s|x|z|ch|sh)$", last):
        return lead + last + "es"
    if re.search(r"[^aeiou]y$", last):
        return lead + last[:-1] + "ies"
    return lead + last + "s"
