"""English verbs whose subject belongs to what is told: *Lee is expected to resign*, *prices seem to fall*."""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.phrases import is_comma, is_pronoun


def is_raising(site: Site) -> bool:
    """*seem* and its like, or the passive of a verb that takes a clause: the subject is no source."""
    cue = site.cue
    if site.language.code != "en":
        return False
    return (
        cue.verb.takes("r")
        or cue.is_passive
        and cue.verb.takes("c", "z", "i")
        and not cue.verb.takes("x", "o")
    )


def endorsed(site: Site) -> Contents:
    """*The plan was criticised by Lee*: what the passive's subject names is the content, its agent the source."""
    units, cue = site.units, site.cue
    if not cue.is_passive or site.language.code != "en" or not cue.verb.takes("n") or site.subject is None:
        return []
    follows = units[cue.end].lower if cue.end < len(units) else ""
    return [[site.subject]] if site.language.has("by", follows) else []


def raised(site: Site) -> Contents:
    """The subject and its infinitive as two pieces around the cue."""
    units, cue = site.units, site.cue
    if not is_raising(site) or site.subject is None or site.is_inverted or cue.end + 1 >= len(units):
        return []
    if units[cue.end].lower != "to" or units[cue.end + 1].pos not in ("VERB", "AUX", "ADV", "QUOTE"):
        return []
    first = units[site.subject[0]]
    if site.language.has("relatives", first.lower) and is_pronoun(first, site.language):
        return [[(cue.end, clause_end(units, cue.end, site.language))]]
    subject = site.subject
    if is_comma(units[cue.start - 1]):
        subject = (
            subject[0],
            cue.start,
        )  # with what stands between commas: The bank, which lost money, is expected …
    return [[subject, (cue.end, clause_end(units, cue.end, site.language))]]
