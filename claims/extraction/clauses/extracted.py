"""English clauses out of which a relative pronoun or a noun was taken: *a plan that she said would fail*."""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit, is_finite


def extracted(site: Site) -> Contents:
    """The pronoun, or the noun that a clause without one hangs on, and what is said of it behind the teller."""
    units, cue, language = site.units, site.cue, site.language
    if language.code != "en" or site.is_inverted or site.subject is None or not cue.verb.takes("z"):
        return []
    begin, right = site.subject[0], cue.end
    while right < len(units) and units[right].pos == "ADV":
        right += 1
    if begin == 0 or right >= len(units) or not _is_verb(units[right], language):
        return []
    if is_comma(units[begin - 1]) or units[begin - 1].pos not in ("PRON", "SCONJ", "NOUN", "PROPN"):
        return []
    if language.has("relatives", units[begin - 1].lower):
        taken = begin - 1
    elif units[begin].pos in ("PRON", "PROPN", "DET") and units[begin - 1].pos in ("NOUN", "PROPN"):
        taken = phrase_start(units, begin, 0, language)
    else:
        return []
    return [[(taken, begin), (right, clause_end(units, right, language))]] if taken < begin else []


def _is_verb(unit: Unit, language: Language) -> bool:
    """A finite verb, or a form in *-ed* that the tagger takes for a participle."""
    return (
        is_finite(unit, language) or unit.pos == "VERB" and unit.form == "Part" and unit.lower.endswith("ed")
    )
