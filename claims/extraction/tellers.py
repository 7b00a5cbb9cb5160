"""Who may be speaking when a sentence tells nothing itself but the next goes on in Konjunktiv.

*Die Polizei bittet um Mithilfe. Der Mann sei etwa vierzig Jahre alt.* – the subject of the first sentence tells the second.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.clauses import make_site
from claims.extraction.cues.finding import find_cues
from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span
from claims.extraction.sources import agent_of

CAN_SPEAK = ("speaking_roles", "bodies", "companies", "documents", "publications", "publication_names")


def find_teller(sentence: Sentence, language: Language) -> Found | None:
    """The subject of a verb of saying that told nothing of its own, else a subject that can speak; German only."""
    if language.code != "de":
        return None
    source = _by_cue(sentence, language) or _by_subject(sentence, language)
    return Found("mood", ((sentence.start, sentence.end),), (), (source,)) if source else None


def _by_cue(sentence: Sentence, language: Language) -> Span | None:
    for cue in find_cues(sentence.units, language):
        site = make_site(sentence.units, cue, language)
        if cue.is_passive:
            return agent_of(site)
        if site.subject and site.subject[1] - site.subject[0] > 0:
            return span_of(sentence.units, *site.subject)
    return None


def _by_subject(sentence: Sentence, language: Language) -> Span | None:
    units = sentence.units
    verb = next((i for i, unit in enumerate(units) if is_finite(unit, language)), -1)
    if verb < 0:
        return None
    for at in (verb, units[verb].head):
        subject = subject_by_parse(units, at) if at >= 0 else None
        if subject and any(_can_speak(unit, language) for unit in units[subject[0] : subject[1]]):
            return span_of(units, *subject)
    return None


def _can_speak(unit: Unit, language: Language) -> bool:
    return (
        unit.pos == "PROPN"
        or unit.lower in ("er", "sie")
        or any(language.has(kind, unit.lower) for kind in CAN_SPEAK)
    )


def own_subject(units: Sequence[Unit], language: Language) -> list[Unit]:
    """Whose *eigene Angaben* a German sentence goes by: its subject; empty when the parse gives none."""
    verb = next((i for i, unit in enumerate(units) if is_finite(unit, language)), -1)
    for at in (verb, units[verb].head):
        subject = subject_by_parse(units, at) if at >= 0 else None
        if subject:
            return list(units[slice(*subject)])
    return []
