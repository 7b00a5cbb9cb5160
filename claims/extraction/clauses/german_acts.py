"""German acts of speech told by their name, with no words of their own: *Der Rat fordert mehr Busse*, *Sie warnte vor Stürmen*.

What is told cannot be set apart from its telling, so the whole clause is the content.
"""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.german import stands_in_subordinate
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.phrases import is_comma

# Words beside subject and verb; fewer say too little to be anybody's claim (*Die Polizei warnt*).
LEAST_TOLD = 2
# *Das Beben forderte drei Todesopfer* asks for nothing.
TOLLS = ("opfer", "leben", "tote", "toten", "verletzte", "verletzten", "schäden")
AGENTS = frozenset({"von", "vom", "seitens", "grund", "ursache", "motiv"})


def _names_an_act(site: Site) -> bool:
    """Actives of the frame ``e``; passives with somebody behind them, or that give a reason (*als Grund wurde … genannt*)."""
    if not site.cue.is_passive:
        return site.cue.verb.takes("e")
    return site.cue.verb.takes("e", "v") and any(unit.lower in AGENTS for unit in site.units)


def act(site: Site) -> Contents:
    """The main clause around a verb of the frame ``e``, with somebody who does the telling."""
    units, cue, language = site.units, site.cue, site.language
    if language.code != "de" or not _names_an_act(site) or cue.reading != "finite" or cue.is_negated:
        return []
    if stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    if site.subject is None and not cue.is_passive:
        return []
    low = min(site.begin, cue.start)
    while low > 0 and units[low - 1].text not in (";", ":"):
        low -= 1
    high = clause_end(units, max(cue.end, site.right, cue.far + 1), language)
    subject = range(*site.subject) if site.subject else range(0)
    told = [
        unit
        for at, unit in enumerate(units[low:high], low)
        if unit.kind != "punctuation" and at not in subject and at != cue.main
    ]
    is_toll = cue.verb.lemma == "fordern" and any(unit.lower.endswith(TOLLS) for unit in told)
    if len(told) < LEAST_TOLD or is_toll:
        return []
    if any(unit.lower in ("dies", "das") and unit.pos != "DET" for unit in told):
        return []  # what was said stands in another sentence
    if cue.verb.prepositions and not any(unit.lower in cue.verb.prepositions for unit in told):
        return []
    if any(unit.kind == "quote" and unit.is_said for unit in told) or is_comma(units[low]):
        return []
    return [[(low, high)]]
