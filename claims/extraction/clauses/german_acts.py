"""German acts of speech told by their name, with no words of their own: *Der Rat fordert mehr Busse*, *Sie warnte vor Stürmen*.

What is told cannot be set apart from its telling, so the whole clause is the content.
"""

from __future__ import annotations

from claims.extraction.bounds import clause_end
from claims.extraction.clauses.german import stands_in_subordinate
from claims.extraction.clauses.site import Contents, Site
from claims.extraction.moods import is_konjunktiv
from claims.extraction.phrases import Range, is_comma

# Words beside subject and verb; fewer say too little to be anybody's claim (*Die Polizei warnt*).
LEAST_TOLD = 2
# *Das Beben forderte drei Todesopfer* asks for nothing.
TOLLS = ("opfer", "leben", "tote", "toten", "verletzte", "verletzten", "schäden")
AGENTS = frozenset({"von", "vom", "seitens", "grund", "ursache", "motiv"})


def _names_an_act(site: Site) -> bool:
    """Actives of the frame ``e``; passives with somebody behind them, or that give a reason (*als Grund wurde … genannt*)."""
    if not site.cue.is_passive:
        return site.cue.verb.takes("e")
    gives_reason = site.cue.verb.takes("v") and site.units[0].lower == "als"  # Als Termin wurde … genannt
    return site.cue.verb.takes("e", "v") and any(unit.lower in AGENTS for unit in site.units) or gives_reason


def _holds_clause(site: Site, low: int, high: int) -> bool:
    """*wurde genannt, dass …*: what is told has a clause of its own."""
    units = site.units
    return any(units[i].lower in ("dass", "daß") and is_comma(units[i - 1]) for i in range(low + 1, high))


def _clause(site: Site) -> Range:
    """The main clause around the cue, from the stop before it to where the report goes on."""
    units, cue = site.units, site.cue
    low = min(site.begin, cue.start)
    while low > 0 and units[low - 1].text not in (";", ":"):
        low -= 1
    return low, clause_end(units, max(cue.end, site.right, cue.far + 1), site.language)


# What these tell is a part of the clause that says no more than the whole (*bezeichnete die Tat als feige*).
PARTS = frozenset({"predicate", "prepositional", "noun-phrase"})


def tells_as_whole(site: Site, rule: str, contents: Contents) -> bool:
    """Whether the content is the clause around it: an act that only names what it is about, in words of the report.

    In Konjunktiv that clause is another's content already, and the act keeps its object.
    """
    if is_konjunktiv(site.units[site.cue.main]) or any(
        is_konjunktiv(site.units[at]) for at in (site.cue.start, site.cue.far) if at >= 0
    ):
        return False
    if site.language.code != "de" or rule not in PARTS or site.cue.verb.stance != "asserts":
        return False
    told = [unit for low, high in contents[0] for unit in site.units[low:high]]
    quoted = sum(unit.words for unit in told if unit.kind == "quote")
    return site.cue.reading == "finite" and quoted * 2 < sum(unit.words for unit in told)


def whole(site: Site) -> Contents:
    """The clause around the cue as the only content."""
    return [[_clause(site)]]


def act(site: Site) -> Contents:
    """The main clause around a verb of the frame ``e``, with somebody who does the telling."""
    units, cue, language = site.units, site.cue, site.language
    if language.code != "de" or not _names_an_act(site) or cue.reading != "finite" or cue.is_negated:
        return []
    if stands_in_subordinate(units, max(cue.main, cue.far), language):
        return []
    if site.subject is None and not cue.is_passive:
        return []
    low, high = _clause(site)
    subject = range(*site.subject) if site.subject else range(0)
    told = [
        unit
        for at, unit in enumerate(units[low:high], low)
        if unit.kind != "punctuation" and at not in subject and at != cue.main
    ]
    is_toll = cue.verb.lemma == "fordern" and any(unit.lower.endswith(TOLLS) for unit in told)
    if len(told) < LEAST_TOLD or is_toll or _holds_clause(site, low, high):
        return []
    if any(unit.lower in ("dies", "das") and unit.pos != "DET" for unit in told):
        return []  # what was said stands in another sentence
    if cue.verb.prepositions and not any(unit.lower in cue.verb.prepositions for unit in told):
        return []
    if any(unit.kind == "quote" and unit.is_said for unit in told) or is_comma(units[low]):
        return []
    return [[(low, high)]]


def judged(site: Site) -> Contents:
    """*wurde als „Skandal“ bezeichnet*, *der es einen „Skandal“ nannte*: in a passive or a subordinate clause the quoted judgement."""
    units, cue, language = site.units, site.cue, site.language
    if language.code != "de" or not cue.verb.takes("a", "k", "b") or cue.is_negated:
        return []
    verb = max(cue.main, cue.far)
    told_below = cue.is_passive or stands_in_subordinate(units, verb, language)
    if not (told_below or cue.verb.takes("b")):
        return []
    is_last = told_below or 0 <= cue.far < cue.start
    reach = verb if is_last else clause_end(units, cue.end, language)
    for index in range(reach - 1, max(-1, reach - LONGEST_JUDGEMENT), -1):
        unit = units[index]
        if unit.kind == "quote" and any(one.lower == "als" for one in units[max(0, index - 4) : index]):
            return [[(index, index + 1)]]
        if is_comma(unit) or unit.text in (";", ":"):
            break
    return []


# Units between the quoted judgement and its verb.
LONGEST_JUDGEMENT = 8
