"""Contents that only the parse sees, asked where no shallow rule fired; the bounds on the right stay shallow."""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.french_objects import french_object_end, is_as_told
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.dependents import subtree
from claims.extraction.reading import is_finite


def parsed(site: Site) -> Contents:
    """French *devait demander aux pays réunis à Munich un soutien accru*: the object or clause that hangs on the cue."""
    units, cue, language = site.units, site.cue, site.language
    if language.code != "fr" or cue.is_passive or cue.verb.takes("w") or is_as_told(units, cue.start):
        return []
    heads = {cue.main}
    if cue.reading == "infinitive" and is_finite(units[units[cue.main].head], language):
        heads.add(
            units[cue.main].head
        )  # devait | demander … un soutien: the parse hangs the object on the modal
    for index in range(site.right + 1, len(units)):
        unit = units[index]
        if unit.head not in heads or unit.kind != "word":
            continue
        start, _ = subtree(units, index)
        if start < site.right:
            continue
        end = clause_end(units, start, language)
        if unit.relation == "obj" and cue.verb.takes("n") and unit.pos == "NOUN":
            return [[(start, french_object_end(units, start, end, language))]]
        if unit.relation == "ccomp" and cue.verb.takes("c") and units[start].lower in ("que", "qu'"):
            return [[(start + 1, clause_end(units, start + 1, language))]]
    return []
