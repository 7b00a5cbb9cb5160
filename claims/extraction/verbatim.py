"""Words quoted verbatim inside a saying that is otherwise told: *sie sagte, er sei „nicht zu bremsen gewesen“*.

German news mixes the two in one sentence; the quoted part is kept as a nested saying of its own, so that a reader finds
the very words. English and French keep the mixed content alone.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.found import Found
from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence, Unit

# Shorter quotations are mostly names or words held at a distance (scare quotes), unless they begin with a small letter:
# no German noun or name does, so that the words are the speaker's (*ein „herber Rückschlag“*).
LEAST_WORDS = 3
# A content that says little beside its quoted words (*es sei ein „herber Rückschlag“*) shows them already.
LARGEST_SHARE = 0.35
# What somebody is called *(bezeichnete es als „Irrweg“)* counts however short it is.
JUDGING = frozenset({"predicate", "prepositional", "noun-phrase", "act"})


def is_name(unit: Unit) -> bool:
    """A quotation that is a title or a name: no verb, and capitals on nearly every word (*„Neue Zürcher Zeitung“*)."""
    words = [word for word in unit.text.strip("„“”»«\"'‚‘").split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return not unit.has_verb and bool(words) and words[0][0].isupper() and capitals >= 0.6 * len(words)


def _is_picked(found: Found, unit: Unit, length: int) -> bool:
    """Whether one or two words in marks are the speaker's, and a content of that ``length`` says more than them."""
    if found.rule in JUDGING:
        return True
    return unit.text[1:2].islower() and unit.end - unit.start < LARGEST_SHARE * length


def verbatim_parts(found: Found, sentence: Sentence, language: Language) -> list[Found]:
    """The quotations of some length inside a told content, as nested findings of the same source and cue."""
    if language.code != "de" or found.nested:
        return []
    length = sum(end - start for start, end in found.content)
    return [
        replace(found, rule="verbatim", content=(unit.quotation.inner,), nested=True, inherits=False)
        for unit in sentence.units
        if unit.quotation
        and (unit.words >= LEAST_WORDS or unit.has_verb or _is_picked(found, unit, length))
        and not is_name(unit)
        and any(start <= unit.start and unit.end <= end for start, end in found.content)
        and unit.end - unit.start < 0.9 * length
    ]
