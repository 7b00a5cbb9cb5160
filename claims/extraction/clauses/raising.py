"""English verbs whose subject belongs to what is told: *Lee is expected to resign*, *prices seem to fall*."""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.object_ends import object_end
from claims.extraction.phrases import Range, is_comma, is_pronoun


def is_raising(site: Site) -> bool:
    """*seem* and its like, or the passive of a verb that takes a clause: the subject is no source."""
    cue = site.cue
    if site.language.code != "en":
        return False
    return (
        cue.verb.takes("r")
        or cue.is_passive
        and cue.verb.takes("c", "z", "i", "a", "k")
        and not cue.verb.takes("x", "o")
    )


def is_addressed(site: Site) -> bool:
    """*Lee was asked about the cost*, *was urged to resign*: the passive's subject is who is spoken to."""
    verb = site.cue.verb
    return (
        site.language.code == "en"
        and site.cue.is_passive
        and (verb.takes("o") or bool(verb.particles) and verb.particles[0] in ("about", "on"))
    )


def endorsed(site: Site) -> Contents:
    """*The plan was criticised by Lee*: what the passive's subject names is the content, its agent the source."""
    units, cue = site.units, site.cue
    if not cue.is_passive or site.language.code != "en" or not cue.verb.takes("n") or site.subject is None:
        return []
    follows = units[cue.end].lower if cue.end < len(units) else ""
    return [[site.subject]] if site.language.has("by", follows) else []


def raised(site: Site) -> Contents:
    """The subject and what is said of it as two pieces around the cue: *is expected to win*, *is seen as a rival*."""
    units, cue, language = site.units, site.cue, site.language
    if not is_raising(site) or site.subject is None or site.is_inverted or cue.end + 1 >= len(units):
        return []
    told = _infinitive(site) or _complement(site)
    if told is None:
        return []
    first = units[site.subject[0]]
    if language.has("relatives", first.lower) and is_pronoun(first, language):
        return [[told]]
    subject = site.subject
    if is_comma(units[cue.start - 1]):
        subject = (
            subject[0],
            cue.start,
        )  # with what stands between commas: The bank, which lost money, is expected …
    return [[subject, told]]


def _infinitive(site: Site) -> Range | None:
    units, at = site.units, site.cue.end
    if units[at].lower == "to" and units[at + 1].pos in ("VERB", "AUX", "ADV", "QUOTE"):
        return at, clause_end(units, at, site.language)
    return None


def _complement(site: Site) -> Range | None:
    """*as a rival*, *the winner*, *far away*: the predicate of a subject that somebody judges."""
    units, cue, language = site.units, site.cue, site.language
    at = cue.end
    while at < len(units) - 1 and units[at].pos == "ADV":
        at += 1
    if cue.is_passive and units[at].lower == "as" and cue.verb.takes("a", "k"):
        return at + 1, object_end(units, at + 1, language)
    if cue.is_passive and cue.verb.takes("k") and units[at].pos in ("DET", "ADJ", "QUOTE", "NOUN"):
        return cue.end, object_end(units, at, language)
    return None
