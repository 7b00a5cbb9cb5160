"""Words quoted verbatim inside a saying that is otherwise told: *sie sagte, er sei „nicht zu bremsen gewesen“*.

German news mixes the two in one sentence; the quoted part is kept as a nested saying of its own, so that a reader finds
the very words. English and French keep the mixed content alone.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.found import Found
from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence, Unit

# Shorter quotations are mostly names or words held at a distance (scare quotes).
LEAST_WORDS = 3
# What somebody is called *(bezeichnete es als „Irrweg“)* counts however short it is.
JUDGING = frozenset({"predicate", "prepositional", "noun-phrase", "act"})


def is_name(unit: Unit) -> bool:
    """A quotation that is a title or a name: no verb, and capitals on nearly every word (*„Neue Zürcher Zeitung“*)."""
    words = [word for word in unit.text.strip("„“”»«\"'‚‘").split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return not unit.has_verb and bool(words) and words[0][0].isupper() and capitals >= 0.6 * len(words)


def verbatim_parts(found: Found, sentence: Sentence, language: Language) -> list[Found]:
    """The quotations of some length inside a told content, as nested findings of the same source and cue."""
    if language.code != "de" or found.nested:
        return []
    length = sum(end - start for start, end in found.content)
    return [
        replace(found, rule="verbatim", content=(unit.quotation.inner,), nested=True, inherits=False)
        for unit in sentence.units
        if unit.quotation
        and (unit.words >= LEAST_WORDS or unit.has_verb or found.rule in JUDGING)
        and not is_name(unit)
        and any(start <= unit.start and unit.end <= end for start, end in found.content)
        and unit.end - unit.start < 0.9 * length
    ]
